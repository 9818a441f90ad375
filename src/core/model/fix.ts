import type { Range } from './text';

/** What a quick fix does, as plain data; the edit layer turns it into minimal text edits. */
export type FixPlan =
  | ReplacePlan
  | SetFieldPlan
  | RenameFieldPlan
  | AddFieldPlan
  | InsertSectionPlan
  | CreatePagePlan;

interface PlanBase {
  readonly title: string;
  /** True for the one fix that is right in nearly every case. */
  readonly preferred?: true;
}

/** Replaces text in the finding's page. */
export interface ReplacePlan extends PlanBase {
  readonly kind: 'replace';
  readonly range: Range;
  readonly newText: string;
}

/** Sets a field of the front matter, adding it where it is absent. */
export interface SetFieldPlan extends PlanBase {
  readonly kind: 'setField';
  readonly field: string;
  readonly value: string;
}

/** Writes the name of a field otherwise. */
export interface RenameFieldPlan extends PlanBase {
  readonly kind: 'renameField';
  readonly range: Range;
  readonly newName: string;
}

/** Adds a field of the page's type with its initial value. */
export interface AddFieldPlan extends PlanBase {
  readonly kind: 'addField';
  /** Names from the outermost field inwards; numbers are places in lists. */
  readonly field: readonly (string | number)[];
}

/** Inserts a required section where the page type's order has it. */
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
  /** From the book's root; absent for the type's folder. */
  readonly path?: string;
}
