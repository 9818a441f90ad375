import type { BodyLink, BodyScan, Comment, Heading, ListItem, Mention } from '../model/bodyScan';
import type { FieldNode, ScalarNode, ValueNode } from '../model/frontMatter';
import type { Page, SyntaxFault } from '../model/page';
import type { Range } from '../model/text';
import { suppressionsOf } from './suppressions';
import { tasksOf } from './tasks';
import { timeEntries } from './timeEntries';

/** What a page says, its names left out: those are kept beside it. */
export type PageContent = Omit<Page, 'path' | 'id' | 'title' | 'type'>;

/**
 * Raised with every change of what is packed or of how pages are parsed: a packed page of another number is worthless.
 */
export const packingVersion = 1;

/**
 * A page’s content as one short text without line breaks, a tenth of what its objects take. Time entries, tasks and
 * suppressions are not in it: they follow from the rest.
 */
export function packPage(page: Page): string {
  const out = new Packer();
  out.range(page.typeRange);
  out.range(page.typeLine);
  out.optionalRange(page.idRange);
  out.number(page.isReadable ? 1 : 0);
  out.number(page.bodyLine);
  out.list(page.syntaxFaults, packFault);
  out.list(page.fields, packField);
  out.list(page.body.headings, packHeading);
  out.list(page.body.listItems, packListItem);
  out.list(page.body.links, packLink);
  out.list(page.body.comments, packComment);
  out.list(page.body.mentions, packMention);
  out.list(page.body.quoteLines, (line) => out.number(line));
  return JSON.stringify([out.numbers, out.texts]);
}

/** @param type of the page, on which it depends what its list items mean */
export function unpackPage(packed: string, type: string): PageContent {
  const from = new Unpacker(packed);
  const typeRange = from.range();
  const typeLine = from.range();
  const idRange = from.optionalRange();
  const isReadable = from.number() === 1;
  const bodyLine = from.number();
  const syntaxFaults = from.list(unpackFault);
  const fields = from.list(unpackField);
  const body: BodyScan = {
    headings: from.list(unpackHeading),
    listItems: from.list(unpackListItem),
    links: from.list(unpackLink),
    comments: from.list(unpackComment),
    mentions: from.list(unpackMention),
    quoteLines: from.list(() => from.number()),
  };
  const time = type === 'log' ? timeEntries(body.listItems, body.headings) : { entries: [], invalid: [] };
  return {
    ...(idRange ? { idRange } : {}),
    typeRange,
    typeLine,
    fields,
    isReadable,
    syntaxFaults,
    bodyLine,
    body,
    entries: time.entries,
    invalidEntries: time.invalid,
    ...tasksOf(body.listItems),
    suppressions: suppressionsOf(body),
  };
}

class Packer {
  readonly numbers: number[] = [];
  readonly texts: string[] = [];

  number(value: number): void {
    this.numbers.push(value);
  }

  text(value: string): void {
    this.texts.push(value);
  }

  range({ start, end }: Range): void {
    this.numbers.push(start.line, start.character, end.line - start.line, end.character);
  }

  optionalRange(range: Range | undefined): void {
    this.number(range ? 1 : 0);
    if (range) this.range(range);
  }

  list<T>(items: readonly T[], pack: (item: T, out: Packer) => void): void {
    this.number(items.length);
    for (const item of items) pack(item, this);
  }
}

class Unpacker {
  private readonly numbers: readonly number[];
  private readonly texts: readonly string[];
  private nextNumber = 0;
  private nextText = 0;

  constructor(packed: string) {
    [this.numbers, this.texts] = JSON.parse(packed);
  }

  number(): number {
    return this.numbers[this.nextNumber++] as number;
  }

  text(): string {
    return this.texts[this.nextText++] as string;
  }

  range(): Range {
    const line = this.number();
    const character = this.number();
    const endLine = line + this.number();
    return { start: { line, character }, end: { line: endLine, character: this.number() } };
  }

  optionalRange(): Range | undefined {
    return this.number() === 1 ? this.range() : undefined;
  }

  list<T>(unpack: (from: Unpacker) => T): T[] {
    const items: T[] = [];
    for (let left = this.number(); left > 0; left--) items.push(unpack(this));
    return items;
  }
}

function packFault({ message, range }: SyntaxFault, out: Packer): void {
  out.text(message);
  out.range(range);
}

function unpackFault(from: Unpacker): SyntaxFault {
  return { message: from.text(), range: from.range() };
}

function packField({ name, nameRange, value }: FieldNode, out: Packer): void {
  out.text(name);
  out.range(nameRange);
  packValue(value, out);
}

function unpackField(from: Unpacker): FieldNode {
  return { name: from.text(), nameRange: from.range(), value: unpackValue(from) };
}

const listCode = 0;
const mapCode = 1;
/** The values of a scalar that its text does not give. */
const scalarCodes: readonly ScalarNode['value'][] = [null, true, false];
const firstScalarCode = 2;
const numberCode = firstScalarCode + scalarCodes.length;
const sameTextCode = numberCode + 1;
const otherTextCode = numberCode + 2;

function packValue(node: ValueNode, out: Packer): void {
  if (node.kind === 'list') {
    out.number(listCode);
    out.range(node.range);
    out.list(node.items, packValue);
  } else if (node.kind === 'map') {
    out.number(mapCode);
    out.range(node.range);
    out.list(node.fields, packField);
  } else {
    packScalar(node, out);
  }
}

function packScalar({ value, text, range }: ScalarNode, out: Packer): void {
  const code = scalarCodes.indexOf(value);
  if (typeof value === 'number') {
    out.number(numberCode);
    // Infinity and -0 are no numbers of JSON.
    out.text(Object.is(value, -0) ? '-0' : String(value));
  } else if (typeof value === 'string') {
    out.number(value === text ? sameTextCode : otherTextCode);
    if (value !== text) out.text(value);
  } else {
    out.number(firstScalarCode + code);
  }
  out.text(text);
  out.range(range);
}

function unpackValue(from: Unpacker): ValueNode {
  const code = from.number();
  if (code === listCode) {
    const range = from.range();
    return { kind: 'list', items: from.list(unpackValue), range };
  }
  if (code === mapCode) {
    const range = from.range();
    return { kind: 'map', fields: from.list(unpackField), range };
  }
  const other =
    code === numberCode
      ? Number(from.text())
      : code === otherTextCode
        ? from.text()
        : scalarCodes[code - firstScalarCode];
  const text = from.text();
  return { kind: 'scalar', value: code === sameTextCode ? text : (other ?? null), text, range: from.range() };
}

function packHeading({ level, text, range }: Heading, out: Packer): void {
  out.number(level);
  out.text(text);
  out.range(range);
}

function unpackHeading(from: Unpacker): Heading {
  return { level: from.number(), text: from.text(), range: from.range() };
}

function packListItem(item: ListItem, out: Packer): void {
  const { text, range, paragraph, markup, depth, quoted, firstLine, lastLine } = item;
  out.text(text);
  out.text(paragraph);
  out.text(JSON.stringify(markup));
  out.range(range);
  out.number(quoted ? -1 - depth : depth);
  out.number(firstLine);
  out.number(lastLine);
}

function unpackListItem(from: Unpacker): ListItem {
  const text = from.text();
  const paragraph = from.text();
  const markup = JSON.parse(from.text()) as ListItem['markup'];
  const range = from.range();
  const depth = from.number();
  return {
    text,
    range,
    paragraph,
    markup,
    depth: depth < 0 ? -1 - depth : depth,
    quoted: depth < 0,
    firstLine: from.number(),
    lastLine: from.number(),
  };
}

function packLink(link: BodyLink, out: Packer): void {
  const { form, target, targetRange, heading, headingRange, label, range } = link;
  const named = (form === 'wiki' ? 1 : 0) + (label === undefined ? 0 : 8);
  out.number(named + (heading === undefined ? 0 : 2) + (headingRange ? 4 : 0));
  out.text(target);
  out.range(targetRange);
  if (heading !== undefined) out.text(heading);
  if (headingRange) out.range(headingRange);
  if (label !== undefined) out.text(label);
  out.range(range);
}

function unpackLink(from: Unpacker): BodyLink {
  const flags = from.number();
  return {
    form: flags & 1 ? 'wiki' : 'markdown',
    target: from.text(),
    targetRange: from.range(),
    ...(flags & 2 ? { heading: from.text() } : {}),
    ...(flags & 4 ? { headingRange: from.range() } : {}),
    ...(flags & 8 ? { label: from.text() } : {}),
    range: from.range(),
  };
}

function packComment({ text, range }: Comment, out: Packer): void {
  out.text(text);
  out.range(range);
}

function unpackComment(from: Unpacker): Comment {
  return { text: from.text(), range: from.range() };
}

function packMention({ name, range }: Mention, out: Packer): void {
  out.text(name);
  out.range(range);
}

function unpackMention(from: Unpacker): Mention {
  return { name: from.text(), range: from.range() };
}
