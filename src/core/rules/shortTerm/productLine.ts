import { incrementalOf, paybackMonths, yearlySaving } from '../../analysis/value';
import { daysBetween } from '../../model/calendarDate';
import { booleanOf, dateOf, fieldValue, numberOf, objectsOf, rangeOfField, textOf } from '../../model/fields';
import { askDay, askField } from '../../model/fix';
import { isClosed } from '../../model/lifecycle';
import { plural, t } from '../../model/message';
import { amount, trimmed } from '../../model/texts';
import { text } from '../../schema/kinds';
import type { PageRule } from '../rule';

/** Months by which an improvement is to have paid for itself. */
const paybackLimit = 12;

export const improvementPayback: PageRule = {
  id: 'improvement-payback',
  family: 'short-term',
  severity: 'information',
  scope: 'page',
  types: ['improvement'],
  needs: [],
  summary: 'An improvement takes more than 12 months to pay for itself.',
  explanation:
    'Payback in months = oneOff / ((cost − newCost) · volume / 12). Where one of the numbers is missing it is not judged.',
  remedy: 'Look for a cheaper way or a larger saving, or say why it is worth it all the same.',
  check(page, { settings: { currency } }, report) {
    const oneOff = numberOf(page, 'oneOff');
    const saving = yearlySaving(page);
    if (oneOff === undefined || saving === null) return;
    const range = rangeOfField(page, 'oneOff');
    const months = paybackMonths(page);
    if (months === null) {
      if (oneOff <= 0) return;
      report({
        range,
        message: t`This improvement costs ${amount(oneOff, currency)} once and saves nothing per unit, so it never pays for itself in ${paybackLimit} months. Check “cost” and “newCost”.`,
      });
    } else if (months > paybackLimit) {
      report({
        range,
        message: t`This improvement pays for itself in ${trimmed(months)} months, more than ${paybackLimit}: ${amount(oneOff, currency)} once against ${amount(saving, currency)} a year. Look for a cheaper way.`,
      });
    }
  },
};

export const improvementRemovesBasic: PageRule = {
  id: 'improvement-removes-basic',
  family: 'short-term',
  severity: 'error',
  scope: 'page',
  types: ['improvement'],
  needs: [],
  summary: 'An improvement takes away a basic function.',
  explanation:
    'Value analysis saves on what customers do not need. A function marked `basic` is what they buy the product for; it cannot be `removed`.',
  remedy: 'Keep the function, or find another way to provide it.',
  check(page, _context, report) {
    for (const [index, item] of objectsOf(page, 'functions').entries()) {
      if (booleanOf(item, 'basic') !== true || booleanOf(item, 'removed') !== true) continue;
      report({
        range: fieldValue(item, 'removed')?.range ?? item.range,
        message: t`“${textOf(item, 'name') ?? t`This function`}” is basic and cannot be removed: customers buy the product for it. Keep it or provide it otherwise.`,
        data: { index },
      });
    }
  },
  fixes(finding) {
    const object = ['functions', Number(finding.data?.index)];
    return [{ kind: 'setFields', title: t`Keep the function`, object, values: { removed: 'false' } }];
  },
};

export const lineChangeUndecided: PageRule = {
  id: 'line-change-undecided',
  family: 'short-term',
  severity: 'warning',
  scope: 'page',
  types: ['line-change'],
  needs: ['today'],
  summary: 'A line change is past the day by which it was to be decided.',
  explanation:
    '`decideBy` is before today and there is no day in `decided`. Undecided changes cost sales, stock and patience.',
  remedy: 'Decide and enter `decided` and `decision`, or set a new day.',
  check(page, { today }, report) {
    const decideBy = dateOf(page, 'decideBy');
    if (
      decideBy === undefined ||
      decideBy >= today ||
      dateOf(page, 'decided') !== undefined ||
      isClosed(page)
    )
      return;
    report({
      range: rangeOfField(page, 'decideBy'),
      message: t`This was to be decided by ${decideBy}, ${plural(daysBetween(decideBy, today), 'day')} ago. Decide it and enter “decided”.`,
    });
  },
  fixes(_finding, _page, { today }) {
    return [
      askField(t`Enter the decision of today…`, 'decision', t`What was decided?`, text, {
        also: { decided: today },
      }),
      askDay(t`Set a new day…`, 'decideBy', t`By which day will it be decided?`, { earliest: today }),
    ];
  },
};

export const lineChangeCannibal: PageRule = {
  id: 'line-change-cannibal',
  family: 'short-term',
  severity: 'warning',
  scope: 'page',
  types: ['line-change'],
  needs: [],
  summary: 'A line change takes more from our own products than it brings.',
  explanation:
    'Incremental = newUnits · newMargin − lostUnits · oldMargin − fixedCost. At zero or below, the change eats what it earns.',
  remedy: 'Change price, position or scope, or leave it.',
  check(page, { settings: { currency } }, report) {
    const incremental = incrementalOf(page);
    if (incremental === null || incremental > 0) return;
    report({
      range: rangeOfField(page, 'newUnits'),
      message: t`This change ${
        incremental === 0 ? t`brings nothing` : t`costs ${amount(-incremental, currency)} more than it brings`
      }: what our other products lose and the fixed cost eat it up. It is to bring more than 0; change it or leave it.`,
    });
  },
};
