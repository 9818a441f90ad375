import { entriesOf } from '../../analysis/entries';
import { quietDays, touchingDates } from '../../analysis/touched';
import type { BookIndex } from '../../index/bookIndex';
import type { Reference } from '../../index/references';
import { addDays, type CalendarDate, daysBetween } from '../../model/calendarDate';
import { dateOf, rangeOfField } from '../../model/fields';
import { plural, t } from '../../model/message';
import type { Page } from '../../model/page';
import { compareText } from '../../model/text';
import { typesInView } from '../../schema/schema';
import { createTodaysLog } from '../commonFixes';
import { type BookRule, bookPlace, type PageRule } from '../rule';
import { markReviewed } from './freshness';

const marketTypes = typesInView('market').map(({ id }) => id);

export const marketQuiet: BookRule = {
  id: 'market-quiet',
  family: 'daily',
  severity: 'information',
  scope: 'book',
  reads: [...marketTypes, 'log', 'book'],
  parts: ['names', 'fields', 'links'],
  needsToday: true,
  summary: 'Nothing about competitors, trends or customers has been touched for too long.',
  explanation:
    'Markets do not stand still for 30 days (`cadence.market`). A page is touched on the latest of its dates — reviewed, observed, received, replied, resolved, a prediction made or resolved — and of the log pages that link to it. Without any such date the clock starts at the book’s first log page.',
  remedy: 'Call two dealers, read the competitors’ news, write down what you hear.',
  warmMemo: touchingDates,
  check({ book, settings, today }, report) {
    const quiet = quietDays(marketTypes, book, today);
    const place = bookPlace(book);
    if (quiet === undefined || !place) return;
    if (quiet <= settings.cadence.market) return;
    report({
      ...place,
      message: t`No competitor, trend or customer’s voice has been touched for ${plural(quiet, 'day')}, more than ${settings.cadence.market}. Look at the market.`,
    });
  },
  fixes: (_finding, _page, context) => createTodaysLog(context),
};

/** Days by which a signal may be newer than the review. */
const signalDays = 3;

export const competitorUnreviewedSignal: PageRule = {
  id: 'competitor-unreviewed-signal',
  family: 'daily',
  severity: 'warning',
  scope: 'page',
  types: ['competitor'],
  needs: ['today', 'referrers'],
  ownParts: ['names', 'fields'],
  summary: 'Something about a competitor was logged after its last review.',
  explanation: `A market-intelligence entry of the log that links to the competitor is a signal. More than ${signalDays} days newer than \`reviewed\`, it has not found its way into the analysis.`,
  remedy: 'Take the signal into the competitor’s page and mark it as reviewed today.',
  check(page, { book, today }, report) {
    const reviewed = dateOf(page, 'reviewed');
    if (reviewed === undefined) return;
    const signal = latestSignal(page, book, addDays(reviewed, signalDays + 1), today);
    if (!signal) return;
    const { date, reference } = signal;
    report({
      range: rangeOfField(page, 'reviewed'),
      message: t`The log of ${date} tells something new, ${plural(daysBetween(reviewed, date), 'day')} after the last review (${reviewed}). Take it into the page and mark it as reviewed.`,
      related: [{ path: reference.from, range: reference.range, message: t`The signal in the log` }],
    });
  },
  fixes: markReviewed,
};

interface Signal {
  readonly date: CalendarDate;
  readonly reference: Reference;
}

/** The first reference of the latest log page from one day through another that tells a signal of a page. */
function latestSignal(page: Page, book: BookIndex, from: CalendarDate, to: CalendarDate): Signal | undefined {
  const dates = new Map<string, CalendarDate>();
  for (const path of book.eachReferrerOf(page)) {
    const date = book.logDate(path);
    if (date !== undefined && date >= from && date <= to) dates.set(path, date);
  }
  const logs = [...dates]
    .map(([path, date]) => ({ path, date }))
    .sort((a, b) => compareText(b.date, a.date) || compareText(a.path, b.path));
  for (const { path, date } of logs) {
    const log = book.page(path);
    const entries = log
      ? entriesOf(log, book.settings.activities).filter(({ activity }) => activity === 'market-intelligence')
      : [];
    const reference = book
      .referencesFrom(path)
      .find(
        (candidate) =>
          book.resolve(candidate) === page &&
          entries.some(
            ({ range, lastLine }) =>
              range.start.line <= candidate.range.start.line && candidate.range.start.line <= lastLine,
          ),
      );
    if (reference) return { date, reference };
  }
  return undefined;
}
