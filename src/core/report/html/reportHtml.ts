import type { BookIndex } from '../../index/bookIndex';
import { dayText } from '../dashboard/words';
import type { ReviewPeriod } from '../reviewPeriod';
import { htmlPage } from './htmlPage';

/** A review as it stands in its page, the user’s own words included, as one HTML page for mail and print. */
export function reviewHtml(markdown: string, book: BookIndex, title: string, period?: ReviewPeriod): string {
  return reportHtml(markdown, book, title, period === undefined ? [] : [daysText(period)]);
}

/** A one-pager as one HTML page for mail and print. */
export function onePagerHtml(markdown: string, book: BookIndex, title: string): string {
  return reportHtml(markdown, book, title, []);
}

function reportHtml(markdown: string, book: BookIndex, title: string, facts: readonly string[]): string {
  const { company, manager } = book.settings;
  const bookTitle = book.bookPage?.title;
  return htmlPage(markdown, {
    title,
    subtitle: [company, manager, ...facts].filter((fact) => fact !== undefined).join(' · '),
    footer: bookTitle === undefined ? 'From the status book.' : `From the status book “${bookTitle}”.`,
    titleOf: (id) => book.pageWithId(id)?.title,
  });
}

/** `23 Nov – 29 Nov 2026` */
function daysText({ from, to }: ReviewPeriod): string {
  return `${dayText(from, to)} – ${dayText(to, to)} ${to.slice(0, 4)}`;
}
