import { taskWords } from '../markdown';
import type { ListItem } from '../model/bodyScan';
import type { Commitment, Task, TaskProblem } from '../model/page';
import { readPeriod } from '../model/period';
import { inSlices, type SlicedWork } from '../model/slices';
import { lastKey } from '../model/taskKey';
import { ParagraphPlaces } from './paragraphPlaces';
import { readParties } from './parties';
import { type FoundKeys, keysIn, narrowed } from './taskKeys';

const boxPattern = /^\[([ xX])\]\s+(?=\S)/;
const blockId = /^\^[A-Za-z\d-]+$/;

/** So many items are read in one slice of work. */
const itemsPerSlice = 128;

/** Reads the task items of a body; those that start with a department are commitments. Quoted items are text. */
export function* tasksOf(
  items: readonly ListItem[],
): SlicedWork<{ tasks: Task[]; commitments: Commitment[] }> {
  const tasks: Task[] = [];
  const commitments: Commitment[] = [];
  yield* inSlices(items, itemsPerSlice, (item) => {
    const box = item.quoted ? null : boxPattern.exec(item.paragraph);
    if (!box) return;
    const start = box[0].length;
    const isDone = box[1] !== ' ';
    if (narrowed(item.paragraph.charAt(start)) === '@') commitments.push(commitmentOf(item, start, isDone));
    else tasks.push(taskOf(item, start, isDone, false, []));
  });
  return { tasks, commitments };
}

function commitmentOf(item: ListItem, start: number, isDone: boolean): Commitment {
  const places = new ParagraphPlaces(item);
  const parties = readParties(item.paragraph, start);
  const problems = parties.problems.map(({ start: from, end, message, rewrites }) => ({
    message,
    rewrites,
    range: places.rangeOf(from, end),
  }));
  // Field by field: copies of the task would take as long as all reading, and a page may have thousands.
  const commitment = taskOf(item, start, isDone, true, problems, parties.end, places) as Writable<Commitment>;
  const { keys } = commitment;
  commitment.from = parties.from;
  commitment.to = parties.to ?? 'me';
  commitment.fromRange = places.rangeOf(parties.fromSpan.start, parties.fromSpan.end);
  if (parties.toSpan) commitment.toRange = places.rangeOf(parties.toSpan.start, parties.toSpan.end);
  const was = lastKey(keys, 'was');
  const made = lastKey(keys, 'made');
  const done = lastKey(keys, 'done');
  if (was) commitment.was = was.value;
  if (made) commitment.made = made.value;
  if (done) commitment.doneOn = done.value;
  return commitment;
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** @param textStart where its text begins, behind what is read of it already */
function taskOf(
  item: ListItem,
  start: number,
  isDone: boolean,
  isCommitment: boolean,
  others: readonly TaskProblem[],
  textStart = start,
  places = new ParagraphPlaces(item),
): Task {
  const { paragraph, markup } = item;
  const found = keysIn(paragraph, markup, isCommitment);
  const end = textEnd(paragraph, start);
  const keys = found.keys.map(({ name, form, value, valueSpan, start: from, end: to }) => ({
    name,
    form,
    value,
    range: places.rangeOf(from, to),
    valueRange: places.rangeOf(valueSpan.start, valueSpan.end),
  }));
  const problems = found.problems.map(({ start: from, end: to, message, rewrites }) => ({
    message,
    rewrites,
    range: places.rangeOf(from, to),
  }));
  const due = lastKey(keys, 'due');
  const every = readPeriod(lastKey(keys, 'every')?.value ?? '');
  const task: Writable<Task> = {
    done: isDone,
    text: taskWords(paragraph, textStart, end, hiddenIn(item, found)),
    keys,
    problems: [...others, ...problems],
    range: item.range,
    textRange: places.rangeOf(start, end),
  };
  if (due) {
    task.due = due.value;
    task.dueRange = due.range;
  }
  if (every) task.every = every;
  return task;
}

/** Keys and comments: they are told otherwise, or not at all. */
function hiddenIn({ paragraph, markup }: ListItem, { keys, problems }: FoundKeys) {
  const comments = markup.filter(({ kind, start }) => kind === 'html' && paragraph.startsWith('<!--', start));
  return [...keys, ...problems, ...comments].sort((a, b) => a.start - b.start);
}

/** Where the text ends, a final `^block-id` left out. */
function textEnd(paragraph: string, start: number): number {
  const mark = paragraph.lastIndexOf('^');
  const hasId = mark > start && /\s/.test(paragraph.charAt(mark - 1)) && blockId.test(paragraph.slice(mark));
  if (!hasId) return paragraph.length;
  let end = mark;
  while (end > start && /\s/.test(paragraph.charAt(end - 1))) end--;
  return end;
}
