import { salesDepartment } from '../../analysis/contact';
import { addDays, daysBetween } from '../../model/calendarDate';
import { dateOf, numberOf, objectsOf, rangeOfField, textOf } from '../../model/fields';
import { askDay, askField, type FixPlan, setField } from '../../model/fix';
import { isClosed } from '../../model/lifecycle';
import { either, plural, t } from '../../model/message';
import type { Page } from '../../model/page';
import { amount } from '../../model/texts';
import { atLeast, text } from '../../schema/kinds';
import type { PageRule } from '../rule';

/** Days before `submitBy` from which a draft is late. */
const submitDays = 30;

export const marketingPlanLate: PageRule = {
  id: 'marketing-plan-late',
  family: 'short-term',
  severity: 'warning',
  scope: 'page',
  types: ['marketing-plan'],
  needs: ['today'],
  summary: 'The marketing plan is still a draft shortly before it must be handed in.',
  explanation: `Within ${submitDays} days of \`submitBy\`, or past it, with the status draft.`,
  remedy: 'Finish the draft, let it be reviewed, and set its status.',
  check(page, { today }, report) {
    const submitBy = dateOf(page, 'submitBy');
    if (submitBy === undefined || textOf(page, 'status') !== 'draft') return;
    const left = daysBetween(today, submitBy);
    if (left > submitDays) return;
    const when =
      left < 0
        ? t`was to be handed in ${plural(-left, 'day')} ago`
        : left === 0
          ? t`is to be handed in today`
          : t`is to be handed in within ${plural(left, 'day')}`;
    report({
      range: rangeOfField(page, 'status'),
      message: t`This plan is still a draft and ${when} (${submitBy}). Bring it to review; it leaves the draft ${submitDays} days ahead.`,
    });
  },
  fixes() {
    return [setField(t`Bring it to review`, 'status', 'review')];
  },
};

export const marketingPlanSum: PageRule = {
  id: 'marketing-plan-sum',
  family: 'short-term',
  severity: 'warning',
  scope: 'page',
  types: ['marketing-plan'],
  needs: [],
  summary: 'The lines of the marketing plan do not add up to its budget.',
  explanation:
    'The sum of `planned` over `lines` is compared with `budget`, to the cent. A plan without either is not judged.',
  remedy: 'Correct the line or the budget.',
  check(page, { settings: { currency } }, report) {
    const budget = numberOf(page, 'budget');
    const sum = sumOfLines(page);
    if (budget === undefined || sum === undefined) return;
    const gap = Math.round((sum - budget) * 100) / 100;
    if (gap === 0) return;
    report({
      range: rangeOfField(page, 'budget'),
      message: t`The lines add up to ${amount(sum, currency)}, ${amount(Math.abs(gap), currency)} ${either(gap > 0, 'more', 'less')} than the budget of ${amount(budget, currency)}. Correct one of them.`,
    });
  },
  fixes(_finding, page, { settings: { currency } }) {
    const sum = sumOfLines(page);
    if (sum === undefined || sum < 0) return [];
    return [setField(t`Set the budget to the lines’ ${amount(sum, currency)}`, 'budget', String(sum))];
  },
};

/** The sum of `planned` over the plan’s lines, to the cent. */
function sumOfLines(page: Page): number | undefined {
  const planned = objectsOf(page, 'lines').flatMap((line) => numberOf(line, 'planned') ?? []);
  if (planned.length === 0) return undefined;
  return Math.round(planned.reduce((total, value) => total + value, 0) * 100) / 100;
}

/** Days before its start by which a promotion is to be approved. */
const approvalDays = 21;
/** Days after its end by which its result is to be known. */
const resultDays = 30;

export const promotionUnapproved: PageRule = {
  id: 'promotion-unapproved',
  family: 'short-term',
  severity: 'warning',
  scope: 'page',
  types: ['promotion'],
  needs: ['today'],
  summary: 'A promotion starts soon and is not approved.',
  explanation: `Within ${approvalDays} days of \`start\`, or after it, without a day in \`approved\`. Promotions that are done or dropped are skipped.`,
  remedy: 'Get it approved and enter the day, or move its start.',
  check(page, { today }, report) {
    const start = dateOf(page, 'start');
    if (start === undefined || dateOf(page, 'approved') !== undefined || isClosed(page)) return;
    const left = daysBetween(today, start);
    if (left > approvalDays) return;
    const when =
      left < 0
        ? t`started ${plural(-left, 'day')} ago`
        : left === 0
          ? t`starts today`
          : t`starts in ${plural(left, 'day')}`;
    report({
      range: rangeOfField(page, 'start'),
      message: t`This promotion ${when} (${start}) and is not approved; approval is due ${approvalDays} days ahead. Get it approved or move its start.`,
    });
  },
  fixes(_finding, _page, { today }) {
    return [
      setField(t`It was approved today`, 'approved', today, { preferred: true }),
      askDay(t`It was approved on another day…`, 'approved', t`On which day was it approved?`),
    ];
  },
};

export const promotionWithoutResult: PageRule = {
  id: 'promotion-without-result',
  family: 'short-term',
  severity: 'warning',
  scope: 'page',
  types: ['promotion'],
  needs: ['today'],
  summary: 'A promotion ended more than 30 days ago and has no result.',
  explanation: `More than ${resultDays} days after \`end\` without a \`result\`, whatever the status. What is not measured cannot be done better next time.`,
  remedy: 'Write in `result` what it brought against its objective.',
  check(page, { today }, report) {
    const end = dateOf(page, 'end');
    if (end === undefined || textOf(page, 'result') !== undefined) return;
    const age = daysBetween(end, today);
    if (age <= resultDays) return;
    report({
      range: rangeOfField(page, 'end'),
      message: t`This promotion ended ${plural(age, 'day')} ago, more than ${resultDays}, and has no “result”. Write what it brought.`,
    });
  },
  fixes() {
    const prompt = t`What did it bring, against its objective? In numbers where you have them.`;
    return [askField(t`Enter its result…`, 'result', prompt, text, {})];
  },
};

/** Days after a show by which its leads are to be followed up. */
const leadDays = 2;

export const tradeShowLeadsOpen: PageRule = {
  id: 'trade-show-leads-open',
  family: 'short-term',
  severity: 'warning',
  scope: 'page',
  types: ['trade-show'],
  needs: ['today'],
  summary: 'Leads of a trade show have not been followed up.',
  explanation: `More than ${leadDays} days after \`end\`, fewer leads are followed up (\`followedUp\`) than came (\`leads\`), whatever the status. Leads cool down within days.`,
  remedy: 'Follow the leads up and enter how many in `followedUp`.',
  check(page, { today }, report) {
    const end = dateOf(page, 'end');
    const leads = numberOf(page, 'leads');
    const followedUp = numberOf(page, 'followedUp') ?? 0;
    if (end === undefined || leads === undefined || followedUp >= leads) return;
    const age = daysBetween(end, today);
    if (age <= leadDays) return;
    report({
      range: rangeOfField(page, numberOf(page, 'followedUp') === undefined ? 'leads' : 'followedUp'),
      message: t`${leads - followedUp} of ${plural(leads, 'lead')} wait for a follow-up, ${plural(age, 'day')} after the show; ${leadDays} days are the limit. Follow them up.`,
    });
  },
  fixes(_finding, page, { settings, today }) {
    const leads = numberOf(page, 'leads') ?? 0;
    const open = leads - (numberOf(page, 'followedUp') ?? 0);
    const sales = settings.departments.includes(salesDepartment) ? salesDepartment : 'me';
    const promise = `follow up ${open} open ${open === 1 ? 'lead' : 'leads'}`;
    const isPromised = page.commitments.some(({ text, done }) => !done && text === promise);
    const enter: FixPlan[] = [
      setField(t`All ${leads} are followed up`, 'followedUp', String(leads)),
      askField(
        t`Enter how many are followed up…`,
        'followedUp',
        t`How many leads are followed up?`,
        atLeast(0),
      ),
    ];
    if (isPromised) return enter;
    return [
      ...enter,
      {
        kind: 'insertLines',
        title: t`Let @${sales} promise to follow them up`,
        section: 'Leads',
        lines: [`- [ ] @${sales}: ${promise} due:${addDays(today, 2)} made:${today}`],
      },
    ];
  },
};
