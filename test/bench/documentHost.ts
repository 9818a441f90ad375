import type { HostMeasures } from '../host/bench.mjs';
import type { Typing } from './inHost/keystrokes';
import type { Block } from './inHost/probe';
import { shown, shownPages, summaryOf } from './measure';
import type { BookResults } from './results';
import { heading, paragraph, table } from './table';

interface InHost {
  readonly name: string;
  readonly measures: HostMeasures;
}

/** What starting and typing take in a real VS Code. */
export function hostTables(books: readonly BookResults[]): string[] {
  const all: InHost[] = books.flatMap(({ size, host, web }) => [
    ...(host ? [{ name: shownPages(size), measures: host }] : []),
    ...(web ? [{ name: `${shownPages(size)}, browser`, measures: web }] : []),
  ]);
  if (all.length === 0) return [];
  return [
    heading(2, 'In VS Code: opening a book'),
    paragraph(
      'In a VS Code server with a browser on the same machine. Cold is the first time that a book is opened, warm the second. Times count from the beginning of the extension’s activation; the first row alone from opening the window, VS Code’s own start included. A block is a time in which the extension host does nothing else; in parentheses: for how much of it the extension host’s thread had the processor, the rest being other processes of this machine.',
    ),
    startTable(all),
    heading(2, 'In VS Code: one keystroke'),
    paragraph(
      'From the typed text being with the extension, in milliseconds: median / 95th percentile / slowest. “Handed over” includes the extension’s own wait for a pause in typing, unless VS Code asks something earlier. “Shown” adds the time until VS Code tells everyone of it, which it does every 50 ms at most. “Work” is how long the extension host was not idle till then, whatever it did.',
    ),
    typingTable(all),
  ];
}

function startTable(all: readonly InHost[]): string {
  const starts = all.flatMap(({ name, measures }) => [
    { name: `${name}, cold`, start: measures.cold },
    { name: `${name}, warm`, start: measures.warm },
  ]);
  const row = (title: string, cell: (start: HostMeasures['cold']) => string): string[] => [
    title,
    ...starts.map(({ start }) => cell(start)),
  ];
  return table(
    ['', ...starts.map(({ name }) => name)],
    ['', ...starts.map(() => 'right' as const)],
    [
      row('window opened until the tree is filled', ({ window }) => shown(window)),
      row('the extension’s code is loaded', ({ activation }) => shown(activation.loaded)),
      row('all pages are read and checked', ({ activation }) => shown(activation.ready)),
      row('the tree is filled', ({ activation }) => shown(activation.filled)),
      row('the last findings are handed over', ({ activation }) => shown(activation.diagnosed)),
      row('longest block while code is loaded', ({ activation }) => shownBlock(activation.blocks.loading)),
      row('longest block until the tree is filled', ({ activation }) =>
        shownBlock(activation.blocks.reading),
      ),
      row('longest block after that', ({ activation }) => shownBlock(activation.blocks.diagnosing)),
    ],
  );
}

/** Blocks of less than 10 ms are not noted. */
function shownBlock({ length, busy }: Block): string {
  if (length === 0) return '< 10 ms';
  return busy === undefined ? shown(length) : `${shown(length)} (${shown(busy)})`;
}

function typingTable(all: readonly InHost[]): string {
  const rows = all.flatMap(({ name, measures }) =>
    (measures.warm.typing ?? []).map((typing: Typing) => [
      typing.page,
      name,
      triple(typing.shown),
      triple(typing.sent),
      triple(typing.busy),
      shown(typing.longestBlock),
    ]),
  );
  return table(
    ['typed in', 'book', 'shown', 'handed over', 'work', 'longest block'],
    ['', '', 'right', 'right', 'right', 'right'],
    rows,
  );
}

function triple(taken: readonly number[]): string {
  if (taken.length === 0) return '–';
  const { median, p95, slowest } = summaryOf(taken);
  return [median, p95, slowest].map((time) => time.toFixed(0)).join(' / ');
}
