import { date } from '../schema/kinds';
import { addDays, type CalendarDate } from './calendarDate';
import type { CloseTaskPlan, Question, ReplacePlan } from './fix';
import { type Text, t } from './message';
import type { Commitment, Task } from './page';
import { formOf, keyText, lastKey, type TaskKey } from './taskKey';
import { lineRange, type Range, type TextEdit } from './text';
import { weekdayText } from './texts';

/**
 * Ticks the box and notes the day, unless there is one already; what repeats gets its next one.
 *
 * @param day a calendar date, or the name of an answer in braces
 */
export function closeCommitment(
  title: Text,
  { range }: Task,
  day: string,
  ask?: readonly Question[],
): CloseTaskPlan {
  return { kind: 'closeTask', title, task: range, day, ...(ask ? { ask } : {}) };
}

/** Writes the new day; a day that was promised before is kept as the first one. */
export function redateCommitment(commitment: Commitment, today: CalendarDate): ReplacePlan {
  const { keys, textRange, was } = commitment;
  const due = lastKey(keys, 'due');
  const first = was ?? due?.value;
  return {
    kind: 'replace',
    title: t`Agree on a new day…`,
    edits: due
      ? [{ range: due.valueRange, newText: '{day}' }, ...(was === undefined ? [firstPromise(keys, due)] : [])]
      : [{ range: behind(textRange), newText: ` ${keyText('due', '{day}', formOf(keys))}` }],
    ask: [
      {
        name: 'day',
        prompt:
          first === undefined
            ? t`By which day will it be kept?`
            : t`By which day will it be kept? It was first promised for ${weekdayText(first, today)}; that day stays noted.`,
        value: date,
        suggestion: addDays(today, 7),
        earliest: today,
      },
    ],
  };
}

/** Notes the day that was promised first. The plugin Tasks reads its own signs at the end of a task alone. */
function firstPromise(keys: readonly TaskKey[], due: TaskKey): TextEdit {
  const was = keyText('was', due.value, 'plain');
  if (due.form !== 'emoji') return { range: behind(due.range), newText: ` ${was}` };
  const { range } = keys.find(({ form }) => form === 'emoji') ?? due;
  return { range: { start: range.start, end: range.start }, newText: `${was} ` };
}

/** Strikes it through: readers still see it, and nobody waits for it. */
export function dropCommitment({ range, textRange }: Commitment, today: CalendarDate): ReplacePlan {
  return {
    kind: 'replace',
    title: t`Drop it, struck through`,
    edits: [
      { range: box(range), newText: '[x]' },
      { range: { start: textRange.start, end: textRange.start }, newText: '~~' },
      { range: behind(textRange), newText: `~~ dropped ${today}` },
    ],
  };
}

export function box({ start }: Range): Range {
  return lineRange(start.line, start.character, start.character + 3);
}

function behind({ end }: Range): Range {
  return { start: end, end };
}
