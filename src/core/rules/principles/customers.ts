import { weightyImpact } from '../../analysis/assumptions';
import { seenOn } from '../../analysis/freshness';
import { isOpenVoice, replyLimit, severityOfVoice } from '../../analysis/market';
import { cadenceOf } from '../../model/cadence';
import { daysBetween } from '../../model/calendarDate';
import { dateOf, numberOf, rangeOfField, textOf } from '../../model/fields';
import { askField, setField } from '../../model/fix';
import { plural, t } from '../../model/message';
import { pastDate, referenceToPlan, text } from '../../schema/kinds';
import { isPlan } from '../../schema/schema';
import { pickReference } from '../commonFixes';
import { markReviewed } from '../daily/freshness';
import type { PageRule } from '../rule';

export const voiceUnanswered: PageRule = {
  id: 'voice-unanswered',
  family: 'principles',
  severity: 'warning',
  scope: 'page',
  types: ['voice'],
  needs: ['today'],
  summary: 'An unhappy customer waits for a reply for too long.',
  explanation:
    'An open voice (sentiment below 0, not resolved) without a day in `replied`. A reply is due within 2, 7, 30 or 90 days of `received` for severity 4, 3, 2 or 1; 2 where none is given.',
  remedy: 'Answer the customer and enter the day in `replied`.',
  check(page, { today }, report) {
    const received = dateOf(page, 'received');
    if (received === undefined || !isOpenVoice(page) || dateOf(page, 'replied') !== undefined) return;
    const age = daysBetween(received, today);
    const limit = replyLimit(page);
    if (age <= limit) return;
    report({
      range: rangeOfField(page, 'received'),
      message: t`${textOf(page, 'customer') ?? t`The customer`} has waited ${plural(age, 'day')} for a reply; a reply to severity ${severityOfVoice(page)} is due within ${plural(limit, 'day')}. Answer and enter “replied”.`,
    });
  },
  fixes(_finding, _page, { today }) {
    return [
      setField(t`It was answered today`, 'replied', today, { preferred: true }),
      askField(t`It was answered on another day…`, 'replied', t`On which day was it answered?`, pastDate, {
        suggestion: today,
      }),
    ];
  },
};

export const voiceWithoutQuote: PageRule = {
  id: 'voice-without-quote',
  family: 'principles',
  severity: 'information',
  scope: 'page',
  types: ['voice'],
  needs: [],
  summary: 'A voice of the customer has no quote.',
  explanation:
    'A voice page holds what the customer said, word for word, in a block quote (lines that begin with >). Our words for it lose the feeling.',
  remedy: 'Add the customer’s own words as a block quote.',
  check(page, _context, report) {
    if (page.body.quoteLines.length > 0) return;
    report({
      range: page.typeRange,
      message: t`This page does not quote the customer. Add the customer’s own words on lines that begin with “>”.`,
    });
  },
  fixes() {
    const prompt = t`What did the customer say, word for word?`;
    return [
      {
        kind: 'insertLines',
        title: t`Quote the customer…`,
        lines: ['> {words}'],
        ask: [{ name: 'words', prompt, value: text }],
      },
    ];
  },
};

export const trendStale: PageRule = {
  id: 'trend-stale',
  family: 'principles',
  severity: 'warning',
  scope: 'page',
  types: ['trend'],
  needs: ['today'],
  summary: 'A trend has not been looked at for too long.',
  explanation:
    'The age counts from the later of `observed` and `reviewed`; a trend is due every 180 days (`cadence.trend`).',
  remedy: 'Check whether the trend still holds, and mark it as reviewed today.',
  check(page, { today, settings }, report) {
    const seen = seenOn(page);
    if (seen === undefined) return;
    const age = daysBetween(seen, today);
    const cadence = cadenceOf(page, settings.cadence);
    if (cadence === undefined || age <= cadence) return;
    report({
      range: rangeOfField(page, dateOf(page, 'reviewed') === seen ? 'reviewed' : 'observed'),
      message: t`Last looked at ${plural(age, 'day')} ago; a trend is due every ${plural(cadence, 'day')}. Check it and mark it as reviewed today.`,
    });
  },
  fixes: markReviewed,
};

/** Days within which a weighty trend is to be answered. */
const answerDays = 30;

export const trendUnanswered: PageRule = {
  id: 'trend-unanswered',
  family: 'principles',
  severity: 'warning',
  scope: 'page',
  types: ['trend'],
  needs: ['today', 'targetTypes'],
  summary: 'A weighty trend has had no response for more than 30 days.',
  explanation: `A trend of impact ${weightyImpact} or more, older than ${answerDays} days (from the later of \`observed\` and \`reviewed\`), without a plan in \`response\`.`,
  remedy: 'Write the plan that answers it and name it in `response`.',
  check(page, { book, today }, report) {
    const seen = seenOn(page);
    const impact = numberOf(page, 'impact');
    if (seen === undefined || impact === undefined || impact < weightyImpact) return;
    const response = textOf(page, 'response');
    if (response !== undefined && isPlan(book.pageWithId(response)?.type)) return;
    const age = daysBetween(seen, today);
    if (age <= answerDays) return;
    report({
      range: rangeOfField(page, 'impact'),
      message: t`This trend of impact ${impact} has had no response for ${plural(age, 'day')}; ${answerDays} are the limit. Name the plan that answers it in “response”.`,
    });
  },
  fixes(_finding, _page, context) {
    return pickReference(t`Name the plan that answers it…`, 'response', referenceToPlan, context);
  },
};
