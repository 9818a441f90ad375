import { type ClockedVoice, type PeriodVoices, voicesInPeriod } from '../../analysis/voicesInPeriod';
import { numberOf, textOf } from '../../model/fields';
import type { Page } from '../../model/page';
import { plural, trimmed } from '../../model/words';
import { weekdayText } from '../dashboard/words';
import { type Block, bullets, type Inline, paragraph, strong } from '../document';
import { capped } from '../reportWords';
import type { ReviewInput } from './reviewSection';

/** Lines of one list. */
const most = 12;

/** Who waits with the reply clock, what was answered and settled, and where the backlog went. */
export function customerBlocks(input: ReviewInput): Block[] {
  const voices = voicesOf(input);
  const { received, replied, resolved, waiting, unsettled } = voices;
  return [
    ...list(
      'Waiting for a reply',
      waiting.map((voice) => [
        ...named(voice.page),
        ...clockWords(voice, input),
        ' · ',
        input.link(voice.page),
      ]),
    ),
    ...list(
      'Replied',
      replied.map((voice) => [...named(voice.page), ` ${replyWords(voice)} · `, input.link(voice.page)]),
    ),
    ...list('Settled', lines(resolved, input)),
    ...list('Replied, not settled yet', lines(unsettled, input)),
    ...list('New', lines(received, input, true)),
    paragraph(backlogText(voices)),
  ];
}

/** The summary’s line on customers. */
export function customerLine(input: ReviewInput): string {
  const voices = voicesOf(input);
  const late = voices.waiting.filter(({ days, limit }) => days > limit).length;
  const waits = `${plural(voices.waiting.length, 'customer waits', 'customers wait')} for a reply`;
  const counts = `${voices.replied.length} replied to, ${voices.resolved.length} settled`;
  return `${waits}${late > 0 ? `, ${late} of them too long` : ''}; ${counts}.`;
}

function voicesOf({ book, today, period }: ReviewInput): PeriodVoices {
  return voicesInPeriod(book, period.from, today);
}

function backlogText({ backlog, backlogBefore }: PeriodVoices): string {
  const [now, before] = [trimmed(backlog), trimmed(backlogBefore)];
  const change = now === before ? 'as at the start' : `${before} at the start`;
  return `Backlog: ${now} points, ${change}.`;
}

function named(page: Page): Inline[] {
  return [strong(textOf(page, 'customer') ?? page.title)];
}

function lines(pages: readonly Page[], { link }: ReviewInput, showsMood = false): Inline[][] {
  return pages.map((page) => {
    const sentiment = numberOf(page, 'sentiment');
    const mood = showsMood && sentiment !== undefined ? ` (${moodText(sentiment)})` : '';
    return [...named(page), `${mood} · `, link(page)];
  });
}

/** `sentiment +2`, `sentiment −1` */
export function moodText(sentiment: number): string {
  const size = trimmed(Math.abs(sentiment));
  return `sentiment ${sentiment > 0 ? `+${size}` : sentiment < 0 ? `−${size}` : size}`;
}

function clockWords({ received, days, limit }: ClockedVoice, { today }: ReviewInput): Inline[] {
  const since = ` since ${weekdayText(received, today)}: `;
  const left = limit - days;
  if (left < 0) return [since, strong(`${plural(-left, 'day')} over the limit of ${limit}`)];
  return [left === 0 ? `${since}due today` : `${since}${plural(left, 'day')} left`];
}

function replyWords({ days, limit }: ClockedVoice): string {
  return `after ${plural(days, 'day')}${days > limit ? `, over the limit of ${limit}` : ''}`;
}

function list(title: string, items: readonly (readonly Inline[])[]): Block[] {
  if (items.length === 0) return [];
  return [paragraph(strong(`${title} (${items.length})`)), bullets(capped(items, most))];
}
