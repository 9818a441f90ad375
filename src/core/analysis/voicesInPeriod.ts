import type { BookIndex } from '../index/bookIndex';
import { addDays, type CalendarDate, daysBetween } from '../model/calendarDate';
import { dateOf } from '../model/fields';
import type { Page } from '../model/page';
import { replyLimit, voicePoints, wasOpenVoice } from './market';

/** A customer’s voice with its reply clock. */
export interface ClockedVoice {
  readonly page: Page;
  readonly received: CalendarDate;
  /** Days from `received` to the reply, or so far. */
  readonly days: number;
  /** Days within which a reply is due, by severity. */
  readonly limit: number;
}

export interface PeriodVoices {
  /** Received in the period, latest first. */
  readonly received: readonly Page[];
  /** Replied to in the period, by day of the reply. */
  readonly replied: readonly ClockedVoice[];
  /** Settled in the period. */
  readonly resolved: readonly Page[];
  /** Unhappy, neither replied to nor settled at the end, the most overdue first. */
  readonly waiting: readonly ClockedVoice[];
  /** Unhappy and replied to, but not settled at the end. */
  readonly unsettled: readonly Page[];
  /** The customer backlog on the day before the period. */
  readonly backlogBefore: number;
  /** The customer backlog at its end. */
  readonly backlog: number;
}

/** What customers said and got from `from` through `to`; `to` is today or a day before. */
export function voicesInPeriod(book: BookIndex, from: CalendarDate, to: CalendarDate): PeriodVoices {
  const voices = datedVoices(book);
  const within = (date: CalendarDate | undefined): boolean =>
    date !== undefined && date >= from && date <= to;
  const pagesWith = (field: string): Page[] =>
    voices.map(({ page }) => page).filter((page) => within(dateOf(page, field)));
  const open = openVoicesOn(book, to);
  const isReplied = ({ page }: DatedVoice): boolean => {
    const replied = dateOf(page, 'replied');
    return replied !== undefined && replied <= to;
  };
  return {
    received: pagesWith('received').reverse(),
    replied: voices
      .flatMap(({ page, received }) => {
        const replied = dateOf(page, 'replied');
        return replied !== undefined && within(replied) ? [clocked(page, received, replied)] : [];
      })
      .sort((a, b) => daysBetween(repliedOn(b), repliedOn(a))),
    resolved: pagesWith('resolved'),
    waiting: open
      .filter((voice) => !isReplied(voice))
      .map(({ page, received }) => clocked(page, received, to))
      .sort((a, b) => b.days - b.limit - (a.days - a.limit)),
    unsettled: open.filter(isReplied).map(({ page }) => page),
    backlogBefore: backlogOn(book, addDays(from, -1)),
    backlog: backlogOn(book, to),
  };
}

/**
 * The customer backlog at the end of a day: `Σ severity · |sentiment| · max(1, age / limit)` over the voices that were
 * open then, by today’s severities (FORMAT §5, Customer backlog).
 */
export function backlogOn(book: BookIndex, day: CalendarDate): number {
  return openVoicesOn(book, day).reduce(
    (sum, { page, received }) => sum + voicePoints(page, received, day),
    0,
  );
}

interface DatedVoice {
  readonly page: Page;
  readonly received: CalendarDate;
}

/** The unhappy voices that were received and not settled at the end of a day, by day of receipt. */
export function openVoicesOn(book: BookIndex, day: CalendarDate): DatedVoice[] {
  return datedVoices(book).filter(({ page, received }) => wasOpenVoice(page, received, day));
}

function datedVoices(book: BookIndex): DatedVoice[] {
  return book
    .pagesOfType('voice')
    .flatMap((page) => {
      const received = dateOf(page, 'received');
      return received === undefined ? [] : [{ page, received }];
    })
    .sort((a, b) => daysBetween(b.received, a.received));
}

function clocked(page: Page, received: CalendarDate, until: CalendarDate): ClockedVoice {
  return { page, received, days: daysBetween(received, until), limit: replyLimit(page) };
}

function repliedOn({ received, days }: ClockedVoice): CalendarDate {
  return addDays(received, days);
}
