import type { FieldPath } from '../model/fix';
import type { ValueNode } from '../model/frontMatter';
import { type Text, t } from '../model/message';
import type { Page } from '../model/page';
import { LineMap, lineRange, type Range } from '../model/text';

/** Characters of a text, by offsets. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One thing that a page says, wherever it stands. */
export interface Fact extends Span {
  readonly kind: string;
  /** All that counts of it, places left out. */
  readonly key: string;
  /** What people call it. */
  readonly label: Text;
  /** Of a value of the front matter: the way to it. */
  readonly field?: FieldPath;
}

/** Of one page many edits may be verified, one after the other. */
let last: { readonly page: Page; readonly text: string; readonly facts: readonly Fact[] } | undefined;

/** All that a page says, in document order within each kind. */
export function factsOf(page: Page, text: string): readonly Fact[] {
  return last?.page === page && last.text === text ? last.facts : readFacts(page, text);
}

/** The same of a page that is asked about again. */
export function keptFactsOf(page: Page, text: string): readonly Fact[] {
  const facts = factsOf(page, text);
  last = { page, text, facts };
  return facts;
}

function readFacts(page: Page, text: string): Fact[] {
  const map = new LineMap(text);
  const at = ({ start, end }: Range): Span => ({ from: map.offsetAt(start), to: map.offsetAt(end) });
  const fact = (kind: string, label: Text, of: { readonly range: Range }, key: unknown = of): Fact => ({
    kind,
    label,
    key: JSON.stringify(key, withoutPlaces),
    ...at(of.range),
  });
  const facts: Fact[] = [];
  const addValue = (path: FieldPath, node: ValueNode, range: Range): void => {
    const parts: readonly [string | number, ValueNode, Range][] =
      node.kind === 'map'
        ? node.fields.map((inner) => [inner.name, inner.value, around(inner.nameRange, inner.value.range)])
        : node.kind === 'list'
          ? node.items.map((item, index) => [index, item, item.range])
          : [];
    for (const [step, inner, place] of parts) addValue([...path, step], inner, place);
    if (parts.length > 0) return;
    const name = path.filter((step) => typeof step === 'string').join('.');
    const key = [path, node.kind, node.kind === 'scalar' ? [node.value, node.text] : null];
    facts.push({ ...fact('field', t`the field “${name}”`, { range }, key), field: path });
  };
  for (const { name, nameRange, value } of page.fields) {
    addValue([name], value, around(nameRange, value.range));
  }
  const { headings, listItems, links, comments, mentions, quoteLines } = page.body;
  for (const heading of headings) facts.push(fact('heading', t`the heading “${heading.text}”`, heading));
  for (const item of listItems) {
    const { from, to } = at(item.range);
    const whole = { from, to: Math.max(to, from + item.paragraph.length) };
    facts.push({ ...fact('item', t`the list item “${shortened(item.text)}”`, item), ...whole });
  }
  for (const link of links) facts.push(fact('link', t`the link to “${link.target}”`, link));
  for (const comment of comments) facts.push(fact('comment', t`a comment`, comment));
  for (const mention of mentions) facts.push(fact('mention', `“@${mention.name}”`, mention));
  for (const line of quoteLines) {
    const words = map.lineText(line);
    facts.push(fact('quote', t`a quote`, { range: lineRange(line, 0, words.length) }, words.trim()));
  }
  for (const entry of page.entries) facts.push(fact('entry', t`the entry on “${entry.activity}”`, entry));
  for (const entry of page.invalidEntries) {
    const { from, to } = at(entry.range);
    facts.push(fact('invalidEntry', t`a line under “Time”`, entry, text.slice(from, to)));
  }
  for (const task of [...page.tasks, ...page.commitments]) {
    const range = { start: task.range.start, end: task.textRange.end };
    facts.push(fact('task', t`the task “${shortened(task.text)}”`, { range }, task));
  }
  for (const { rules, range } of page.suppressions) {
    facts.push(fact('suppression', t`a comment that hides findings`, { range }, rules));
  }
  return facts;
}

/** Where something stands is no part of what it says. */
export function withoutPlaces(name: string, value: unknown): unknown {
  return /range$|line$/i.test(name) ? undefined : value;
}

function around(first: Range, last: Range): Range {
  return { start: first.start, end: last.end };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
