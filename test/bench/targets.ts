import { longestSlice } from './longPageTimes';
import { shown, type Times } from './measure';
import { bookOf, type Results } from './results';

/** What was aimed at, and what came of it. */
export interface Target {
  readonly name: string;
  readonly target: string;
  readonly measured: string;
  /** Undefined where it was not measured. */
  readonly met: boolean | undefined;
  /** What keeps it from being met, where it is not. */
  readonly why: string;
}

const reasons = {
  work: 'What is left is work on single pages: parsing them, checking them, and clearing up memory.',
  peer: 'That peer lists pages and checks nothing. What is left here is said above.',
  warm: 'Each file is still asked for its size and times.',
  growth: 'So many pages fill a heap in which clearing up takes more than its share.',
  keystroke:
    'A page that a tenth of the book refers to has ten times as many referrers in a book of ten times the size, and rules about it look at them where its fields change. Below a millisecond the ratio is mostly chance.',
  block:
    'A block is told by the clock. The browser and the server of VS Code share the processors of this machine; the parentheses below say how long the host itself worked.',
  slice:
    'Some steps are still done in one go: taking tens of thousands of references into the index, comparing a page with what it was before, sorting what was found. Clearing up memory counts, too.',
  memory: 'References and the names of pages take more room than these pages have text.',
};

const small = 1000;
const large = 10_000;
const largest = 100_000;

/** The targets for a book of ten thousand pages, each judged by what one run measured. */
export function targetsOf(results: Results): Target[] {
  return [
    ...processTargets(results),
    ...keystrokeTargets(results),
    ...blockTargets(results),
    ...memoryTargets(results),
    ...troubledTargets(results),
    ...longPageTargets(results),
  ];
}

function processTargets(results: Results): Target[] {
  const at = (size: number) => bookOf(results, size)?.process;
  const cold = at(large)?.cold ?? at(large)?.uncached;
  const { floor, warm } = at(large) ?? {};
  const peer = (results.peers ?? [])
    .flatMap(({ name, times }) =>
      times[large] === undefined ? [] : [{ name, time: times[large] as number }],
    )
    .sort((a, b) => a.time - b.time)[0];
  const growth = (kind: 'cold' | 'warm' | 'uncached'): number | undefined =>
    ratioOf(at(largest)?.[kind]?.median, at(large)?.[kind]?.median);
  return [
    atMost(
      'cold `check` of 10,000 pages, by the floor',
      10,
      ratioOf(cold?.median, floor?.median),
      times,
      reasons.work,
    ),
    atLeast(
      `cold \`check\` of 10,000 pages, faster than the fastest peer${peer ? ` (${peer.name})` : ''}`,
      12,
      ratioOf(peer?.time, cold?.median),
      times,
      reasons.peer,
    ),
    atMost(
      'warm `check` of 10,000 pages, by the floor',
      4,
      ratioOf(warm?.median, floor?.median),
      times,
      reasons.warm,
    ),
    atMost(
      'growth of cold `check` from 10,000 to 100,000 pages',
      11,
      growth('cold') ?? growth('uncached'),
      times,
      reasons.growth,
    ),
    atMost('growth of warm `check` from 10,000 to 100,000 pages', 11, growth('warm'), times, reasons.warm),
  ];
}

function keystrokeTargets(results: Results): Target[] {
  const before = bookOf(results, small)?.core?.keystrokes ?? {};
  const core = Object.entries(bookOf(results, large)?.core?.keystrokes ?? { 'all kinds': undefined });
  return core.flatMap(([name, keystroke]: [string, Times | undefined]) => [
    atMost(
      `keystroke, ${name}: 95th percentile at 10,000 pages`,
      16,
      keystroke?.p95,
      shown,
      reasons.keystroke,
    ),
    atMost(
      `keystroke, ${name}: the same by its value at 1,000 pages`,
      1.5,
      ratioOf(keystroke?.p95, before[name]?.p95),
      times,
      reasons.keystroke,
    ),
  ]);
}

function blockTargets(results: Results): Target[] {
  const { host } = bookOf(results, large) ?? {};
  return (['cold', 'warm'] as const).flatMap((start) => {
    const { reading, diagnosing } = host?.[start].activation.blocks ?? {};
    const longest = reading && diagnosing && (reading.length > diagnosing.length ? reading : diagnosing);
    const name = `longest block of the extension host, ${start} start at 10,000 pages`;
    return [
      atMost(name, 50, longest?.length, shown, reasons.block),
      atMost(`${name}: what the host itself worked in it`, 50, longest?.busy, shown, reasons.block),
    ];
  });
}

function memoryTargets(results: Results): Target[] {
  const memory = bookOf(results, large)?.memory;
  return [
    atMost(
      'memory of the index at 10,000 pages, by the text read',
      1.5,
      ratioOf(memory?.index, memory?.text),
      times,
      reasons.memory,
    ),
    atMost('memory of the index at 10,000 pages', 150e6, memory?.index, megabytes, reasons.memory),
  ];
}

function troubledTargets({ troubled }: Results): Target[] {
  const broken = troubled?.times.find(({ name }) => name.includes('broken references'));
  return [
    atMost(
      '`check` of 6,000 pages with 18,000 broken references, by the same pages without',
      1.5,
      broken?.ratios.pretty,
      times,
      reasons.work,
    ),
  ];
}

function longPageTargets({ longPages = [] }: Results): Target[] {
  const most = (values: readonly number[]): number | undefined =>
    values.length > 0 ? Math.max(...values) : undefined;
  return [
    atMost(
      'the longest slice of any page of 1 MB',
      50,
      most(longPages.map(longestSlice)),
      shown,
      reasons.slice,
    ),
    atMost(
      '`check` of a page of 1 MB of anything, as JSON',
      2000,
      most(longPages.map(({ command }) => command.median)),
      shown,
      reasons.work,
    ),
  ];
}

export function ratioOf(value: number | undefined, base: number | undefined): number | undefined {
  return value === undefined || !base ? undefined : value / base;
}

export function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 2 : 1)} ×`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

type Shown = (value: number) => string;

function atMost(name: string, limit: number, value: number | undefined, show: Shown, why: string): Target {
  const measured = value === undefined ? 'not measured' : show(value);
  return {
    name,
    target: `≤ ${plain(show(limit))}`,
    measured,
    met: value === undefined ? undefined : value <= limit,
    why,
  };
}

function atLeast(name: string, limit: number, value: number | undefined, show: Shown, why: string): Target {
  const measured = value === undefined ? 'not measured' : show(value);
  return {
    name,
    target: `≥ ${plain(show(limit))}`,
    measured,
    met: value === undefined ? undefined : value >= limit,
    why,
  };
}

/** Without zeros after the point. */
function plain(text: string): string {
  return text.replace(/\.0+(?= )|(\.\d*?)0+(?= )/, '$1');
}
