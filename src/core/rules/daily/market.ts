import { latestUntil, logDate, quietDays } from '../../analysis/touched';
import { daysBetween } from '../../model/calendarDate';
import { dateOf, rangeOfField } from '../../model/fields';
import { plural } from '../../model/words';
import { createTodaysLog } from '../commonFixes';
import { type BookRule, bookPlace, type PageRule } from '../rule';
import { markReviewed } from './freshness';

const marketTypes = ['competitor', 'trend', 'voice'];

export const marketQuiet: BookRule = {
  id: 'market-quiet',
  family: 'daily',
  severity: 'information',
  scope: 'book',
  reads: [...marketTypes, 'log', 'book'],
  needsToday: true,
  summary: 'Nothing about competitors, trends or customers has been touched for too long.',
  explanation:
    'Markets do not stand still for 30 days (`cadence.market`). A page is touched on the latest of its dates — reviewed, observed, received, replied, resolved, a prediction made or resolved — and of the log pages that link to it. Without any such date the clock starts at the book’s first log page.',
  remedy: 'Call two dealers, read the competitors’ news, write down what you hear.',
  check({ book, settings, today }, report) {
    const quiet = quietDays(marketTypes, book, today);
    const place = bookPlace(book);
    if (quiet === undefined || !place) return;
    if (quiet <= settings.cadence.market) return;
    report({
      ...place,
      message: `No competitor, trend or customer’s voice has been touched for ${plural(quiet, 'day')}, more than ${settings.cadence.market}. Look at the market.`,
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
  summary: 'Something about a competitor was logged after its last review.',
  explanation: `A market-intelligence entry of the log that links to the competitor is a signal. More than ${signalDays} days newer than \`reviewed\`, it has not found its way into the analysis.`,
  remedy: 'Take the signal into the competitor’s page and mark it as reviewed today.',
  check(page, { book, today }, report) {
    const reviewed = dateOf(page, 'reviewed');
    if (reviewed === undefined) return;
    const signals = book.referencesTo(page).filter(({ from, range }) => {
      const entries = book.page(from)?.entries ?? [];
      return entries.some(
        (entry) =>
          entry.activity === 'market-intelligence' &&
          range.start.line >= entry.range.start.line &&
          range.start.line <= entry.lastLine,
      );
    });
    const latest = latestUntil(
      today,
      signals.map(({ from }) => logDate(book.page(from))),
    );
    if (latest === undefined || daysBetween(reviewed, latest) <= signalDays) return;
    const signal = signals.find(({ from }) => logDate(book.page(from)) === latest);
    report({
      range: rangeOfField(page, 'reviewed'),
      message: `The log of ${latest} tells something new, ${plural(daysBetween(reviewed, latest), 'day')} after the last review (${reviewed}). Take it into the page and mark it as reviewed.`,
      ...(signal
        ? { related: [{ path: signal.from, range: signal.range, message: 'The signal in the log' }] }
        : {}),
    });
  },
  fixes: markReviewed,
};
