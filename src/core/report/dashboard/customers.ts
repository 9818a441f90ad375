import { backlogOf, replyLimit } from '../../analysis/market';
import { type VoiceMonth, voicesByMonth } from '../../analysis/voicesByMonth';
import { type CalendarDate, daysBetween } from '../../model/calendarDate';
import { dateOf, textOf } from '../../model/fields';
import { joined, plural, t } from '../../model/message';
import type { Page } from '../../model/page';
import { monthLabels, monthText, signed, trimmed } from '../../model/texts';
import type { DashboardContext } from './context';
import type { Cell, CustomerSection, PagePlace } from './model';
import { dataTable, numbers } from './tables';

/** Customers that stand beside the charts. */
const maxOpen = 5;

/** The weight of unhappy customers and the mood of what they said, by month. */
export function customerSection({ book, today }: DashboardContext): CustomerSection {
  const months = voicesByMonth(book, today);
  const { total, pages } = backlogOf(book, today);
  const placeOf = (path: string | undefined): PagePlace | null => (path === undefined ? null : { path });
  const told = months.map(({ month, backlog }) => t`${monthText(month)} ${trimmed(backlog)}`);
  const moods = months.flatMap(({ month, sentiment }) =>
    sentiment === null ? [] : [t`${monthText(month)} ${signed(sentiment)}`],
  );
  return {
    ...(months.length === 0
      ? {
          empty: {
            text: t`No customer has a voice here yet. Quote the next one who praises or complains.`,
            action: { title: t`New Voice…`, command: 'statusBook.newPage', type: 'voice' },
          },
        }
      : {}),
    months: monthLabels(months.map(({ month }) => month)),
    backlog: months.map(({ backlog }) => backlog),
    sentiment: months.map(({ sentiment }) => sentiment),
    backlogPlaces: months.map(({ heaviest }) => placeOf(heaviest)),
    sentimentPlaces: months.map(({ unhappiest }) => placeOf(unhappiest)),
    backlogText:
      pages.length === 0
        ? t`No unhappy customer waits.`
        : t`${plural(pages.length, 'unhappy customer')} unsettled, ${trimmed(total)} points.`,
    backlogSummary: t`Customer backlog in points at the end of each month: ${joined(told, ', ')}.`,
    sentimentSummary: t`Mean sentiment of the voices by month, from -2 to 2: ${joined(moods, ', ')}.`,
    open: pages.slice(0, maxOpen).map(({ path, points }) => openVoice(book.page(path), points, today)),
    table: dataTable(
      t`Customers by month`,
      [t`Month`, numbers(t`Backlog`), numbers(t`Unsettled`), numbers(t`Voices`), numbers(t`Mean sentiment`)],
      months.map(rowOf),
    ),
  };
}

function rowOf({ month, backlog, open, heaviest, received, sentiment, unhappiest }: VoiceMonth): Cell[] {
  const path = heaviest ?? unhappiest;
  return [
    path === undefined ? { text: monthText(month) } : { text: monthText(month), place: { path } },
    { text: t`${trimmed(backlog)}` },
    { text: String(open) },
    { text: String(received) },
    { text: sentiment === null ? '–' : signed(sentiment) },
  ];
}

function openVoice(page: Page | undefined, points: number, today: CalendarDate): Cell {
  if (!page) return { text: '' };
  const age = daysBetween(dateOf(page, 'received') ?? today, today);
  const late = dateOf(page, 'replied') === undefined ? age - replyLimit(page) : 0;
  const who = textOf(page, 'customer') ?? page.title;
  return {
    text:
      late > 0
        ? t`${who} (${trimmed(points)} points, reply ${plural(late, 'day')} late)`
        : t`${who} (${trimmed(points)} points)`,
    place: { path: page.path },
    ...(late > 0 ? { state: 'attention' as const } : {}),
  };
}
