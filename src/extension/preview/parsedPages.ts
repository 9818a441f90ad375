import type MarkdownIt from 'markdown-it';
import type { Page } from '../../core/model/page';
import { parsePage } from '../../core/parse/parsePage';
import { pageType } from '../../core/schema/schema';

export type Token = ReturnType<MarkdownIt['parse']>[number];

/**
 * Of each text that markdown-it parses the page that it is, read by the parser that the book is read with, so that the
 * preview shows what the book counts. What is no page is left to markdown-it.
 */
export class ParsedPages {
  private readonly byEnvironment = new WeakMap<object, Page>();

  extend(md: MarkdownIt): void {
    md.core.ruler.before('normalize', 'status_book_page', ({ src, env }) => {
      const page = isObject(env) ? parsePage('page.md', src) : undefined;
      if (page && pageType(page.type)) this.byEnvironment.set(env, page);
    });
  }

  pageOf(environment: unknown): Page | undefined {
    return isObject(environment) ? this.byEnvironment.get(environment) : undefined;
  }
}

/** What a rule of this plugin has put into a token. */
export function metaOf<T>(tokens: readonly Token[], index: number): T {
  return (tokens[index] as Token).meta as T;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
