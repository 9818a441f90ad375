/** What a piece of work took, in milliseconds, over several runs. */
export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly slowest: number;
  readonly runs: number;
}

export interface TimesOptions {
  /** Runs that do not count. */
  readonly warmUp?: number;
  /** No further run begins after so many milliseconds, once there are five. */
  readonly limit?: number;
  /** Done after each run, and not measured. */
  readonly between?: () => unknown;
}

const minRuns = 5;

/** Runs something several times, after a few runs that do not count. */
export async function timesOf(
  runs: number,
  work: (run: number) => unknown,
  { warmUp = Math.min(3, runs), limit = 8000, between }: TimesOptions = {},
): Promise<Times> {
  const taken: number[] = [];
  const begin = performance.now();
  for (let run = -warmUp; run < runs; run++) {
    if (taken.length >= minRuns && performance.now() - begin > limit) break;
    const start = performance.now();
    await work(run);
    if (run >= 0) taken.push(performance.now() - start);
    await between?.();
  }
  return summaryOf(taken);
}

/** @throws for no measurement at all */
export function summaryOf(taken: readonly number[]): Times {
  if (taken.length === 0) throw new Error('Nothing was measured.');
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
  return { median: at(0.5), p95: at(0.95), slowest: at(1), runs: sorted.length };
}

/** `3.2 ms`, `1.25 s`. */
export function shown(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return `${milliseconds >= 100 ? milliseconds.toFixed(0) : milliseconds.toFixed(2)} ms`;
}

export function shownPages(size: number): string {
  return `${size.toLocaleString('en')} pages`;
}
