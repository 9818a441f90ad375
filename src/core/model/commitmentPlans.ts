import { date } from '../schema/kinds';
import { addDays, type CalendarDate } from './calendarDate';
import type { Question, ReplacePlan } from './fix';
import type { Commitment } from './page';
import { lineRange, type Range, type TextEdit } from './text';

/** Ticks the box and notes the day, unless the day is there already. */
export function closeCommitment(
  title: string,
  commitment: Commitment,
  day: string,
  ask?: readonly Question[],
): ReplacePlan {
  const { range, doneOn } = commitment;
  const note: TextEdit[] = doneOn === undefined ? [{ range: behind(range), newText: ` done:${day}` }] : [];
  return {
    kind: 'replace',
    title,
    edits: [{ range: box(range), newText: '[x]' }, ...note],
    ...(ask ? { ask } : {}),
  };
}

/** Writes the new day and keeps the first promise as `was:`. */
export function redateCommitment(
  { due, dueRange, range, was }: Commitment,
  today: CalendarDate,
): ReplacePlan {
  const first = was === undefined ? ` was:${due}` : '';
  return {
    kind: 'replace',
    title: 'Agree on a new day…',
    edits: [{ range: dueRange ?? behind(range), newText: `due:{day}${first}` }],
    ask: [
      {
        name: 'day',
        prompt: 'By which day will it be kept? The first promised day is kept as was:.',
        value: date,
        suggestion: addDays(today, 7),
        earliest: today,
      },
    ],
  };
}

/** Strikes it through: readers still see it, and nobody waits for it. */
export function dropCommitment({ range }: Commitment, today: CalendarDate): ReplacePlan {
  const { line, character } = range.start;
  const text = lineRange(line, character + 4, character + 4);
  return {
    kind: 'replace',
    title: 'Drop it, struck through',
    edits: [
      { range: box(range), newText: '[x]' },
      { range: text, newText: '~~' },
      { range: behind(range), newText: `~~ dropped ${today}` },
    ],
  };
}

export function box({ start }: Range): Range {
  return lineRange(start.line, start.character, start.character + 3);
}

function behind({ end }: Range): Range {
  return { start: end, end };
}
