import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import type { CalendarDate } from '../../../src/core/model/calendarDate';
import { dashboardOf as modelWithTexts } from '../../../src/core/report/dashboard';
import type { DashboardModel, Headline, Table } from '../../../src/shared/shownDashboard';
import { bookOf, type Files, today } from '../support/books';
import { english } from '../support/english';

const sampleFolder = join(__dirname, '../../../examples/aquelle');

/** The sample book, with other texts for some of its files. */
export function sampleBook(changes: Files = {}): BookIndex {
  const paths = readdirSync(sampleFolder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  const files = paths.map((path) => [
    path.replaceAll('\\', '/'),
    readFileSync(join(sampleFolder, path), 'utf8'),
  ]);
  return bookOf({ ...Object.fromEntries(files), ...changes });
}

export function sampleText(path: string): string {
  return readFileSync(join(sampleFolder, path), 'utf8');
}

/** The dashboard as an English reader sees it. */
export function dashboardOf(book: BookIndex, day: CalendarDate): DashboardModel {
  return english.spoken(modelWithTexts(book, day));
}

export function modelOf(files: Files): DashboardModel {
  return dashboardOf(bookOf(files), today);
}

export function headline(model: DashboardModel, id: Headline['id']): Headline {
  const found = model.headlines.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`There is no headline ${id}`);
  return found;
}

/** The texts of a table, row by row. */
export function texts({ rows }: Table): string[][] {
  return rows.map((row) => row.map(({ text }) => text));
}

/** One column of a table, by its title. */
export function column(table: Table, title: string): string[] {
  const index = table.columns.findIndex((candidate) => candidate.title === title);
  if (index < 0) throw new Error(`There is no column ${title}`);
  return table.rows.map((row) => row[index]?.text ?? '');
}
