import { reliabilityText } from '../../analysis/figureWords';
import { type DatedPromise, type PeriodPromises, promisesInPeriod } from '../../analysis/promisesInPeriod';
import { trustDays, trustOf } from '../../analysis/trust';
import { daysBetween } from '../../model/calendarDate';
import { joined, plural, type Text, t } from '../../model/message';
import { weekdayText } from '../../model/texts';
import { type Block, bullets, type Inline, paragraph, strong, table } from '../document';
import { capped, party, promiseText } from '../reportWords';
import { periodAfter, periodOf } from '../reviewPeriod';
import type { ReviewInput } from './reviewSection';

/** Lines of one list. */
const most = 12;

/** Promises kept and broken in the period, both ways, what is due next, and how far each side can be relied on. */
export function commitmentBlocks(input: ReviewInput): Block[] {
  const { kept, broken, early, late, overdue, next } = promisesInReview(input);
  return [
    ...list(t`Broken`, broken, input, (promise) => brokenWords(promise, input)),
    ...list(t`Overdue from before`, overdue, input, ({ due }) => overdueWords(due, input)),
    ...list(t`Due next`, next, input, ({ due }) => t`due ${weekdayText(due, input.today)}`),
    ...list(t`Kept`, [...kept, ...early], input, ({ promised, commitment: { doneOn } }) =>
      doneOn === undefined
        ? t`done`
        : t`done ${weekdayText(doneOn, input.today)}, due ${weekdayText(promised, input.today)}`,
    ),
    ...list(t`Done late`, late, input, ({ promised, commitment: { doneOn } }) =>
      doneOn === undefined ? t`done` : t`${plural(daysBetween(promised, doneOn), 'day')} late`,
    ),
    ...trustBlocks(input),
  ];
}

/** The promises of the period; those due next are told up to the end of the next one, four weeks ahead at most. */
export function promisesInReview({ book, today, period }: ReviewInput): PeriodPromises {
  const until = period.kind === 'week' ? periodAfter(period).to : periodAfter(periodOf('week', today)).to;
  return promisesInPeriod(book, { from: period.from, to: period.to, asOf: today, until });
}

/** The summary’s line on commitments. */
export function commitmentLine(input: ReviewInput): Text {
  const { kept, broken, overdue } = promisesInReview(input);
  return overdue.length > 0
    ? t`${kept.length} kept, ${broken.length} broken; ${overdue.length} overdue from before.`
    : t`${kept.length} kept, ${broken.length} broken.`;
}

function list(
  title: Text,
  promises: readonly DatedPromise[],
  { link }: ReviewInput,
  remark: (promise: DatedPromise) => Text,
): Block[] {
  if (promises.length === 0) return [];
  const items = promises.map((promise): Inline[] => [
    t`${promiseText(promise)} (${remark(promise)})`,
    ' · ',
    link(promise.page),
  ]);
  return [paragraph(strong(t`${title} (${promises.length})`)), bullets(capped(items, most))];
}

function brokenWords({ promised, due, commitment }: DatedPromise, { today }: ReviewInput): Text {
  const day = weekdayText(promised, today);
  const { done, doneOn } = commitment;
  if (done && doneOn !== undefined && doneOn <= today) {
    return t`promised for ${day}, done ${plural(daysBetween(promised, doneOn), 'day')} late`;
  }
  return due > promised
    ? t`promised for ${day}, now ${weekdayText(due, today)}`
    : t`promised for ${day}, still open`;
}

function overdueWords(due: string, { today }: ReviewInput): Text {
  return t`due ${weekdayText(due, today)}, ${plural(daysBetween(due, today), 'day')} ago`;
}

function trustBlocks({ book, today }: ReviewInput): Block[] {
  const pairs = trustOf(book, today);
  if (pairs.length === 0) return [paragraph(t`No promise has come due in the last 90 days.`)];
  const rows = pairs.map(({ from, to, kept, all, reliability }) => [
    joined([party(from), party(to)], ' → '),
    t`${kept} of ${all}`,
    reliability === null ? t`too few` : reliabilityText(reliability),
  ]);
  return [table('lrr', [[t`Promises`, t`Kept, last ${trustDays} days`, t`Reliability`], ...rows])];
}
