import assert from 'node:assert/strict';
import { type Files, lines, page } from '../support/books';
import { previewOf, readable, rendered } from './support';

const competitor = page(
  'type: competitor\ntitle: PureNorth\nthreat: high\nreviewed: 2026-10-07',
  lines('## Summary', '## Our answer', '## Our answer'),
);

function linkIn(text: string, files: Files = { 'competitors/purenorth.md': competitor }): string {
  const path = 'log/a.md';
  const html = rendered({ ...files, [path]: page('type: decision', text) }, path, false);
  return html.replace(/^<table class="frontmatter">.*?<\/table>\n/s, '').trim();
}

describe('a wiki link in the preview', () => {
  it('leads to the page, shows its title and what is to be known of it', () => {
    assert.equal(
      linkIn('[[purenorth]]'),
      '<p data-line="3" class="code-line"><a class="status-book-link" href="../competitors/purenorth.md" data-href="../competitors/purenorth.md" title="Competitor · PureNorth · high · reviewed 47 days ago">PureNorth</a></p>',
    );
  });

  it('shows its label, else the heading behind the title', () => {
    assert.equal(
      readable(linkIn('[[purenorth|them]] and [[purenorth#Our answer]]')),
      'them and PureNorth › Our answer',
    );
  });

  it('leads to the heading by the anchor that VS Code gives it', () => {
    assert.match(linkIn('[[purenorth#our ANSWER]]'), /href="\.\.\/competitors\/purenorth\.md#our-answer"/);
    assert.match(linkIn('[[purenorth#our-answer-1]]'), /#our-answer-1"/);
  });

  it('stays within the page where it names a heading of its own', () => {
    const files = { 'x.md': page('type: decision', '## Über uns\n\n[[x#Über uns]]') };
    assert.match(rendered(files, 'x.md'), /href="#%C3%BCber-uns"/);
  });

  it('says what is wrong where there is no such page or heading', () => {
    assert.equal(
      linkIn('[[nobody|them]]'),
      '<p data-line="3" class="code-line"><span class="status-book-broken" title="This book has no page with the id “nobody”.">them</span></p>',
    );
    assert.match(
      linkIn('[[purenorth#Prices]]'),
      /<a class="status-book-link status-book-broken" href="\.\.\/competitors\/purenorth\.md"[^>]* title="“PureNorth” has no heading “Prices”\."/,
    );
  });

  it('leads to a heading of its own page that is named alone', () => {
    assert.match(
      linkIn('## Our answer\n\n[[#our ANSWER|see]]'),
      /<a class="status-book-link" href="#our-answer"[^>]*>see</,
    );
  });

  it('leads to a note that is no page', () => {
    const link = linkIn('[[dealers]]', { 'notes/dealers.md': '# Dealers\n' });
    assert.match(link, /<a class="status-book-link" href="\.\.\/notes\/dealers\.md"[^>]*>dealers</);
  });

  it('is plain text where it names a file that the book does not know', () => {
    for (const text of ['[[offer.pdf]]', '[[plans.base|plans]]', '[[node_modules/x/readme]]']) {
      assert.doesNotMatch(linkIn(text), /status-book-broken|<a /, text);
    }
  });

  for (const [where, text] of [
    ['a heading', '# On [[purenorth]]'],
    ['a list', '- [[purenorth]]'],
    ['a quote', '> [[purenorth]]'],
    ['a table', '| a |\n|---|\n| [[purenorth\\|b]] |'],
    ['bold text', '**[[purenorth]]**'],
    ['a commitment', '- [ ] @rnd: see [[purenorth]]'],
  ] as const) {
    it(`works in ${where}`, () => {
      assert.match(linkIn(text), /<a class="status-book-link"/);
    });
  }

  for (const [where, text] of [
    ['inline code', '`[[purenorth]]`'],
    ['a code fence', '```\n[[purenorth]]\n```'],
    ['a comment', '<!-- [[purenorth]] -->'],
    ['an escape', '\\[[purenorth]]'],
    ['a Markdown link', '[see [[purenorth]]](https://example.org)'],
    ['empty brackets', '[[ ]]'],
  ] as const) {
    it(`is text in ${where}`, () => {
      assert.doesNotMatch(linkIn(text), /status-book-link/);
    });
  }

  it('leaves VS Code the text of headings for their anchors', () => {
    const tokens = previewOf({}).parse(page('type: decision', '# On [[purenorth|them]]'), {});
    const inline = tokens.find(({ content }) => content.startsWith('On'));
    const plainText = (children: typeof tokens): string =>
      children
        .map((token) =>
          token.children ? plainText(token.children) : token.type === 'text' ? token.content : '',
        )
        .join('');
    assert.equal(plainText(inline?.children ?? []), 'On [[purenorth|them]]');
  });

  it('leads only to files of the book, whatever their names and ids', () => {
    const files = {
      'odd "names"/a&b #1?.md': page('type: decision\nid: odd'),
      'c:/colon.md': page('type: decision\nid: colon'),
      'javascript:alert(1).md': page('type: decision\nid: script'),
    };
    assert.match(linkIn('[[odd]]', files), /href="\.\.\/odd%20%22names%22\/a%26b%20%231%3F\.md"/);
    assert.match(linkIn('[[colon]]', files), /href="\.\.\/c%3A\/colon\.md"/);
    const script = rendered({ ...files, 'x.md': page('type: decision', '[[script]]') }, 'x.md');
    assert.match(script, /href="\.\/javascript%3Aalert\(1\)\.md"/);
    for (const id of [
      '../../etc/passwd',
      '%2e%2e%2fpasswd',
      'C:\\x',
      '\\\\server\\x',
      'javascript:alert(1)',
    ]) {
      assert.doesNotMatch(linkIn(`[[${id}]]`), /href/);
    }
  });
});

describe('wiki links outside of books', () => {
  it('stay as they are written in Markdown that is no page', () => {
    assert.equal(
      previewOf({}).render('See [[a]].', {}),
      '<p data-line="0" class="code-line">See [[a]].</p>\n',
    );
  });

  it('stay as they are written in a page whose book is not known', () => {
    assert.match(previewOf({}).render(page('type: log', 'See [[a|<b>]].'), {}), /See \[\[a\|&lt;b&gt;\]\]\./);
  });
});
