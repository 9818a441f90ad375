import { outdates, weightyImpact } from '../../analysis/assumptions';
import { seenOn } from '../../analysis/freshness';
import { cadenceOf } from '../../model/cadence';
import type { CalendarDate } from '../../model/calendarDate';
import { daysBetween } from '../../model/calendarDate';
import { dateOf, numberOf, rangeOfField, textOf } from '../../model/fields';
import { setField } from '../../model/fix';
import { plural, t } from '../../model/message';
import { referenceTo } from '../../schema/kinds';
import { markReviewed } from '../daily/freshness';
import type { PageRule } from '../rule';

export const strategyStale: PageRule = {
  id: 'strategy-stale',
  family: 'long-term',
  severity: 'warning',
  scope: 'page',
  types: ['strategy'],
  needs: ['today'],
  summary: 'A strategy has not been reviewed for too long.',
  explanation:
    'The age is the days from `reviewed` to today; a strategy is due every 180 days (`cadence.strategy`).',
  remedy: 'Go through it with those who carry it, and mark it as reviewed today.',
  check(page, { today, settings }, report) {
    const reviewed = dateOf(page, 'reviewed');
    if (reviewed === undefined) return;
    const age = daysBetween(reviewed, today);
    const cadence = cadenceOf(page, settings.cadence);
    if (cadence === undefined || age <= cadence) return;
    report({
      range: rangeOfField(page, 'reviewed'),
      message: t`Reviewed ${plural(age, 'day')} ago; a strategy is due every ${plural(cadence, 'day')}. Go through it and mark it as reviewed today.`,
    });
  },
  fixes: markReviewed,
};

export const strategyOutdated: PageRule = {
  id: 'strategy-outdated',
  family: 'long-term',
  severity: 'warning',
  scope: 'page',
  types: ['strategy'],
  needs: ['targets'],
  summary: 'A weighty trend that a strategy relies on has moved since the strategy’s review.',
  explanation: `A trend in \`assumes\` of impact ${weightyImpact} or more was observed or reviewed after the strategy was reviewed.`,
  remedy: 'Ask whether the strategy still holds, and mark it as reviewed today.',
  check(page, { book }, report) {
    const reviewed = dateOf(page, 'reviewed');
    if (reviewed === undefined) return;
    for (const reference of book.referencesFrom(page.path)) {
      if (reference.field !== 'assumes') continue;
      const trend = book.resolve(reference);
      if (trend?.type !== 'trend' || !outdates(trend, reviewed)) continue;
      const seen = seenOn(trend) as CalendarDate;
      const impact = numberOf(trend, 'impact');
      if (impact === undefined) continue;
      report({
        range: reference.range,
        message: t`“${trend.title}” (impact ${impact}) was seen on ${seen}, ${plural(daysBetween(reviewed, seen), 'day')} after this strategy’s review (${reviewed}). Check whether the strategy still holds.`,
        related: [
          { path: trend.path, range: rangeOfField(trend, 'impact'), message: t`The trend it assumes` },
        ],
      });
    }
  },
  fixes: markReviewed,
};

/** So many strategies are offered by name; of more, one is picked from a list. */
const maxOffered = 5;

export const threatWithoutStrategy: PageRule = {
  id: 'threat-without-strategy',
  family: 'long-term',
  severity: 'information',
  scope: 'page',
  types: ['competitor'],
  needs: ['referrers'],
  ownParts: ['names', 'fields'],
  summary: 'No strategy is made for a high-threat competitor.',
  explanation: 'A competitor of high threat that no strategy names in `competitors`.',
  remedy: 'Take the competitor into a strategy, or write one.',
  check(page, { book }, report) {
    if (textOf(page, 'threat') !== 'high') return;
    const met = book.referencesTo(page, ['strategy']).some(({ field }) => field === 'competitors');
    if (met) return;
    report({
      range: rangeOfField(page, 'threat'),
      message: t`This competitor is a high threat and in the “competitors” of no strategy. Take it into one, or write one.`,
    });
  },
  fixes(_finding, page, { book }) {
    if (book.pageWithId(page.id)?.path !== page.path) return [];
    const strategies = book.pagesOfType('strategy');
    if (strategies.length > maxOffered) {
      const question = { name: 'strategy', prompt: t`Pick the strategy.`, value: referenceTo('strategy') };
      return [
        setField(t`Take it into a strategy…`, 'competitors', page.id, {
          ask: [question],
          pageAsked: question.name,
        }),
      ];
    }
    return strategies.map(({ path, title }) =>
      setField(t`Take it into the strategy “${title}”`, 'competitors', page.id, { pages: [path] }),
    );
  },
};
