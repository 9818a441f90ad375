import { type CalendarDate, daysBetween } from '../model/calendarDate';
import type { AgendaItem } from './agenda';

/** Somebody who waits for the product manager. */
export interface Waiting extends AgendaItem {
  /** A department, or the customer of a voice. */
  readonly who: string;
  /** Days since it was due; negative for days to come. */
  readonly overdue: number;
}

/** The dated promises of the product manager and the unhappy customers without a reply, longest overdue first. */
export function waitingForMe(agenda: readonly AgendaItem[], today: CalendarDate): Waiting[] {
  return agenda.flatMap((item) => {
    const isMine = item.kind === 'commitment' && item.from === 'me';
    if (!isMine && item.kind !== 'reply') return [];
    return [{ ...item, who: item.to ?? item.text, overdue: daysBetween(item.date, today) }];
  });
}
