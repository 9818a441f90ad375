import { backlogOf, replyLimit } from '../../analysis/market';
import { type VoiceMonth, voicesByMonth } from '../../analysis/voicesByMonth';
import { type CalendarDate, daysBetween } from '../../model/calendarDate';
import { dateOf, textOf } from '../../model/fields';
import type { Page } from '../../model/page';
import { plural, signed, trimmed } from '../../model/words';
import type { DashboardContext } from './context';
import type { Cell, CustomerSection, PagePlace } from './model';
import { dataTable, numbers } from './tables';
import { monthLabels, monthText } from './words';

/** Customers that stand beside the charts. */
const maxOpen = 5;

/** The weight of unhappy customers and the mood of what they said, by month. */
export function customerSection({ book, today }: DashboardContext): CustomerSection {
  const months = voicesByMonth(book, today);
  const { total, pages } = backlogOf(book, today);
  const placeOf = (path: string | undefined): PagePlace | null => (path === undefined ? null : { path });
  const told = months.map(({ month, backlog }) => `${monthText(month)} ${trimmed(backlog)}`);
  const moods = months.flatMap(({ month, sentiment }) =>
    sentiment === null ? [] : [`${monthText(month)} ${signed(sentiment)}`],
  );
  return {
    ...(months.length === 0
      ? {
          empty: {
            text: 'No customer has a voice here yet. Quote the next one who praises or complains.',
            action: { title: 'New Voice…', command: 'statusBook.newPage', type: 'voice' },
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
        ? 'No unhappy customer waits.'
        : `${plural(pages.length, 'unhappy customer')} unsettled, ${trimmed(total)} points.`,
    backlogSummary: `Customer backlog in points at the end of each month: ${told.join(', ')}.`,
    sentimentSummary: `Mean sentiment of the voices by month, from -2 to 2: ${moods.join(', ')}.`,
    open: pages.slice(0, maxOpen).map(({ path, points }) => openVoice(book.page(path), points, today)),
    table: dataTable(
      'Customers by month',
      ['Month', numbers('Backlog'), numbers('Unsettled'), numbers('Voices'), numbers('Mean sentiment')],
      months.map(rowOf),
    ),
  };
}

function rowOf({ month, backlog, open, heaviest, received, sentiment, unhappiest }: VoiceMonth): Cell[] {
  const path = heaviest ?? unhappiest;
  return [
    path === undefined ? { text: monthText(month) } : { text: monthText(month), place: { path } },
    { text: trimmed(backlog) },
    { text: String(open) },
    { text: String(received) },
    { text: sentiment === null ? '–' : signed(sentiment) },
  ];
}

function openVoice(page: Page | undefined, points: number, today: CalendarDate): Cell {
  if (!page) return { text: '' };
  const age = daysBetween(dateOf(page, 'received') ?? today, today);
  const late = dateOf(page, 'replied') === undefined ? age - replyLimit(page) : 0;
  const clock = late > 0 ? `, reply ${plural(late, 'day')} late` : '';
  return {
    text: `${textOf(page, 'customer') ?? page.title} (${trimmed(points)} points${clock})`,
    place: { path: page.path },
    ...(late > 0 ? { state: 'attention' as const } : {}),
  };
}
