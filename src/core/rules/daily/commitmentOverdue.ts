import { addDays, type CalendarDate, daysBetween } from '../../model/calendarDate';
import { isValidCommitment } from '../../model/commitment';
import type { Question, ReplacePlan } from '../../model/fix';
import { isClosed } from '../../model/lifecycle';
import type { Commitment } from '../../model/page';
import { compareRanges, lineRange, type Range, type TextEdit } from '../../model/text';
import { plural } from '../../model/words';
import { date, pastDate } from '../../schema/kinds';
import type { PageRule } from '../rule';

export const commitmentOverdue: PageRule = {
  id: 'commitment-overdue',
  family: 'daily',
  severity: 'warning',
  scope: 'page',
  needs: ['today'],
  summary: 'A promise between departments is past its day.',
  explanation:
    'An open commitment with a `due:` before today. Due today is not overdue; a commitment without `due:` never is. Trust between departments is counted from promises kept by the first promised day.',
  remedy:
    'Close it with [x] and done:YYYY-MM-DD, or agree on a new day and keep the first one: due:2026-12-12 was:2026-12-05.',
  check(page, { settings, today }, report) {
    if (page.commitments.length === 0 || isClosed(page)) return;
    for (const commitment of page.commitments) {
      const { due, dueRange, done, from, to } = commitment;
      if (done || due === undefined || due >= today || !isValidCommitment(commitment, settings)) continue;
      const late = plural(daysBetween(due, today), 'day');
      const debtor = from === 'me' ? 'You owe' : `@${from} owes`;
      const creditor = to === 'me' ? 'you' : `@${to}`;
      report({
        range: dueRange ?? commitment.range,
        message: `${debtor} ${creditor} this since ${due}, ${late} ago. Close it, or agree on a new day and keep the first as was:${commitment.was ?? due}.`,
      });
    }
  },
  fixes(finding, page, { today }) {
    const place = finding.range.start;
    const commitment = page.commitments.find(
      ({ range, dueRange }) => compareRanges(dueRange ?? range, finding.range) === 0,
    );
    if (!commitment || place.line !== commitment.range.start.line) return [];
    return [
      closeCommitment('It was kept today', commitment, today),
      closeCommitment('It was kept on another day…', commitment, '{day}', [
        {
          name: 'day',
          prompt: 'On which day was it kept?',
          value: pastDate,
          suggestion: commitment.due ?? today,
        },
      ]),
      redateCommitment(commitment, today),
      dropCommitment(commitment, today),
    ];
  },
};

/** Ticks the box and notes the day, unless the day is there already. */
function closeCommitment(
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
function redateCommitment({ due, dueRange, range, was }: Commitment, today: CalendarDate): ReplacePlan {
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
function dropCommitment({ range }: Commitment, today: CalendarDate): ReplacePlan {
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

function box({ start }: Range): Range {
  return lineRange(start.line, start.character, start.character + 3);
}

function behind({ end }: Range): Range {
  return { start: end, end };
}
