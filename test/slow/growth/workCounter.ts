import { type Profiler, Session } from 'node:inspector';
import { withNativeWork } from './nativeWork';

/** Whose statements are counted: those of the core and the preview, and the rules made up to try the gate. */
const ownSources = /\/src\/(?:core|extension\/preview)\/|\/growth\/madeUpRules\./;

/**
 * Counts what a piece of work executes: every run of every block of our own sources, as V8's precise coverage counts
 * them, and every element that built-in functions walk through. The same work gives the same number on any machine, as
 * long as nothing is optimised meanwhile: optimised code loses counts. To be made before the sources are loaded, since
 * blocks are counted in functions compiled from then on.
 */
export class WorkCounter {
  private readonly session = new Session();

  constructor() {
    this.session.connect();
    this.session.post('Profiler.enable');
    this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** How often the work executed a block or walked over an element. */
  count(work: () => void): number {
    return this.countEach([work])[0] ?? 0;
  }

  /** The same for several pieces of work, one after the other. */
  countEach(works: readonly (() => void)[]): number[] {
    this.takeBlockRuns();
    return works.map((work) => {
      const elements = withNativeWork(work);
      return this.takeBlockRuns() + elements;
    });
  }

  /** The block runs since the last call. */
  private takeBlockRuns(): number {
    let runs = 0;
    // With a session of the same thread the answer comes before `post` returns.
    this.session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error) throw error;
      for (const { url, functions } of result) {
        if (ownSources.test(url)) runs += sumOfCounts(functions);
      }
    });
    return runs;
  }
}

function sumOfCounts(functions: readonly Profiler.FunctionCoverage[]): number {
  let sum = 0;
  for (const { ranges } of functions) for (const { count } of ranges) sum += count;
  return sum;
}
