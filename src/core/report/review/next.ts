import { type AgendaItem, agendaOf } from '../../analysis/agenda';
import type { CalendarDate } from '../../model/calendarDate';
import { t } from '../../model/message';
import { weekdayText } from '../../model/texts';
import { type Block, bullets, type Inline, paragraph, strong } from '../document';
import { agendaWords, capped } from '../reportWords';
import { periodAfter, periodOf } from '../reviewPeriod';
import type { ReviewInput } from './reviewSection';

/** Lines of one list. */
const most = 25;

/** What is due in the days that are left of the week, and in the week behind it. */
export function nextWeekBlocks(input: ReviewInput): Block[] {
  const { today, period } = input;
  const week = period.kind === 'week' ? period : periodOf('week', today);
  const next = periodAfter(week);
  const rest = agendaLines(input, today, week.to);
  const lines = agendaLines(input, next.from, next.to);
  return [
    ...(rest.length > 0 && today < week.to
      ? [paragraph(strong(t`Still this week`)), bullets(capped(rest, most)), paragraph(strong(t`Next week`))]
      : []),
    lines.length > 0 ? bullets(capped(lines, most)) : paragraph(t`Nothing is dated.`),
  ];
}

/** What is due behind next week through the end of the period after this one; for reviews of months and quarters. */
export function nextPeriodBlocks(input: ReviewInput): Block[] {
  const week = periodAfter(periodOf('week', input.today));
  const lines = agendaLines(input, periodAfter(week).from, periodAfter(input.period).to);
  return [lines.length > 0 ? bullets(capped(lines, most)) : paragraph(t`Nothing is dated.`)];
}

function agendaLines(input: ReviewInput, from: CalendarDate, to: CalendarDate): Inline[][] {
  const { book, today } = input;
  return agendaOf(book, today)
    .filter(({ date }) => date >= from && date <= to)
    .flatMap((item: AgendaItem): Inline[][] => {
      const page = book.page(item.path);
      return page ? [[weekdayText(item.date, today), ': ', ...agendaWords(item, page, input)]] : [];
    });
}
