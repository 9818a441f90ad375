import type MarkdownIt from 'markdown-it';
import type { CardFact, CardTable, CardValue, PageCard } from '../../core/language/preview/previewCard';
import { previewCard } from '../../core/language/preview/previewCard';
import { isCalendarDate } from '../../core/model/calendarDate';
import { attempt, notComputed } from '../../core/model/faults';
import { t } from '../../core/model/message';
import type { Page } from '../../core/model/page';
import { Html } from './html';
import { metaOf, type ParsedPages, type Token } from './parsedPages';
import type { PreviewBooks } from './previewBooks';

const type = 'status_book_card';

interface CardMeta {
  readonly page: Page;
  /** The token that VS Code’s own rule would have made. */
  readonly plain: Token;
}

/** Shows the front matter of a page as a card of its key facts, in place of VS Code’s table of it. */
export function extendWithCard(md: MarkdownIt, pages: ParsedPages, books: PreviewBooks): void {
  const writer = new CardHtml(new Html(md));
  // VS Code’s own rule for front matter comes behind this one.
  md.block.ruler.before('fence', type, (state, startLine, endLine, silent) => {
    const page = startLine === 0 ? pages.pageOf(state.env) : undefined;
    if (!page?.isReadable || !books.showsCard()) return false;
    if (silent) return true;
    const behind = Math.min(page.bodyLine, endLine);
    const token = state.push(type, '', 0);
    token.block = true;
    token.map = [0, behind];
    token.attrJoin('class', 'status-book-card');
    const plain = new state.Token('front_matter', '', 0);
    plain.meta = { content: state.getLines(1, behind - 1, 0, false) };
    token.meta = { page, plain } satisfies CardMeta;
    state.line = behind;
    return true;
  });
  md.renderer.rules[type] = (tokens, index, options, environment, self) => {
    const { page, plain } = metaOf<CardMeta>(tokens, index);
    const context = books.contextOf(environment, page);
    const attributes = self.renderAttrs(tokens[index] as Token);
    const html = attempt(
      `the card of page ${context?.path ?? page.path}`,
      () => {
        const card = context && previewCard(page, context);
        return card && writer.card(card);
      },
      () => writer.failed(),
    );
    if (html !== undefined) return `<section${attributes}>${html}</section>\n`;
    // Of a page without book VS Code shows what it shows of any front matter.
    return md.renderer.rules.front_matter?.([plain], 0, options, environment, self) ?? '';
  };
}

class CardHtml {
  constructor(private readonly html: Html) {}

  card({ type: pageType, title, fact, freshness, isClosed, facts, tables }: PageCard): string {
    const { html } = this;
    const head = [
      html.span('status-book-type', pageType),
      title === undefined ? '' : html.span('status-book-title', title),
      fact === '' ? '' : html.span('status-book-fact', fact),
      freshness ? html.span(['status-book-badge', `status-book-${freshness.state}`], freshness.text) : '',
      isClosed ? html.span('status-book-badge', t`closed`) : '',
    ];
    const list = facts.length === 0 ? '' : `<dl>${facts.map((one) => this.fact(one)).join('')}</dl>`;
    const header = `<header>${head.filter((part) => part !== '').join(' ')}</header>`;
    return header + list + tables.map((table) => this.table(table)).join('');
  }

  failed(): string {
    return `<p>${this.html.text(notComputed(t`This card`))}</p>`;
  }

  private fact({ label, description, values }: CardFact): string {
    const { html } = this;
    const parts = this.values(values);
    const term = html.wrap('dt', 'status-book-label', html.text(label), description);
    return `${term}<dd>${parts}</dd>`;
  }

  private table({ title, columns, rows }: CardTable): string {
    const { html } = this;
    const head = columns.map((column) => `<th>${html.text(column)}</th>`).join('');
    const body = rows.map(
      (cells) => `<tr>${cells.map((values) => `<td>${this.values(values)}</td>`).join('')}</tr>`,
    );
    return `<details><summary>${html.text(title)}</summary><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></details>`;
  }

  /** Values may hold commas. */
  private values(values: readonly CardValue[]): string {
    return values.map((value) => this.value(value)).join(' · ');
  }

  private value({ text, note, link }: CardValue): string {
    const { html } = this;
    const isDate = typeof text === 'string' && isCalendarDate(text);
    const plain = isDate ? html.span('status-book-date', text) : html.text(text);
    const shown = link ? html.link(link) : plain;
    return note === undefined ? shown : `${shown} ${html.span('status-book-note', note)}`;
  }
}
