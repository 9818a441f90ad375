/** Work that stops now and then, so that whoever runs it may let others in between two of its slices. */
export type SlicedWork<Result> = Generator<void, Result, void>;

/** Does all of it in one go. */
export function runAll<Result>(work: SlicedWork<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Stops after every so many items. */
export function* inSlices<Item>(
  items: Iterable<Item>,
  size: number,
  each: (item: Item) => void,
): SlicedWork<void> {
  let count = 0;
  for (const item of items) {
    each(item);
    if (++count % size === 0) yield;
  }
}
