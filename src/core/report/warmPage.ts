import { activitiesOfPage } from '../analysis/activityPages';
import { pageAgenda } from '../analysis/agenda';
import { entriesOf } from '../analysis/commitmentLedger';
import { warmProductPages } from '../analysis/productPages';
import type { BookIndex } from '../index/bookIndex';
import type { CalendarDate } from '../model/calendarDate';
import type { Page } from '../model/page';
import type { SlicedWork } from '../model/slices';

/**
 * Works out ahead what views and reports sum up over all pages and what is kept for each page, so that the first of them
 * does not take longer than the others.
 */
export function* warmPage(page: Page, book: BookIndex, today: CalendarDate): SlicedWork<void> {
  pageAgenda(page, book, today);
  yield;
  entriesOf(page, book.settings, today);
  yield;
  activitiesOfPage(page);
  yield;
  warmProductPages(page);
}
