import type { FieldSpec } from './kinds';

export interface SectionSpec {
  readonly title: string;
  /** What to write there: the hint of a new page. */
  readonly hint: string;
}

export interface PageTypeSpec {
  readonly id: string;
  /** Singular, as in “New …”. */
  readonly title: string;
  readonly description: string;
  /** What to write as the title of a new page; absent where it follows from the page’s date. */
  readonly titleHint?: string;
  /** Where new pages of this type go, from the book's root; empty for the root. */
  readonly folder: string;
  /** The activity that pages of this type belong to. */
  readonly activity?: string;
  /** True for the seven types that carry the plan fields. */
  readonly plan?: true;
  /** Fields of this type, the plan fields among them, without the fields that every page may have. */
  readonly fields: readonly FieldSpec[];
  /** Headings that a page must have. */
  readonly sections: readonly SectionSpec[];
  /** Text of a new page between its title and its first section. */
  readonly opening?: string;
  /** Codicon of the page in views. */
  readonly icon: string;
}

export function section(title: string, hint: string): SectionSpec {
  return { title, hint };
}
