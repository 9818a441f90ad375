/** Milliseconds of work after which others are let in: half of what a person would notice as a frame that is missing. */
const longestWork = 8;

/** Lets everything else happen that waits. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Tells whether work that has just begun may go on, or is to let others in first. */
export function workLimit(): () => boolean {
  const end = performance.now() + longestWork;
  return () => performance.now() < end;
}
