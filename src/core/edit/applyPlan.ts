import type { BookIndex } from '../index/bookIndex';
import { type CalendarDate, isCalendarDate } from '../model/calendarDate';
import { answer as answerMark, type CreatePagePlan, type FixPlan, type Question } from '../model/fix';
import type { Page } from '../model/page';
import type { TextEdit } from '../model/text';
import { addFieldEdits } from './addField';
import { insertSectionEdits } from './insertSection';
import { setFieldsEdits } from './setFields';
import { pageSkeleton } from './skeleton';

/** What carrying out a plan takes; exactly one of `edits`, `create`, `asks` and `newPage`. */
export interface PlanEdits {
  /** Edits of the finding’s page. */
  readonly edits?: readonly TextEdit[];
  /** A page to create, and what then changes in the finding’s page. */
  readonly create?: { readonly path: string; readonly text: string; readonly backlink: readonly TextEdit[] };
  /** The user must answer first. */
  readonly asks?: Question;
  /** The user must first say of which type the new page is, or what it needs. */
  readonly newPage?: { readonly id: string; readonly type?: string; readonly path?: string };
}

/**
 * Turns a quick fix into edits of the page’s text, or into a new page.
 *
 * @param answer what the user said to the plan’s question
 * @throws RangeError where the result would not read back as meant
 */
export function editsFor(
  plan: FixPlan,
  page: Page,
  text: string,
  book: BookIndex,
  today: CalendarDate,
  answer?: string,
): PlanEdits {
  if (plan.ask && answer === undefined) return { asks: plan.ask };
  const filled = (value: string): string => value.split(answerMark).join(answer ?? '');
  switch (plan.kind) {
    case 'replace':
      return { edits: plan.edits.map(({ range, newText }) => ({ range, newText: filled(newText) })) };
    case 'renameField':
      return { edits: [{ range: plan.range, newText: plan.newName }] };
    case 'setFields': {
      const values = Object.entries(plan.values).map(([name, value]) => [name, filled(value)]);
      return { edits: setFieldsEdits(page, text, plan.object, Object.fromEntries(values)) };
    }
    case 'addField':
      return { edits: addFieldEdits(page, text, plan.field, today) };
    case 'insertSection':
      return { edits: insertSectionEdits(page, text, plan.section) };
    case 'createPage':
      return createPage(plan, page, text, book, today);
  }
}

function createPage(
  plan: CreatePagePlan,
  page: Page,
  text: string,
  book: BookIndex,
  today: CalendarDate,
): PlanEdits {
  const { id, type, path, values, backlink, pageTitle } = plan;
  const target = { id, ...(type === undefined ? {} : { type }), ...(path === undefined ? {} : { path }) };
  if (type === undefined) return { newPage: target };
  const title = pageTitle ?? titleFromId(id);
  const created = pageSkeleton(type, { id, today, title, ...(values ? { values } : {}) });
  // A page that lacks what only the user knows would be a finding in place of another.
  if (created.missing.length > 0) return { newPage: target };
  const to = path ?? created.path;
  if (book.hasFile(to)) throw new RangeError(`There is a file ${to} already; nothing was written.`);
  const edits = backlink ? setFieldsEdits(page, text, backlink.object, { [backlink.field]: id }) : [];
  return { create: { path: to, text: created.text, backlink: edits } };
}

/** `pure-north` reads as `Pure north`; a date stays. */
export function titleFromId(id: string): string {
  if (isCalendarDate(id)) return id;
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
