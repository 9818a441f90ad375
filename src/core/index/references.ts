import { type FieldNode, fieldNamed, itemsOf, type ValueNode } from '../model/frontMatter';
import type { Page } from '../model/page';
import type { Range } from '../model/text';
import type { FieldSpec, ValueKind } from '../schema/kinds';
import { fieldsOf } from '../schema/schema';

/** One place that names another page. */
export interface Reference {
  readonly form: 'field' | 'wiki' | 'markdown';
  /** The page that holds it. */
  readonly from: string;
  /** What is named: a page's id, or for Markdown links a path from the book's root. */
  readonly target: { readonly id: string } | { readonly path: string };
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

function readReferences(page: Page): Reference[] {
  const references: Reference[] = [];
  collectFromFields(page, page.fields, fieldsOf(page.type), references);
  for (const link of page.body.links) {
    if (link.form === 'wiki') {
      references.push({
        form: 'wiki',
        from: page.path,
        target: { id: link.target },
        range: link.targetRange,
      });
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
 * The path that a relative Markdown link names, from the book's root; undefined where it leaves the book or cannot be
 * read. Only the text is looked at, never a file.
 */
export function resolveLink(fromPath: string, destination: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(destination);
  } catch {
    return undefined;
  }
  if (/^[a-z][a-z\d+.-]*:|^[/\\]|\\/i.test(decoded) || decoded.includes('\0')) return undefined;
  const segments = fromPath.split('/').slice(0, -1);
  for (const segment of decoded.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** The key under which references to the same target meet. */
export function targetKey(target: Reference['target']): string {
  return 'id' in target ? `id:${target.id}` : `path:${target.path}`;
}

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
    found.push({ form: 'field', from: page.path, target: { id: text.trim() }, range, field, types: kind.to });
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
