/**
 * How often a property is tried: so often, or as the environment variable RUNS says. The suite tries a few; before a
 * release, or after work on what a property guards, `RUNS=2000 npx mocha FILE` tries many.
 */
export function runs(few: number): number {
  return Number(process.env.RUNS ?? few);
}
