import { quietDays, touchingDates } from '../../analysis/touched';
import { addDays, daysBetween } from '../../model/calendarDate';
import { dateOf, fieldValue, nameRangeOf, objectOf } from '../../model/fields';
import { setField } from '../../model/fix';
import { isEmptyValue } from '../../model/frontMatter';
import { plural, t } from '../../model/message';
import { date, referenceTo, text } from '../../schema/kinds';
import { isOpenOpportunity } from '../../schema/types/opportunity';
import { createTodaysLog, pickReference } from '../commonFixes';
import { type BookRule, bookPlace, type PageRule } from '../rule';

export const opportunityStuck: PageRule = {
  id: 'opportunity-stuck',
  family: 'long-term',
  severity: 'warning',
  scope: 'page',
  types: ['opportunity'],
  needs: ['today'],
  summary: 'An open opportunity has no next step, or its day is past.',
  explanation:
    'An opportunity that is open (also where no `status` is given) and has no `next`, or a `next.by` before today.',
  remedy: 'Set the next small step and its day, or park the opportunity.',
  check(page, { today }, report) {
    if (!page.isReadable || !isOpenOpportunity(page)) return;
    const value = fieldValue(page, 'next');
    if (!value || isEmptyValue(value)) {
      report({
        range: nameRangeOf(page, 'next'),
        message: t`This opportunity is open and has no next step. Set “next” with an action and a day, or park it.`,
      });
      return;
    }
    const next = objectOf(page, 'next');
    const by = dateOf(next, 'by');
    if (by === undefined || by >= today) return;
    report({
      range: fieldValue(next, 'by')?.range ?? page.typeRange,
      message: t`The next step was due on ${by}, ${plural(daysBetween(by, today), 'day')} ago. Take it, set the one after it, or park the opportunity.`,
    });
  },
  fixes(_finding, _page, { today }) {
    return [
      {
        kind: 'setFields',
        title: t`Set the next step…`,
        object: ['next'],
        values: { action: '{action}', by: '{day}' },
        ask: [
          { name: 'action', prompt: t`What is the next small step?`, value: text },
          {
            name: 'day',
            prompt: t`By which day is it done?`,
            value: date,
            suggestion: addDays(today, 14),
            earliest: today,
          },
        ],
      },
      setField(t`Park the opportunity`, 'status', 'parked'),
    ];
  },
};

export const explorationQuiet: BookRule = {
  id: 'exploration-quiet',
  family: 'long-term',
  severity: 'information',
  scope: 'book',
  reads: ['opportunity', 'log', 'book'],
  parts: ['names', 'fields', 'links'],
  needsToday: true,
  warmMemo: touchingDates,
  summary: 'No opportunity has been touched for too long.',
  explanation:
    'Tomorrow’s products come from opportunities that somebody follows. One is touched on its `reviewed` day and by log pages that link to it; at least every 90 days (`cadence.opportunity`). Without any such date the clock starts at the book’s first log page.',
  remedy: 'Take an hour for one opportunity this week, and link to it in the log.',
  check({ book, settings, today }, report) {
    const quiet = quietDays(['opportunity'], book, today);
    const place = bookPlace(book);
    const limit = settings.cadence.opportunity;
    if (quiet === undefined || !place || typeof limit !== 'number' || quiet <= limit) return;
    report({
      ...place,
      message: t`No opportunity has been touched for ${plural(quiet, 'day')}, more than ${limit}. Take an hour for one this week.`,
    });
  },
  fixes: (_finding, _page, context) => createTodaysLog(context),
};

export const proposalWithoutVoice: PageRule = {
  id: 'proposal-without-voice',
  family: 'long-term',
  severity: 'information',
  scope: 'page',
  types: ['proposal'],
  needs: ['targetTypes'],
  summary: 'A proposal is not backed by any customer’s voice.',
  explanation: 'A proposal without a page in `voices`; a reference that is broken counts for none.',
  remedy: 'Name the voices that ask for it, or go and hear some.',
  check(page, { book }, report) {
    const backed = book
      .referencesFrom(page.path)
      .some((reference) => reference.field === 'voices' && book.resolve(reference)?.type === 'voice');
    if (backed || !page.isReadable) return;
    report({
      range: nameRangeOf(page, 'voices'),
      message: t`No customer’s voice stands behind this proposal. Name those that ask for it in “voices”.`,
    });
  },
  fixes(_finding, _page, context) {
    return pickReference(t`Name a voice that asks for it…`, 'voices', referenceTo('voice'), context);
  },
};
