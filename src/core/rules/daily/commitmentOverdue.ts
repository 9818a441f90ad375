import { daysBetween } from '../../model/calendarDate';
import { isValidCommitment } from '../../model/commitment';
import { isClosed } from '../../model/lifecycle';
import { plural } from '../../model/words';
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
};
