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

/** A small book and what is to be found in it, as written in the files of cases. */
export interface BookCase {
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

export function parseBookCases(text: string, file: string): BookCase[] {
  return text
    .split(/^===== /m)
    .slice(1)
    .map((source) => parseCase(source, file));
}

function parseCase(source: string, file: string): BookCase {
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
  const [head = '', ...fragments] = source.split(' ~ ').map((part) => part.trim());
  const match = expectedPattern.exec(head);
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
