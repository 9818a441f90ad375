import { entriesOf } from '../analysis/entries';
import { logsBetween } from '../analysis/logs';
import { replyLimit, severityOfVoice, voicePoints } from '../analysis/market';
import { monthlyActuals } from '../analysis/pace';
import { openVoicesOn } from '../analysis/voicesInPeriod';
import type { BookIndex } from '../index/bookIndex';
import { addDays, type CalendarDate } from '../model/calendarDate';
import { dateOf, numberOf, objectOf, objectsOf, textOf, textsOf } from '../model/fields';
import { t } from '../model/message';
import type { Page, TimeEntry } from '../model/page';
import { type CsvValue, csv } from './csv';

/** What can be taken along into a spreadsheet. */
export const csvExports = [
  { id: 'time', title: t`Time entries`, description: t`One row for each entry of the log, through today.` },
  {
    id: 'budgets',
    title: t`Budgets`,
    description: t`One row for each month of sales and each line of spending.`,
  },
  {
    id: 'voices',
    title: t`Voices of customers`,
    description: t`One row for each voice, with its reply clock.`,
  },
] as const;
export type CsvExport = (typeof csvExports)[number]['id'];

/** A part of the book as comma-separated values with a header row; without a byte order mark. */
export function exportCsv(what: CsvExport, book: BookIndex, today: CalendarDate): string {
  return csv(writers[what](book, today));
}

type Rows = readonly (readonly CsvValue[])[];

const writers: Readonly<Record<CsvExport, (book: BookIndex, today: CalendarDate) => Rows>> = {
  time: timeRows,
  budgets: budgetRows,
  voices: voiceRows,
};

const timeHeader = [
  'date',
  'start',
  'end',
  'minutes',
  'hours',
  'activity',
  'activityTitle',
  'horizon',
  'summary',
  'page',
];

/** Entries after today do not count yet and are left out; those on unknown activities have no horizon. */
function timeRows(book: BookIndex, today: CalendarDate): Rows {
  const { activities } = book.settings;
  const rows = logsBetween(book, '0001-01-01', today).flatMap(({ page, date }) =>
    entriesOf(page, activities).map((entry) => {
      const activity = activities.get(entry.activity);
      return [
        date,
        clock(entry.start),
        endOf(entry),
        entry.minutes,
        Number((entry.minutes / 60).toFixed(4)),
        entry.activity,
        activity?.title,
        activity?.horizon,
        entry.summary,
        page.path,
      ];
    }),
  );
  return [timeHeader, ...rows];
}

/** A running timer has no end yet. */
function endOf({ open, end }: TimeEntry): string {
  return open ? '?' : clock(end);
}

/** Past midnight the hours go on, as in `24:30`. */
function clock(minutes: number | undefined): string {
  if (minutes === undefined) return '';
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const budgetHeader = [
  ...['id', 'title', 'start', 'end', 'currency', 'products', 'regions'],
  ...['kind', 'item', 'planned', 'actual', 'committed', 'page'],
];

/** Kinds: `target`, the sales to be reached; `sales` of one month; `line` of spending. */
function budgetRows(book: BookIndex): Rows {
  const rows = book.pagesOfType('budget').flatMap((page) => {
    const sales = objectOf(page, 'sales');
    const row = (kind: string, item: CsvValue, ...amounts: readonly CsvValue[]): CsvValue[] => [
      page.id,
      page.title,
      dateOf(page, 'start'),
      dateOf(page, 'end'),
      book.settings.currency,
      list(page, 'products'),
      list(page, 'regions'),
      kind,
      item,
      ...[0, 1, 2].map((index) => amounts[index]),
      page.path,
    ];
    return [
      row('target', '', numberOf(sales, 'target')),
      ...monthlyActuals(page).map(({ month, amount }) => row('sales', month, undefined, amount)),
      ...objectsOf(page, 'lines').map((line) =>
        row(
          'line',
          textOf(line, 'item'),
          numberOf(line, 'planned'),
          numberOf(line, 'actual'),
          numberOf(line, 'committed'),
        ),
      ),
    ];
  });
  return [budgetHeader, ...rows];
}

const voiceHeader = [
  ...['id', 'title', 'customer', 'received', 'sentiment', 'severity', 'expectation'],
  ...['replyDue', 'replied', 'resolved', 'state', 'points', 'products', 'segments', 'regions', 'page'],
];

/** `points` is the voice’s part of the customer backlog; a content voice and a settled one have none. */
function voiceRows(book: BookIndex, today: CalendarDate): Rows {
  const open = new Map(openVoicesOn(book, today).map(({ page, received }) => [page.path, received]));
  const rows = book.pagesOfType('voice').map((page) => {
    const received = dateOf(page, 'received');
    const openSince = open.get(page.path);
    return [
      page.id,
      page.title,
      textOf(page, 'customer'),
      received,
      numberOf(page, 'sentiment'),
      severityOfVoice(page),
      textOf(page, 'expectation'),
      openSince === undefined ? '' : addDays(openSince, replyLimit(page)),
      dateOf(page, 'replied'),
      dateOf(page, 'resolved'),
      voiceState(page, today, openSince !== undefined),
      openSince === undefined ? 0 : voicePoints(page, openSince, today),
      list(page, 'products'),
      list(page, 'segments'),
      list(page, 'regions'),
      page.path,
    ];
  });
  return [voiceHeader, ...rows];
}

function voiceState(page: Page, today: CalendarDate, isOpen: boolean): string {
  const resolved = dateOf(page, 'resolved');
  if (resolved !== undefined && resolved <= today) return 'resolved';
  const replied = dateOf(page, 'replied');
  if (replied !== undefined && replied <= today) return 'replied';
  return isOpen ? 'waiting' : 'noted';
}

function list(page: Page, field: string): string {
  return textsOf(page, field).join('; ');
}
