import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { askChild } from './children';
import { longPages } from './longPageKinds';
import type { LongPageTime } from './longPages';
import { shown, summaryOf, type Times } from './measure';
import { heading, paragraph, table } from './table';
import { checkArguments, timeProgram } from './wholeProcess';
import { writeFiles } from './writeFiles';

/** What the extension and the command take for pages of 1 MB. */
export interface LongPageResult extends LongPageTime {
  /** The command without a cache, all findings as JSON. */
  readonly command: Times;
}

const rounds = 3;

export function measureLongPages(temporary: string): LongPageResult[] {
  const folder = join(temporary, 'long-page');
  return askChild<LongPageTime[]>('longPages.ts', []).map((time) => {
    const text = longPages[time.kind]?.() ?? '';
    try {
      writeFiles(
        folder,
        new Map([
          ['book.md', '---\ntype: book\n---\n'],
          ['log/2026-11-23.md', text],
        ]),
      );
      const taken = Array.from({ length: rounds }, () =>
        timeProgram(checkArguments(folder, undefined, 'json')),
      );
      return { ...time, command: summaryOf(taken) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** The longest that the extension works at a time, in milliseconds. */
export function longestSlice({ open, keystroke }: LongPageTime): number {
  return Math.max(...[open, keystroke].flatMap(({ parse, index, check }) => [parse, index, check]));
}

export function longPageTable(results: readonly LongPageResult[] = []): string[] {
  if (results.length === 0) return [];
  const rows = results.map(({ kind, findings, open, keystroke, command }) => [
    kind,
    findings.toLocaleString('en'),
    ...[open, keystroke].flatMap(({ parse, index, check, all }) => [
      [parse, index, check].map((time) => time.toFixed(0)).join(' / '),
      shown(all),
    ]),
    shown(command.median),
  ]);
  return [
    heading(2, 'Pages of 1 MB'),
    paragraph(
      'Books of one page that is full of one thing. The extension works on long pages in slices: the longest one, in milliseconds, to parse the page, to take it into the index and to check it, and all of it together; when the page is opened, and after a keystroke in its prose. Counted is what the thread had a processor for. Then the whole command without a cache, all findings as JSON.',
    ),
    table(
      ['full of', 'findings', 'opened: longest slices', 'all', 'keystroke: longest slices', 'all', 'command'],
      ['', ...Array.from({ length: 6 }, () => 'right' as const)],
      rows,
    ),
  ];
}
