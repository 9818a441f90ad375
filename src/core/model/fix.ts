import type { ValueKind } from '../schema/kinds';
import type { Range, TextEdit } from './text';

/** What a quick fix does, as plain data; the edit layer turns it into minimal text edits. */
export type FixPlan =
  | ReplacePlan
  | SetFieldsPlan
  | RenameFieldPlan
  | AddFieldPlan
  | InsertSectionPlan
  | CreatePagePlan;

interface PlanBase {
  readonly title: string;
  /** True for the one fix that is right in nearly every case. */
  readonly preferred?: true;
  /** True where nothing can be lost or claimed wrongly, so that it may be applied without looking. */
  readonly safe?: true;
  /** What the user must say first; the answer stands for `answer` among the plan’s values. */
  readonly ask?: Question;
}

export interface Question {
  readonly prompt: string;
  readonly value: ValueKind;
  readonly suggestion?: string;
  /** Where the answer is one of these. */
  readonly choices?: readonly {
    readonly value: string;
    readonly label: string;
    readonly description?: string;
  }[];
}

/** Stands for the user’s answer among the values of a plan. */
export const answer = '{answer}';

/** Replaces text in the finding’s page. */
export interface ReplacePlan extends PlanBase {
  readonly kind: 'replace';
  /** New texts may hold `{answer}`. */
  readonly edits: readonly TextEdit[];
}

/** A path into the front matter, from the outermost field inwards; numbers are places in lists. */
export type FieldPath = readonly (string | number)[];

/** Sets fields of the front matter, adding those that are absent. */
export interface SetFieldsPlan extends PlanBase {
  readonly kind: 'setFields';
  /** The object that holds them; empty for the page’s own fields. */
  readonly object: FieldPath;
  readonly values: Readonly<Record<string, string>>;
}

/** Writes the name of a field otherwise. */
export interface RenameFieldPlan extends PlanBase {
  readonly kind: 'renameField';
  readonly range: Range;
  readonly newName: string;
}

/** Adds a field of the page’s type with its initial value. */
export interface AddFieldPlan extends PlanBase {
  readonly kind: 'addField';
  readonly field: FieldPath;
}

/** Inserts a required section where the page type’s order has it. */
export interface InsertSectionPlan extends PlanBase {
  readonly kind: 'insertSection';
  readonly section: string;
}

/** Creates a page from its skeleton. */
export interface CreatePagePlan extends PlanBase {
  readonly kind: 'createPage';
  readonly id: string;
  /** Absent where the user must choose. */
  readonly type?: string;
  /** From the book’s root; absent for the type’s folder. */
  readonly path?: string;
  readonly pageTitle?: string;
  /** Values of its fields. */
  readonly values?: Readonly<Record<string, string>>;
  /** Where this page is made to refer to the new one. */
  readonly backlink?: { readonly object: FieldPath; readonly field: string };
}

export function setField(
  title: string,
  field: string,
  value: string,
  more: Partial<PlanBase> = {},
): SetFieldsPlan {
  return { kind: 'setFields', title, object: [], values: { [field]: value }, ...more };
}

/** One fix for each candidate, the first one preferred. */
export function replaceBy(range: Range, candidates: readonly string[]): ReplacePlan[] {
  return candidates.map((newText, index) => ({
    kind: 'replace',
    title: `Replace by “${newText}”`,
    edits: [{ range, newText }],
    ...(index === 0 ? { preferred: true } : {}),
  }));
}
