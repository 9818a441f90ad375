import { daysBetween } from '../../model/calendarDate';
import { dateOf, fieldValue, nameRangeOf, objectOf, rangeOfField, textOf } from '../../model/fields';
import { askField } from '../../model/fix';
import { isEmptyValue } from '../../model/frontMatter';
import { either, plural, t } from '../../model/message';
import { alternatives, enumeration } from '../../model/texts';
import { pastDate } from '../../schema/kinds';
import { fieldsOf, specAt } from '../../schema/schema';
import type { PageRule } from '../rule';

/** Days without an order after which a dealer or distributor is reported. */
const orderDays = 90;

export const partnerNoOrder: PageRule = {
  id: 'partner-no-order',
  family: 'daily',
  severity: 'information',
  scope: 'page',
  types: ['partner'],
  needs: ['today'],
  summary: 'A dealer or distributor has not ordered for more than 90 days.',
  explanation: `Counted from \`lastOrder\`; partners without one are not judged. More than ${orderDays} days without an order mean that a partner is drifting away.`,
  remedy: 'Find out why, and help them sell; set `lastOrder` when the next order comes.',
  check(page, { today }, report) {
    const kind = textOf(page, 'kind');
    const lastOrder = dateOf(page, 'lastOrder');
    if ((kind !== 'dealer' && kind !== 'distributor') || lastOrder === undefined) return;
    const age = daysBetween(lastOrder, today);
    if (age <= orderDays) return;
    report({
      range: rangeOfField(page, 'lastOrder'),
      message: t`The last order of this ${kind} was ${plural(age, 'day')} ago, more than ${orderDays}. Find out why.`,
    });
  },
  fixes(_finding, _page, { today }) {
    return [
      askField(t`Enter the last order…`, 'lastOrder', t`On which day was the last order?`, pastDate, {
        suggestion: today,
      }),
    ];
  },
};

export const incentiveIncomplete: PageRule = {
  id: 'incentive-incomplete',
  family: 'daily',
  severity: 'warning',
  scope: 'page',
  types: ['partner'],
  needs: [],
  summary: 'An incentive lacks its goal, its rules, its end or its budget.',
  explanation:
    'An incentive moves people only when they know what to reach, by which rules and until when, and it stays affordable only with a budget.',
  remedy: 'Fill in what the message names.',
  check(page, _context, report) {
    const incentive = objectOf(page, 'incentive');
    const kind = fieldsOf('partner').get('incentive')?.value;
    if (!incentive || kind?.kind !== 'object') return;
    const missing = kind.fields
      .map(({ name }) => name)
      .filter((name) => {
        const value = fieldValue(incentive, name);
        return !value || isEmptyValue(value);
      });
    if (missing.length === 0) return;
    report({
      range: nameRangeOf(page, 'incentive'),
      message: t`The incentive has no ${alternatives(missing.map((name) => `“${name}”`))}. Fill ${either(missing.length === 1, 'it', 'them')} in.`,
      data: { missing: missing.join('\n') },
    });
  },
  fixes(finding) {
    const missing = String(finding.data?.missing ?? '').split('\n');
    const ask = missing.flatMap((name) => {
      const spec = specAt('partner', ['incentive', name]);
      return spec ? [{ name, prompt: spec.description, value: spec.value }] : [];
    });
    const values = Object.fromEntries(missing.map((name) => [name, `{${name}}`]));
    const title = t`Fill in ${enumeration(missing.map((name) => `“${name}”`))}…`;
    return [{ kind: 'setFields', title, object: ['incentive'], values, ask, preferred: true }];
  },
};
