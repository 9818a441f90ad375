import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../../../src/core/model/page';
import { pageType } from '../../../src/core/schema/schema';
import type { Token } from '../../../src/extension/preview/parsedPages';
import { bookOf, type Files } from '../support/books';
import { previewOf } from './support';

const folder = join(__dirname, '../../../examples/aquelle');
const files: Files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const book = bookOf(files);
const md = previewOf(files);

function html(path: string): string {
  return md.renderer.render(md.parse(files[path] as string, {}), md.options, { currentDocument: path });
}

function all(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...all(token.type === 'inline' ? (token.children ?? []) : [])]);
}

function isKnown({ type, isReadable }: Page): boolean {
  return isReadable && pageType(type) !== undefined;
}

function countOf(tokens: readonly Token[], kind: string): number {
  return tokens.filter(({ type, meta }) => type === 'status_book_item_head' && meta.item.kind === kind)
    .length;
}

describe('the preview of the sample book', () => {
  it('shows on every page the links, entries, commitments and tasks that the book counts', () => {
    const pages = book.pages();
    assert.ok(pages.length > 100);
    for (const { path, body, entries, commitments, tasks } of pages) {
      const tokens = all(md.parse(files[path] as string, {}));
      const links = tokens
        .filter(({ type }) => type === 'status_book_link')
        .map(({ meta }) => meta.target.id);
      assert.deepEqual(
        links.sort(),
        body.links
          .filter(({ form }) => form === 'wiki')
          .map(({ target }) => target)
          .sort(),
        path,
      );
      const found = ['entry', 'commitment', 'task'].map((kind) => countOf(tokens, kind));
      const valid = commitments.filter(({ problems }) => problems.length === 0);
      assert.deepEqual(found, [entries.length, valid.length, tasks.length], path);
    }
  });

  it('has a card with facts on every page that can be read', () => {
    for (const { path, fields } of book.pages().filter(isKnown)) {
      const shown = html(path);
      assert.match(shown, /^<section class="status-book-card/, path);
      if (fields.length > 3) assert.match(shown, /<dl>|<details>/, path);
    }
  });

  it('links only to pages that are there', () => {
    for (const { path } of book.pages()) {
      for (const [, href = ''] of html(path).matchAll(/class="status-book-link[^"]*" href="([^"]+)"/g)) {
        const target = new URL(href, `book:/${path}`).pathname.slice(1);
        assert.ok(book.page(decodeURIComponent(target)), `${path}: ${href}`);
      }
    }
  });
});
