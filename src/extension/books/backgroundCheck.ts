import { reportFault } from '../../core/model/faults';
import { timeSlice, yieldToEventLoop } from '../yieldToEventLoop';

/** In a row. */
const maxFailures = 10;

/** Does work in pieces that nobody notices, and tells when it is done. */
export class BackgroundCheck {
  private running: Promise<void> | undefined;
  private failures = 0;

  /**
   * @param proceed does what waits for as long as it may; returns whether nothing waits any more
   * @param done called when nothing waits any more
   */
  constructor(
    private readonly proceed: (mayGoOn: () => boolean) => boolean,
    private readonly done: () => void,
  ) {}

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /** Does at once what takes no time, and all else from now on. */
  begin(): void {
    if (this.running) return;
    if (this.goOn()) this.done();
    else this.continueSoon();
  }

  /** Leaves all of it to what comes after this. */
  continueSoon(): void {
    this.running ??= this.work().finally(() => {
      this.running = undefined;
      this.done();
    });
  }

  /** Settled when nothing waits any more. */
  finished(): Promise<void> {
    return this.running ?? Promise.resolve();
  }

  private async work(): Promise<void> {
    do await yieldToEventLoop();
    while (!this.goOn());
  }

  /** Goes on after what fails, and gives up where nothing else comes. */
  private goOn(): boolean {
    try {
      const isDone = this.proceed(timeSlice());
      this.failures = 0;
      return isDone;
    } catch (error) {
      reportFault('the check of the book', error);
      return ++this.failures > maxFailures;
    }
  }
}
