import type MarkdownIt from 'markdown-it';
import { bandSign, readBar } from '../../core/report/bar';

/** Draws the bars of reviews and one-pagers, which are block characters in their text. */
export function extendWithBars(md: MarkdownIt): void {
  md.core.ruler.push('status-book-bars', ({ tokens, Token }) => {
    for (const token of tokens) {
      if (token.type !== 'inline') continue;
      const html = barHtml(token.content) ?? legendHtml(token.content, md);
      if (html === undefined) continue;
      const drawn = new Token('html_inline', '', 0);
      drawn.content = html;
      token.children = [drawn];
    }
  });
}

function barHtml(text: string): string | undefined {
  const stretches = readBar(text)?.map(
    ({ part, width }) =>
      `<span class="status-book-bar-${part.toLowerCase()}" style="width:${Math.round(width * 100)}%"></span>`,
  );
  return stretches && `<span class="status-book-bar" role="presentation">${stretches.join('')}</span>`;
}

function legendHtml(text: string, md: MarkdownIt): string | undefined {
  if (!text.startsWith(bandSign)) return undefined;
  const swatches = ['filledinband', 'emptyinband']
    .map((part) => `<span class="status-book-swatch status-book-bar-${part}"></span>`)
    .join('');
  return `${swatches}${md.utils.escapeHtml(text.slice(bandSign.length))}`;
}
