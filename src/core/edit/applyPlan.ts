import type { BookIndex } from '../index/bookIndex';
import { type CalendarDate, isCalendarDate } from '../model/calendarDate';
import type {
  Answers,
  CreatePagePlan,
  FieldPath,
  FieldText,
  FixPlan,
  Question,
  RenameFieldPlan,
  ReplacePlan,
} from '../model/fix';
import { t } from '../model/message';
import type { Page } from '../model/page';
import { Refusal } from '../model/refusal';
import { compareRanges, type TextEdit } from '../model/text';
import { targetTypes } from '../schema/schema';
import { addFieldEdits } from './addField';
import { closeTaskEdits, tasksIn } from './closeTask';
import { nodeAt, pathOfName } from './fieldPaths';
import { insertLinesEdits } from './insertLines';
import { insertSectionsEdits } from './insertSection';
import { withoutPlaces } from './pageFacts';
import { plainMarkdown } from './plainMarkdown';
import { setFieldsEdits } from './setFields';
import { draftPage } from './templates';
import { verifyEdit } from './verifyEdit';

/** What carrying out a plan takes; exactly one of `edits`, `create`, `asks` and `newPage`. */
export interface PlanEdits {
  /** Edits of the finding’s page. */
  readonly edits?: readonly TextEdit[];
  /** A page to create, and what then changes in the finding’s page. */
  readonly create?: { readonly path: string; readonly text: string; readonly backlink: readonly TextEdit[] };
  /** The user must answer first. */
  readonly asks?: readonly Question[];
  /** The user must first say of which type the new page is, or what it needs. */
  readonly newPage?: { readonly id: string; readonly type?: string; readonly path?: string };
}

/**
 * The pages that a plan changes, by path.
 *
 * @param page the finding’s page
 * @param answers what the user said to the plan’s questions
 * @throws Refusal where the user named a page that is not there
 */
export function pagesChangedBy(
  plan: FixPlan,
  page: Page,
  book: BookIndex,
  answers: Answers,
): readonly string[] {
  if (plan.kind !== 'setFields') return [page.path];
  if (plan.pageAsked === undefined) return plan.pages ?? [page.path];
  const id = String(answers[plan.pageAsked] ?? '');
  const kind = plan.ask?.find(({ name }) => name === plan.pageAsked)?.value;
  const types = kind?.kind === 'reference' ? targetTypes(kind) : 'any';
  const asked = book.pagesWithId(id).find(({ type }) => types === 'any' || types.includes(type));
  if (!asked) throw new Refusal(t`There is no page “${id}”; nothing was changed.`);
  return [asked.path];
}

/**
 * Turns a quick fix into edits of the page’s text, or into a new page.
 *
 * @param page the finding’s page, or one of those that the plan names
 * @param answers what the user said to the plan’s questions
 * @throws Refusal where the result would not read back as meant
 */
export function editsFor(
  plan: FixPlan,
  page: Page,
  text: string,
  book: BookIndex,
  today: CalendarDate,
  answers: Answers = {},
): PlanEdits {
  const unanswered = (plan.ask ?? []).filter(({ name }) => answers[name] === undefined);
  if (unanswered.length > 0) return { asks: unanswered };
  switch (plan.kind) {
    case 'replace':
      return { edits: replaceEdits(plan.edits, page, text, answers) };
    case 'closeTask': {
      const task = tasksIn(page).find(({ range }) => compareRanges(range, plan.task) === 0);
      if (!task) throw new Refusal(t`The task is no longer there; nothing was changed.`);
      const day = String(filled(plan.day, answers));
      return { edits: closeTaskEdits(page, text, task, day, today) };
    }
    case 'renameField':
      return { edits: renameFieldEdits([plan], page, text) };
    case 'setFields': {
      const values = Object.entries(plan.values).map(([name, value]) => [name, filled(value, answers)]);
      return { edits: setFieldsEdits(page, text, plan.object, Object.fromEntries(values)) };
    }
    case 'addField':
      return { edits: addFieldEdits(page, text, plan.field, today, answers) };
    case 'insertSections':
      return { edits: insertSectionsEdits(page, text, plan.sections) };
    case 'insertLines': {
      const plain = Object.entries(answers).map(([name, said]) => [
        name,
        plainMarkdown(String(said), 'lineStart'),
      ]);
      const lines = plan.lines.map((line) => String(filled(line, Object.fromEntries(plain))));
      return { edits: insertLinesEdits(page, text, plan.section, lines) };
    }
    case 'createPage':
      return createPage(plan, page, text, book, today, answers);
  }
}

/** Puts the answers in the place of their names; a text that is nothing but a name may become a list. */
function filled(text: FieldText, answers: Answers): FieldText {
  if (typeof text !== 'string') return text;
  const whole = /^\{(\w+)\}$/.exec(text);
  const answer = whole && answers[whole[1] as string];
  if (answer !== undefined && answer !== null) return answer;
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => String(answers[name] ?? mark));
}

function replaceEdits(
  edits: readonly TextEdit[],
  page: Page,
  text: string,
  answers: Answers,
): readonly TextEdit[] {
  const asked = edits.map(({ range, newText }) => ({ range, newText: String(filled(newText, answers)) }));
  verifyEdit(page, text, asked, {
    rewrites: true,
    problem: (after) => {
      const [invalid, before] = [after, page].map((one) =>
        one.invalidEntries.filter(({ isProse }) => !isProse),
      );
      return (invalid?.length ?? 0) > (before?.length ?? 0) ? invalid?.at(-1)?.reason : undefined;
    },
  });
  return asked;
}

/** Writes names of fields otherwise; all that they hold stays. */
function renameFieldEdits(plans: readonly RenameFieldPlan[], page: Page, text: string): TextEdit[] {
  const edits = plans.map(({ range, newName }) => ({ range, newText: newName }));
  const renamed = plans.map(({ range, newName }) => {
    const path = pathOfName(page, range);
    return { path, newPath: [...path.slice(0, -1), newName] };
  });
  const valueAt = (fields: Page['fields'], path: FieldPath): string | undefined =>
    JSON.stringify(nodeAt(fields, path), withoutPlaces);
  verifyEdit(page, text, edits, {
    fields: renamed.flatMap(({ path, newPath }) => [path, newPath]),
    problem: ({ fields }) =>
      renamed.every(({ path, newPath }) => valueAt(fields, newPath) === valueAt(page.fields, path))
        ? undefined
        : t`the field would not be read under its new name`,
  });
  return edits;
}

/** A plan whose edits are known before they are verified. */
export type PlainPlan = ReplacePlan | RenameFieldPlan;

export function isPlain(plan: FixPlan): plan is PlainPlan {
  return plan.ask === undefined && (plan.kind === 'replace' || plan.kind === 'renameField');
}

export function plainEdits(plan: PlainPlan): readonly TextEdit[] {
  return plan.kind === 'replace' ? plan.edits : [{ range: plan.range, newText: plan.newName }];
}

/**
 * Verifies that plans which change different lines can all be carried out: once for each kind, since each time the whole
 * page is read.
 *
 * @throws Refusal where they would not read back as meant
 */
export function verifyTogether(plans: readonly PlainPlan[], page: Page, text: string): void {
  const replacing = plans.flatMap((plan) => (plan.kind === 'replace' ? plan.edits : []));
  const renaming = plans.filter((plan) => plan.kind === 'renameField');
  if (replacing.length > 0) replaceEdits(replacing, page, text, {});
  if (renaming.length > 0) renameFieldEdits(renaming, page, text);
}

function createPage(
  plan: CreatePagePlan,
  page: Page,
  text: string,
  book: BookIndex,
  today: CalendarDate,
  answers: Answers,
): PlanEdits {
  const { id, type, path, backlink, pageTitle } = plan;
  const target = { id, ...(type === undefined ? {} : { type }), ...(path === undefined ? {} : { path }) };
  if (type === undefined) return { newPage: target };
  const title = pageTitle ?? titleFromId(id);
  const template = book.template(type);
  const values = { ...plan.values, ...answers };
  const created = draftPage(type, { id, today, title, template, values });
  // A page that lacks what only the user knows would be a finding in place of another.
  if (created.missing.length > 0) return { newPage: target };
  const to = path ?? created.path;
  if (book.hasFile(to)) throw new Refusal(t`There is a file ${to} already; nothing was written.`);
  const edits = backlink ? setFieldsEdits(page, text, backlink.object, { [backlink.field]: id }) : [];
  return { create: { path: to, text: created.text, backlink: edits } };
}

/** `pure-north` reads as `Pure north`; a date stays. */
export function titleFromId(id: string): string {
  if (isCalendarDate(id)) return id;
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
