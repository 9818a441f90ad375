import type { AgendaItem, AgendaKind } from '../../analysis/agenda';
import type { Freshness } from '../../analysis/freshness';
import { type CalendarDate, daysBetween } from '../../model/calendarDate';
import { relativeDay } from '../../model/dayWords';
import { plural } from '../../model/words';
import { pageType } from '../../schema/schema';
import { dayText, partyText, weekdayText } from '../dashboard/words';
import { agendaKinds } from '../reportWords';
import type { RowState } from './stateLooks';

/** `3 · 1 late`: how many there are, and what is remarkable of them. */
export function counted(count: number, ...remarks: readonly (string | false | undefined)[]): string {
  return [String(count), ...said(remarks)].join(' · ');
}

/** What is there to say, joined by dots. */
export function dotted(...parts: readonly (string | false | undefined)[]): string {
  return said(parts).join(' · ');
}

export function said(parts: readonly (string | false | undefined)[]): string[] {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '');
}

/** A page on which something stands; quoted, since a title such as “Monday” reads as the day otherwise. */
export function pageNamed(title: string): string {
  return `in “${title}”`;
}

/** `today`, `4 Dec` */
export function dayOrToday(date: CalendarDate, today: CalendarDate): string {
  return date === today ? 'today' : dayText(date, today);
}

/** `6 days late`, `today`, `tomorrow`, `in 12 days` */
export function dueText(date: CalendarDate, today: CalendarDate): string {
  const late = daysBetween(date, today);
  return late > 0 ? `${plural(late, 'day')} late` : relativeDay(date, today);
}

/** `Fri 4 Dec, in 11 days` */
export function fullDueText(date: CalendarDate, today: CalendarDate): string {
  return `${weekdayText(date, today)}, ${dueText(date, today)}`;
}

/** `you owe @sales`, `@rnd owes you` */
export function owesText(from: string, to: string): string {
  return from === 'me'
    ? `you owe ${to === 'me' ? 'yourself' : partyText(to)}`
    : `${partyText(from)} owes ${partyText(to)}`;
}

const kindWords: Readonly<Record<Exclude<AgendaKind, 'commitment'>, string>> = {
  ...agendaKinds,
  reply: 'reply due',
  review: 'review due',
};

/** What a day of the agenda is about: `gate`, `you owe @sales`. */
export function agendaWords({ kind, from, to }: AgendaItem, type: string | undefined): string {
  if (kind === 'commitment') return owesText(from ?? '', to ?? '');
  return (kind === 'review' ? pageType(type)?.clock?.due : undefined) ?? kindWords[kind];
}

/** How far a page is past the day on which it was to be looked at again; empty while it is fresh. */
export function lateReview({ age, cadence, state }: Freshness): string {
  if (state === 'fresh') return '';
  return `${plural(age - cadence, 'day')} late${state === 'stale' ? ', stale' : ''}`;
}

export function freshnessState(freshness: Freshness | undefined): RowState {
  if (!freshness) return 'closed';
  if (freshness.state === 'fresh') return 'good';
  return freshness.state === 'stale' ? 'alarm' : 'attention';
}

/** `Looked at 47 days ago, due every 30 days.` */
export function freshnessSentence({ age, cadence }: Freshness): string {
  const last = age === 0 ? 'today' : age === 1 ? 'yesterday' : `${age} days ago`;
  return `Looked at ${last}, due every ${plural(cadence, 'day')}`;
}
