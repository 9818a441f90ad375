import type { BookIndex } from '../index/bookIndex';
import { type CalendarDate, isCalendarDate } from '../model/calendarDate';
import type { CreatePagePlan, FixPlan } from '../model/fix';
import type { Page } from '../model/page';
import type { TextEdit } from '../model/text';
import { addFieldEdits } from './addField';
import { insertSectionEdits } from './insertSection';
import { setFieldEdits } from './setField';
import { type NewPage, pageSkeleton } from './skeleton';

/** What carrying out a plan takes. */
export type PlanEdits =
  | { readonly edits: readonly TextEdit[] }
  | { readonly create: Pick<NewPage, 'path' | 'text'> }
  /** The user must first say of which type the new page is. */
  | { readonly needsType: { readonly id: string; readonly path?: string } };

/**
 * Turns a quick fix into edits of the page’s text, or into a new page.
 *
 * @throws RangeError where the result would not read back as meant
 */
export function editsFor(
  plan: FixPlan,
  page: Page,
  text: string,
  book: BookIndex,
  today: CalendarDate,
): PlanEdits {
  switch (plan.kind) {
    case 'replace':
      return { edits: [{ range: plan.range, newText: plan.newText }] };
    case 'renameField':
      return { edits: [{ range: plan.range, newText: plan.newName }] };
    case 'setField':
      return { edits: setFieldEdits(page, text, plan.field, plan.value) };
    case 'addField':
      return { edits: addFieldEdits(page, text, plan.field, today) };
    case 'insertSection':
      return { edits: insertSectionEdits(page, text, plan.section) };
    case 'createPage':
      return createPage(plan, book, today);
  }
}

function createPage({ id, type, path }: CreatePagePlan, book: BookIndex, today: CalendarDate): PlanEdits {
  if (type === undefined) return { needsType: { id, ...(path === undefined ? {} : { path }) } };
  const page = pageSkeleton(type, { id, today, title: titleFromId(id) });
  const target = path ?? page.path;
  if (book.hasFile(target)) throw new RangeError(`There is a file ${target} already; nothing was written.`);
  return { create: { path: target, text: page.text } };
}

/** `pure-north` reads as `Pure north`; a date stays. */
export function titleFromId(id: string): string {
  if (isCalendarDate(id)) return id;
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
