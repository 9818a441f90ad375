import { strategiesOutdatedBy } from '../../analysis/assumptions';
import { cadenceOf } from '../../model/cadence';
import { daysBetween } from '../../model/calendarDate';
import { dateOf, rangeOfField, textOf } from '../../model/fields';
import type { Finding } from '../../model/finding';
import { type FixPlan, setField } from '../../model/fix';
import { isClosed } from '../../model/lifecycle';
import { plural, t } from '../../model/message';
import type { Page } from '../../model/page';
import { enumeration } from '../../model/texts';
import type { PageRule, RuleContext } from '../rule';

export function markReviewed(_finding: Finding, page: Page, context: RuleContext): FixPlan[] {
  const { today } = context;
  // Strategies that rely on a weighty trend are outdated by its review, unless they are gone through with it.
  const outdated = page.type === 'trend' ? strategiesOutdatedBy(page, today, context.book) : [];
  if (outdated.length === 0)
    return [setField(t`Mark as reviewed today`, 'reviewed', today, { preferred: true })];
  const names = enumeration(outdated.map(({ title }) => t`“${title}”`));
  const pages = [page, ...outdated].map(({ path }) => path);
  return [
    setField(t`Mark as reviewed today, and with it ${names}, which assumes it`, 'reviewed', today, { pages }),
  ];
}

export const competitorStale: PageRule = {
  id: 'competitor-stale',
  family: 'daily',
  severity: 'warning',
  otherSeverities: ['error'],
  scope: 'page',
  types: ['competitor'],
  needs: ['today'],
  summary: 'A competitor’s analysis has not been reviewed for longer than its threat allows.',
  explanation:
    'The age is the days from `reviewed` to today. A competitor of high threat is due every 30 days, of medium threat every 90, of low threat every 180 (`cadence.competitor` in book.md). Due exactly on that day is still fresh. From more than twice the cadence on it is an error.',
  remedy: 'Go through the page, bring it up to date, and mark it as reviewed today.',
  check(page, { settings, today }, report) {
    const threat = textOf(page, 'threat') ?? '';
    const reviewed = dateOf(page, 'reviewed');
    const cadence = cadenceOf(page, settings.cadence);
    if (cadence === undefined || reviewed === undefined) return;
    const age = daysBetween(reviewed, today);
    if (age <= cadence) return;
    report({
      range: rangeOfField(page, 'reviewed'),
      severity: age > 2 * cadence ? 'error' : 'warning',
      message: t`Reviewed ${plural(age, 'day')} ago; a ${threat}-threat competitor is due every ${plural(cadence, 'day')}. Go through it and mark it as reviewed today.`,
    });
  },
  fixes: markReviewed,
};

export const statusStale: PageRule = {
  id: 'status-stale',
  family: 'daily',
  severity: 'warning',
  scope: 'page',
  types: ['product'],
  needs: ['today'],
  summary: 'A product’s status has not been brought up to date for too long.',
  explanation:
    'The age is the days from `updated` to today; a status is due every 30 days (`cadence.product` in book.md), due exactly on that day is still fresh. Retired products are skipped.',
  remedy: 'Bring the status sheet up to date and set `updated` to today.',
  check(page, { settings, today }, report) {
    const updated = dateOf(page, 'updated');
    if (updated === undefined || isClosed(page)) return;
    const age = daysBetween(updated, today);
    const cadence = cadenceOf(page, settings.cadence);
    if (cadence === undefined || age <= cadence) return;
    report({
      range: rangeOfField(page, 'updated'),
      message: t`Updated ${plural(age, 'day')} ago; a product’s status is due every ${plural(cadence, 'day')}. Bring it up to date.`,
    });
  },
  fixes: (_finding, _page, { today }) => [
    setField('Set the status date to today', 'updated', today, { preferred: true }),
  ],
};
