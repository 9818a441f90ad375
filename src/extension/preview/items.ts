import type MarkdownIt from 'markdown-it';
import { possibleEntries } from '../../core/analysis/entries';
import type { PreviewContext } from '../../core/language/preview/previewLink';
import { activityNamed } from '../../core/model/activityNames';
import type { Commitment, Page, Task, TimeEntry } from '../../core/model/page';
import { isTimeHeading } from '../../core/parse/timeEntries';
import { Html } from './html';
import { ItemHtml } from './itemHtml';
import { metaOf, type ParsedPages, type Token } from './parsedPages';
import type { PreviewBooks } from './previewBooks';

/** What of a list item is shown otherwise than as text. */
type Item =
  | {
      readonly kind: 'entry';
      readonly entry: TimeEntry;
      /** It is one only in a book that has an activity of its title. */
      readonly isTitled: boolean;
    }
  | { readonly kind: 'commitment'; readonly commitment: Commitment }
  | { readonly kind: 'task'; readonly task: Task };

interface ItemMeta {
  readonly page: Page;
  readonly item: Item;
  /** What was taken out of the item’s first line: before its text, and out of it. */
  readonly source: { readonly head: string; readonly dates: string };
}

const head = 'status_book_item_head';
const tail = 'status_book_item_tail';
const total = 'status_book_total';

/**
 * Shows time entries, commitments and tasks: what begins an item and what its dates say is taken out of its text before
 * markdown-it reads that as Markdown.
 */
export function extendWithItems(md: MarkdownIt, pages: ParsedPages, books: PreviewBooks): void {
  const writer = new ItemHtml(new Html(md));
  const titledItems: TitledItems = new WeakMap();
  md.core.ruler.before('inline', 'status_book_items', (state) => {
    const page = pages.pageOf(state.env);
    if (page)
      state.tokens = withItems(state.tokens, page, (type) => new state.Token(type, '', 0), titledItems);
  });
  md.renderer.rules[head] = (tokens, index, _options, environment) => {
    const { page, item, source } = metaOf<ItemMeta>(tokens, index);
    const context = books.contextOf(environment, page);
    if (!context) return writer.source(source.head);
    if (item.kind === 'entry')
      return isRead(item, context) ? writer.entry(item.entry, context) : writer.source(source.head);
    return item.kind === 'task' ? writer.task(item.task) : writer.commitment(item.commitment, context);
  };
  const openItem = md.renderer.rules.list_item_open;
  md.renderer.rules.list_item_open = (tokens, index, options, environment, self) => {
    const token = tokens[index] as Token;
    const meta = titledItems.get(token);
    const context = meta && books.contextOf(environment, meta.page);
    // The tokens are kept and shown again: what they are given stays.
    if (
      meta &&
      context &&
      isRead(meta.item, context) &&
      !token.attrGet('class')?.includes(classOf(meta.item))
    )
      token.attrJoin('class', classOf(meta.item));
    return openItem?.(tokens, index, options, environment, self) ?? self.renderToken(tokens, index, options);
  };
  md.renderer.rules[tail] = (tokens, index, _options, environment) => {
    const { page, item, source } = metaOf<ItemMeta>(tokens, index);
    const context = books.contextOf(environment, page);
    if (!context) return writer.source(source.dates);
    if (item.kind === 'entry') return '';
    return item.kind === 'task'
      ? writer.taskDates(item.task, page, context)
      : writer.commitmentDates(item.commitment, page, context);
  };
  md.renderer.rules[total] = (tokens, index, _options, environment) => {
    const page = metaOf<Page>(tokens, index);
    const context = books.contextOf(environment, page);
    return context ? writer.total(page, context) : '';
  };
}

/** List items that are entries only in some books. */
type TitledItems = WeakMap<Token, Pick<ItemMeta, 'page' | 'item'>>;

function withItems(
  tokens: readonly Token[],
  page: Page,
  make: (type: string) => Token,
  titled: TitledItems,
): Token[] {
  const items = itemsByLine(page);
  const time =
    possibleEntries(page).length > 0 ? page.body.headings.find(isTimeHeading)?.range.start.line : undefined;
  const result: Token[] = [];
  let isTimeOpen = false;
  for (const token of tokens) {
    const item = token.type === 'inline' ? items.get(token.map?.[0] ?? -1) : undefined;
    const [paragraph, listItem] = [result.at(-1), result.at(-2)];
    if (item && paragraph?.type === 'paragraph_open' && listItem?.type === 'list_item_open') {
      result.push(...itemTokens(token, item, page, make));
      if (item.kind === 'entry' && item.isTitled) titled.set(listItem, { page, item });
      else listItem.attrJoin('class', classOf(item));
    } else result.push(token);
    if (token.type === 'heading_open') isTimeOpen = time !== undefined && token.map?.[0] === time;
    if (token.type === 'heading_close' && isTimeOpen) result.push(withMeta(make(total), page));
  }
  return result;
}

function itemsByLine(page: Page): Map<number, Item> {
  const items = new Map<number, Item>();
  const certain = new Set(page.entries);
  for (const entry of possibleEntries(page))
    items.set(entry.range.start.line, { kind: 'entry', entry, isTitled: !certain.has(entry) });
  // What cannot be read as meant is shown as it is written.
  for (const task of page.tasks)
    if (task.problems.length === 0) items.set(task.range.start.line, { kind: 'task', task });
  for (const commitment of page.commitments)
    if (commitment.problems.length === 0)
      items.set(commitment.range.start.line, { kind: 'commitment', commitment });
  return items;
}

function classOf({ kind }: Item): string {
  return `status-book-item status-book-${kind}`;
}

/** Whether the book counts it: what only a title names is an entry where the book has that activity. */
function isRead(item: Item, { index }: PreviewContext): boolean {
  if (item.kind !== 'entry' || !item.isTitled) return true;
  return activityNamed(index.settings.activities, item.entry.activity) !== undefined;
}

function itemTokens(inline: Token, item: Item, page: Page, make: (type: string) => Token): Token[] {
  const [first = ''] = inline.content.split('\n', 1);
  const meta: ItemMeta = { page, item, source: sourceOf(item, first) };
  inline.content =
    item.kind === 'entry' ? item.entry.summary + inline.content.slice(first.length) : taskOf(item).text;
  return [withMeta(make(head), meta), inline, withMeta(make(tail), meta)];
}

const headPattern =
  /^\[[ xX]\]\s+(?:@[\p{L}\p{M}\d_]+(?:-+[\p{L}\p{M}\d_]+)*(?:\s*(?:->|→)\s*@[\p{L}\p{M}\d_]+(?:-+[\p{L}\p{M}\d_]+)*)?(?:\s*:\s*|\s))?/u;

function sourceOf(item: Item, first: string): ItemMeta['source'] {
  if (item.kind === 'entry') {
    return { head: first.slice(0, first.length - item.entry.summary.length), dates: '' };
  }
  const dates = taskOf(item).keys.map(({ name, value }) => ` ${name}:${value}`);
  return { head: headPattern.exec(first)?.[0] ?? '', dates: dates.join('') };
}

function taskOf(item: Exclude<Item, { kind: 'entry' }>): Task {
  return item.kind === 'commitment' ? item.commitment : item.task;
}

function withMeta(token: Token, meta: unknown): Token {
  token.meta = meta;
  return token;
}
