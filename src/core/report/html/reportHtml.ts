import type { BookIndex } from '../../index/bookIndex';
import { joined, type Text, t } from '../../model/message';
import { dayText } from '../../model/texts';
import type { Say } from '../document';
import type { ReviewPeriod } from '../reviewPeriod';
import { htmlPage } from './htmlPage';

/** A review as it stands in its page, the user’s own words included, as one HTML page for mail and print. */
export function reviewHtml(
  markdown: string,
  book: BookIndex,
  title: string,
  say: Say,
  period?: ReviewPeriod,
): string {
  return reportHtml(markdown, book, title, period === undefined ? [] : [daysText(period)], say);
}

/** A one-pager as one HTML page for mail and print. */
export function onePagerHtml(markdown: string, book: BookIndex, title: string, say: Say): string {
  return reportHtml(markdown, book, title, [], say);
}

function reportHtml(
  markdown: string,
  book: BookIndex,
  title: string,
  facts: readonly Text[],
  say: Say,
): string {
  const { company, manager } = book.settings;
  const bookTitle = book.bookPage?.title;
  return htmlPage(markdown, {
    title,
    subtitle: say(
      joined(
        [company, manager, ...facts].filter((fact) => fact !== undefined),
        ' · ',
      ),
    ),
    footer: say(bookTitle === undefined ? t`From the status book.` : t`From the status book “${bookTitle}”.`),
    titleOf: (id) => book.pageWithId(id)?.title,
  });
}

/** `23 Nov – 29 Nov 2026` */
function daysText({ from, to }: ReviewPeriod): Text {
  return joined([dayText(from, to), { day: to, as: 'day-year' }], ' – ');
}
