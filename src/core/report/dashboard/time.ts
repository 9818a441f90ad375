import { latestEntries } from '../../analysis/activityTime';
import { activityTitle } from '../../analysis/activityTitle';
import { horizonTitle, timeText, windowText } from '../../analysis/balanceWords';
import { joined, t } from '../../model/message';
import { duration, percent } from '../../model/texts';
import type { DashboardContext } from './context';
import type { ActivityBar, TimeSection } from './model';
import { dataTable, numbers } from './tables';
import { sentences } from './words';

/** Where the time of the window went, activity by activity. */
export function timeSection({ balance, book, today }: DashboardContext): TimeSection {
  const latest = latestEntries(book, today);
  const longest = Math.max(1, ...balance.activities.map(({ minutes }) => minutes));
  const bars = [...balance.activities]
    .sort((a, b) => b.minutes - a.minutes)
    .map(({ id, horizon, minutes }): ActivityBar => {
      const last = latest.get(id);
      const activity = book.settings.activities.get(id);
      return {
        id,
        title: activity ? activityTitle(activity) : id,
        horizon,
        horizonTitle: horizonTitle(horizon),
        minutes,
        text: timeText(minutes),
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
            text: t`No time is logged in the last ${book.settings.windowDays} days.`,
            action: { title: t`Log Time…`, command: 'statusBook.logTime' },
          },
        }
      : {}),
    summary: sentences(
      windowText(balance, book.settings.windowDays),
      t`Most time: ${joined(
        most.map(({ title, text }) => t`${title} ${text}`),
        ', ',
      )}.`,
      none.length > 0
        ? t`No time: ${joined(
            none.map(({ title }) => title),
            ', ',
          )}.`
        : '',
    ),
    bars,
    table: dataTable(
      t`Time by activity in the last ${book.settings.windowDays} days`,
      [t`Activity`, t`Horizon`, numbers(t`Time`), numbers(t`Share`)],
      bars.map(({ title, horizonTitle: horizon, minutes, place }) => [
        place ? { text: title, place } : { text: title },
        { text: horizon },
        { text: duration(minutes) },
        { text: balance.totalMinutes === 0 ? '–' : percent(minutes / balance.totalMinutes) },
      ]),
    ),
  };
}
