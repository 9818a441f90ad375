import type MarkdownIt from 'markdown-it';
import { extendWithBars } from './bars';
import { extendWithCard } from './card';
import { extendWithItems } from './items';
import { ParsedPages } from './parsedPages';
import type { PreviewBooks } from './previewBooks';
import { extendWithWikiLinks } from './wikiLinks';

/**
 * Makes markdown-it show the pages of status books: front matter as a card, wiki links, time entries and commitments.
 * All other Markdown stays as it is. What needs the book is worked out while rendering: markdown-it’s tokens may be
 * older than what the book says now.
 */
export function extendMarkdownIt(md: MarkdownIt, books: PreviewBooks): MarkdownIt {
  const pages = new ParsedPages();
  pages.extend(md);
  extendWithCard(md, pages, books);
  extendWithWikiLinks(md, pages, books);
  extendWithItems(md, pages, books);
  extendWithBars(md);
  return md;
}
