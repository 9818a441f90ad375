import { cpus } from 'node:os';
import { coreTables } from './documentCore';
import { hostTables } from './documentHost';
import { longPageTable } from './longPageTimes';
import { shown, shownPages } from './measure';
import type { BookResults, Results } from './results';
import { heading, paragraph, table } from './table';
import { megabytes, ratioOf, type Target, targetsOf, times } from './targets';
import type { ProcessKind } from './wholeProcess';

/** The page of docs/ about speed and memory. */
export function performanceDocument(results: Results): string {
  const blocks = [
    heading(1, 'Performance'),
    paragraph(
      'A status book grows for decades, so it is measured with as many pages as that brings. `npm run bench` generates books of several sizes, measures all that is told here in one run, and writes this page.',
      'Half of a generated book are log pages with time entries and promises; the rest are competitors, voices, products, trends, partners, plans, budgets, strategies and decisions. A typical page has 1.6 KB, some are ten times as long, some are in Chinese. A tenth of all pages refers to one competitor.',
    ),
    paragraph(
      `Measured on ${machine()}. Times differ from machine to machine; the ratios of one run hold better. Times are medians unless something else is said.`,
    ),
    ...failures(results),
    ...targets(results),
    ...processTable(results.books),
    ...troubledTable(results),
    ...longPageTable(results.longPages),
    ...peerTable(results),
    ...coreTables(results.books),
    ...hostTables(results.books),
    ...memoryTable(results.books),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function failures({ failures: all = [] }: Results): string[] {
  if (all.length === 0) return [];
  return [paragraph('Not all could be measured:'), all.map((failure) => `- ${failure}`).join('\n')];
}

function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() || 'unknown processor';
  return `${processors.length} × ${model}, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
}

function targets(results: Results): string[] {
  const all = targetsOf(results);
  const rows = all.map(({ name, target, measured, met }) => [
    name,
    target,
    measured,
    met === undefined ? '–' : met ? 'met' : '**missed**',
  ]);
  return [
    heading(2, 'Targets'),
    paragraph(
      'What a book of 10,000 pages should feel like. The floor is the time in which Node reads all files and does nothing with them; a frame on the screen is 16 ms.',
    ),
    table(['what', 'target', 'measured', ''], ['', 'right', 'right', ''], rows),
    ...missed(all),
  ];
}

/** Why targets are missed, each reason once. */
function missed(all: readonly Target[]): string[] {
  const names = new Map<string, string[]>();
  for (const { name, met, why } of all) if (met === false) names.set(why, [...(names.get(why) ?? []), name]);
  return [...names].map(([why, of]) => paragraph(`Missed, ${of.join('; ')}: ${why}`));
}

const kindNames: Readonly<Record<ProcessKind, string>> = {
  floor: 'the floor',
  cold: 'cold: empty cache',
  warm: 'warm: nothing changed',
  changed: 'warm: one page changed',
  uncached: 'without a cache',
};

function processTable(books: readonly BookResults[]): string[] {
  const measured = books.filter(({ process }) => process);
  if (measured.length === 0) return [];
  const hasCache = measured.some(({ process }) => process?.cold);
  const kinds = (Object.keys(kindNames) as ProcessKind[]).filter((kind) =>
    measured.some(({ process }) => process?.[kind]),
  );
  const rows = measured.map(({ size, bytes, process }) => {
    const floor = process?.floor?.median;
    const cells = kinds.map((kind) => {
      const median = process?.[kind]?.median;
      if (median === undefined) return '–';
      const ratio = ratioOf(median, floor);
      return kind === 'floor' || ratio === undefined ? shown(median) : `${shown(median)} (${times(ratio)})`;
    });
    return [size.toLocaleString('en'), megabytes(bytes), ...cells];
  });
  return [
    heading(2, 'The command `status-book check`'),
    paragraph(
      'As a whole process, from its start to its end, all findings as JSON. In parentheses: by the floor. The kinds ran in turn, the files in the memory of the system.',
      ...(hasCache ? [] : ['This build of the command keeps no cache, so there is no warm run to time.']),
    ),
    table(
      ['pages', 'text', ...kinds.map((kind) => kindNames[kind])],
      ['right', 'right', ...kinds.map(() => 'right' as const)],
      rows,
    ),
  ];
}

function troubledTable({ troubled }: Results): string[] {
  if (!troubled) return [];
  const rows = troubled.times.map(({ name, pretty, json, ratios }) => [
    name,
    `${shown(pretty.median)} (${times(ratios.pretty)})`,
    `${shown(json.median)} (${times(ratios.json)})`,
  ]);
  return [
    heading(2, 'Books in bad shape'),
    paragraph(
      `The command without a cache on ${shownPages(troubled.size)}, each with much of one trouble. In parentheses: by the same pages without it, run in turn. JSON also tells the titles of all fixes.`,
    ),
    table(['trouble', 'pretty', 'JSON'], ['', 'right', 'right'], rows),
  ];
}

function peerTable({ peers, books }: Results): string[] {
  if (!peers) return [];
  const measured = books.map(({ size }) => size);
  const run = measured.filter((size) => peers.some(({ times: at }) => at[size] !== undefined));
  const sizes = run.length > 0 ? run : measured.slice(0, 1);
  const ours = sizes.map((size) => {
    const { cold, uncached } = books.find((book) => book.size === size)?.process ?? {};
    return (cold ?? uncached)?.median;
  });
  const rows = peers.map(({ name, version, times: at, failure }) => [
    `${name} ${version}`,
    ...sizes.map((size) => (at[size] === undefined ? (failure ?? '–') : shown(at[size] as number))),
  ]);
  const own = ['`status-book check`, cold', ...ours.map((time) => (time === undefined ? '–' : shown(time)))];
  return [
    heading(2, 'Other tools on the same pages'),
    paragraph(
      'Each once as a whole process, after one run that does not count at the smaller size. They do other work than the status book does: they check links, style or the front matter of pages one by one. The plugin for remark has a small schema of five fields. A dash: not run at this size, as it takes minutes.',
    ),
    table(['tool', ...sizes.map(shownPages)], ['', ...sizes.map(() => 'right' as const)], [own, ...rows]),
  ];
}

function memoryTable(books: readonly BookResults[]): string[] {
  const rows = books.flatMap(({ size, memory }) => {
    if (!memory) return [];
    const { text, index, withFindings, check, warmCheck } = memory;
    return [
      [
        ...[size.toLocaleString('en'), megabytes(text), `${megabytes(index)} (${times(index / text)})`],
        ...[withFindings, check, warmCheck].map((bytes) => (bytes === undefined ? '–' : megabytes(bytes))),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    heading(2, 'Memory'),
    paragraph(
      'The index is what the extension keeps of a book while it is open, the texts of the pages dropped. In parentheses: by the text read. The last columns are the whole process of `check` at its most, Node itself included.',
    ),
    table(
      ['pages', 'text', 'index', 'index and findings', '`check` without a cache', '`check`, warm'],
      ['right', 'right', 'right', 'right', 'right', 'right'],
      rows,
    ),
  ];
}
