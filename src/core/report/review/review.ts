import { t } from '../../model/message';
import { Refusal } from '../../model/refusal';
import { longDayText } from '../../model/texts';
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
 * @throws Refusal for a period that has not begun
 */
export function reviewOf(period: ReviewPeriod, options: Omit<ReportOptions, 'naming'>): Review {
  if (period.from > options.today) throw new Refusal(t`${period.title} has not begun yet.`);
  const today = asOfDay(period, options.today);
  const input: ReviewInput = { ...reportContext({ ...options, today, naming: 'wiki' }), period };
  const isWeek = period.kind === 'week';
  return {
    period,
    sections: [
      { name: 'summary', blocks: summaryBlocks(input) },
      section('time', 'Time', () => timeBlocks(input)),
      section('commitments', 'Commitments', () => commitmentBlocks(input)),
      section('customers', 'Customers', () => customerBlocks(input)),
      section('sales-and-budget', 'Sales and budget', () => moneyBlocks(input)),
      ...(isWeek ? [] : [section('market', 'Market', () => marketBlocks(input))]),
      section('stale', 'Stale', () => staleBlocks(input)),
      section('stuck', 'Stuck', () => stuckBlocks(input)),
      section('next-week', 'Next week', () => nextWeekBlocks(input)),
      ...(isWeek
        ? []
        : [section(`next-${period.kind}`, `Next ${period.kind}`, () => nextPeriodBlocks(input))]),
    ],
  };
}

function section(name: string, heading: string, make: () => readonly Block[]): ReviewSection {
  return { name, heading, blocks: blocksOr(heading, heading, make) };
}

function summaryBlocks(input: ReviewInput): Block[] {
  return [
    paragraph(t`As of ${longDayText(input.today)}.`),
    bullets([
      [strong(t`Time`), ': ', lineOr('Time', () => timeLine(input))],
      [strong(t`Promises`), ': ', lineOr('Promises', () => commitmentLine(input))],
      [strong(t`Customers`), ': ', lineOr('Customers', () => customerLine(input))],
      [strong(t`Sales and budget`), ': ', lineOr('Sales and budget', () => moneyLine(input))],
      [strong(t`Stale`), ': ', lineOr('Stale', () => staleLine(input))],
      [strong(t`Stuck`), ': ', lineOr('Stuck', () => stuckLine(input))],
    ]),
  ];
}
