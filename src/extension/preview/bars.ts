import type MarkdownIt from 'markdown-it';
import { readBar, readLegend } from '../../core/report/bar';

/** Draws the bars of reviews and one-pagers, which are block characters in their text. */
export function extendWithBars(md: MarkdownIt): void {
  md.core.ruler.push('status-book-bars', ({ tokens, Token }) => {
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'inline') continue;
      const isCell = /^t[dh]_open$/.test(tokens[index - 1]?.type ?? '');
      const html = barHtml(token.content) ?? (isCell ? legendHtml(token.content, md) : undefined);
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
  const legend = readLegend(text);
  if (!legend) return undefined;
  const swatches = ['filledinband', 'emptyinband']
    .map((part) => `<span class="status-book-swatch status-book-bar-${part}"></span>`)
    .join('');
  const [before, behind] = legend;
  return `${md.utils.escapeHtml(before)}${swatches}${md.utils.escapeHtml(behind)}`;
}
