import { type ClockedVoice, type PeriodVoices, voicesInPeriod } from '../../analysis/voicesInPeriod';
import { numberOf, textOf } from '../../model/fields';
import { isSameText, plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { signed, trimmed, weekdayText } from '../../model/texts';
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
      t`Waiting for a reply`,
      waiting.map((voice) => [
        ...named(voice.page),
        ' ',
        ...clockWords(voice, input),
        ' · ',
        input.link(voice.page),
      ]),
    ),
    ...list(
      t`Replied`,
      replied.map((voice) => [...named(voice.page), ' ', replyWords(voice), ' · ', input.link(voice.page)]),
    ),
    ...list(t`Settled`, lines(resolved, input)),
    ...list(t`Replied, not settled yet`, lines(unsettled, input)),
    ...list(t`New`, lines(received, input, true)),
    paragraph(backlogText(voices)),
  ];
}

/** The summary’s line on customers. */
export function customerLine(input: ReviewInput): Text {
  const { waiting, replied, resolved } = voicesOf(input);
  const late = waiting.filter(({ days, limit }) => days > limit).length;
  const waits = plural(waiting.length, 'customer waits', 'customers wait');
  return late > 0
    ? t`${waits} for a reply, ${late} of them too long; ${replied.length} replied to, ${resolved.length} settled.`
    : t`${waits} for a reply; ${replied.length} replied to, ${resolved.length} settled.`;
}

function voicesOf({ book, today, period }: ReviewInput): PeriodVoices {
  return voicesInPeriod(book, period.from, today);
}

function backlogText({ backlog, backlogBefore }: PeriodVoices): Text {
  const [now, before] = [t`${trimmed(backlog)}`, t`${trimmed(backlogBefore)}`];
  return isSameText(now, before)
    ? t`Backlog: ${now} points, as at the start.`
    : t`Backlog: ${now} points, ${before} at the start.`;
}

function named(page: Page): Inline[] {
  return [strong(textOf(page, 'customer') ?? page.title)];
}

function lines(pages: readonly Page[], { link }: ReviewInput, showsMood = false): Inline[][] {
  return pages.map((page) => {
    const sentiment = numberOf(page, 'sentiment');
    const mood = showsMood && sentiment !== undefined ? [' ', t`(sentiment ${signed(sentiment)})`] : [];
    return [...named(page), ...mood, ' · ', link(page)];
  });
}

function clockWords({ received, days, limit }: ClockedVoice, { today }: ReviewInput): Inline[] {
  const since = weekdayText(received, today);
  const left = limit - days;
  if (left > 0) return [t`since ${since}: ${plural(left, 'day')} left`];
  if (left === 0) return [t`since ${since}: due today`];
  return [t`since ${since}`, ': ', strong(t`${plural(-left, 'day')} over the limit of ${limit}`)];
}

function replyWords({ days, limit }: ClockedVoice): Text {
  return days > limit
    ? t`after ${plural(days, 'day')}, over the limit of ${limit}`
    : t`after ${plural(days, 'day')}`;
}

function list(title: Text, items: readonly (readonly Inline[])[]): Block[] {
  if (items.length === 0) return [];
  return [paragraph(strong(t`${title} (${items.length})`)), bullets(capped(items, most))];
}
