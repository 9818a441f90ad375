import type { BookSettings } from '../model/bookSettings';
import { type CalendarDate, daysBetween } from '../model/calendarDate';
import { dateOf, numberOf, textOf } from '../model/fields';
import { isClosed } from '../model/lifecycle';
import { ownValue } from '../model/ownValue';
import type { Page } from '../model/page';
import { duration, enumeration, plural } from '../model/words';
import type { Activity } from '../schema/activities';
import { isPlan } from '../schema/schema';
import { entriesOf } from './entries';

type Activities = ReadonlyMap<string, Activity>;

/** What is to be known of a page first, in a few words; empty where there is nothing to tell. */
export function pageFact(
  page: Page,
  today: CalendarDate,
  { activities }: Pick<BookSettings, 'activities'>,
): string {
  const facts = isPlan(page.type)
    ? planFacts(page, today)
    : (ownValue(factsByType, page.type)?.(page, today, activities) ?? []);
  return facts.filter((fact) => fact !== undefined).join(' · ');
}

/** `today`, `yesterday`, `47 days ago`, `tomorrow`, `in 12 days`. */
export function relativeDay(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === -1) return 'yesterday';
  if (days === 1) return 'tomorrow';
  return days < 0 ? `${plural(-days, 'day')} ago` : `in ${plural(days, 'day')}`;
}

type Facts = (string | undefined)[];

const factsByType: Readonly<
  Record<string, (page: Page, today: CalendarDate, activities: Activities) => Facts>
> = {
  book: (page) => [textOf(page, 'manager')],
  product: (page, today) => [
    textOf(page, 'stage') === 'retired' ? 'retired' : words(textOf(page, 'health')),
    isClosed(page) ? undefined : happened('updated', page, 'updated', today),
  ],
  log: (page, _today, activities) => [loggedTime(page, activities)],
  partner: (page) => [words(textOf(page, 'kind')), suffixed('tier', textOf(page, 'tier') ?? 'B')],
  competitor: (page, today) => [textOf(page, 'threat'), happened('reviewed', page, 'reviewed', today)],
  trend: (page, today) => [suffixed('impact', numberOf(page, 'impact')), lastSeen(page, today)],
  voice: (page, today) => [voiceState(page), happened('received', page, 'received', today)],
  budget: (page, today) => [clock(page, 'end', today, 'ends', 'ended')],
  decision: (page, today) => [textOf(page, 'size'), decisionState(page, today)],
  review: (page) => [textOf(page, 'week')],
  strategy: (page, today) => [happened('reviewed', page, 'reviewed', today)],
  opportunity: (page) => [words(textOf(page, 'status') ?? 'open')],
  proposal: (page) => [words(textOf(page, 'status') ?? 'open')],
  segment: (page) => [textOf(page, 'manager') ?? 'no manager'],
  region: (page) => [suffixed('adaptation', textOf(page, 'adaptation'))],
};

function planFacts(page: Page, today: CalendarDate): Facts {
  const status = words(textOf(page, 'status'));
  return isClosed(page) ? [status] : [status, nextDay(page, today)];
}

/** The day that a plan of this type is held to. */
function nextDay(page: Page, today: CalendarDate): string | undefined {
  switch (page.type) {
    case 'marketing-plan':
      return clock(page, 'submitBy', today, 'to submit', 'to submit');
    case 'trade-show':
    case 'promotion':
      return (dateOf(page, 'start') ?? '') > today
        ? clock(page, 'start', today, 'starts', 'started')
        : clock(page, 'end', today, 'ends', 'ended');
    case 'new-product':
      return gateFact(page, today);
    case 'line-change':
      return dateOf(page, 'decided') ? undefined : clock(page, 'decideBy', today, 'to decide', 'to decide');
    default:
      return clock(page, 'due', today, 'due', 'was due');
  }
}

/** A gate that has passed counts no longer once it is decided; a decision about the last one says nothing of the next. */
function gateFact(page: Page, today: CalendarDate): string | undefined {
  const decision = textOf(page, 'decision');
  const isAhead = (dateOf(page, 'gate') ?? '') > today;
  if (decision !== undefined && !isAhead) return `gate decided: ${words(decision) ?? decision}`;
  return clock(page, 'gate', today, 'gate', 'gate was');
}

function clock(
  page: Page,
  field: string,
  today: CalendarDate,
  ahead: string,
  past: string,
): string | undefined {
  const date = dateOf(page, field);
  return date && `${date < today ? past : ahead} ${relativeDay(date, today)}`;
}

function happened(word: string, page: Page, field: string, today: CalendarDate): string | undefined {
  return clock(page, field, today, word, word);
}

function lastSeen(page: Page, today: CalendarDate): string | undefined {
  const reviewed = dateOf(page, 'reviewed') ?? '';
  return reviewed >= (dateOf(page, 'observed') ?? '')
    ? happened('reviewed', page, 'reviewed', today)
    : happened('observed', page, 'observed', today);
}

function voiceState(page: Page): string {
  if (isClosed(page)) return 'resolved';
  return dateOf(page, 'replied') ? 'replied' : 'not replied';
}

function decisionState(page: Page, today: CalendarDate): string | undefined {
  return isClosed(page)
    ? happened('decided', page, 'decided', today)
    : happened('opened', page, 'opened', today);
}

function loggedTime(page: Page, activities: Activities): string {
  const entries = entriesOf(page, activities);
  const minutes = entries.reduce((sum, entry) => sum + entry.minutes, 0);
  const running = entries.some((entry) => entry.open) ? ['a running timer'] : [];
  return enumeration([...(minutes > 0 || running.length === 0 ? [duration(minutes)] : []), ...running]);
}

function words(id: string | undefined): string | undefined {
  return id?.replaceAll('-', ' ');
}

function suffixed(word: string, value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : `${word} ${value}`;
}
