type Method = (this: unknown, ...values: never[]) => unknown;

/** What one call of a built-in function walked through, from what it was called on and what it returned. */
type Walk = (self: unknown, result: unknown, values: readonly unknown[]) => number;

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
const ofSelf: Walk = (self) => lengthOf(self);
const ofResult: Walk = (_self, result) => lengthOf(result);
const ofBoth: Walk = (self, result) => lengthOf(self) + lengthOf(result);
/** One step of an iteration: spreading, destructuring, `new Set(…)` and `for … of` all go through these. */
const oneStep: Walk = () => 1;
const upToFound: Walk = (self, result) =>
  typeof result === 'number' && result >= 0 ? result + 1 : lengthOf(self);
const fromEnd: Walk = (self, result) =>
  typeof result === 'number' && result >= 0 ? lengthOf(self) - result : lengthOf(self);
const upToIncluded: Walk = (self, result, [value]) =>
  result === true ? (self as unknown[]).findIndex((item) => Object.is(item, value)) + 1 : lengthOf(self);
/** Where a function of ours compares, its runs are counted; without one nothing would be. */
const sorting: Walk = (self, _result, [compare]) =>
  compare === undefined ? Math.ceil(lengthOf(self) * Math.log2(lengthOf(self) + 1)) : 0;

const { getPrototypeOf } = Object;
const places: readonly (readonly [holder: object, methods: Readonly<Record<string, Walk>>])[] = [
  [
    Array.prototype,
    {
      includes: upToIncluded,
      indexOf: upToFound,
      lastIndexOf: fromEnd,
      concat: ofResult,
      flat: ofBoth,
      slice: ofResult,
      splice: ofBoth,
      join: ofSelf,
      reverse: ofSelf,
      fill: ofSelf,
      shift: ofSelf,
      unshift: ofSelf,
      sort: sorting,
    },
  ],
  [Object, { keys: ofResult, values: ofResult, entries: ofResult }],
  [getPrototypeOf([].values()), { next: oneStep }],
  [getPrototypeOf(new Set().values()), { next: oneStep }],
  [getPrototypeOf(new Map().values()), { next: oneStep }],
];

const builtIns = places.flatMap(([object, methods]) => {
  const holder = object as Record<string, Method>;
  return Object.entries(methods).map(([name, walk]) => ({
    holder,
    name,
    original: holder[name] as Method,
    walk,
  }));
});

/** Runs some work; returns how many elements built-in functions walked through, which block counts do not show. */
export function withNativeWork(work: () => void): number {
  let walked = 0;
  for (const { holder, name, original, walk } of builtIns) {
    holder[name] = function (...values) {
      const result = original.apply(this, values);
      walked += walk(this, result, values);
      return result;
    };
  }
  try {
    work();
  } finally {
    for (const { holder, name, original } of builtIns) holder[name] = original;
  }
  return walked;
}
