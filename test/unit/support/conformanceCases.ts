import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BookCase, parseBookCases } from '../../../src/tools/bookCases';

export type { BookCase as ConformanceCase, ExpectedFinding } from '../../../src/tools/bookCases';

export function readConformanceCases(folder: string): BookCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseBookCases(readFileSync(join(folder, name), 'utf8'), name));
}

/**
 * Where `actual` does not hold what `expected` asks for; empty when it does. Objects may hold more than is asked for,
 * lists too unless an empty one is asked for, numbers may differ by rounding.
 */
export function missingFrom(actual: unknown, expected: unknown, place = ''): string[] {
  if (typeof expected === 'number' && typeof actual === 'number') {
    return Math.abs(expected - actual) <= 1e-9 * Math.max(1, Math.abs(expected))
      ? []
      : [differs(place, actual, expected)];
  }
  if (typeof expected !== 'object' || expected === null) {
    return Object.is(actual, expected) ? [] : [differs(place, actual, expected)];
  }
  if (Array.isArray(expected)) return missingFromList(actual, expected, place);
  if (typeof actual !== 'object' || actual === null) return [differs(place, actual, expected)];
  const holder = Array.isArray(actual) ? byId(actual) : (actual as Record<string, unknown>);
  return Object.entries(expected).flatMap(([key, value]) =>
    missingFrom(holder[key], value, `${place}.${key}`),
  );
}

function missingFromList(actual: unknown, expected: readonly unknown[], place: string): string[] {
  if (!Array.isArray(actual)) return [differs(place, actual, expected)];
  if (expected.length === 0) return actual.length === 0 ? [] : [differs(place, actual, expected)];
  if (expected.every((item) => typeof item === 'number')) {
    if (actual.length !== expected.length) return [differs(place, actual, expected)];
    return expected.flatMap((item, index) => missingFrom(actual[index], item, `${place}[${index}]`));
  }
  return expected.flatMap((item, index) =>
    actual.some((candidate) => missingFrom(candidate, item).length === 0)
      ? []
      : [differs(`${place}[${index}]`, actual, item)],
  );
}

/** A list of objects with an `id` each as one object. */
function byId(list: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(list.map((item) => [(item as { id: string }).id, item]));
}

function differs(place: string, actual: unknown, expected: unknown): string {
  return `${place || 'it'} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`;
}
