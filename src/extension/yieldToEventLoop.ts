import type { SlicedWork } from '../core/model/slices';

/** Milliseconds of work after which others are let in: half of what a person would notice as a frame that is missing. */
const longestWork = 8;

/** Lets everything else happen that waits. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

let lastTurn = Promise.resolve();

/** Settled when it is one's turn: after everybody who asked before, and after all else that waits. */
export function queue(): Promise<void> {
  lastTurn = lastTurn.then(yieldToEventLoop);
  return lastTurn;
}

/** Tells whether work that has just begun may go on, or must yield first. */
export function timeSlice(): () => boolean {
  const end = performance.now() + longestWork;
  return () => performance.now() < end;
}

/** Does work in time slices; between them everything else happens that waits. */
export async function inTimeSlices<Result>(work: SlicedWork<Result>): Promise<Result> {
  for (;;) {
    const mayGoOn = timeSlice();
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (mayGoOn());
    await yieldToEventLoop();
  }
}
