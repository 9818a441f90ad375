import assert from 'node:assert/strict';
import { resolveLink } from '../../../src/core/index/references';
import { ruleWithId } from '../../../src/core/rules/allRules';

import { bookOf, checkerOf, page, quiet, today } from '../support/books';
import { english } from '../support/english';

const decision = quiet;

/** The broken references of a page, with the titles of what can be done about them. */
function brokenIn(body: string, frontMatter = ''): { message: string; fixes: string[] }[] {
  const book = bookOf({ 'notes/x.md': page(`${decision}\n${frontMatter}`, body) });
  const context = { book, settings: book.settings, today };
  const own = book.page('notes/x.md');
  assert.ok(own);
  return checkerOf({ 'notes/x.md': page(`${decision}\n${frontMatter}`, body) })
    .findingsOf('notes/x.md')
    .map((finding) => ({
      message: english.say(finding.message),
      fixes: (ruleWithId(finding.rule)?.fixes?.(finding, own, context) ?? []).map(({ title }) =>
        english.say(title),
      ),
    }));
}

describe('links that lead out of the book', () => {
  for (const target of [
    '../../etc/passwd',
    '..',
    'C:\\Windows',
    '\\\\server\\share',
    '/etc/passwd',
    'a\0b',
  ]) {
    it(`takes [[${JSON.stringify(target).slice(1, -1)}]] for an id that no page has, and offers no page to create`, () => {
      assert.deepEqual(brokenIn(`[[${target}]]\n`), [
        {
          message: `No page of this book has the id “${target}”. Correct the id or create the page.`,
          fixes: [],
        },
      ]);
    });
  }

  it('offers to create a page for an id that can be a file name', () => {
    assert.deepEqual(brokenIn('[[teich-2027]]\n'), [
      {
        message: 'No page of this book has the id “teich-2027”. Correct the id or create the page.',
        fixes: ['Create the page “teich-2027”'],
      },
    ]);
  });

  for (const destination of [
    '../../etc/passwd.md',
    '%2e%2e/%2e%2e/etc/passwd.md',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd.md',
    'C:/x.md',
    'c:%5Cx.md',
    '%5c%5cserver%5cshare.md',
    '//server/share/x.md',
    '/etc/x.md',
    '%2fetc/x.md',
    'command:workbench.action.quit.md',
    'javascript:alert(1).md',
    'JavaScript:x.md',
    'java%73cript:x.md',
    'file:///etc/x.md',
    'vscode://x.md',
    'a%00.md',
  ]) {
    it(`resolves ${destination} to nothing`, () => {
      assert.equal(resolveLink('notes/x.md', destination), undefined);
    });

    it(`makes no reference of [x](${destination})`, () => {
      const book = bookOf({ 'notes/x.md': page(decision, `[x](<${destination}>)\n`) });
      assert.deepEqual(book.referencesFrom('notes/x.md'), []);
    });
  }

  for (const [destination, path] of [
    ['y.md', 'notes/y.md'],
    ['./y.md', 'notes/y.md'],
    ['../y.md', 'y.md'],
    ['sub/../y.md', 'notes/y.md'],
    ['a%20b.md', 'notes/a b.md'],
    ['%E5%87%80.md', 'notes/净.md'],
    ['净.md', 'notes/净.md'],
    ['%2e%2e/y.md', 'y.md'],
    ['sub//y.md', 'notes/sub/y.md'],
    ['%zz.md', 'notes/%zz.md'],
    ['50%.md', 'notes/50%.md'],
    ['%E0%A4%A.md', 'notes/%E0%A4%A.md'],
    ['a%20%E0%41.md', 'notes/a %E0A.md'],
    ['sub/%2e%2e%2fy.md', 'notes/y.md'],
  ] as const) {
    it(`resolves ${destination} within the book`, () => {
      assert.equal(resolveLink('notes/x.md', destination), path);
    });
  }

  it('takes command: and javascript: in fields for plain text', () => {
    const fields = 'title: "[x](command:workbench.action.quit)"\nowner: "javascript:alert(1)"';
    assert.deepEqual(brokenIn('', fields), []);
  });

  it('takes HTML in a reference field for an id', () => {
    assert.deepEqual(brokenIn('', 'products: ["<img src=x onerror=alert(1)>"]'), [
      {
        message:
          'No page of this book has the id “<img src=x onerror=alert(1)>”. Correct the id or create the page.',
        fixes: [],
      },
    ]);
  });

  const created = (id: string): string[] =>
    brokenIn('', `products: [${JSON.stringify(id)}]`)
      .flatMap(({ fixes }) => fixes)
      .filter((title) => title.startsWith('Create'));

  for (const id of [
    '',
    '.',
    '..',
    '.hidden',
    'a/b',
    'a\\b',
    'a:b',
    'a*',
    'a?',
    '"a"',
    '<a>',
    'a|b',
    'a.',
    'a b',
    "a'b",
    'a%20b',
    'x'.repeat(101),
  ]) {
    it(`is offered under no id that a new page cannot have: ${JSON.stringify(id.slice(0, 20))}`, () => {
      assert.deepEqual(created(id), []);
    });
  }

  for (const id of ['purenorth', '2026-11-23', '净水器', 'a.b', 'x'.repeat(100)]) {
    it(`is offered under ${JSON.stringify(id.slice(0, 20))}`, () => {
      assert.deepEqual(created(id), [`Create the product “${id}”`]);
    });
  }
});
