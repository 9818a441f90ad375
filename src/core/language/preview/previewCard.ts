import { type FreshnessState, pageFreshness } from '../../analysis/freshness';
import { pageFact } from '../../analysis/pageFact';
import { isCalendarDate } from '../../model/calendarDate';
import { type FieldNode, fieldNamed, isEmptyValue, itemsOf, type ValueNode } from '../../model/frontMatter';
import { isClosed } from '../../model/lifecycle';
import { either, joined, ours, plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { amount, lowerCase, quantity, relativeDay } from '../../model/texts';
import type { EnumKind, FieldSpec, NumberKind, ReferenceKind, ValueKind } from '../../schema/kinds';
import { fieldsOf, pageType } from '../../schema/schema';
import { type PreviewContext, type PreviewLink, previewLink } from './previewLink';

/** A value as a reader sees it. */
export interface CardValue {
  readonly text: Text;
  /** What stands behind it in a quieter voice. */
  readonly note?: Text;
  readonly link?: PreviewLink;
}

export interface CardFact {
  readonly label: Text;
  /** What the field means; absent for the user’s own fields. */
  readonly description?: Text;
  /** Several for a list. */
  readonly values: readonly CardValue[];
}

/** A list of objects. */
export interface CardTable {
  readonly title: Text;
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly (readonly CardValue[])[])[];
}

/** The front matter of a page in words. */
export interface PageCard {
  readonly type: Text;
  /** Where the body does not begin with it. */
  readonly title?: string;
  /** What is to be known first, in one line; may be empty. */
  readonly fact: Text;
  /** Absent for pages that have no clock. */
  readonly freshness?: { readonly text: Text; readonly state: FreshnessState };
  readonly isClosed: boolean;
  readonly facts: readonly CardFact[];
  readonly tables: readonly CardTable[];
}

/** What the front matter of a page says; undefined where it cannot be read or its type is unknown. */
export function previewCard(page: Page, context: PreviewContext): PageCard | undefined {
  const type = pageType(page.type);
  if (!type || !page.isReadable) return undefined;
  const writer = new CardWriter(page.type, context);
  for (const field of page.fields) writer.add(field);
  const fresh = pageFreshness(page, context.index, context.today);
  const isTitled = page.body.headings[0]?.text === page.title;
  return {
    type: ours(type.title),
    ...(isTitled ? {} : { title: page.title }),
    fact: pageFact(page, context.today, context.index.settings),
    ...(fresh ? { freshness: { state: fresh.state, text: freshnessText(fresh) } } : {}),
    isClosed: isClosed(page),
    facts: writer.facts,
    tables: writer.tables,
  };
}

function freshnessText({ age, cadence }: { age: number; cadence: number }): Text {
  const due = plural(cadence, 'day');
  return age > cadence
    ? t`${plural(age - cadence, 'day')} past its review, due every ${due}`
    : t`up to date, due every ${due}`;
}

/** Fields that the page shows elsewhere. */
const shownElsewhere: ReadonlySet<string> = new Set(['type', 'title']);

class CardWriter {
  readonly facts: CardFact[] = [];
  readonly tables: CardTable[] = [];

  constructor(
    private readonly type: string,
    private readonly context: PreviewContext,
  ) {}

  add({ name, value }: FieldNode): void {
    if (shownElsewhere.has(name) || isEmptyValue(value)) return;
    const spec = fieldsOf(this.type).get(name);
    this.addValue(labelOf(name, spec), value, spec);
  }

  private addValue(label: Text, node: ValueNode, spec: FieldSpec | undefined): void {
    const kind = spec?.value;
    const of = kind?.kind === 'list' ? kind.of : undefined;
    if (kind?.kind === 'object' && node.kind === 'map') this.addObject(label, node.fields, kind.fields);
    else if (of?.kind === 'object') this.addTable(label, node, of.fields);
    else {
      const values = this.values(node, kind);
      const description = spec ? { description: ours(spec.description) } : {};
      if (values.length > 0) this.facts.push({ label, ...description, values });
    }
  }

  private addObject(label: Text, fields: readonly FieldNode[], specs: readonly FieldSpec[]): void {
    for (const { name, value } of fields) {
      const spec = specs.find((candidate) => candidate.name === name);
      const inner = joined([label, lowerCase(labelOf(name, spec))], ' › ');
      if (!isEmptyValue(value)) this.addValue(inner, value, spec);
    }
  }

  private addTable(label: Text, node: ValueNode, specs: readonly FieldSpec[]): void {
    const items = itemsOf(node).flatMap((item) => (item.kind === 'map' ? [item.fields] : []));
    const columns = specs.filter(({ name }) => items.some((fields) => fieldNamed(fields, name)));
    if (items.length === 0 || columns.length === 0) return;
    this.tables.push({
      title: joined([label, `(${items.length})`], ' '),
      columns: columns.map((spec) => labelOf(spec.name, spec)),
      rows: items.map((fields) =>
        columns.map(({ name, value }) => {
          const cell = fieldNamed(fields, name)?.value;
          return cell ? this.values(cell, value, false) : [];
        }),
      ),
    });
  }

  /** @param withNotes false where there is little room */
  private values(node: ValueNode, kind: ValueKind | undefined, withNotes = true): CardValue[] {
    if (node.kind === 'list') {
      const of = kind?.kind === 'list' ? kind.of : undefined;
      return node.items.flatMap((item) => this.values(item, of, withNotes));
    }
    if (node.kind === 'map') {
      const of = kind?.kind === 'map' ? kind.of : undefined;
      return node.fields.map(({ name, value }) => ({ text: joined([name, this.inBrief(value, of)], ': ') }));
    }
    if (isEmptyValue(node)) return [];
    return [this.scalar(node.text.trim(), kind?.kind === 'list' ? kind.of : kind, withNotes)];
  }

  private inBrief(node: ValueNode, kind: ValueKind | undefined): Text {
    const texts = this.values(node, kind, false).map(({ text }) => text);
    return joined(texts, ', ');
  }

  private scalar(text: string, kind: ValueKind | undefined, withNotes: boolean): CardValue {
    switch (kind?.kind) {
      case 'reference':
        return this.reference(text, kind);
      case 'date':
        return withNotes && isCalendarDate(text)
          ? { text, note: relativeDay(text, this.context.today) }
          : { text };
      case 'number':
        return { text: this.number(text, kind) };
      case 'boolean':
        return { text: text === 'true' ? t`yes` : text === 'false' ? t`no` : text };
      case 'enum':
        return this.choice(text, kind, withNotes);
      default:
        return { text };
    }
  }

  private reference(id: string, { to }: ReferenceKind): CardValue {
    const link = previewLink({ id }, this.context);
    const target = this.context.index.pageWithId(id);
    if (!target || to === 'any' || to.includes(target.type)) return { text: link.text, link };
    const { href: _, ...broken } = link;
    const tooltip = t`“${target.title}” is a page of the wrong type (${target.type}).`;
    return { text: link.text, link: { ...broken, tooltip } };
  }

  private number(text: string, { unit }: NumberKind): Text {
    const value = Number(text);
    if (!Number.isFinite(value)) return text;
    // Four digits may be a year.
    if (unit === undefined) return Math.abs(value) < 10_000 ? text : t`${quantity(value)}`;
    switch (unit) {
      case 'money':
        return amount(value, this.context.index.settings.currency);
      case 'percent':
        return t`${text} %`;
      case 'per year':
        return t`${quantity(value)} a year`;
      case 'days':
        return t`${quantity(value)} ${either(value === 1, 'day', 'days')}`;
      case 'hours':
        return t`${quantity(value)} ${either(value === 1, 'hour', 'hours')}`;
      case 'years':
        return t`${quantity(value)} ${either(value === 1, 'year', 'years')}`;
    }
  }

  private choice(text: string, { values }: EnumKind, withNotes: boolean): CardValue {
    const known = values.find(({ value }) => value === text);
    const words = text.replaceAll('-', ' ');
    if (!known) return { text: words };
    return withNotes ? { text: ours(words), note: ours(known.description) } : { text: ours(words) };
  }
}

/** A field of ours is called in the reader’s words, one of the user’s own as it is. */
function labelOf(name: string, spec: FieldSpec | undefined): Text {
  return spec ? ours(fieldLabel(name)) : fieldLabel(name);
}

/** `lastContact` as `Last contact`. */
export function fieldLabel(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
