import type { ListItem } from '../model/bodyScan';
import { isCalendarDate } from '../model/calendarDate';
import type { Commitment, Task } from '../model/page';
import { lineRange, type Range } from '../model/text';

const taskPattern = /^\[([ xX])\]\s+(?=\S)/;
const departmentName = '[\\p{L}\\d](?:[\\p{L}\\d_-]*[\\p{L}\\d_])?';
const headPattern = new RegExp(
  `^@(${departmentName})(?:(\\s*(?:->|→)\\s*)@(${departmentName}))?\\s*(:?)`,
  'u',
);
const datePattern = /(^|\s)(due|made|done|was):([^\s,;)]+)/g;

type DateName = 'due' | 'made' | 'done' | 'was';

interface FoundDates {
  readonly dates: Partial<Record<DateName, { value: string; range: Range }>>;
  readonly problems: { message: string; range: Range }[];
}

/** Reads the task items of a body; those that start with a department are commitments. Quoted items are text. */
export function tasksOf(items: readonly ListItem[]): { tasks: Task[]; commitments: Commitment[] } {
  const tasks: Task[] = [];
  const commitments: Commitment[] = [];
  for (const item of items) {
    if (item.quoted) continue;
    const match = taskPattern.exec(item.text);
    if (!match) continue;
    const rest = item.text.slice(match[0].length);
    const restStart = item.range.start.character + match[0].length;
    const task = { done: match[1] !== ' ', range: item.range };
    if (rest.startsWith('@')) commitments.push(commitment(rest, restStart, task));
    else {
      const { due } = datesIn(rest, restStart, item.range.start.line).dates;
      tasks.push({
        ...task,
        text: withoutDates(rest),
        ...(due ? { due: due.value, dueRange: due.range } : {}),
      });
    }
  }
  return { tasks, commitments };
}

function commitment(rest: string, restStart: number, task: { done: boolean; range: Range }): Commitment {
  const { line } = task.range.start;
  const head = headPattern.exec(rest);
  const from = head?.[1] ?? '';
  const arrow = head?.[2] ?? '';
  const to = head?.[3];
  const afterHead = head ? head[0].length : 1;
  const { dates, problems } = datesIn(rest.slice(afterHead), restStart + afterHead, line);
  if (!head) {
    problems.push({
      message: 'No department follows the @',
      range: lineRange(line, restStart, restStart + 1),
    });
  }
  const toStart = restStart + 1 + from.length + arrow.length;
  return {
    ...task,
    text: withoutDates(rest.slice(afterHead)),
    from,
    to: to ?? 'me',
    fromRange: lineRange(line, restStart, restStart + 1 + from.length),
    ...(to === undefined ? {} : { toRange: lineRange(line, toStart, toStart + 1 + to.length) }),
    ...(dates.due ? { due: dates.due.value, dueRange: dates.due.range } : {}),
    ...(dates.was ? { was: dates.was.value } : {}),
    ...(dates.made ? { made: dates.made.value } : {}),
    ...(dates.done ? { doneOn: dates.done.value } : {}),
    problems,
  };
}

function datesIn(text: string, start: number, line: number): FoundDates {
  const found: FoundDates = { dates: {}, problems: [] };
  for (const match of text.matchAll(datePattern)) {
    const name = match[2] as DateName;
    const value = (match[3] as string).replace(/\.$/, '');
    const from = start + match.index + (match[1] as string).length;
    const range = lineRange(line, from, from + name.length + 1 + value.length);
    if (!isCalendarDate(value)) {
      found.problems.push({
        message: `“${value}” is not a day of the calendar; write a day such as ${name}:2026-12-05`,
        range,
      });
    } else {
      const earlier = found.dates[name];
      // Re-dated more than once: the first promise is the earliest.
      if (!earlier || name !== 'was' || value < earlier.value) found.dates[name] = { value, range };
    }
  }
  return found;
}

function withoutDates(text: string): string {
  return text.replace(datePattern, '$1').replace(/\s+/g, ' ').trim();
}
