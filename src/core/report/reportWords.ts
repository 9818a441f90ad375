import type { AgendaItem } from '../analysis/agenda';
import type { DatedPromise } from '../analysis/promisesInPeriod';
import { altered, type Text, t } from '../model/message';
import type { Page } from '../model/page';
import type { Inline } from './document';
import { plainInline } from './plainInline';
import type { ReportContext } from './reportContext';

/** `@sales`; `me` for the product manager. */
export function party(department: string): Text {
  return department === 'me' ? t`me` : `@${department}`;
}

/** `@rnd → me: noise report` */
export function promiseText({ commitment: { from, to, text } }: DatedPromise): Text {
  return t`${party(from)} → ${party(to)}: ${plainInline(text)}`;
}

/** A list no longer than one reads: what is beyond is counted. */
export function capped(items: readonly (readonly Inline[])[], most: number): (readonly Inline[])[] {
  if (items.length <= most + 1) return [...items];
  return [...items.slice(0, most), [t`… and ${items.length - most} more`]];
}

/** The first sentence of a finding’s message, what is wrong, without what to do about it. */
export function firstSentence(message: Text): Text {
  return altered(message, 'first-sentence');
}

/** `high threat`; a word that is none of those that the type knows as it stands. */
export function threatText(threat: string | undefined): Text {
  if (threat === undefined) return t`unknown threat`;
  return threats.get(threat) ?? t`${threat} threat`;
}

const threats: ReadonlyMap<string, Text> = new Map([
  ['high', t`high threat`],
  ['medium', t`medium threat`],
  ['low', t`low threat`],
]);

/** Says what a day is about: `gate: Hot and cold`, with a link to its page. */
export function agendaWords(item: AgendaItem, page: Page, context: ReportContext): Inline[] {
  const link = context.link(page);
  const text = plainInline(item.text);
  if (item.kind === 'commitment') {
    return [t`${party(item.from ?? '')} → ${party(item.to ?? '')}: ${text}`, ' · ', link];
  }
  const word = agendaKinds[item.kind];
  return text === page.title ? [word, ': ', link] : [word, ': ', text, ' · ', link];
}

/** What an item of the agenda is, other than a promise. */
export const agendaKinds: Readonly<Record<Exclude<AgendaItem['kind'], 'commitment'>, Text>> = {
  task: t`to do`,
  plan: t`plan due`,
  submission: t`to submit`,
  start: t`starts`,
  gate: t`gate`,
  decision: t`to decide`,
  prediction: t`move expected`,
  reply: t`reply to`,
  'next-step': t`next step`,
  incentive: t`incentive ends`,
  review: t`review`,
};
