import { latestEntries } from '../../analysis/activityTime';
import { horizonTitle, windowText } from '../../analysis/balanceWords';
import { duration, percent } from '../../model/words';
import type { DashboardContext } from './context';
import type { ActivityBar, TimeSection } from './model';
import { dataTable, numbers } from './tables';

/** Where the time of the window went, activity by activity. */
export function timeSection({ balance, book, today }: DashboardContext): TimeSection {
  const latest = latestEntries(book, today);
  const longest = Math.max(1, ...balance.activities.map(({ minutes }) => minutes));
  const bars = [...balance.activities]
    .sort((a, b) => b.minutes - a.minutes)
    .map(({ id, horizon, minutes }): ActivityBar => {
      const last = latest.get(id);
      return {
        id,
        title: book.settings.activities.get(id)?.title ?? id,
        horizon,
        horizonTitle: horizonTitle(horizon),
        minutes,
        text: minutes === 0 ? 'no time' : duration(minutes),
        length: minutes / longest,
        ...(last ? { place: { path: last.path, line: last.entry.range.start.line } } : {}),
      };
    });
  const most = bars.filter(({ minutes }) => minutes > 0).slice(0, 3);
  const none = bars.filter(({ minutes }) => minutes === 0);
  return {
    ...(balance.totalMinutes === 0
      ? {
          empty: {
            text: `No time is logged in the last ${book.settings.windowDays} days.`,
            action: { title: 'Log Time…', command: 'statusBook.logTime' },
          },
        }
      : {}),
    summary: [
      windowText(balance, book.settings.windowDays),
      `Most time: ${most.map(({ title, text }) => `${title} ${text}`).join(', ')}.`,
      ...(none.length > 0 ? [`No time: ${none.map(({ title }) => title).join(', ')}.`] : []),
    ].join(' '),
    bars,
    table: dataTable(
      `Time by activity in the last ${book.settings.windowDays} days`,
      ['Activity', 'Horizon', numbers('Time'), numbers('Share')],
      bars.map(({ title, horizonTitle: horizon, minutes, place }) => [
        place ? { text: title, place } : { text: title },
        { text: horizon },
        { text: duration(minutes) },
        { text: balance.totalMinutes === 0 ? '–' : percent(minutes / balance.totalMinutes) },
      ]),
    ),
  };
}
