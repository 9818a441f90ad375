import { longDayText } from '../dashboard/words';
import { type Block, blocksOr, bullets, lineOr, paragraph, strong } from '../document';
import { type ReportOptions, reportContext } from '../reportContext';
import { asOfDay, type ReviewPeriod } from '../reviewPeriod';
import { commitmentBlocks, commitmentLine } from './commitments';
import { customerBlocks, customerLine } from './customers';
import { marketBlocks } from './market';
import { moneyBlocks, moneyLine } from './money';
import { nextPeriodBlocks, nextWeekBlocks } from './next';
import type { ReviewInput, ReviewSection } from './reviewSection';
import { staleBlocks, staleLine } from './stale';
import { stuckBlocks, stuckLine } from './stuck';
import { timeBlocks, timeLine } from './time';

export interface Review {
  readonly period: ReviewPeriod;
  /** The summary, then the sections in the order of the page. */
  readonly sections: readonly ReviewSection[];
}

/**
 * The review of a week, month or quarter, as of its last day, or of today while it lasts. What pages no longer tell
 * cannot be told of a past week: a page that was reviewed since counts as fresh.
 *
 * @param options `today` is the real one
 * @throws RangeError for a period that has not begun
 */
export function reviewOf(period: ReviewPeriod, options: Omit<ReportOptions, 'naming'>): Review {
  if (period.from > options.today) throw new RangeError(`${period.title} has not begun yet.`);
  const today = asOfDay(period, options.today);
  const input: ReviewInput = { ...reportContext({ ...options, today, naming: 'wiki' }), period };
  const isWeek = period.kind === 'week';
  return {
    period,
    sections: [
      { name: 'summary', blocks: summaryBlocks(input) },
      section('Time', () => timeBlocks(input)),
      section('Commitments', () => commitmentBlocks(input)),
      section('Customers', () => customerBlocks(input)),
      section('Sales and budget', () => moneyBlocks(input)),
      ...(isWeek ? [] : [section('Market', () => marketBlocks(input))]),
      section('Stale', () => staleBlocks(input)),
      section('Stuck', () => stuckBlocks(input)),
      section('Next week', () => nextWeekBlocks(input)),
      ...(isWeek ? [] : [section(`Next ${period.kind}`, () => nextPeriodBlocks(input))]),
    ],
  };
}

function section(heading: string, make: () => readonly Block[]): ReviewSection {
  return { name: heading.toLowerCase().replaceAll(' ', '-'), heading, blocks: blocksOr(heading, make) };
}

function summaryBlocks(input: ReviewInput): Block[] {
  return [
    paragraph(`As of ${longDayText(input.today)}.`),
    bullets([
      [strong('Time'), `: ${lineOr('Time', () => timeLine(input))}`],
      [strong('Promises'), `: ${lineOr('Promises', () => commitmentLine(input))}`],
      [strong('Customers'), `: ${lineOr('Customers', () => customerLine(input))}`],
      [strong('Sales and budget'), `: ${lineOr('Sales and budget', () => moneyLine(input))}`],
      [strong('Stale'), `: ${lineOr('Stale', () => staleLine(input))}`],
      [strong('Stuck'), `: ${lineOr('Stuck', () => stuckLine(input))}`],
    ]),
  ];
}
