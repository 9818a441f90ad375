import { yamlFlowScalar, yamlScalar } from '../../edit/yamlText';
import { fieldValue } from '../../model/fields';
import { itemsOf } from '../../model/frontMatter';
import { ours, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { commonFields } from '../../schema/commonFields';
import type { NumberKind, ReferenceKind, ValueKind } from '../../schema/kinds';
import { text as textKind } from '../../schema/kinds';
import { isRoot, targetTypes } from '../../schema/schema';
import type { FieldValuePlace } from '../place';
import { fieldAt, itemKind, kindAt } from '../place/kindAt';
import {
  behindLabel,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  listOf,
  typedFor,
} from './completionItem';
import { dateItems, monthItems, weekItems } from './dateItems';
import { departmentItems } from './departments';
import { objectsAt } from './objectItems';
import { unknownActivityItems } from './ownActivities';
import { findPages, pageItem } from './pageItems';

/** What may stand where the value of a field is typed, or an item of its list. */
export function valuesAt(place: FieldValuePlace, context: CompletionContext): CompletionList | undefined {
  const { pageType } = context.at;
  const kind = kindAt(pageType, place.path);
  const item = itemKind(kind);
  if (!kind || !item || (place.list !== 'none' && kind.kind !== 'list')) return undefined;
  if (item.kind === 'object' || item.kind === 'map') return objectsAt(place, kind, item, context);
  const found = itemsFor(item, place, context);
  if (!found) return undefined;
  const others = new Set(place.others);
  const items = found.items.filter(({ label }) => typeof label !== 'string' || !others.has(label));
  return listOf(asAlternatives(items, place, context), place.range, found.isIncomplete);
}

interface FoundItems {
  readonly items: readonly CompletionItem[];
  readonly isIncomplete: boolean;
}

function itemsFor(
  kind: ValueKind,
  place: FieldValuePlace,
  context: CompletionContext,
): FoundItems | undefined {
  const { book, today } = context;
  const prefix = place.needsSpace ? ' ' : '';
  const all = (items: readonly CompletionItem[]): FoundItems => ({
    items: items.map((item) => ({ ...item, newText: prefix + item.newText })),
    isIncomplete: false,
  });
  switch (kind.kind) {
    case 'enum':
      return all(kind.values.map(({ value, description }) => valueItem(value, ours(description))));
    case 'boolean':
      return all([valueItem('true', t`yes`), valueItem('false', t`no`)]);
    case 'date':
      return dateItems(place.text.trimStart(), today, kind.past === true, prefix);
    case 'month':
      return all(monthItems(place.text, today));
    case 'week':
      return all(weekItems(place.text, today));
    case 'number':
      return all(numberItems(kind));
    case 'reference':
      return referenceItems(kind, place, context, prefix);
    case 'text':
      if (kind.names === 'department') return all(departmentItems(book, isRoot(context.at.pageType)));
      if (isRoot(context.at.pageType) && place.path.join('.') === 'activities.id') {
        return all(unknownActivityItems(book));
      }
      return all(usedTexts(place, context));
    default:
      return undefined;
  }
}

function referenceItems(
  kind: ReferenceKind,
  place: FieldValuePlace,
  context: CompletionContext,
  prefix: string,
): FoundItems {
  const { book, path } = context;
  const others = new Set(place.others);
  const found = findPages(
    book,
    targetTypes(kind),
    place.text,
    (page) => page.path === path || others.has(page.id),
  );
  const items = found.pages.map((page) => pageItem(page, context, prefix + written(page.id, place)));
  return { items, isIncomplete: found.isIncomplete };
}

/** A text as it is to stand in front matter. */
function written(text: string, { quote, inFlow }: FieldValuePlace): string {
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  if (quote === "'") return text.replaceAll("'", "''");
  if (plainPattern.test(text)) return text;
  return inFlow ? yamlFlowScalar(text, textKind) : yamlScalar(text, textKind);
}

/** Texts that YAML surely takes as they are: asking it takes long for hundreds of them. */
const plainPattern = /^[\p{L}][\p{L}\d]*(?:[-_][\p{L}\d]+)+$/u;

function valueItem(value: string, description: Text): CompletionItem {
  return { label: value, labelDetail: behindLabel(description), kind: 'value', newText: value };
}

/** The numbers of a short scale. */
function numberItems({ minimum, maximum }: NumberKind): CompletionItem[] {
  if (minimum === undefined || maximum === undefined || maximum - minimum > 10) return [];
  const steps =
    maximum - minimum <= 1
      ? [0.1, 0.25, 0.5, 0.75, 0.9].map((part) => minimum + part * (maximum - minimum))
      : Array.from({ length: Math.floor(maximum - minimum) + 1 }, (_, index) => minimum + index);
  return steps.map((step) => ({ label: String(step), kind: 'value', newText: String(step) }));
}

/** Texts of the same field that stand on several pages: names, such as owners, tags and lines. */
function usedTexts(
  place: FieldValuePlace,
  { book, path, at: { pageType } }: CompletionContext,
): CompletionItem[] {
  const [name] = place.path;
  if (name === undefined || place.path.length > 1 || !fieldAt(pageType, place.path)) return [];
  const isCommon = commonFields.some((field) => field.name === name);
  const pages = isCommon ? book.pages() : book.pagesOfType(pageType ?? '');
  const others = pages.slice(0, pagesLookedAt).filter((page) => page.path !== path);
  return textsUsed(others, name).map((text) => ({
    label: text,
    kind: 'value',
    newText: written(text, place),
  }));
}

/** Names that are in use show on these. */
const pagesLookedAt = 3000;
/** Longer texts are prose. */
const maxName = 60;
const maxTexts = 50;

function textsUsed(pages: readonly Page[], field: string): string[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const item of itemsOf(fieldValue(page, field))) {
      if (item.kind !== 'scalar' || item.text.length > maxName) continue;
      counts.set(item.text, (counts.get(item.text) ?? 0) + 1);
    }
  }
  const used = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
  return used.slice(0, maxTexts).map(([text]) => text);
}

/** Where a complete value stands and the user asks, the others are offered in its place. Days see to that themselves. */
function asAlternatives(
  items: readonly CompletionItem[],
  { text }: FieldValuePlace,
  { trigger }: CompletionContext,
): readonly CompletionItem[] {
  const isComplete = items.some(({ label, kind }) => label === text && kind !== 'date');
  if (trigger !== undefined || !isComplete) return items;
  return items.map((item) => ({ ...item, filterText: `${text} ${typedFor(item)}` }));
}
