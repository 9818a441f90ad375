/** Paths that one takes at a time: a hundredth of a second’s work. */
const shareSize = 100;

/** What several threads read together. */
export interface ReadingOrder {
  readonly folder: string;
  readonly paths: readonly string[];
  readonly keepsTexts: boolean;
  /** How many shares have been taken, for all threads to see. */
  readonly counter: SharedArrayBuffer;
}

/** Gives every path to one thread, and to whoever asks next. */
export class WorkShare {
  private readonly taken: Int32Array;

  constructor(
    private readonly paths: readonly string[],
    counter: SharedArrayBuffer,
  ) {
    this.taken = new Int32Array(counter);
  }

  get shares(): number {
    return Math.ceil(this.paths.length / shareSize);
  }

  /** Undefined when all is given away. */
  next(): readonly string[] | undefined {
    const start = Atomics.add(this.taken, 0, 1) * shareSize;
    return start < this.paths.length ? this.paths.slice(start, start + shareSize) : undefined;
  }
}
