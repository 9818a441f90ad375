import { overdueCommitments } from '../../analysis/overdue';
import { byRange } from '../../model/byRange';
import { closeCommitment, dropCommitment, redateCommitment } from '../../model/commitmentPlans';
import { plural, t } from '../../model/message';
import { pastDate } from '../../schema/kinds';
import type { PageRule } from '../rule';

const commitmentAt = byRange(
  ({ commitments }) => commitments,
  ({ range, dueRange }) => dueRange ?? range,
);

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
    for (const { commitment, due, days } of overdueCommitments(page, settings, today)) {
      const { dueRange, from, to } = commitment;
      const late = plural(days, 'day');
      const debtor = from === 'me' ? t`You owe` : t`@${from} owes`;
      const creditor = to === 'me' ? t`you` : `@${to}`;
      report({
        range: dueRange ?? commitment.range,
        message: t`${debtor} ${creditor} this since ${due}, ${late} ago. Close it, or agree on a new day and keep the first as was:${commitment.was ?? due}.`,
      });
    }
  },
  fixes(finding, page, { today }) {
    const commitment = commitmentAt(page, finding.range);
    if (!commitment) return [];
    return [
      closeCommitment(t`It was kept today`, commitment, today),
      closeCommitment(t`It was kept on another day…`, commitment, '{day}', [
        {
          name: 'day',
          prompt: t`On which day was it kept?`,
          value: pastDate,
          suggestion: commitment.due ?? today,
        },
      ]),
      redateCommitment(commitment, today),
      dropCommitment(commitment, today),
    ];
  },
};
