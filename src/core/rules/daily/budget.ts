import { paceText } from '../../analysis/figureWords';
import { actualsKnownUntil, behindBelow, overspentLines, paceOf } from '../../analysis/pace';
import { daysBetween } from '../../model/calendarDate';
import { dateOf, fieldValue, nameRangeOf, objectOf, rangeOfField } from '../../model/fields';
import { either, plural, t } from '../../model/message';
import type { Page } from '../../model/page';
import type { Range } from '../../model/text';
import { amount, estimate } from '../../model/texts';
import type { PageRule } from '../rule';

const budget = ['budget'];
/** Days after which the actuals of a running budget are stale. */
const actualsDays = 35;

export const budgetOverspent: PageRule = {
  id: 'budget-overspent',
  family: 'daily',
  severity: 'error',
  scope: 'page',
  types: budget,
  needs: [],
  summary: 'More is spent and ordered on a line of the budget than planned.',
  explanation: 'A line is overspent when `actual` and `committed` together exceed `planned`.',
  remedy: 'Cancel or move what is committed, or agree on another plan for the line.',
  check(page, { settings: { currency } }, report) {
    for (const { line, item, planned, actual, committed } of overspentLines(page)) {
      const over = actual + committed - planned;
      report({
        range: line.fields[0]?.value.range ?? page.typeRange,
        message: t`“${item}” is overspent by ${amount(over, currency)}: ${amount(actual, currency)} spent and ${amount(committed, currency)} committed of ${amount(planned, currency)} planned. Cancel, move, or plan anew.`,
      });
    }
  },
};

export const budgetOffPace: PageRule = {
  id: 'budget-off-pace',
  family: 'daily',
  severity: 'warning',
  otherSeverities: ['error'],
  scope: 'page',
  types: budget,
  needs: ['today'],
  summary: 'The spending of a budget is off its plan.',
  explanation:
    'What has been spent (commitments not included) is held against what should be spent by now: the planned sum times the elapsed fraction of the period, by the same weights as the sales. Off pace is a difference of 10 % of that and of 2 % of the whole budget. Spending ahead of plan while sales are behind is an error, since the budget is there to reach the sales target.',
  remedy: 'Find out which lines run ahead or lag, and move money to where it brings sales.',
  check(page, { today, settings: { currency } }, report) {
    const { offPace, spendActual, spendPlanned, behind, pace } = paceOf(page, today);
    if (!offPace || spendActual === null || spendPlanned === null) return;
    const isAhead = spendActual > spendPlanned;
    const gap = estimate(Math.abs(spendActual - spendPlanned), currency);
    const numbers = t`${amount(spendActual, currency)} are spent where ${estimate(spendPlanned, currency)} are planned by now`;
    const strong = isAhead && behind;
    report({
      range: linesRange(page),
      severity: strong ? 'error' : 'warning',
      message: strong
        ? t`Spending is ${gap} ahead of plan while sales stand at ${paceText(pace ?? 0)} of theirs: ${numbers}. Stop what brings no sales.`
        : t`Spending is ${gap} ${either(isAhead, 'ahead of', 'behind')} plan: ${numbers}. ${either(isAhead, 'Slow down or plan anew.', 'Spend what sales need, or free it.')}`,
    });
  },
};

export const budgetActualsStale: PageRule = {
  id: 'budget-actuals-stale',
  family: 'daily',
  severity: 'information',
  scope: 'page',
  types: budget,
  needs: ['today'],
  summary: 'The actuals of a running budget are older than 35 days.',
  explanation: `Counted from \`asOf\`, else the end of the last month with an actual, to today. Budgets without actuals and budgets that have ended are not judged.`,
  remedy: 'Ask finance for the last month’s figures and enter them.',
  check(page, { today }, report) {
    const known = actualsKnownUntil(page);
    const end = dateOf(page, 'end');
    if (known === undefined || (end !== undefined && end < today)) return;
    const age = daysBetween(known, today);
    if (age <= actualsDays) return;
    report({
      range: dateOf(page, 'asOf') === undefined ? salesRange(page) : rangeOfField(page, 'asOf'),
      message: t`The actuals end with ${known}, ${plural(age, 'day')} ago, more than ${actualsDays}. Enter the latest figures.`,
    });
  },
};

export const salesBehind: PageRule = {
  id: 'sales-behind',
  family: 'daily',
  severity: 'warning',
  scope: 'page',
  types: budget,
  needs: ['today'],
  summary: 'Sales are behind their plan.',
  explanation: `Sales so far are held against target times the planned fraction of the period, by days or by the months’ \`weights\`. Behind is below ${behindBelow * 100} %. Where spending is off pace ahead of plan as well, budget-off-pace says both.`,
  remedy: 'Look at which product, region or partner is missing, and act where it pays most.',
  check(page, { today, settings: { currency } }, report) {
    const { behind, pace, forecast, offPace, spendActual, spendPlanned, salesActual, salesTarget } = paceOf(
      page,
      today,
    );
    const strongerElsewhere = offPace && (spendActual ?? 0) > (spendPlanned ?? 0);
    if (!behind || strongerElsewhere || pace === null || salesActual === null || salesTarget === null) return;
    const outlook = forecast === null ? '' : t`, ${estimate(forecast, currency)} by the end at this pace`;
    report({
      range: salesRange(page),
      message: t`Sales stand at ${paceText(pace)} of plan, below ${behindBelow * 100} %: ${amount(salesActual, currency)} of ${amount(salesTarget, currency)}${outlook}. Act where it pays most.`,
    });
  },
};

function salesRange(page: Page): Range {
  return fieldValue(objectOf(page, 'sales'), 'target')?.range ?? nameRangeOf(page, 'sales');
}

function linesRange(page: Page): Range {
  return nameRangeOf(page, 'lines');
}
