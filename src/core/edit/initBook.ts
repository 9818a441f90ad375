import type { CalendarDate } from '../model/calendarDate';
import { pageSkeleton } from './skeleton';

export interface NewBookOptions {
  readonly today: CalendarDate;
  readonly company?: string;
  readonly manager?: string;
  /** ISO 4217; EUR where left out. */
  readonly currency?: string;
}

/** The files of a new book: its root page and the log page of its first day. Checked, they have no finding. */
export function newBookFiles({
  today,
  company,
  manager,
  currency,
}: NewBookOptions): { path: string; text: string }[] {
  const values = {
    ...(manager ? { manager } : {}),
    ...(company ? { company } : {}),
    ...(currency ? { currency } : {}),
  };
  const book = pageSkeleton('book', {
    id: 'book',
    today,
    title: company ? `${company}: product status book` : 'Product status book',
    values,
  });
  const log = pageSkeleton('log', { id: today, today });
  return [
    { path: book.path, text: book.text },
    { path: log.path, text: log.text },
  ];
}
