import { reliabilityText } from '../../analysis/figureWords';
import { type DatedPromise, type PeriodPromises, promisesInPeriod } from '../../analysis/promisesInPeriod';
import { trustDays, trustOf } from '../../analysis/trust';
import { daysBetween } from '../../model/calendarDate';
import { plural } from '../../model/words';
import { weekdayText } from '../dashboard/words';
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
    ...list('Broken', broken, input, (promise) => brokenWords(promise, input)),
    ...list('Overdue from before', overdue, input, ({ due }) => overdueWords(due, input)),
    ...list('Due next', next, input, ({ due }) => `due ${weekdayText(due, input.today)}`),
    ...list('Kept', [...kept, ...early], input, ({ promised, commitment: { doneOn } }) =>
      doneOn === undefined
        ? 'done'
        : `done ${weekdayText(doneOn, input.today)}, due ${weekdayText(promised, input.today)}`,
    ),
    ...list('Done late', late, input, ({ promised, commitment: { doneOn } }) =>
      doneOn === undefined ? 'done' : `${plural(daysBetween(promised, doneOn), 'day')} late`,
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
export function commitmentLine(input: ReviewInput): string {
  const { kept, broken, overdue } = promisesInReview(input);
  const rest = overdue.length > 0 ? `; ${overdue.length} overdue from before` : '';
  return `${kept.length} kept, ${broken.length} broken${rest}.`;
}

function list(
  title: string,
  promises: readonly DatedPromise[],
  { link }: ReviewInput,
  remark: (promise: DatedPromise) => string,
): Block[] {
  if (promises.length === 0) return [];
  const items = promises.map((promise): Inline[] => [
    `${promiseText(promise)} (${remark(promise)}) · `,
    link(promise.page),
  ]);
  return [paragraph(strong(`${title} (${promises.length})`)), bullets(capped(items, most))];
}

function brokenWords({ promised, due, commitment }: DatedPromise, { today }: ReviewInput): string {
  const was = `promised for ${weekdayText(promised, today)}`;
  const { done, doneOn } = commitment;
  if (done && doneOn !== undefined && doneOn <= today) {
    return `${was}, done ${plural(daysBetween(promised, doneOn), 'day')} late`;
  }
  return due > promised ? `${was}, now ${weekdayText(due, today)}` : `${was}, still open`;
}

function overdueWords(due: string, { today }: ReviewInput): string {
  return `due ${weekdayText(due, today)}, ${plural(daysBetween(due, today), 'day')} ago`;
}

function trustBlocks({ book, today }: ReviewInput): Block[] {
  const pairs = trustOf(book, today);
  if (pairs.length === 0) return [paragraph('No promise has come due in the last 90 days.')];
  const rows = pairs.map(({ from, to, kept, all, reliability }) => [
    `${party(from)} → ${party(to)}`,
    `${kept} of ${all}`,
    reliability === null ? 'too few' : reliabilityText(reliability),
  ]);
  return [table('lrr', [['Promises', `Kept, last ${trustDays} days`, 'Reliability'], ...rows])];
}
