import type { AgendaItem, AgendaKind } from '../../analysis/agenda';
import type { Freshness } from '../../analysis/freshness';
import { type CalendarDate, daysBetween } from '../../model/calendarDate';
import { joined, ours, plural, type Text, t } from '../../model/message';
import { dayText, relativeDay, weekdayText } from '../../model/texts';
import { pageType } from '../../schema/schema';
import { partyText } from '../dashboard/words';
import { agendaKinds } from '../reportWords';
import type { RowState } from './stateLooks';

/** `3 · 1 late`: how many there are, and what is remarkable of them. */
export function counted(count: number, ...remarks: readonly (Text | false | undefined)[]): Text {
  return joined([String(count), ...said(remarks)], ' · ');
}

/** What is there to say, joined by dots. */
export function dotted(...parts: readonly (Text | false | undefined)[]): Text {
  const texts = said(parts);
  return texts.length === 0 ? '' : joined(texts, ' · ');
}

export function said(parts: readonly (Text | false | undefined)[]): Text[] {
  return parts.filter((part): part is Text => part !== undefined && part !== false && part !== '');
}

/** A page on which something stands; quoted, since a title such as “Monday” reads as the day otherwise. */
export function pageNamed(title: string): Text {
  return t`in “${title}”`;
}

/** `today`, `4 Dec` */
export function dayOrToday(date: CalendarDate, today: CalendarDate): Text {
  return date === today ? t`today` : dayText(date, today);
}

/** `6 days late`, `today`, `tomorrow`, `in 12 days` */
export function dueText(date: CalendarDate, today: CalendarDate): Text {
  const late = daysBetween(date, today);
  return late > 0 ? t`${plural(late, 'day')} late` : relativeDay(date, today);
}

/** `Fri 4 Dec, in 11 days` */
export function fullDueText(date: CalendarDate, today: CalendarDate): Text {
  return joined([weekdayText(date, today), dueText(date, today)], ', ');
}

/** `you owe @sales`, `@rnd owes you` */
export function owesText(from: string, to: string): Text {
  if (from === 'me' && to === 'me') return t`you owe yourself`;
  return from === 'me' ? t`you owe ${partyText(to)}` : t`${partyText(from)} owes ${partyText(to)}`;
}

const kindWords: Readonly<Record<Exclude<AgendaKind, 'commitment'>, Text>> = {
  ...agendaKinds,
  reply: t`reply due`,
  review: t`review due`,
};

/** What a day of the agenda is about: `gate`, `you owe @sales`. */
export function agendaWords({ kind, from, to }: AgendaItem, type: string | undefined): Text {
  if (kind === 'commitment') return owesText(from ?? '', to ?? '');
  const due = kind === 'review' ? pageType(type)?.clock?.due : undefined;
  return due === undefined ? kindWords[kind] : ours(due);
}

/** How far a page is past the day on which it was to be looked at again; empty while it is fresh. */
export function lateReview({ age, cadence, state }: Freshness): Text {
  if (state === 'fresh') return '';
  const days = plural(age - cadence, 'day');
  return state === 'stale' ? t`${days} late, stale` : t`${days} late`;
}

export function freshnessState(freshness: Freshness | undefined): RowState {
  if (!freshness) return 'closed';
  if (freshness.state === 'fresh') return 'good';
  return freshness.state === 'stale' ? 'alarm' : 'attention';
}

/** `Looked at 47 days ago, due every 30 days.` */
export function freshnessSentence({ age, cadence }: Freshness): Text {
  const due = plural(cadence, 'day');
  if (age === 0) return t`Looked at today, due every ${due}`;
  if (age === 1) return t`Looked at yesterday, due every ${due}`;
  return t`Looked at ${plural(age, 'day')} ago, due every ${due}`;
}
