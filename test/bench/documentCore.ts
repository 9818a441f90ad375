import { shown, shownPages, type Times } from './measure';
import type { BookResults } from './results';
import { heading, paragraph, table } from './table';

/** What keystrokes and requests take in the core. */
export function coreTables(books: readonly BookResults[]): string[] {
  const measured = books.flatMap(({ size, core }) => (core ? [{ size, core }] : []));
  const largest = measured[measured.length - 1];
  if (!largest) return [];
  const tableOf = (kind: 'keystrokes' | 'requests'): string =>
    table(
      ['what', ...measured.map(({ size }) => shownPages(size))],
      ['', ...measured.map(() => 'right' as const)],
      Object.keys(largest.core[kind]).map((name) => [
        name,
        ...measured.map(({ core }) => cell(core[kind][name])),
      ]),
    );
  const referrers = measured.map(({ core }) => core.referrers.toLocaleString('en')).join(' / ');
  return [
    heading(2, 'One keystroke'),
    paragraph(
      'What the extension computes for one keystroke in a book that is read and checked: until the findings of all pages are known that it touches. Median / 95th percentile / slowest.',
    ),
    tableOf('keystrokes'),
    heading(2, 'Requests and views'),
    paragraph(
      `What the extension computes when it is asked. Median / 95th percentile / slowest. “It” is the page that most pages refer to: ${referrers} of them. Rows of a view are those at the top and those one level below.`,
    ),
    tableOf('requests'),
  ];
}

function cell(times: Times | undefined): string {
  return times ? [times.median, times.p95, times.slowest].map(shown).join(' / ') : '–';
}
