import assert from 'node:assert/strict';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import { definitionAt } from '../../../src/core/language/navigation/definition';
import { attachmentLinks, documentLinks } from '../../../src/core/language/navigation/documentLinks';
import { frontMatterFolds } from '../../../src/core/language/navigation/folding';
import { highlightsAt } from '../../../src/core/language/navigation/highlights';
import { referencesAt } from '../../../src/core/language/navigation/references';
import { pageSymbols } from '../../../src/core/language/navigation/workspaceSymbols';
import type { Page } from '../../../src/core/model/page';
import type { Position, Range } from '../../../src/core/model/text';
import { bookOf, type Files, lines, page, textAt } from '../support/books';
import { atCursor } from '../support/cursor';
import { english } from '../support/english';

const others: Files = {
  'competitors/purenorth.md': page(
    'type: competitor\nthreat: high\nreviewed: 2026-11-01',
    lines('# PureNorth', '', '## Our answer', '', 'Wait.', '', '## Our answer', '', 'Act.'),
  ),
  'products/ro300.md': page('type: product\nid: aquelle-ro300', lines('# Aquelle RO-300')),
  'notes/dealers.md': '# No page\n',
};

interface At {
  readonly files: Files;
  readonly book: BookIndex;
  readonly page: Page;
  readonly position: Position;
}

/** A book in which a page `plans/answer.md` is open, with the cursor at `|`, or at `¦` in texts that need a bar. */
function at(marked: string, more: Files = {}): At {
  const { text, position } = marked.includes('¦') ? atBrokenBar(marked) : atCursor(marked);
  const files = { ...others, ...more, 'plans/answer.md': text };
  const book = bookOf(files);
  const open = book.page('plans/answer.md');
  assert.ok(open);
  return { files, book, page: open, position };
}

function atBrokenBar(marked: string): { text: string; position: Position } {
  const [before = '', after = ''] = marked.split('¦');
  return { text: before + after, position: atCursor(`${before.replaceAll('|', '-')}|`).position };
}

function lineOf(files: Files, path: string, range: Range): string {
  const text = files[path] ?? '';
  return `${path}:${range.start.line + 1}:${range.start.character + 1} ${textAt(text, range)}`.trimEnd();
}

function definition(marked: string): string | undefined {
  const { files, book, page: open, position } = at(marked);
  const found = definitionAt(open, position, book);
  return found && lineOf(files, found.path, found.range);
}

function references(marked: string, more: Files = {}, withDeclaration = false): string[] {
  const { files, book, page: open, position } = at(marked, more);
  return referencesAt(open, position, book, withDeclaration).map(({ path, range }) =>
    lineOf(files, path, range),
  );
}

const response = (body: string, fields = ''): string => page(`type: response\n${fields}`, body);

describe('go to definition', () => {
  const top = 'competitors/purenorth.md:1:1';

  it('leads from a field to the page that it names', () => {
    assert.equal(definition(response('', 'competitor: pure|north')), top);
  });

  it('leads from an item of a list in quotes', () => {
    assert.equal(definition(response('', 'products: ["aquelle-ro3|00"]')), 'products/ro300.md:1:1');
  });

  it('leads from a wiki link, its label included', () => {
    assert.equal(definition(response('See [[purenorth|their¦ price]].\n')), top);
  });

  it('leads from a relative Markdown link', () => {
    assert.equal(definition(response('See [it](../competitors/pure|north.md).\n')), top);
  });

  it('leads to a file of the book that is no page', () => {
    assert.equal(definition(response('See [it](../notes/deal|ers.md).\n')), 'notes/dealers.md:1:1');
  });

  it('leads to the heading that a wiki link names', () => {
    assert.equal(
      definition(response('See [[purenorth#Our an|swer]].\n')),
      'competitors/purenorth.md:8:1 ## Our answer',
    );
  });

  it('leads to the second of two equal headings by its anchor', () => {
    assert.equal(
      definition(response('See [it](../competitors/purenorth.md#our-answer|-1).\n')),
      'competitors/purenorth.md:12:1 ## Our answer',
    );
  });

  it('leads to the page where a link names a heading that is not there', () => {
    assert.equal(definition(response('See [[purenorth#Pric|es]].\n')), top);
  });

  it('leads nowhere from a name that no page has', () => {
    assert.equal(definition(response('See [[pure|south]].\n')), undefined);
  });

  it('leads from a page’s own id to itself', () => {
    assert.equal(definition(response('', 'id: ans|wer')), 'plans/answer.md:3:5 answer');
  });

  it('takes the second of two links that touch', () => {
    assert.equal(definition(response('[[purenorth]]|[[aquelle-ro300]]\n')), 'products/ro300.md:1:1');
  });

  it('finds its place in a page with CRLF and a byte-order mark', () => {
    const marked = `\ufeff${response('See [[pure|north]].\n')}`.replaceAll('\n', '\r\n');
    assert.equal(definition(marked), top);
  });

  it('leads nowhere from a link in a code fence', () => {
    assert.equal(definition(response('```\n[[pure|north]]\n```\n')), undefined);
  });
});

describe('links to headings of their own page', () => {
  const body = (text: string): string => page('type: decision', text);

  it('lead to the heading', () => {
    assert.equal(
      definition(body('# Price\n\n## Our answer\n\n[[#Our an|swer]]\n')),
      'plans/answer.md:6:1 ## Our answer',
    );
  });

  it('lead to the page where there is no such heading', () => {
    assert.equal(definition(body('# Price\n\n[[#Our an|swer]]\n')), 'plans/answer.md:1:1');
  });

  it('are found among the references to the heading', () => {
    assert.deepEqual(references(body('## Our an|swer\n\n[[#Our answer]] [[#our-answer]]\n')), [
      'plans/answer.md:6:3 #Our answer',
      'plans/answer.md:6:19 #our-answer',
    ]);
  });

  it('can be clicked', () => {
    const { book, page: open, files } = at(body('## Our answer\n\n[[#Our answer]]|\n'));
    const found = documentLinks(open, book).map(({ range, path, heading }) => [
      textAt(files[path] ?? '', range),
      path,
      heading?.start.line,
    ]);
    assert.deepEqual(found, [['#Our answer', 'plans/answer.md', 3]]);
  });
});

describe('footnotes', () => {
  it('hold references to pages', () => {
    const text = page(
      'type: decision',
      'As they say.[^1] [[pure|north]]\n\n[^1]: See [[purenorth]] and\n    [it](../competitors/purenorth.md).\n',
    );
    assert.equal(references(text).length, 3);
  });
});

describe('find all references', () => {
  const log = page(
    'type: log\ndate: 2026-11-20\ncompetitors: purenorth',
    lines('See [[purenorth#Our answer|them]] and [it](../competitors/purenorth.md#our-answer-1).'),
  );
  const more: Files = { 'log/2026-11-20.md': log };

  it('finds all three forms, in open and in other pages', () => {
    assert.deepEqual(references(response('[[purenorth]]\n', 'competitor: pure|north'), more), [
      'log/2026-11-20.md:4:14 purenorth',
      'log/2026-11-20.md:6:7 purenorth#Our answer|them',
      'log/2026-11-20.md:6:44 ../competitors/purenorth.md#our-answer-1',
      'plans/answer.md:3:13 purenorth',
      'plans/answer.md:5:3 purenorth',
    ]);
  });

  it('names the page’s own id first where that is asked for', () => {
    assert.deepEqual(references(response('See [[answer]].\n', 'id: answ|er'), {}, true), [
      'plans/answer.md:3:5 answer',
      'plans/answer.md:5:7 answer',
    ]);
  });

  it('finds a page’s references from its type line and from its first heading', () => {
    const found = ['plans/answer.md:5:7 answer'];
    assert.deepEqual(references('---\ntype: resp|onse\n---\n# It\nSee [[answer]].\n'), found);
    assert.deepEqual(references('---\ntype: response\n---\n# I|t\nSee [[answer]].\n'), found);
  });

  it('finds the references to one heading, by text and by anchor', () => {
    assert.deepEqual(references(response('[[purenorth#Our| answer]] [[purenorth]]\n'), more), [
      'log/2026-11-20.md:6:7 purenorth#Our answer|them',
      'plans/answer.md:4:3 purenorth#Our answer',
    ]);
    assert.deepEqual(references(response('[it](../competitors/purenorth.md#our-answer-|1)\n'), more, true), [
      'competitors/purenorth.md:12:1 ## Our answer',
      'log/2026-11-20.md:6:44 ../competitors/purenorth.md#our-answer-1',
      'plans/answer.md:4:6 ../competitors/purenorth.md#our-answer-1',
    ]);
  });

  it('finds everything that names a page which is not there', () => {
    assert.deepEqual(
      references(response('[[pure|south]]\n'), {
        'log/x.md': page('type: log\ndate: 2026-11-20', '[[puresouth|x]]\n'),
      }),
      ['log/x.md:5:3 puresouth|x', 'plans/answer.md:4:3 puresouth'],
    );
  });

  it('leaves out references to another page of the same id', () => {
    const twin = page('type: competitor\nid: purenorth', '');
    const { book } = at(response('[[purenorth]]|\n'), { 'competitors/z.md': twin });
    const second = book.page('competitors/z.md');
    assert.ok(second?.idRange);
    assert.deepEqual(referencesAt(second, second.idRange.start, book, false), []);
  });

  it('finds nothing in plain text', () => {
    assert.deepEqual(references(response('Plain| text [[purenorth]]\n')), []);
  });
});

describe('highlights', () => {
  function highlights(marked: string): string[] {
    const { files, book, page: open, position } = at(marked);
    return highlightsAt(open, position, book).map(
      ({ range, kind }) => `${kind} ${lineOf(files, 'plans/answer.md', range)}`,
    );
  }

  it('mark all references of the page to the same page, whatever their form', () => {
    assert.deepEqual(
      highlights(
        response('[[purenorth|x]] [y](../competitors/purenorth.md) [[answer]]\n', 'competitor: pure¦north'),
      ),
      [
        'read plans/answer.md:3:13 purenorth',
        'read plans/answer.md:5:3 purenorth',
        'read plans/answer.md:5:21 ../competitors/purenorth.md',
      ],
    );
  });

  it('mark the page’s own id as written', () => {
    assert.deepEqual(highlights(response('[[ans|wer]]\n', 'id: answer')), [
      'write plans/answer.md:3:5 answer',
      'read plans/answer.md:5:3 answer',
    ]);
  });
});

describe('document links', () => {
  function links(text: string): string[] {
    const files = { ...others, 'plans/answer.md': text };
    const book = bookOf(files);
    const open = book.page('plans/answer.md');
    assert.ok(open);
    return documentLinks(open, book).map(
      ({ range, path, heading, tooltip }) =>
        `${textAt(text, range)} → ${path}${heading ? `:${heading.start.line + 1}` : ''} ${english.say(tooltip)}`,
    );
  }

  it('make ids in fields and wiki links clickable, headings included', () => {
    assert.deepEqual(
      links(response('[[aquelle-ro300#X]] [[purenorth#our answer|x]]\n', 'competitor: purenorth')),
      [
        'purenorth → competitors/purenorth.md Open “PureNorth” (competitor)',
        'aquelle-ro300#X → products/ro300.md Open “Aquelle RO-300” (product)',
        'purenorth#our answer → competitors/purenorth.md:8 Open “PureNorth” (competitor)',
      ],
    );
  });

  it('say where a picture or another file may lie: from the page, from the root, or anywhere by its name', () => {
    const text = response(
      '![[stand.png]] [[../offers/offer.pdf|offer]] [[purenorth]] [[release-2.0]] [[plans/]]\n',
    );
    const book = bookOf({ ...others, 'plans/answer.md': text });
    const open = book.page('plans/answer.md');
    assert.ok(open);
    assert.deepEqual(
      attachmentLinks(open, book).map(({ range, paths, name }) => [textAt(text, range), paths, name]),
      [
        ['stand.png', ['plans/stand.png', 'stand.png'], 'stand.png'],
        ['../offers/offer.pdf', ['offers/offer.pdf'], undefined],
      ],
    );
  });

  it('leave out broken references, and Markdown links, which VS Code makes clickable by itself', () => {
    assert.deepEqual(links(response('[[nowhere]] [x](../competitors/purenorth.md)\n')), []);
  });

  it('name the place of an alias once', () => {
    const text = page('type: response\nproducts: &all [aquelle-ro300]\nsegments: *all');
    assert.deepEqual(
      links(text).map((link) => link.split(' → ')[0]),
      ['aquelle-ro300', '*all'],
    );
  });
});

describe('workspace symbols', () => {
  const named = (book: BookIndex, query: string): string[] =>
    pageSymbols(book, query).map(({ name, container }) => `${name} (${english.say(container)})`);

  it('find pages by title and by id, with the type beside them', () => {
    const book = bookOf(others);
    assert.deepEqual(named(book, 'aquelle ro-3'), ['Aquelle RO-300 · aquelle-ro300 (Product)']);
    assert.deepEqual(named(book, 'ro300'), ['Aquelle RO-300 · aquelle-ro300 (Product)']);
    assert.deepEqual(named(book, 'PUREN'), ['PureNorth · purenorth (Competitor)']);
  });

  it('put pages that begin with what is typed before those that hold it, and these before all others', () => {
    const book = bookOf({
      'a.md': page('type: voice\ntitle: North'),
      'b.md': page('type: voice\ntitle: PureNorth'),
      'c.md': page('type: voice\ntitle: No ritual here'),
    });
    assert.deepEqual(
      named(book, 'north').map((name) => name.split(' ·')[0]),
      ['North', 'PureNorth', 'No ritual here'],
    );
  });

  it('find pages by customer, owner, manager, team and the other naming fields, and say which', () => {
    const book = bookOf({
      'a.md': page('type: voice\ntitle: A noise\ncustomer: Hotel Lindner'),
      'b.md': page('type: segment\ntitle: Offices\nmanager: Ines Lind'),
      'c.md': page('type: new-product\ntitle: Tap\nowner: Ann\nteam: [rnd, service]'),
      'd.md': page('type: budget\ntitle: Money\nstart: 2026-01-01'),
    });
    assert.deepEqual(named(book, 'lind'), [
      'A noise · a · customer: Hotel Lindner (Voice of the customer)',
      'Offices · b · manager: Ines Lind (Market segment)',
    ]);
    assert.deepEqual(named(book, 'service'), ['Tap · c · team: service (New product)']);
    assert.deepEqual(named(book, '2026-01'), []);
  });

  it('put what a field names behind what a title names, and before scattered letters', () => {
    const book = bookOf({
      'a.md': page('type: voice\ntitle: Small words\ncustomer: Anna'),
      'b.md': page('type: voice\ntitle: Anna calls'),
      'c.md': page('type: voice\ntitle: A new narrow area'),
    });
    assert.deepEqual(
      named(book, 'anna').map((name) => name.split(' ·')[0]),
      ['Anna calls', 'Small words', 'A new narrow area'],
    );
  });

  it('stop at five hundred', () => {
    const files = Object.fromEntries(
      Array.from({ length: 600 }, (_, number) => [`voices/v${number}.md`, page('type: voice')]),
    );
    assert.equal(pageSymbols(bookOf(files), 'v').length, 500);
  });
});

describe('folding of front matter', () => {
  function folds(text: string): string[] {
    const open = bookOf({ 'a.md': text }).page('a.md');
    assert.ok(open);
    return frontMatterFolds(open).map(({ start, end }) => `${start + 1}-${end + 1}`);
  }

  it('folds the whole, fields and items of several lines', () => {
    const text = page(
      lines(
        'type: competitor',
        'predictions:',
        '  - move: a',
        '    by: 2026-12-01',
        '  - move: b',
        '# a remark',
        'tags: [',
        '  x,',
        ']',
        'source: |',
        '  one',
        '  two',
      ),
    );
    assert.deepEqual(folds(text), ['1-14', '3-6', '4-5', '8-10', '11-13']);
  });

  it('folds with CRLF line ends', () => {
    assert.deepEqual(folds('---\r\ntype: voice\r\n---\r\n'), ['1-3']);
  });

  it('folds nothing of front matter that is never closed', () => {
    assert.deepEqual(folds('---\ntype: voice\n\n# X\n'), []);
  });
});
