import type { AgendaItem } from '../analysis/agenda';
import type { DatedPromise } from '../analysis/promisesInPeriod';
import type { Page } from '../model/page';
import { plural } from '../model/words';
import type { Inline } from './document';
import { plainInline } from './plainInline';
import type { ReportContext } from './reportContext';

/** `@sales`; `me` for the product manager. */
export function party(department: string): string {
  return department === 'me' ? 'me' : `@${department}`;
}

/** `@rnd → me: noise report` */
export function promiseText({ commitment }: DatedPromise): string {
  return `${party(commitment.from)} → ${party(commitment.to)}: ${plainInline(commitment.text)}`;
}

/** A list no longer than one reads: what is beyond is counted. */
export function capped(items: readonly (readonly Inline[])[], most: number): (readonly Inline[])[] {
  if (items.length <= most + 1) return [...items];
  return [...items.slice(0, most), [`… and ${plural(items.length - most, 'more', 'more')}`]];
}

/** The first sentence of a finding’s message, what is wrong, without what to do about it. */
export function firstSentence(message: string): string {
  // Sentences within quotation marks are names.
  const end = /^(?:[^“.]|“[^”]*”|\.(?! [\p{Lu}“]))*/u.exec(message)?.[0].length ?? message.length;
  return message.slice(0, end + 1);
}

/** Says what a day is about: `gate: Hot and cold`, with a link to its page. */
export function agendaWords(item: AgendaItem, page: Page, context: ReportContext): Inline[] {
  const link = context.link(page);
  const text = plainInline(item.text);
  if (item.kind === 'commitment') {
    return [`${party(item.from ?? '')} → ${party(item.to ?? '')}: ${text} · `, link];
  }
  const word = agendaKinds[item.kind];
  return text === page.title ? [`${word}: `, link] : [`${word}: ${text} · `, link];
}

/** What an item of the agenda is, other than a promise. */
export const agendaKinds: Readonly<Record<Exclude<AgendaItem['kind'], 'commitment'>, string>> = {
  task: 'to do',
  plan: 'plan due',
  submission: 'to submit',
  start: 'starts',
  gate: 'gate',
  decision: 'to decide',
  prediction: 'move expected',
  reply: 'reply to',
  'next-step': 'next step',
  incentive: 'incentive ends',
  review: 'review',
};
