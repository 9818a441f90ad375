import assert from 'node:assert/strict';
import { doAgain, moveQuestion, takeBack } from '../../../src/core/language/rename/movedFiles';
import { renameTargetAt } from '../../../src/core/language/rename/renameTarget';
import type { Refusal } from '../../../src/core/model/refusal';
import { bookOf, type Files, lines, page } from '../support/books';
import { atCursor } from '../support/cursor';
import { english } from '../support/english';
import { booksOf, changed, follows, moved, renamedAt, renamedPage } from './renaming';

const rival = page('type: competitor\nthreat: high\nreviewed: 2026-11-01', '# PureNorth\n\n## Our answer\n');

/** The book after F2 at `|`; only what is other than before. */
function f2(marked: Files, newName: string): Files {
  const plain = Object.fromEntries(
    Object.entries(marked).map(([path, text]) => [path, text.replace('|', '')]),
  );
  return changed(plain, renamedAt(marked, newName));
}

function refusal(marked: Files, newName: string): string {
  try {
    renamedAt(marked, newName);
  } catch (error) {
    return english.say((error as Refusal).text);
  }
  return 'It was renamed';
}

describe('renaming a page', () => {
  it('renames the file where the file name is its id, and all three forms of references', () => {
    const after = f2(
      {
        'competitors/purenorth.md': rival,
        'log/x.md': page(
          'type: log\ndate: 2026-11-20\ncompetitors: [purenorth, glasvol]',
          'See [[pure|north#Our answer]] and [it](../competitors/purenorth.md#our-answer).\n',
        ),
      },
      'pure-north',
    );
    assert.deepEqual(after, {
      'competitors/pure-north.md': rival,
      'log/x.md': page(
        'type: log\ndate: 2026-11-20\ncompetitors: [pure-north, glasvol]',
        'See [[pure-north#Our answer]] and [it](../competitors/pure-north.md#our-answer).\n',
      ),
    });
  });

  it('changes the id field, and the file that was called like the old id', () => {
    const after = f2({ 'products/ro300.md': page('type: product\nid: ro3|00', '[[ro300]]\n') }, 'ro-300');
    assert.deepEqual(after, { 'products/ro-300.md': page('type: product\nid: ro-300', '[[ro-300]]\n') });
  });

  it('leaves a file alone that is not called like the id', () => {
    const after = f2(
      {
        'products/ro300.md': page('type: product\nid: aquelle-ro300'),
        'x.md': page('type: voice\nproducts: aquelle-|ro300', '[it](products/ro300.md)\n'),
      },
      'ro-300',
    );
    assert.deepEqual(after, {
      'products/ro300.md': page('type: product\nid: ro-300'),
      'x.md': page('type: voice\nproducts: ro-300', '[it](products/ro300.md)\n'),
    });
  });

  it('begins at the type line where no field gives the id', () => {
    const after = f2({ 'a.md': page('ty|pe: voice', '[[a]] [me](a.md)\n') }, 'b');
    assert.deepEqual(after, { 'b.md': page('type: voice', '[[b]] [me](b.md)\n') });
  });

  it('begins at a Markdown link to the page', () => {
    const after = f2({ 'n/a.md': rival, 'x.md': page('type: voice', '[a](n/|a.md)\n') }, 'b');
    assert.deepEqual(after, { 'n/b.md': rival, 'x.md': page('type: voice', '[a](n/b.md)\n') });
  });

  it('takes an id that is typed with its ending', () => {
    assert.deepEqual(Object.keys(f2({ 'a.md': page('type| : voice'.replace(' :', ':')) }, ' b.md ')), [
      'b.md',
    ]);
  });

  it('follows into nested objects', () => {
    const competitor = (id: string): string =>
      page(lines('type: competitor', 'predictions:', '  - move: a', `    response: ${id} # soon`));
    const after = f2({ 'plans/a.md': page('type: response\nid: |a'), 'c.md': competitor('a') }, 'b');
    assert.equal(after['c.md'], competitor('b'));
  });

  it('leaves references alone that mean another page of the same id', () => {
    const files = {
      'a.md': page('type: voice\nid: same'),
      'b.md': page('type: voice\nid: same'),
      'x.md': page('type: decision', '[[same]]\n'),
    };
    assert.deepEqual(changed(files, renamedPage(files, 'b.md', 'other')), {
      'b.md': page('type: voice\nid: other'),
    });
  });

  it('corrects an id that no page has wherever it is named', () => {
    const after = f2(
      { 'a.md': page('type: voice', '[[pure|nroth]]\n'), 'b.md': page('type: log\ncompetitors: purenroth') },
      'purenorth',
    );
    assert.deepEqual(after, {
      'a.md': page('type: voice', '[[purenorth]]\n'),
      'b.md': page('type: log\ncompetitors: purenorth'),
    });
  });

  it('follows links from the book that holds the book of the page', () => {
    const files = {
      'inner/book.md': '---\ntype: book\n---\n',
      'inner/a.md': page('type: voice'),
      'x.md': page('type: decision', '[a](inner/a.md) [[a]]\n'),
    };
    const after = moved(files, { 'inner/a.md': 'inner/b.md' }).files;
    assert.equal(after['x.md'], page('type: decision', '[a](inner/b.md) [[a]]\n'));
  });

  for (const [what, marked] of [
    ['text', page('type: voice', 'Plain| text\n')],
    ['the type line of a page with an id field', page('ty|pe: voice\nid: a')],
    ['a link to a file that is no page', page('type: voice', '[x](no|te.md)\n')],
    ['front matter that cannot be read', '---\ntype: vo|ice\nx: [\n---\n'],
  ] as const) {
    it(`offers nothing at ${what}`, () => {
      const { text, position } = atCursor(marked);
      const book = bookOf({ 'a.md': text, 'note.md': '# Note\n' });
      const open = book.page('a.md');
      assert.ok(open);
      assert.equal(renameTargetAt(open, position, book), undefined);
    });
  }
});

describe('renaming reaches', () => {
  it('footnotes, in all forms of links', () => {
    const text = (id: string): string =>
      page(
        'type: log\ndate: 2026-11-20',
        `## Time\n\n- 1h liaison: they cut the price[^1]\n\n[^1]: Told by [[${id}]],\n    see [it](competitors/${id}.md)\n\n    - [[${id}|later]]\n`,
      );
    const after = renamedPage(
      { 'competitors/purenorth.md': rival, 'x.md': text('purenorth') },
      'competitors/purenorth.md',
      'signal',
    );
    assert.equal(after['x.md'], text('signal'));
  });

  for (const [name, from, to] of [
    ['a&b', '[x](a&amp;b.md) [y](a&b.md) [z](a\\&b.md)\n', '[x](new.md) [y](new.md) [z](new.md)\n'],
    ['a b', '[x](a%20b.md) [y](<a b.md>)\n', '[x](new.md) [y](<new.md>)\n'],
    ['100%', '[x](100%.md) [y](100%25.md)\n', '[x](new.md) [y](new.md)\n'],
  ] as const) {
    it(`Markdown links to “${name}”, however they are written`, () => {
      const files = { [`${name}.md`]: page('type: voice'), 'x.md': page('type: voice', from) };
      assert.equal(renamedPage(files, `${name}.md`, 'new')['x.md'], page('type: voice', to));
    });
  }

  it('links to a heading of the same page', () => {
    assert.deepEqual(
      f2(
        {
          'a.md': page('type: voice', '## Our an|swer\n\n[[#Our answer]] [[#our-answer]] [y](#our-answer)\n'),
        },
        'New',
      ),
      { 'a.md': page('type: voice', '## New\n\n[[#New]] [[#new]] [y](#new)\n') },
    );
  });

  it('a heading that is renamed at a link of the same page', () => {
    assert.deepEqual(f2({ 'a.md': page('type: voice', '## Old\n\n[[#O|ld]]\n') }, 'New'), {
      'a.md': page('type: voice', '## New\n\n[[#New]]\n'),
    });
  });
});

describe('the characters that a renaming changes', () => {
  /** The field `competitors` of a page after `purenorth` has got another id. */
  function field(written: string, newId = 'pure-north', more = ''): string {
    const files = { 'purenorth.md': rival, 'x.md': page(`type: log\n${more}competitors: ${written}`) };
    return (
      renamedPage(files, 'purenorth.md', newId)['x.md']?.replace(/^[\s\S]*?competitors: |\n---\n$/g, '') ?? ''
    );
  }

  /** The path of a Markdown link after its page has got another id. */
  function link(written: string, from: string, newId: string, folder = 'n'): string {
    const files = { [`${folder}/${from}.md`]: rival, 'x/y.md': page('type: voice', `[a](${written})\n`) };
    return /\((.*)\)/.exec(renamedPage(files, `${folder}/${from}.md`, newId)['x/y.md'] ?? '')?.[1] ?? '';
  }

  it('keep quotes', () => {
    assert.equal(field('"purenorth"'), '"pure-north"');
    assert.equal(field("['purenorth', glasvol]"), "['pure-north', glasvol]");
    assert.equal(field(`'purenorth'`, "o'north"), "'o''north'");
  });

  it('add quotes where YAML needs them', () => {
    assert.equal(field('[purenorth]', 'a, b'), '["a, b"]');
    assert.equal(field('purenorth', 'null'), '"null"');
    assert.equal(field('purenorth', '@north'), '"@north"');
    assert.equal(field('purenorth', '2026-11'), '2026-11');
  });

  it('keep comments and blocks of text', () => {
    assert.equal(field('\n  - purenorth # the rival\n  - x'), '\n  - pure-north # the rival\n  - x');
    assert.equal(field('>-\n  purenorth\ntags: [a]'), '>-\n  pure-north\ntags: [a]');
  });

  it('keep anchors and aliases: the value changes at the anchor', () => {
    assert.equal(field('*rival', 'pure-north', 'tags: &rival purenorth\n'), '*rival');
    const files = {
      'purenorth.md': rival,
      'x.md': page('type: log\nall: &all [purenorth, "glasvol"] # both\ncompetitors: *all'),
      'y.md': page('type: log\ncompetitors: [&a purenorth]\nproducts: *a'),
    };
    assert.deepEqual(changed(files, renamedPage(files, 'purenorth.md', 'pure-north')), {
      'pure-north.md': rival,
      'x.md': page('type: log\nall: &all [pure-north, "glasvol"] # both\ncompetitors: *all'),
      'y.md': page('type: log\ncompetitors: [&a pure-north]\nproducts: *a'),
    });
  });

  it('change the page’s own id at its anchor', () => {
    const files = { 'x.md': page('type: product\nline: &l ro300\nid: *l') };
    assert.deepEqual(renamedPage(files, 'x.md', 'ro-300'), {
      'x.md': page('type: product\nline: &l ro-300\nid: *l'),
    });
  });

  it('keep the label and the spaces of wiki links', () => {
    const files = { 'a.md': rival, 'x.md': page('type: voice', '[[a # Our answer | A \\| B ]] ![[a]]\n') };
    assert.equal(
      renamedPage(files, 'a.md', 'b')['x.md'],
      page('type: voice', '[[b # Our answer | A \\| B ]] ![[b]]\n'),
    );
  });

  it('encode a path as links need it, and as the rest of the link is', () => {
    assert.equal(link('../n/a.md', 'a', '50 % (new)'), '../n/50%20%25%20%28new%29.md');
    assert.equal(link('<../n/a b.md>', 'a b', 'c d'), '<../n/c d.md>');
    assert.equal(link('../n/a%20b.md', 'a b', 'c d'), '../n/c%20d.md');
    assert.equal(link('../n/中文.md', '中文', '水'), '../n/水.md');
    assert.equal(link('../n/%E4%B8%AD.md', '中', '水'), '../n/%E6%B0%B4.md');
    assert.equal(link('../n/a\\(1\\).md', 'a(1)', 'b'), '../n/b.md');
  });

  it('keep odd ways to write the folders', () => {
    assert.equal(link('.././x/../n//a.md "title"', 'a', 'b'), '.././x/../n//b.md "title"');
  });

  it('change definitions of links', () => {
    const files = { 'a.md': rival, 'x.md': page('type: voice', '[see]\n\n[see]: a.md#our-answer\n') };
    assert.equal(
      renamedPage(files, 'a.md', 'b')['x.md'],
      page('type: voice', '[see]\n\n[see]: b.md#our-answer\n'),
    );
  });

  it('keep CRLF line ends and a byte-order mark', () => {
    const crlf = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const text = (id: string): string => crlf(page(`type: voice\nid: ${id}`, `中文 [[${id}]]\n[me](a.md)\n`));
    assert.deepEqual(renamedPage({ 'x/a.md': text('old') }, 'x/a.md', 'new'), { 'x/a.md': text('new') });
  });

  it('leave code, comments and plain words alone', () => {
    const files = {
      'a.md': rival,
      'x.md': page('type: voice\nsource: a', '`[[a]]` a <!-- [[a]] -->\n```\n[a](a.md)\n```\n'),
    };
    assert.deepEqual(Object.keys(changed(files, renamedPage(files, 'a.md', 'b'))), ['b.md']);
  });
});

describe('a new id that cannot be', () => {
  const files = (more: Files = {}): Files => ({ 'n/a.md': page('ty|pe: voice\ntitle: A'), ...more });

  for (const [typed, message] of [
    ['  ', 'An id cannot be empty.'],
    [
      'x/b',
      'An id cannot hold a slash. To move a page to another folder, drag its file there in the Explorer.',
    ],
    ['a:b', 'An id cannot hold “:”: no file may be called so, or no link could name it.'],
    ['a#b', 'An id cannot hold “#”: no file may be called so, or no link could name it.'],
    ['a]b', 'An id cannot hold “]”: no file may be called so, or no link could name it.'],
    ['a\tb', 'An id cannot hold an invisible character: no file may be called so, or no link could name it.'],
    ['..', 'An id cannot begin or end with a dot.'],
    ['Aux', '“Aux” cannot be an id: Windows keeps this name for itself.'],
    ['x'.repeat(121), 'An id can have 120 characters at most.'],
  ] as const) {
    it(`is refused in friendly words: ${JSON.stringify(typed.slice(0, 12))}`, () => {
      assert.equal(refusal(files(), typed), message);
    });
  }

  it('is refused where it would make a page a second book.md', () => {
    const book = { 'book.md': '---\ntype: book\nid: aquelle\n---\n' };
    assert.equal(
      refusal(files(book), 'book'),
      '“book” is kept for book.md, which makes a folder a status book.',
    );
  });

  it('is refused where another page has it', () => {
    const other = { 'm/z.md': page('type: voice\nid: b\ntitle: The other') };
    assert.equal(
      refusal(files(other), 'b'),
      '“b” is already the id of “The other” (m/z.md). Choose another one.',
    );
  });

  it('is refused where a file has its name', () => {
    assert.equal(
      refusal(files({ 'n/b.md': '# Note\n' }), 'b'),
      'There is a file n/b.md already. Choose another id.',
    );
  });

  it('is refused for book.md, whose name makes the book', () => {
    assert.equal(
      refusal({ 'book.md': '---\ntype: bo|ok\n---\n' }, 'b'),
      'book.md keeps its name: it makes its folder a status book.',
    );
  });

  it('is no refusal for book.md with an id field: the field changes, the file stays', () => {
    const after = renamedAt({ 'book.md': '---\ntype: book\nid: bo|ok\n---\n' }, 'b');
    assert.deepEqual(after, { 'book.md': '---\ntype: book\nid: b\n---\n' });
  });

  it('changes nothing where it is the old one', () => {
    assert.deepEqual(f2(files(), 'a'), {});
  });
});

describe('renaming a heading', () => {
  const link = (name: string): string => page('type: voice', `[[a#${name}|x]]\n`);

  it('renames it where it stands, and every link that names it', () => {
    const after = f2(
      {
        'n/a.md': page(
          'type: voice',
          '# A\n\n## Our |answer ##\n\nSee [above](#our-answer), [[a#our answer]].\n',
        ),
        'n/b.md': page('type: voice', '[x](a.md#our-answer) [[a#Our Answer|y]] [[a]] [[a#A]]\n'),
        'c.md': page('type: voice', '[x](n/a.md#a) [[n#Our answer]]\n'),
      },
      'What we *do*',
    );
    assert.deepEqual(after, {
      'n/a.md': page(
        'type: voice',
        '# A\n\n## What we *do* ##\n\nSee [above](#what-we-do), [[a#What we do]].\n',
      ),
      'n/b.md': page('type: voice', '[x](a.md#what-we-do) [[a#What we do|y]] [[a]] [[a#A]]\n'),
    });
  });

  it('begins at a link to it, too', () => {
    const after = f2(
      { 'a.md': page('type: voice', '# Old\n'), 'b.md': page('type: voice', '[[a#O|ld]]\n') },
      'New',
    );
    assert.deepEqual(after, {
      'a.md': page('type: voice', '# New\n'),
      'b.md': page('type: voice', '[[a#New]]\n'),
    });
  });

  it('names it by its anchor where its text does not fit into a wiki link', () => {
    const after = f2({ 'a.md': page('type: voice', '# O|ld\n'), 'b.md': link('Old') }, 'Yes [or] no');
    assert.equal(after['b.md'], link('yes-or-no'));
  });

  it('keeps links by anchor as such', () => {
    const after = f2({ 'a.md': page('type: voice', '# Our o|ld\n'), 'b.md': link('our-old') }, 'Our new');
    assert.equal(after['b.md'], link('our-new'));
  });

  it('follows equal headings, whose anchors are numbered otherwise from then on', () => {
    const after = f2(
      {
        'a.md': page('type: voice', '# S|ame\n\n# Same\n\n[second](#same-1)\n'),
        'b.md': page('type: voice', '[x](a.md#same) [y](a.md#same-1) [[a#Same]]\n'),
      },
      'First',
    );
    assert.deepEqual(after, {
      'a.md': page('type: voice', '# First\n\n# Same\n\n[second](#same)\n'),
      'b.md': page('type: voice', '[x](a.md#first) [y](a.md#same) [[a#First]]\n'),
    });
  });

  it('works with underlined headings, CRLF line ends and a byte-order mark', () => {
    const crlf = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const after = f2({ 'a.md': crlf(page('type: voice', 'Ol|d\n===\n\n[x](#old)\n')) }, 'New');
    assert.deepEqual(after, { 'a.md': crlf(page('type: voice', 'New\n===\n\n[x](#new)\n')) });
  });

  it('leaves links in its own text alone', () => {
    const after = f2({ 'a.md': page('type: voice', '# |[x](#x)\n') }, 'See [y](#x)');
    assert.deepEqual(after, { 'a.md': page('type: voice', '# See [y](#x)\n') });
  });

  for (const typed of ['', '   ', '#', '<!-- -->']) {
    it(`refuses a text that leaves no heading: ${JSON.stringify(typed)}`, () => {
      assert.match(refusal({ 'a.md': page('type: voice', '# O|ld\n') }, typed), /cannot be/);
    });
  }
});

describe('moving files by hand', () => {
  it('updates links by path to a moved page, and its own links to others', () => {
    const files = {
      'plans/a.md': page('type: response\nid: a', '[b](b.md) [c](../c.md#x) [[b]] [me](a.md)\n'),
      'plans/b.md': page('type: response', '[a](a.md) [[a]]\n'),
      'c.md': page('type: voice', '[a](plans/a.md)\n'),
    };
    const { files: after, follow } = moved(files, { 'plans/a.md': 'old/2026/a.md' });
    assert.deepEqual(after, {
      'old/2026/a.md': page(
        'type: response\nid: a',
        '[b](../../plans/b.md) [c](../../c.md#x) [[b]] [me](a.md)\n',
      ),
      'plans/b.md': page('type: response', '[a](../old/2026/a.md) [[a]]\n'),
      'c.md': page('type: voice', '[a](old/2026/a.md)\n'),
    });
    assert.equal(follow.references, 4);
  });

  it('updates ids where the file name was the id', () => {
    const files = {
      'a.md': page('type: voice'),
      'x.md': page('type: decision\nevidence: a', '[[a]] [a](a.md)\n'),
    };
    assert.equal(
      moved(files, { 'a.md': 'n/b.md' }).files['x.md'],
      page('type: decision\nevidence: a', '[[b]] [a](n/b.md)\n'),
    );
  });

  it('changes nothing inside a folder that moves as a whole', () => {
    const files = {
      'plans/a.md': page('type: response', '[b](b.md) [c](../c.md)\n'),
      'plans/b.md': page('type: response', '[a](a.md)\n'),
    };
    const { files: after } = moved(files, {
      'plans/a.md': 'deep/plans/a.md',
      'plans/b.md': 'deep/plans/b.md',
    });
    assert.deepEqual(after, {
      'deep/plans/a.md': page('type: response', '[b](b.md) [c](../../c.md)\n'),
      'deep/plans/b.md': files['plans/b.md'],
    });
  });

  it('lets two pages change their names in a circle', () => {
    const files = {
      'a.md': page('type: voice', '[[a]] [[b]]\n'),
      'b.md': page('type: voice', '[a](a.md)\n'),
      'x.md': page('type: decision', '[[a]] [[b]] [a](a.md)\n'),
    };
    assert.deepEqual(moved(files, { 'a.md': 'b.md', 'b.md': 'a.md' }).files, {
      'b.md': page('type: voice', '[[b]] [[a]]\n'),
      'a.md': page('type: voice', '[a](b.md)\n'),
      'x.md': page('type: decision', '[[b]] [[a]] [a](b.md)\n'),
    });
  });

  describe('where another file has the name of what a wiki link names', () => {
    const note = '# Note\n';
    const movedBody = (
      files: Readonly<Record<string, string>>,
      moves: Readonly<Record<string, string>>,
      path = 'm/x.md',
    ): string | undefined => moved(files, moves).files[path]?.split('---\n')[2];

    it('writes the path of a file that moves', () => {
      const files = { 'm/x.md': page('type: voice', '[[a]] [[a.md|it]]\n'), 'n/a.md': note, 'm/b.md': note };
      assert.equal(movedBody(files, { 'n/a.md': 'n/b.md' }), '[[n/b]] [[n/b.md|it]]\n');
    });

    it('writes the path of a file that stays, where one of its name comes nearer', () => {
      const files = { 'm/x.md': page('type: voice', '[[a]]\n'), 'n/a.md': note, 'k/c.md': note };
      assert.equal(movedBody(files, { 'k/c.md': 'm/a.md' }), '[[n/a]]\n');
    });

    it('writes it where the name alone would be ambiguous', () => {
      const files = { 'm/x.md': page('type: voice', '[[a]]\n'), 'n/a.md': note, 'k/c.md': note };
      assert.equal(movedBody(files, { 'k/c.md': 'l/a.md' }), '[[n/a]]\n');
    });

    it('writes it where the page that links moves', () => {
      const files = { 'n/x.md': page('type: voice', '[[a]]\n'), 'n/a.md': note, 'm/a.md': note };
      assert.equal(movedBody(files, { 'n/x.md': 'm/x.md' }), '[[n/a]]\n');
    });

    it('begins at the root where a path from there is one from the page, too', () => {
      const files = { 'm/x.md': page('type: voice', '[[a]]\n'), 'a.md': note, 'n/c.md': note };
      assert.equal(movedBody(files, { 'n/c.md': 'm/a.md' }), '[[/a]]\n');
    });

    it('writes it where a page gets the name as its id', () => {
      const files = {
        'm/x.md': page('type: voice', '[[a]] [[p]]\n'),
        'n/a.md': note,
        'p.md': page('type: voice'),
      };
      assert.equal(renamedPage(files, 'p.md', 'a')['m/x.md'], page('type: voice', '[[n/a]] [[a]]\n'));
    });

    it('keeps the name where it names the same file', () => {
      const files = { 'm/x.md': page('type: voice', '[[a]]\n'), 'n/a.md': note, 'm/b.md': note };
      assert.equal(movedBody(files, { 'n/a.md': 'k/a.md' }), '[[a]]\n');
    });
  });

  it('leaves ids alone that would then name another page, and reports them', () => {
    const files = {
      'a.md': page('type: voice'),
      'n/b.md': page('type: voice'),
      'x.md': page('type: decision', '[[a]]\n'),
    };
    const { files: after, follow } = moved(files, { 'a.md': 'b.md' });
    assert.equal(after['x.md'], files['x.md']);
    assert.deepEqual(follow.lost, [{ id: 'a', newId: 'b', references: 1 }]);
  });

  it('leaves ids alone where a page moves to another book', () => {
    const files = {
      'inner/book.md': '---\ntype: book\n---\n',
      'a.md': page('type: voice', '[x](x.md)\n'),
      'x.md': page('type: decision', '[[a]] [a](a.md)\n'),
    };
    const { files: after } = moved(files, { 'a.md': 'inner/b.md' });
    assert.equal(after['x.md'], page('type: decision', '[[a]] [a](inner/b.md)\n'));
    assert.equal(after['inner/b.md'], page('type: voice', '[x](../x.md)\n'));
  });

  it('updates links to a file that is no page', () => {
    const files = { 'note.md': '# Note\n[x](x.md)\n', 'x.md': page('type: voice', '[n](note.md)\n') };
    const { files: after } = moved(files, { 'note.md': 'notes/note.md' });
    assert.deepEqual(after, {
      'notes/note.md': files['note.md'],
      'x.md': page('type: voice', '[n](notes/note.md)\n'),
    });
  });

  it('leaves Markdown links to VS Code where that is to update them', () => {
    const files = {
      'a.md': page('type: voice', '[x](x.md)\n'),
      'x.md': page('type: decision', '[[a]] [a](a.md)\n'),
    };
    const { files: after } = moved(files, { 'a.md': 'n/b.md' }, false);
    assert.equal(after['x.md'], page('type: decision', '[[b]] [a](a.md)\n'));
    assert.equal(after['n/b.md'], files['a.md']);
  });

  it('takes all of it back, and does it again, where that is undone and redone', () => {
    const files = {
      'n/a.md': page('type: voice', '[[a]] [x](../x.md)\n'),
      'x.md': page('type: decision', '[[a]] [a](n/a.md)\n'),
    };
    const { files: after, follow } = moved(files, { 'n/a.md': 'b.md' });
    assert.notDeepEqual(after, files);
    assert.deepEqual(follows(after, takeBack(follow)), files);
    assert.deepEqual(follows(files, doAgain(follow)), after);
  });
});

describe('the question whether references shall follow', () => {
  const ask = (moves: Record<string, string>): string => {
    const files = {
      'n/a.md': page('type: voice\ntitle: Hum', '[x](../x.md)\n'),
      'n/b.md': page('type: voice\ntitle: Leak', '[a](a.md)\n'),
      'x.md': page('type: decision', '[[b]] [a](n/a.md)\n'),
    };
    const { message, detail } = moveQuestion(moved(files, moves).follow, booksOf(files));
    return `${english.say(message)} ${english.say(detail)}`;
  };

  it('names the page that moved', () => {
    assert.equal(
      ask({ 'n/a.md': 'n/c.md' }),
      'Update 2 references to “Hum”? They stand on 2 pages. Undoing the move takes this back, too.',
    );
  });

  it('reports a page whose own links have to follow', () => {
    assert.equal(
      ask({ 'n/b.md': 'b.md' }),
      'Update 1 reference of “Leak” to other pages? The paths no longer fit. Undoing the move takes this back, too.',
    );
  });

  it('tells how many pages moved', () => {
    assert.equal(
      ask({ 'n/a.md': 'm/a.md', 'n/b.md': 'm/b.md' }),
      'Update 1 reference to and from the 2 pages that moved? They stand on 1 page. Undoing the move takes this back, too.',
    );
  });
});
