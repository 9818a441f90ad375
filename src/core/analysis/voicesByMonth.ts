import type { BookIndex } from '../index/bookIndex';
import {
  addMonths,
  type CalendarDate,
  earlierOf,
  lastDayOfMonth,
  type Month,
  monthOf,
} from '../model/calendarDate';
import { dateOf, numberOf } from '../model/fields';
import type { Page } from '../model/page';
import { backlogOf, voicePoints, wasOpenVoice } from './market';

export interface VoiceMonth {
  readonly month: Month;
  /** The month’s last day; today for the current month. */
  readonly until: CalendarDate;
  /** Weight of the unhappy voices that were not settled on that day. */
  readonly backlog: number;
  /** How many they were. */
  readonly open: number;
  /** The heaviest of them. */
  readonly heaviest?: string;
  /** Voices received in the month. */
  readonly received: number;
  /** Their mean sentiment, -2 to 2; null where none was received. */
  readonly sentiment: number | null;
  /** The unhappiest of them. */
  readonly unhappiest?: string;
}

/**
 * Customer backlog and sentiment over the last months, oldest first, from the month of the first voice on. The backlog of
 * a past month is that of its last day, by today’s severities: open are voices received until then and not resolved until
 * then. The current month’s is `backlogOf` (FORMAT §5, Customer backlog).
 *
 * @param count months at most, the current one included
 */
export function voicesByMonth(book: BookIndex, today: CalendarDate, count = 12): VoiceMonth[] {
  const voices = book.pagesOfType('voice').flatMap((page) => {
    const received = dateOf(page, 'received');
    return received === undefined || received > today ? [] : [{ page, received }];
  });
  const first = voices.map(({ received }) => monthOf(received)).sort()[0];
  if (first === undefined) return [];
  const current = monthOf(today);
  const months = Array.from({ length: count }, (_, index) => addMonths(current, index + 1 - count));
  return months
    .filter((month) => month >= first)
    .map((month) => {
      const until = earlierOf(lastDayOfMonth(month), today);
      const inMonth = voices.filter(({ received }) => monthOf(received) === month);
      const open = month === current ? backlogOf(book, today).pages : openOn(voices, until);
      return {
        month,
        until,
        backlog: open.reduce((sum, { points }) => sum + points, 0),
        open: open.length,
        ...(open[0] ? { heaviest: open[0].path } : {}),
        ...sentimentOf(inMonth.map(({ page }) => page)),
      };
    });
}

interface DatedVoice {
  readonly page: Page;
  readonly received: CalendarDate;
}

/** The unhappy voices that were open on a past day, heaviest first. */
function openOn(voices: readonly DatedVoice[], day: CalendarDate): { path: string; points: number }[] {
  return voices
    .filter(({ page, received }) => wasOpenVoice(page, received, day))
    .map(({ page, received }) => ({ path: page.path, points: voicePoints(page, received, day) }))
    .sort((a, b) => b.points - a.points);
}

function sentimentOf(
  voices: readonly Page[],
): Pick<VoiceMonth, 'received' | 'sentiment'> & { unhappiest?: string } {
  const rated = voices
    .flatMap((page) => {
      const sentiment = numberOf(page, 'sentiment');
      return sentiment === undefined ? [] : [{ path: page.path, sentiment }];
    })
    .sort((a, b) => a.sentiment - b.sentiment);
  const [unhappiest] = rated;
  if (!unhappiest) return { received: voices.length, sentiment: null };
  const mean = rated.reduce((sum, { sentiment }) => sum + sentiment, 0) / rated.length;
  return { received: voices.length, sentiment: mean, unhappiest: unhappiest.path };
}
