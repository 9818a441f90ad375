import { activityTitle } from '../../analysis/activityTitle';
import { balanceOf } from '../../analysis/balance';
import { horizonTitle } from '../../analysis/balanceWords';
import { joined, ours, t } from '../../model/message';
import { duration } from '../../model/texts';
import { parsePage } from '../../parse/parsePage';
import type { TimeEntryPlace } from '../place';
import { offeredTimes } from '../typing/offeredTimes';
import {
  behindLabel,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  listOf,
} from './completionItem';

/** The times that begin an entry, then the activities. */
export function entriesAt(place: TimeEntryPlace, context: CompletionContext): CompletionList {
  return listOf(
    place.part === 'time' ? timeItems(place, context) : activityItems(place, context),
    place.range,
  );
}

const usualDurations = ['15m', '30m', '45m', '1h', '1h30m', '2h', '3h', '4h'];

function timeItems(
  place: TimeEntryPlace,
  { book, path, text, position, today, minutes }: CompletionContext,
): CompletionItem[] {
  const page = parsePage(path, text);
  const clock =
    page && place.rest === ''
      ? offeredTimes(page, text, position, { today, minutes }, book.settings.activities)
      : [];
  const space = place.rest.startsWith(' ') ? '' : ' ';
  return [
    ...clock.map(
      (offer): CompletionItem => ({
        label: offer.text.trim(),
        labelDetail: behindLabel(
          offer.text.includes('?') ? t`a timer that runs from now` : t`since the entry before`,
        ),
        kind: 'time',
        range: offer.range,
        newText: offer.text,
        ...(offer.text.endsWith(' ') ? { retrigger: true } : {}),
      }),
    ),
    ...usualDurations.map(
      (time): CompletionItem => ({
        label: time,
        kind: 'time',
        newText: time + space,
        ...(space ? { retrigger: true } : {}),
      }),
    ),
  ];
}

/** The activities of the book, those first on which most time was logged in the book’s window. */
function activityItems(place: TimeEntryPlace, { book, today }: CompletionContext): CompletionItem[] {
  const minutes = new Map(balanceOf(book, today).activities.map((logged) => [logged.id, logged.minutes]));
  const spent = (id: string): number => minutes.get(id) ?? 0;
  const colon = /^\s*$/.test(place.rest) ? ': ' : '';
  // Behind a blank most words are text, which is no reason to offer anything.
  const isText = (title: string): boolean =>
    /\s/.test(place.text.trim()) && !title.toLowerCase().startsWith(place.text.trim().toLowerCase());
  return [...book.settings.activities.values()]
    .filter(({ title }) => !isText(title))
    .sort((a, b) => spent(b.id) - spent(a.id))
    .map((activity) => {
      const { id, title, horizon, description } = activity;
      const time = t`${duration(spent(id))} in the last ${book.settings.windowDays} days.`;
      return {
        label: id,
        labelDetail: behindLabel(activityTitle(activity)),
        description: horizonTitle(horizon),
        kind: 'activity',
        documentation: joined([ours(description), ...(spent(id) > 0 ? [time] : [])], ' '),
        filterText: `${id} ${title}`,
        newText: id + colon,
      };
    });
}
