import type MarkdownIt from 'markdown-it';
import { type LinkTarget, previewLink } from '../../core/language/preview/previewLink';
import { wikiLink } from '../../core/markdown';
import type { Page } from '../../core/model/page';
import { lineRange } from '../../core/model/text';
import { Html } from './html';
import type { ParsedPages } from './parsedPages';
import type { PreviewBooks } from './previewBooks';

const type = 'status_book_link';
const pattern = /\[\[([^[\]\r\n`]+)\]\]/y;
const nowhere = {
  positionAt: () => lineRange(0, 0, 0).start,
  rangeOf: () => lineRange(0, 0, 0),
};

interface WikiLinkMeta {
  readonly page: Page;
  readonly target: LinkTarget;
}

/** Shows `[[id#Heading|label]]` as a link to the page, with its title and what is to be known of it. */
export function extendWithWikiLinks(md: MarkdownIt, pages: ParsedPages, books: PreviewBooks): void {
  const html = new Html(md);
  md.inline.ruler.before('link', type, (state, silent) => {
    const page = pages.pageOf(state.env);
    const { linkLevel = 0 } = state as { linkLevel?: number };
    // Silent is the search for the end of a Markdown link’s text, to which the brackets then belong.
    if (!page || silent || linkLevel > 0 || !state.src.startsWith('[[', state.pos)) return false;
    pattern.lastIndex = state.pos;
    const [source, content = ''] = pattern.exec(state.src) ?? [];
    const link = wikiLink(content, 0, nowhere);
    if (source === undefined || !link) return false;
    const token = state.push(type, '', 0);
    token.content = source;
    token.meta = { page, target: { id: link.target, heading: link.heading, label: link.label } };
    // VS Code makes the anchors of headings from what their tokens hold as text.
    const text = new state.Token('text', '', 0);
    text.content = source;
    token.children = [text];
    state.pos += source.length;
    return true;
  });
  md.renderer.rules[type] = (tokens, index, _options, environment) => {
    const { content, meta } = tokens[index] as { content: string; meta: WikiLinkMeta };
    const context = books.contextOf(environment, meta.page);
    return context ? html.link(previewLink(meta.target, context)) : html.text(content);
  };
}
