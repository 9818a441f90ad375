import type { CalendarDate } from '../model/calendarDate';
import { box } from '../model/commitmentPlans';
import { t } from '../model/message';
import type { Page, Task } from '../model/page';
import { nextDay } from '../model/period';
import { Refusal } from '../model/refusal';
import { formOf, keyText, lastKey, type TaskKey } from '../model/taskKey';
import { compareRanges, LineMap, type Position, type Range, type TextEdit } from '../model/text';
import { verifyEdit } from './verifyEdit';

const markerPattern = /(?:[-*+]|\d{1,9}[.)])[ \t]+$/;
const loneMarkerPattern = /(?:[-*+]|\d{1,9}[.)])[ \t]*$/;

/** Thrown where a task would not read back as meant. */
const changed = t`The task could not be changed; please edit its line by hand.`;

/**
 * Ticks a task, notes the day unless one is there, and writes the next one of a task that repeats above it.
 *
 * @param day on which it was done
 * @param today from which its next day is counted
 * @throws Refusal where the result would not read back as meant
 */
export function closeTaskEdits(
  page: Page,
  text: string,
  task: Task,
  day: CalendarDate,
  today: CalendarDate,
): readonly TextEdit[] {
  if (task.done) return [];
  const { textRange, keys } = task;
  const note: TextEdit[] = lastKey(keys, 'done')
    ? []
    : [
        {
          range: { start: textRange.end, end: textRange.end },
          newText: ` ${keyText('done', day, formOf(keys))}`,
        },
      ];
  const edits = [
    ...nextTaskEdits(page, text, task, today),
    { range: box(task.range), newText: '[x]' },
    ...note,
  ];
  return checked(page, text, task, edits, true);
}

/**
 * Opens a task again: takes its tick and the day on which it was done back, and the next one that ticking it on `today`
 * wrote, where that stands above it unchanged.
 *
 * @throws Refusal where the result would not read back as meant
 */
export function reopenTaskEdits(
  page: Page,
  text: string,
  task: Task,
  today: CalendarDate | undefined,
): readonly TextEdit[] {
  if (!task.done) return [];
  const lines = new LineMap(text);
  const edits: TextEdit[] = [{ range: box(task.range), newText: '[ ]' }];
  for (const key of task.keys)
    if (key.name === 'done') edits.push({ range: keyRemoval(text, lines, task, key), newText: '' });
  const [next] = today === undefined ? [] : nextTaskEdits(page, text, task, today);
  const above = next && rangeAbove(text, lines, next);
  if (above) edits.push({ range: above, newText: '' });
  return checked(page, text, task, edits, false);
}

/**
 * Writes the next one of a task that a user has just ticked by hand; none where it does not repeat, or its next one
 * stands above it.
 *
 * @param page as it reads with the tick
 * @param position of the tick, in its box
 * @param today from which its next day is counted
 * @throws Refusal where the result would not read back as meant
 */
export function nextOfTickedEdits(
  page: Page,
  text: string,
  { line, character }: Position,
  today: CalendarDate,
): readonly TextEdit[] {
  const task = tasksIn(page).find(
    ({ done, range: { start } }) => done && start.line === line && start.character + 1 === character,
  );
  const edits = task ? nextTaskEdits(page, text, task, today) : [];
  const [next] = edits;
  if (!task || !next || rangeAbove(text, new LineMap(text), next)) return [];
  return checked(page, text, task, edits, true);
}

/** Where a text that would be inserted stands already, right before its place. */
function rangeAbove(text: string, lines: LineMap, { range, newText }: TextEdit): Range | undefined {
  const end = lines.offsetAt(range.start);
  const start = end - newText.length;
  return text.slice(Math.max(0, start), end) === newText ? lines.rangeOf(start, end) : undefined;
}

/**
 * Writes the next one of a task that repeats above it: open, with its next day, without the days and the block id of
 * the old one. None for a task that does not repeat.
 */
export function nextTaskEdits(page: Page, text: string, task: Task, today: CalendarDate): TextEdit[] {
  const { every, keys, textRange } = task;
  const item = page.body.listItems.find(({ range }) => compareRanges(range, task.range) === 0);
  if (!every || !item) return [];
  const lines = new LineMap(text);
  const paragraph = lines.offsetAt(item.range.start);
  const marker = markerStart(text, lines, item.firstLine, paragraph);
  const due = lastKey(keys, 'due');
  const day = nextDay(due?.value, every, today);
  const copied: TextEdit[] = [{ range: box(task.range), newText: '[ ]' }];
  for (const key of keys) {
    if (key.name === 'every') continue;
    if (key === due) copied.push({ range: key.valueRange, newText: day });
    else copied.push({ range: keyRemoval(text, lines, task, key), newText: '' });
  }
  const end = { start: textRange.end, end: lines.positionAt(paragraph + item.paragraph.length) };
  copied.push({ range: end, newText: due ? '' : ` ${keyText('due', day, formOf(keys))}` });
  const next = appliedWithin(text, lines, copied, marker, paragraph + item.paragraph.length);
  const indentation = lines.lineText(item.firstLine).slice(0, lines.positionAt(marker).character);
  const above = lines.positionAt(marker);
  return [
    {
      range: { start: above, end: above },
      newText: next + lineEndingNear(text, marker) + indentation.replace(/[^\t]/g, ' '),
    },
  ];
}

function markerStart(text: string, lines: LineMap, firstLine: number, paragraph: number): number {
  const lineStart = lines.offsetAt({ line: firstLine, character: 0 });
  const before = text.slice(lineStart, paragraph);
  const match =
    markerPattern.exec(before) ?? loneMarkerPattern.exec(lines.lineText(firstLine).slice(0, before.length));
  if (!match) throw new Refusal(changed);
  return lineStart + match.index;
}

/** The text from `start` to `end` with edits that lie in it. */
function appliedWithin(
  text: string,
  lines: LineMap,
  edits: readonly TextEdit[],
  start: number,
  end: number,
): string {
  const ordered = edits
    .map(({ range, newText }) => ({
      from: lines.offsetAt(range.start),
      to: lines.offsetAt(range.end),
      newText,
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let at = start;
  for (const { from, to, newText } of ordered) {
    result += text.slice(at, Math.max(at, from)) + newText;
    at = Math.max(at, to);
  }
  return result + text.slice(at, end);
}

/** The key with what would be left without it: brackets and emphasis around it alone, and the blank or comma before. */
function keyRemoval(text: string, lines: LineMap, task: Task, key: TaskKey): Range {
  const first = lines.offsetAt(task.textRange.start);
  let start = lines.offsetAt(key.range.start);
  let end = lines.offsetAt(key.range.end);
  for (let size = wrapperAt(text, start, end); size > 0; size = wrapperAt(text, start, end)) {
    start -= size;
    end += size;
  }
  let before = start;
  while (before > first && /[ \t]/.test(text.charAt(before - 1))) before--;
  if (before > first && /[,;]/.test(text.charAt(before - 1))) before--;
  const isFirst = before === first || /[([\r\n]/.test(text.charAt(before - 1));
  if (isFirst) {
    let after = end;
    if (/[,;]/.test(text.charAt(after))) after++;
    while (/[ \t]/.test(text.charAt(after))) after++;
    const isWholeLine = /[\r\n]/.test(text.charAt(before - 1)) && /^$|[\r\n]/.test(text.charAt(after));
    return isWholeLine
      ? lines.rangeOf(before - (text.slice(before - 2, before) === '\r\n' ? 2 : 1), after)
      : lines.rangeOf(start, after);
  }
  return lines.rangeOf(before, end);
}

/** How long the marks are that stand around a place alike. */
function wrapperAt(text: string, start: number, end: number): number {
  const pair = text.charAt(start - 1) + text.charAt(end);
  if (pair === '()' || pair === '[]') return 1;
  for (const mark of ['**', '__', '~~', '*', '_'])
    if (text.slice(start - mark.length, start) === mark && text.startsWith(mark, end)) return mark.length;
  return 0;
}

/** The line ending of the line at a place, else of the line before. */
function lineEndingNear(text: string, at: number): string {
  const later = /\r\n?|\n/g;
  later.lastIndex = at;
  const own = later.exec(text)?.[0];
  if (own !== undefined) return own;
  return /(\r\n?|\n)[^\r\n]*$/.exec(text)?.[1] ?? '\n';
}

/** Of the page’s tasks this one alone reads otherwise: it is done, or open again; its next one may come or go. */
function checked(
  page: Page,
  text: string,
  task: Task,
  edits: readonly TextEdit[],
  done: boolean,
): readonly TextEdit[] {
  const index = tasksIn(page).findIndex(({ range }) => compareRanges(range, task.range) === 0);
  verifyEdit(page, text, edits, {
    rewrites: true,
    problem: (after) => {
      const results = tasksIn(after);
      const more = results.length - tasksIn(page).length;
      const result = results[index + more];
      const isAsMeant = result?.done === done && result.text === task.text && result.due === task.due;
      const isCount = done ? more === (task.every ? 1 : 0) : more === 0 || (task.every && more === -1);
      return isAsMeant && isCount ? undefined : t`the task would not be read as meant`;
    },
  });
  return edits;
}

/** All tasks of a page, commitments among them, in the order in which they stand. */
export function tasksIn({ tasks, commitments }: Pick<Page, 'tasks' | 'commitments'>): Task[] {
  return [...tasks, ...commitments].sort((a, b) => compareRanges(a.range, b.range));
}
