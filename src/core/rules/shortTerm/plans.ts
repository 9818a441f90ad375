import { daysBetween } from '../../model/calendarDate';
import { dateOf, fieldValue, nameRangeOf, numberOf, objectOf, rangeOfField } from '../../model/fields';
import { askDay, setField } from '../../model/fix';
import { isClosed } from '../../model/lifecycle';
import { plural, t } from '../../model/message';
import { referenceTo } from '../../schema/kinds';
import { pageTypes } from '../../schema/schema';
import { pickReference } from '../commonFixes';
import type { PageRule } from '../rule';

const plans = pageTypes.filter(({ plan }) => plan).map(({ id }) => id);

export const planOverdue: PageRule = {
  id: 'plan-overdue',
  family: 'short-term',
  severity: 'warning',
  scope: 'page',
  types: plans,
  needs: ['today'],
  summary: 'A plan is past the day by which it was to be done.',
  explanation: 'An open plan whose `due` is before today. Plans that are done or dropped are skipped.',
  remedy: 'Set its status to done or dropped, or give it a day that can be kept.',
  check(page, { today }, report) {
    const due = dateOf(page, 'due');
    if (due === undefined || due >= today || isClosed(page)) return;
    report({
      range: rangeOfField(page, 'due'),
      message: t`This plan was due on ${due}, ${plural(daysBetween(due, today), 'day')} ago. Finish it, drop it, or give it a new day.`,
    });
  },
  fixes(_finding, _page, { today }) {
    return [
      setField(t`It is done`, 'status', 'done'),
      askDay(t`Give it a new day…`, 'due', t`By which day will it be done?`, { earliest: today }),
      setField(t`Drop it`, 'status', 'dropped'),
    ];
  },
};

export const planWithoutStrategy: PageRule = {
  id: 'plan-without-strategy',
  family: 'short-term',
  severity: 'information',
  scope: 'page',
  types: plans,
  needs: ['targetTypes'],
  summary: 'A plan supports no strategy.',
  explanation:
    'Short-term work that serves no long-term strategy eats the time that strategy needs. A plan names the strategies it serves in `supports`; a reference that is broken counts for none.',
  remedy: 'Name the strategy that the plan serves, or ask whether the plan is worth its time.',
  check(page, { book }, report) {
    const supported = book
      .referencesFrom(page.path)
      .some((reference) => reference.field === 'supports' && book.resolve(reference)?.type === 'strategy');
    if (supported || !page.isReadable) return;
    report({
      range: nameRangeOf(page, 'supports'),
      message: t`This plan supports no strategy. Name the one it serves in “supports”.`,
    });
  },
  fixes(_finding, _page, context) {
    return pickReference(t`Name the strategy it serves…`, 'supports', referenceTo('strategy'), context);
  },
};

export const planShortSighted: PageRule = {
  id: 'plan-short-sighted',
  family: 'short-term',
  severity: 'warning',
  scope: 'page',
  types: plans,
  needs: [],
  summary: 'A plan helps now and harms later.',
  explanation:
    'Its `value` says that it helps short-term value (above 0) and harms long-term value (below 0).',
  remedy: 'Change the plan so that long-term value is not paid for short-term gain, or drop it.',
  check(page, _context, report) {
    const value = objectOf(page, 'value');
    const short = numberOf(value, 'short');
    const long = numberOf(value, 'long');
    if (short === undefined || long === undefined || short <= 0 || long >= 0) return;
    report({
      range: fieldValue(value, 'long')?.range ?? page.typeRange,
      message: t`This plan helps in the short term (${short}) at the cost of the long term (${long}). Change it so that long-term value is not harmed.`,
    });
  },
};
