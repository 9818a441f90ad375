import { activityTitle } from '../../analysis/activityTitle';
import { type ActivityMinutes, balanceOf } from '../../analysis/balance';
import { horizonSentence, horizonTitle } from '../../analysis/balanceWords';
import { entriesOf } from '../../analysis/entries';
import { joined, ours, plural, type Text, t } from '../../model/message';
import type { TimeEntry } from '../../model/page';
import { contains } from '../../model/text';
import { duration, percent } from '../../model/texts';
import type { HoverPart, HoverRequest } from './hoverRequest';
import { bold, paragraphs, plain } from './hoverText';

/** On the time or the activity of an entry: the duty, and what share of the window it and its horizon have. */
export function entryHover(request: HoverRequest): HoverPart | undefined {
  const { page, position, book, today } = request;
  const entry =
    page &&
    entriesOf(page, book.settings.activities).find(
      ({ timeRange, activityRange }) => contains(timeRange, position) || contains(activityRange, position),
    );
  const activity = entry && book.settings.activities.get(entry.activity);
  if (!entry || !activity) return undefined;
  const balance = balanceOf(book, today);
  const spent = balance.activities.find(({ id }) => id === activity.id);
  const horizon = balance.horizons.find(({ id }) => id === activity.horizon);
  return {
    range: { start: entry.timeRange.start, end: entry.activityRange.end },
    markdown: paragraphs([
      joined([bold(activityTitle(activity)), horizonTitle(activity.horizon), timeText(entry)], ' · '),
      plain(ours(activity.description)),
      plain(
        joined(
          [
            t`Last ${plural(book.settings.windowDays, 'day')}: ${spentText(spent, balance.totalMinutes)}`,
            ...(horizon ? [horizonSentence(horizon, balance)] : []),
          ],
          ' ',
        ),
      ),
    ]),
  };
}

function timeText({ open, minutes }: TimeEntry): Text {
  return open ? t`a running timer, which counts once it has an end` : duration(minutes);
}

function spentText(spent: ActivityMinutes | undefined, totalMinutes: number): Text {
  const minutes = spent?.minutes ?? 0;
  if (minutes === 0 || totalMinutes === 0) return t`no time on this activity.`;
  return t`${duration(minutes)} on this activity, ${percent(minutes / totalMinutes)} of the time.`;
}
