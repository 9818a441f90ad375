import { date, type ValueKind } from '../schema/kinds';
import type { CalendarDate } from './calendarDate';
import { type Text, t } from './message';
import type { Range, TextEdit } from './text';

/** What a quick fix does, as plain data; the edit layer turns it into minimal text edits. */
export type FixPlan =
  | ReplacePlan
  | CloseTaskPlan
  | SetFieldsPlan
  | RenameFieldPlan
  | AddFieldPlan
  | InsertSectionsPlan
  | InsertLinesPlan
  | CreatePagePlan;

interface PlanBase {
  readonly title: Text;
  /** True for the one fix that is right in nearly every case. */
  readonly preferred?: true;
  /** True where nothing can be lost or claimed wrongly, so that it may be applied without looking. */
  readonly safe?: true;
  /** What the user must say first; `{name}` of a question among the plan’s texts stands for its answer. */
  readonly ask?: readonly Question[];
}

export interface Question {
  readonly name: string;
  readonly prompt: Text;
  readonly value: ValueKind;
  readonly suggestion?: string;
  /** Of a date: the first day that may be given. */
  readonly earliest?: CalendarDate;
  /** Of a date: the last day that may be given. */
  readonly latest?: CalendarDate;
  /** With choices: what the choice of another value is called, which is then typed. */
  readonly otherChoice?: Text;
  /** Where the answer is one of these. */
  readonly choices?: readonly {
    readonly value: string;
    readonly label: Text;
    readonly description?: Text;
  }[];
}

/** What the user said, by the questions’ names; several for a list. */
export type Answers = Readonly<Record<string, FieldText>>;

/** What a field is set to: a text, or several for a list. */
export type FieldText = string | readonly string[];

/** Replaces text in the finding’s page. */
export interface ReplacePlan extends PlanBase {
  readonly kind: 'replace';
  readonly edits: readonly TextEdit[];
}

/** Ticks a task of the finding’s page, notes the day, and writes its next one where it repeats. */
export interface CloseTaskPlan extends PlanBase {
  readonly kind: 'closeTask';
  /** The `range` of the task. */
  readonly task: Range;
  /** A calendar date, or the name of an answer in braces. */
  readonly day: string;
}

/** A path into the front matter, from the outermost field inwards; numbers are places in lists. */
export type FieldPath = readonly (string | number)[];

/** Sets fields of the front matter, adding those that are absent. */
export interface SetFieldsPlan extends PlanBase {
  readonly kind: 'setFields';
  /** The pages whose fields are set; the finding’s page alone where left out. */
  readonly pages?: readonly string[];
  /** The question whose answer is the id of the one page whose fields are set. */
  readonly pageAsked?: string;
  /** The object that holds them; empty for the page’s own fields. */
  readonly object: FieldPath;
  readonly values: Readonly<Record<string, FieldText>>;
}

/** Writes the name of a field otherwise. */
export interface RenameFieldPlan extends PlanBase {
  readonly kind: 'renameField';
  readonly range: Range;
  readonly newName: string;
}

/** Adds a field of the page’s type with its initial value; answers are for its inner fields, by dotted path. */
export interface AddFieldPlan extends PlanBase {
  readonly kind: 'addField';
  readonly field: FieldPath;
}

/** Inserts required sections where the page type’s order has them. */
export interface InsertSectionsPlan extends PlanBase {
  readonly kind: 'insertSections';
  readonly sections: readonly string[];
}

/** Adds lines at the end of a section, which is added where it is missing; below the page’s title where none is named. */
export interface InsertLinesPlan extends PlanBase {
  readonly kind: 'insertLines';
  readonly section?: string;
  readonly lines: readonly string[];
}

/** Creates a page from its skeleton; answers are for its fields, by name. */
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
  title: Text,
  field: string,
  value: string,
  more: Partial<PlanBase> & Pick<SetFieldsPlan, 'pages' | 'pageAsked'> = {},
): SetFieldsPlan {
  return { kind: 'setFields', title, object: [], values: { [field]: value }, ...more };
}

/** Sets a field to what the user answers. */
export function askField(
  title: Text,
  field: string,
  prompt: Text,
  value: ValueKind,
  more: Partial<Question> & {
    readonly object?: FieldPath;
    readonly also?: Readonly<Record<string, string>>;
  } = {},
): SetFieldsPlan {
  const { object = [], also = {}, ...question } = more;
  const ask = [{ name: 'answer', prompt, value, ...question }];
  return { kind: 'setFields', title, object, values: { [field]: '{answer}', ...also }, ask };
}

/** Sets a field to a day that the user says; from `earliest` on where that is given. */
export function askDay(
  title: Text,
  field: string,
  prompt: Text,
  more: Partial<Question> & { readonly object?: FieldPath } = {},
): SetFieldsPlan {
  return askField(title, field, prompt, date, more);
}

/** One fix for each candidate, the first one preferred. */
export function replaceBy(range: Range, candidates: readonly string[]): ReplacePlan[] {
  return candidates.map((newText, index) => ({
    kind: 'replace',
    title: t`Replace by “${newText}”`,
    edits: [{ range, newText }],
    ...(index === 0 ? { preferred: true } : {}),
  }));
}
