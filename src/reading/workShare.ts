import type { ReadingManner } from './readFile';

/** Milliseconds after which a thread looks again, should nobody have woken it. */
const longestSleep = 100;

/** What several threads read together. */
export interface ReadingOrder {
  readonly manner: ReadingManner;
  readonly paths: readonly string[];
  /** For all threads to see: how many shares have been given away, and how many are read and not taken over yet. */
  readonly counters: SharedArrayBuffer;
  /** So many paths are taken at a time. */
  readonly shareSize: number;
  /** So many shares may wait to be taken over; more would come over the one that takes them all at once. */
  readonly mostWaiting: number;
}

const given = 0;
const waiting = 1;

/** Gives every path to one thread, and to whoever asks next. */
export class WorkShare {
  private readonly counters: Int32Array;

  constructor(private readonly order: ReadingOrder) {
    this.counters = new Int32Array(order.counters);
  }

  static readonly counterBytes = 2 * Int32Array.BYTES_PER_ELEMENT;

  /** Undefined when all is given away. */
  next(): readonly string[] | undefined {
    const { paths, shareSize } = this.order;
    const start = Atomics.add(this.counters, given, 1) * shareSize;
    return start < paths.length ? paths.slice(start, start + shareSize) : undefined;
  }

  /** Notes that a share was read, and sleeps while too many wait. Not for the thread that takes them over. */
  handOver(): void {
    Atomics.add(this.counters, waiting, 1);
    for (;;) {
      const count = Atomics.load(this.counters, waiting);
      if (count < this.order.mostWaiting) return;
      Atomics.wait(this.counters, waiting, count, longestSleep);
    }
  }

  /** Notes that a share was taken over. */
  takeOver(): void {
    Atomics.sub(this.counters, waiting, 1);
    Atomics.notify(this.counters, waiting);
  }
}
