import { percentDecoded } from '../markdown';
import { comparable } from '../model/comparable';
import { type FieldNode, fieldNamed, itemsOf, type ValueNode } from '../model/frontMatter';
import type { Page } from '../model/page';
import { sameData } from '../model/sameData';
import type { Range } from '../model/text';
import type { FieldSpec, ValueKind } from '../schema/kinds';
import { fieldsOf, targetTypes } from '../schema/schema';
import { fileKey, joined, withoutEnding } from './fileNames';

/**
 * What is named: a page's id, or for Markdown links a path from the book's root. A wiki link may name a file instead of
 * an id; `from` is then the page that holds it.
 */
export type ReferenceTarget = { readonly id: string; readonly from?: string } | { readonly path: string };

/** One place that names another page. */
export interface Reference {
  readonly form: 'field' | 'wiki' | 'markdown';
  /** The page that holds it. */
  readonly from: string;
  readonly target: ReferenceTarget;
  /** The characters that name the page. */
  readonly range: Range;
  /** For fields: the name as written and the page types that may stand there. */
  readonly field?: string;
  readonly types?: readonly string[] | 'any';
}

/** Kept for as long as somebody keeps what the page says. */
const known = new WeakMap<
  Page['body'],
  { readonly from: string; readonly references: readonly Reference[] }
>();

/** All references of a page, in document order within front matter and body. */
export function referencesOf(page: Page): readonly Reference[] {
  const before = known.get(page.body);
  if (before?.from === page.path) return before.references;
  const references = readReferences(page);
  known.set(page.body, { from: page.path, references });
  return references;
}

/** True for two pages whose references have the same targets in the same order. */
export function namesTheSame(one: Page, other: Page): boolean {
  const [ones, others] = [referencesOf(one), referencesOf(other)];
  const isSame = ({ target }: Reference, at: number): boolean => sameData(target, others[at]?.target);
  return ones.length === others.length && ones.every(isSame);
}

function readReferences(page: Page): Reference[] {
  const references: Reference[] = [];
  collectFromFields(page, page.fields, fieldsOf(page.type), references);
  for (const link of page.body.links) {
    if (link.form === 'wiki') {
      // A heading alone is one of the same page.
      if (link.target === '') continue;
      const target = { id: link.target, from: page.path };
      references.push({ form: 'wiki', from: page.path, target, range: link.targetRange });
    } else {
      const path = resolveLink(page.path, link.target);
      if (path !== undefined) {
        references.push({ form: 'markdown', from: page.path, target: { path }, range: link.targetRange });
      }
    }
  }
  return references;
}

/**
 * The path that a relative Markdown link names, from the book's root; undefined where it leaves the book. Only the text is looked at, never a file.
 */
export function resolveLink(fromPath: string, destination: string): string | undefined {
  const decoded = percentDecoded(destination);
  if (/^[a-z][a-z\d+.-]*:|^[/\\]|\\/i.test(decoded) || decoded.includes('\0')) return undefined;
  return joined(fromPath.split('/').slice(0, -1), decoded);
}

/** The key under which references that name the same in the same way meet. */
export function targetKey(target: ReferenceTarget): string {
  return 'id' in target ? `id:${comparable(withoutEnding(target.id))}` : `path:${comparable(target.path)}`;
}

/** The keys under which those who look for a reference by its target find it. */
export function targetKeys(target: ReferenceTarget): string[] {
  const key = targetKey(target);
  if (!('id' in target) || target.from === undefined) return [key];
  const name = fileKey(target.id);
  return key === `id:${name}` ? [key] : [key, `name:${name}`];
}

/** The keys of wiki links that perhaps name a file, not by its id. */
export function fileKeys(path: string): [text: string, name: string] {
  const name = fileKey(path);
  return [`id:${name}`, `name:${name}`];
}

/** True for a wiki link that names a picture or another file, where no page has that id. */
export function namesOtherFile({ target }: Pick<Reference, 'target'>): boolean {
  return 'id' in target && target.from !== undefined && otherEnding.test(target.id);
}

const otherEnding = /\.(?!md$)[a-z][a-z\d]{0,4}$/i;

function collectFromFields(
  page: Page,
  fields: readonly FieldNode[],
  specs: ReadonlyMap<string, FieldSpec>,
  found: Reference[],
): void {
  for (const [name, spec] of specs) {
    if (!holdsReferences(spec.value)) continue;
    const field = fieldNamed(fields, name);
    if (field) collectFromValue(page, name, field.value, spec.value, found);
  }
}

function collectFromValue(
  page: Page,
  field: string,
  node: ValueNode,
  kind: ValueKind,
  found: Reference[],
): void {
  if (kind.kind === 'list') {
    for (const item of itemsOf(node)) collectFromValue(page, field, item, kind.of, found);
  } else if (kind.kind === 'object' && node.kind === 'map') {
    collectFromFields(page, node.fields, new Map(kind.fields.map((spec) => [spec.name, spec])), found);
  } else if (kind.kind === 'reference' && node.kind === 'scalar' && node.text.trim() !== '') {
    const { text, range } = node;
    found.push({
      form: 'field',
      from: page.path,
      target: { id: text.trim() },
      range,
      field,
      types: targetTypes(kind),
    });
  }
}

const referenceKinds = new WeakMap<ValueKind, boolean>();

function holdsReferences(kind: ValueKind): boolean {
  let holds = referenceKinds.get(kind);
  if (holds === undefined) {
    holds =
      kind.kind === 'reference' ||
      (kind.kind === 'list' && holdsReferences(kind.of)) ||
      (kind.kind === 'object' && kind.fields.some((field) => holdsReferences(field.value)));
    referenceKinds.set(kind, holds);
  }
  return holds;
}
