/** Finds the places of a mark from one to the next. */
export class MarkFinder {
  private at = -1;

  constructor(
    private readonly text: string,
    private readonly mark: string,
  ) {}

  /** Whether the mark begins in `[start, end)`; `start` must not go back. */
  standsIn(start: number, end: number): boolean {
    if (this.at < start) {
      const at = this.text.indexOf(this.mark, start);
      this.at = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    return this.at < end;
  }
}
