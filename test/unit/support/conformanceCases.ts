import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A finding that a case expects; `line` and `columns` count from 1, as the command line prints them. */
export interface ExpectedFinding {
  readonly path: string;
  /** Absent for `?`: any line. */
  readonly line?: number;
  readonly end?: { readonly column: number; readonly endLine: number; readonly endColumn: number };
  readonly rule: string;
  readonly severity: string;
  /** What the message must contain. */
  readonly fragments: readonly string[];
  /** The line as written. */
  readonly source: string;
}

/** One case of test/conformance: a small book and what is to be found in it. */
export interface ConformanceCase {
  readonly file: string;
  readonly name: string;
  readonly today: string;
  /** The rules whose findings are compared; all where absent. */
  readonly only?: readonly string[];
  readonly files: ReadonlyMap<string, string>;
  readonly findings?: readonly ExpectedFinding[];
  readonly balance?: unknown;
  readonly figures?: unknown;
}

const defaultToday = '2026-11-23';

export function readConformanceCases(folder: string): ConformanceCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseConformanceCases(readFileSync(join(folder, name), 'utf8'), name));
}

export function parseConformanceCases(text: string, file: string): ConformanceCase[] {
  return text
    .split(/^===== /m)
    .slice(1)
    .map((source) => parseCase(source, file));
}

function parseCase(source: string, file: string): ConformanceCase {
  const [head = '', ...sections] = source.split(/^----- /m);
  const [name = '', ...directives] = head.split('\n');
  const where = `${file}: ${name}`;
  const files = new Map<string, string>();
  const outcome: { findings?: ExpectedFinding[]; balance?: unknown; figures?: unknown } = {};
  for (const section of sections) {
    const [title = '', ...lines] = section.split('\n');
    switch (title.trim()) {
      case 'findings':
        outcome.findings = lines.filter(isContent).map((line) => parseExpected(line, where));
        break;
      case 'balance':
      case 'figures':
        outcome[title.trim() as 'balance' | 'figures'] = JSON.parse(lines.join('\n'));
        break;
      default:
        if (files.has(title.trim())) throw new Error(`${where}: two files ${title}`);
        files.set(title.trim(), fileText(lines));
    }
  }
  let today = defaultToday;
  let only: string[] | undefined;
  for (const line of directives.filter(isContent)) {
    const [word, ...rest] = line.split(' ');
    if (word === 'today') today = rest.join(' ').trim();
    else if (word === 'only')
      only = rest
        .join(' ')
        .split(/[\s,]+/)
        .filter((rule) => rule !== '');
    else throw new Error(`${where}: what does “${line}” mean?`);
  }
  return { file, name: name.trim(), today, ...(only ? { only } : {}), files, ...outcome };
}

function isContent(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('#');
}

/** A section's lines as a file; `@crlf` and `@bom` in front of them say how it is saved. */
function fileText(lines: readonly string[]): string {
  let first = 0;
  const marks = new Set<string>();
  while (lines[first] === '@crlf' || lines[first] === '@bom') marks.add(lines[first++] as string);
  const text = lines.slice(first).join(marks.has('@crlf') ? '\r\n' : '\n');
  return (marks.has('@bom') ? '\ufeff' : '') + text;
}

const expectedPattern =
  /^(.+?):(\?|\d+)(?::(\d+)-(\d+):(\d+))?\s+([a-z0-9-]+)\s+(error|warning|information|hint)$/;

function parseExpected(source: string, where: string): ExpectedFinding {
  const [head = '', ...fragments] = source.split(/\s+~\s+/);
  const match = expectedPattern.exec(head.trim());
  if (!match) throw new Error(`${where}: what does “${source}” mean?`);
  const [, path, line, column, endLine, endColumn, rule, severity] = match as unknown as string[];
  return {
    path: path as string,
    ...(line === '?' ? {} : { line: Number(line) }),
    ...(column === undefined
      ? {}
      : { end: { column: Number(column), endLine: Number(endLine), endColumn: Number(endColumn) } }),
    rule: rule as string,
    severity: severity as string,
    fragments: fragments.map((fragment) => fragment.trim()),
    source,
  };
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
