/** What a piece of work took, in milliseconds, over several runs. */
export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly slowest: number;
  readonly runs: number;
}

/** Runs something several times, after a few runs that do not count. */
export async function timesOf(
  runs: number,
  work: (run: number) => unknown,
  warmUp = Math.min(3, runs),
): Promise<Times> {
  const taken: number[] = [];
  for (let run = -warmUp; run < runs; run++) {
    const start = performance.now();
    await work(run);
    if (run >= 0) taken.push(performance.now() - start);
  }
  return summaryOf(taken);
}

export function summaryOf(taken: readonly number[]): Times {
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
  return { median: at(0.5), p95: at(0.95), slowest: at(1), runs: sorted.length };
}

/** `3.2 ms`, `1.25 s`. */
export function shown(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return `${milliseconds >= 100 ? milliseconds.toFixed(0) : milliseconds.toFixed(2)} ms`;
}
