import assert from 'node:assert/strict';
import { ruleWithId } from '../../../src/core/rules/allRules';

import { bookOf, type Files, findingsOf, page, quiet, textAt, today } from '../support/books';
import { english } from '../support/english';

const decision = quiet;

/** The texts of the broken references in the body of `notes/x.md`. */
function broken(body: string, files: Files = {}): string[] {
  const text = page(decision, body);
  return findingsOf('reference-broken', { 'notes/x.md': text, ...files }).map(({ range }) =>
    textAt(text, range),
  );
}

/** Where a wiki link of `notes/x.md` leads. */
function leads(body: string, files: Files): string | undefined {
  const book = bookOf({ 'notes/x.md': page(decision, body), ...files });
  const [reference] = book.referencesFrom('notes/x.md');
  const found = reference && book.locate(reference);
  return found && 'path' in found ? found.path : undefined;
}

const rival = page('type: competitor\nthreat: low\nreviewed: 2026-11-20');

describe('the target of a wiki link', () => {
  const files = {
    'competitors/PureNorth.md': page('type: competitor\nid: pn'),
    'Notes on prices.md': '# Prices\n',
  };

  for (const written of [
    'pn',
    'pn.md',
    'competitors/PureNorth',
    'competitors/purenorth.md',
    '../competitors/PureNorth',
    '/competitors/PureNorth',
    'purenorth',
  ]) {
    it(`may be written as ${written}`, () => {
      assert.equal(leads(`[[${written}]]\n`, files), 'competitors/PureNorth.md');
    });
  }

  it('may be a note that is no page', () => {
    assert.equal(leads('[[notes on prices]]\n', files), 'Notes on prices.md');
    assert.deepEqual(broken('[[Notes on prices]]\n', files), []);
  });

  it('is the id of a page before it is the name of a file', () => {
    assert.equal(
      leads('[[a]]\n', { 'a.md': page('type: log\nid: b'), 'c.md': page('type: log\nid: a') }),
      'c.md',
    );
  });

  it('is the file of the same folder before one elsewhere', () => {
    assert.equal(leads('[[a]]\n', { 'a.md': 'x', 'notes/a.md': 'y', 'b/a.md': 'z' }), 'notes/a.md');
  });

  it('is the whole name: a digit behind a dot begins no other ending', () => {
    assert.deepEqual(broken('[[release-2.0]]\n'), ['release-2.0']);
    assert.deepEqual(broken('[[release-2.0]]\n', { 'release-2.0.md': rival }), []);
  });

  it('may be another kind of file, which is not looked for', () => {
    assert.deepEqual(
      broken('![[chart.png]] [[offer.pdf]] ![[clip.mp4#t=10]] [[https://x.org]] [[plans/]]\n'),
      [],
    );
  });

  it('is an id with such an ending where a page has it', () => {
    assert.equal(leads('[[v.next]]\n', { 'a.md': page('type: log\nid: v.next') }), 'a.md');
  });

  it('is not judged in folders that are not looked into, and neither is that of a Markdown link', () => {
    const book = { 'book.md': '---\ntype: book\nexclude: [archive]\n---\n' };
    assert.deepEqual(
      broken('[[archive/a]] [[.trash/b]] [c](../archive/c.md) [d](../.trash/d.md)\n', book),
      [],
    );
    assert.deepEqual(broken('[[other/a]] [c](../other/c.md)\n', book), ['other/a', '../other/c.md']);
  });

  it('is asked for where several files have the name', () => {
    const text = page(decision, '[[a]]\n');
    const all = { 'notes/x.md': text, 'b/a.md': 'b', 'c/a.md': page(`${decision}\nid: ca`) };
    const [finding] = findingsOf('reference-broken', all);
    assert.equal(
      english.say(finding?.message ?? ''),
      '2 files are called “a”: which one? Write its path: b/a.md and c/a.md.',
    );
    const book = bookOf(all);
    const own = book.page('notes/x.md');
    assert.ok(finding && own);
    const fixes = ruleWithId('reference-broken')?.fixes?.(finding, own, {
      book,
      settings: book.settings,
      today,
    });
    assert.deepEqual(
      fixes?.map(({ title }) => english.say(title)),
      ['Replace by “b/a”', 'Replace by “ca”'],
    );
  });

  it('makes one graph with ids: the page knows who names its file', () => {
    const book = bookOf({
      ...files,
      'notes/x.md': page(decision, '[[PureNorth]]\n'),
      'y.md': page(decision, '[[pn]]\n'),
    });
    const target = book.page('competitors/PureNorth.md');
    assert.ok(target);
    assert.deepEqual(book.referrersOf(target), ['notes/x.md', 'y.md']);
    assert.deepEqual(
      book.referencesTo(target).map(({ from }) => from),
      ['notes/x.md', 'y.md'],
    );
  });
});

describe('names in several forms of Unicode', () => {
  const composed = 'caf\u00e9';
  const decomposed = 'cafe\u0301';

  it('are the same id, in fields, links and paths', () => {
    const files = { [`${decomposed}.md`]: rival };
    assert.deepEqual(broken(`[[${composed}]] [a](../${composed}.md)\n`, files), []);
    const field = page(`${decision}\ncompetitors: [${composed}]`);
    assert.deepEqual(findingsOf('reference-broken', { ...files, 'y.md': field }), []);
  });

  it('are the same department', () => {
    const book = `---\ntype: book\ndepartments: [${decomposed}]\n---\n`;
    const text = page('type: log\ndate: 2026-11-20', `@${composed}, @${decomposed}\n`);
    const index = bookOf({ 'book.md': book, 'x.md': text });
    assert.deepEqual(
      index.page('x.md')?.body.mentions.map(({ name }) => index.settings.departments.includes(name)),
      [true, true],
    );
  });

  it('are excluded alike', () => {
    const book = `---\ntype: book\nexclude: [${composed}]\n---\n`;
    assert.equal(
      bookOf({ 'book.md': book, [`${decomposed}/a.md`]: rival }).page(`${decomposed}/a.md`),
      undefined,
    );
  });

  it('may hold combining marks', () => {
    const index = bookOf({ 'x.md': page(decision, '@ฝ่ายขาย and @बिक्री.\n') });
    assert.deepEqual(
      index.page('x.md')?.body.mentions.map(({ name }) => name),
      ['ฝ่ายขาย', 'बिक्री'],
    );
  });
});

describe('pages that are named after their folder', () => {
  it('are index.md, _index.md and README.md below the root', () => {
    const book = bookOf({
      'products/ro300/index.md': rival,
      'products/ro600/_index.md': rival,
      'products/ro900/README.MD': rival,
      'README.md': rival,
    });
    assert.deepEqual([...book.ids()].sort(), ['README', 'book', 'ro300', 'ro600', 'ro900']);
  });

  it('keep an id of their own', () => {
    assert.ok(bookOf({ 'a/index.md': page('type: log\nid: b') }).pageWithId('b'));
  });
});
