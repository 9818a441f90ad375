import MarkdownIt from 'markdown-it';
import { extendMarkdownIt } from '../../../src/extension/preview/markdownItPlugin';
import type { PreviewBooks } from '../../../src/extension/preview/previewBooks';
import { bookOf, type Files, today } from '../support/books';

/** Where the rendered page lies, as VS Code would say it; a page that belongs to no book where left out. */
interface Environment {
  currentDocument?: string;
}

function booksOf(files: Files, showsCard: boolean): PreviewBooks {
  const index = bookOf(files);
  return {
    contextOf: (environment) => {
      const path = (environment as Environment).currentDocument;
      return path === undefined ? undefined : { index, path, today };
    },
    showsCard: () => showsCard,
  };
}

/**
 * markdown-it as VS Code’s preview sets it up: HTML is let through, plugins of extensions come first, then its own rule
 * for front matter, and places in the text are put on every element last. Text is parsed without knowing its file.
 */
export function previewOf(files: Files, showsCard = true): MarkdownIt {
  const md = extendMarkdownIt(new MarkdownIt({ html: true, linkify: true }), booksOf(files, showsCard));
  md.block.ruler.before('fence', 'front_matter', (state, startLine, endLine, silent) => {
    if (startLine !== 0 || !state.src.startsWith('---\n')) return false;
    let end = 1;
    while (end < endLine && state.getLines(end, end + 1, 0, false) !== '---') end++;
    if (end >= endLine || silent) return end < endLine;
    const token = state.push('front_matter', '', 0);
    token.map = [0, end + 1];
    token.meta = { content: state.getLines(1, end, 0, false) };
    state.line = end + 1;
    return true;
  });
  md.renderer.rules.front_matter = (tokens, index) =>
    `<table class="frontmatter">${md.utils.escapeHtml(tokens[index]?.meta.content)}</table>\n`;
  md.core.ruler.push('source_map_data_attribute', ({ tokens }) => {
    for (const token of tokens) {
      if (!token.map || token.type === 'inline') continue;
      token.attrSet('data-line', String(token.map[0]));
      token.attrJoin('class', 'code-line');
    }
  });
  return md;
}

/** The HTML of a page of a book. */
export function rendered(files: Files, path: string, showsCard = true): string {
  const md = previewOf(files, showsCard);
  return md.renderer.render(md.parse(files[path] as string, {}), md.options, { currentDocument: path });
}

/** The text that a reader sees, tooltips left out. */
export function readable(html: string): string {
  return html
    .replace(/<input[^>]*checked[^>]*>/g, '☑')
    .replace(/<input[^>]*>/g, '☐')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
