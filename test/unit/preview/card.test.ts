import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { previewDigest } from '../../../src/core/language/preview/previewDigest';
import { onFault } from '../../../src/core/model/faults';
import type { Page } from '../../../src/core/model/page';
import { extendMarkdownIt } from '../../../src/extension/preview/markdownItPlugin';
import { bookOf, type Files, lines, log, page, today } from '../support/books';
import { previewOf, readable, rendered } from './support';

function cardOf(front: string, files: Files = {}): string {
  const html = rendered({ ...files, 'x.md': page(front, '# X\n') }, 'x.md');
  return html.slice(0, html.indexOf('<h1'));
}

describe('the card of a page', () => {
  it('says first what sort of page it is, how it stands and whether it is due', () => {
    assert.match(
      readable(cardOf('type: competitor\nthreat: high\nreviewed: 2026-10-07')),
      /^Competitor high · reviewed 47 days ago 17 days past its review, due every 30 days/,
    );
    assert.match(
      cardOf('type: competitor\nthreat: high\nreviewed: 2026-11-20'),
      /status-book-badge status-book-fresh/,
    );
    assert.match(
      cardOf('type: competitor\nthreat: high\nreviewed: 2026-08-07'),
      /status-book-badge status-book-stale/,
    );
  });

  it('tells the fields in words, in their order, with what they mean', () => {
    const card = cardOf(
      lines(
        'type: product',
        'health: at-risk',
        'stage: growth',
        'updated: 2026-11-20',
        'price: 1250',
        'tags: [a, b]',
        'colour: red',
      ),
    );
    assert.match(
      readable(card),
      /Health at risk may miss its goals Stage growth sales are growing Updated 2026-11-20 3 days ago Price 1,250 EUR Tags a · b Colour red$/,
    );
    assert.match(
      card,
      /<dt class="status-book-label" title="List price in the book’s currency.">Price<\/dt>/,
    );
  });

  it('tells numbers with their thousands, units and currency', () => {
    const card = readable(cardOf('type: improvement\nvolume: 3100\noneOff: 52000\ncost: 12.5'));
    assert.match(card, /Volume 3,100 a year One off 52,000 EUR Cost 12.50 EUR/);
  });

  it('shows a title that the body does not begin with', () => {
    assert.match(readable(cardOf('type: decision\ntitle: Other')), /^Decision Other$/);
    assert.doesNotMatch(cardOf('type: decision\ntitle: X'), /status-book-title/);
  });

  it('names pages by their titles and links them; wrong ones are marked', () => {
    const files = {
      'products/ro.md': page('type: product\ntitle: RO 300'),
      'y.md': page('type: decision\ntitle: Y'),
    };
    const card = cardOf('type: decision\nproducts: [ro, nope, y]', files);
    assert.match(readable(card), /Products RO 300 · nope · Y$/);
    assert.match(card, /href="\.\/products\/ro\.md"/);
    assert.match(card, /status-book-broken" title="This book has no page with the id “nope”."/);
    assert.match(card, /status-book-broken" title="“Y” is a page of the wrong type \(decision\)."/);
  });

  it('unfolds objects, and puts lists of objects into tables', () => {
    const card = cardOf(
      lines(
        'type: budget',
        'start: 2026-01-01',
        'end: 2026-12-31',
        'sales: {target: 5000, weights: [1, 2]}',
        'lines:',
        '  - {item: Stand, planned: 300, actual: 100}',
        '  - {item: Flyers, planned: 200}',
      ),
    );
    assert.match(
      readable(card),
      /Sales › target 5,000 EUR Sales › weights 1 · 2 Lines \(2\) Item Planned Actual/,
    );
    assert.match(
      card,
      /<details><summary>Lines \(2\)<\/summary>.*<tr><td>Stand<\/td><td>300 EUR<\/td><td>100 EUR<\/td><\/tr><tr><td>Flyers<\/td><td>200 EUR<\/td><td><\/td><\/tr>/s,
    );
  });

  it('tells maps, yes and no, and leaves out what is empty', () => {
    assert.match(
      readable(
        cardOf(
          lines(
            'type: new-product',
            'status: active',
            'due:',
            'stage: idea',
            'mustMeet: {legal: true, safe: false}',
          ),
        ),
      ),
      /Stage idea an idea being screened Must meet legal: yes · safe: no$/,
    );
  });

  it('says that a page is closed', () => {
    assert.match(readable(cardOf('type: decision\ndecided: 2026-11-20')), /closed/);
  });

  it('stands where the front matter stands, which is not shown twice', () => {
    const html = rendered({ 'x.md': page('type: decision', '# X\n') }, 'x.md');
    assert.match(
      html,
      /^<section class="status-book-card code-line" data-line="0">.*<\/section>\n<h1 data-line="3"/s,
    );
    assert.doesNotMatch(html, /frontmatter/);
  });

  it('gives way to VS Code’s front matter where it is switched off, unreadable, of an unknown type or in no book', () => {
    const shown = (front: string, showsCard = true): string =>
      rendered({ 'x.md': page(front, '# X\n') }, 'x.md', showsCard);
    for (const html of [
      shown('type: decision', false),
      shown('type: decision\nsize: [a'),
      shown('type: post'),
      previewOf({}).render(page('type: decision', '# X\n'), {}),
    ]) {
      assert.match(html, /^<table class="frontmatter">type: /);
      assert.doesNotMatch(html, /status-book-card/);
    }
  });

  it('leaves rules and fences elsewhere alone', () => {
    const html = rendered({ 'x.md': page('type: decision', 'a\n\n---\n\ntype: b\n\n---\n') }, 'x.md');
    assert.equal(html.match(/<hr/g)?.length, 2);
    assert.equal(html.match(/status-book-card/g)?.length, 1);
  });
});

describe('hostile text in the preview', () => {
  const evil = `<img src=x onerror=alert(1)>"'&<script>alert(1)</script>`;

  it('is shown as text, wherever it stands', () => {
    const files = {
      'book.md': page(`type: book\ncurrency: '<b>'\ndepartments: [sales]`),
      'evil.md': page(`type: product\ntitle: '${evil.replaceAll("'", "''")}'\nstage: '<i>'\nhealth: '<u>'`),
      'x.md': page(
        lines(
          'type: competitor',
          `title: '${evil.replaceAll("'", "''")}'`,
          `owner: '${evil.replaceAll("'", "''")}'`,
          `"<b onclick=x>": '<s>'`,
          `threat: '"><svg onload=x>'`,
          'products: [evil, "<em>"]',
          `predictions: [{move: '<q>', probability: '<a href=javascript:x>'}]`,
        ),
        lines('- [ ] @sales: b', '[[evil]] [[evil|<x-2>]] [[<x-3>]] [[evil#<x-4>]]'),
      ),
    };
    const html = rendered(files, 'x.md');
    const body = html.slice(html.indexOf('</section>'));
    assert.doesNotMatch(html.slice(0, html.length - body.length), /<(?:img|script|svg|b|i|u|s|q|em)\b/);
    assert.doesNotMatch(html, /<x-[2-4]/);
    assert.doesNotMatch(html, /href="(?!\.\/evil\.md")/);
    assert.ok(readable(html).includes(evil));
  });

  it('cannot come in as an activity or a department', () => {
    const html = rendered({ 'x.md': log('2026-11-23', '1h <x-1>: a', '[ ] @<x-2>: b') }, 'x.md');
    assert.doesNotMatch(html, /<x-1/);
  });

  it('cannot name an attribute', () => {
    const html = rendered(
      { 'x.md': page(`type: decision\nproducts: ['" onmouseover="x']`, '[[" onclick="x]]') },
      'x.md',
    );
    for (const [tag] of html.matchAll(/<[a-z][^>]*>/g))
      assert.doesNotMatch(tag.replace(/"[^"]*"/g, ''), / on[a-z]+=/);
  });
});

describe('what a rendered page shows of its book', () => {
  const files: Files = {
    'a.md': page('type: competitor\nthreat: high\nreviewed: 2026-11-20', '## One\n'),
    'x.md': page('type: decision\ncompetitors: [a]', 'See [[b]] and [c](c.md).\n'),
  };
  const digest = (changed: Files, day = today): string => {
    const index = bookOf({ ...files, ...changed });
    return previewDigest(bookOf(files).page('x.md') as Page, { index, path: 'x.md', today: day });
  };

  it('changes with the pages that it refers to, with the book’s settings and with the day', () => {
    const others = [
      digest({ 'a.md': page('type: competitor\nthreat: low\nreviewed: 2026-11-20', '## One\n') }),
      digest({ 'a.md': page('type: competitor\nthreat: high\nreviewed: 2026-11-20', '## Two\n') }),
      digest({ 'b.md': page('type: decision') }),
      digest({ 'c.md': page('type: decision') }),
      digest({ 'book.md': page('type: book\ncurrency: USD') }),
      digest({}, '2026-11-24'),
    ];
    assert.equal(new Set([digest({}), ...others]).size, 7);
  });

  it('stays the same whatever else changes, the page’s own text included', () => {
    assert.equal(digest({ 'log/l.md': log('2026-11-20', '1h liaison') }), digest({}));
    assert.equal(digest({ 'x.md': page('type: decision', 'Other [[a]].') }), digest({}));
  });
});

describe('a card that fails', () => {
  const text = page('type: competitor\nthreat: high', '# X\n\nWords of **mine**.\n');
  const faults: string[] = [];
  let ignore: () => void;
  before(() => {
    ignore = onFault(({ part }) => faults.push(part));
  });
  after(() => ignore());

  it('says so in its place, and the rest of the page is shown', () => {
    const failing = {
      get index(): never {
        throw new Error('no such thing');
      },
      path: 'x.md',
      today,
    };
    const md = extendMarkdownIt(new MarkdownIt(), { contextOf: () => failing, showsCard: () => true });
    assert.equal(
      readable(md.render(text)),
      'This card could not be computed. Please report this. X Words of mine .',
    );
  });

  it('is reported as the card of its page', () => {
    assert.deepEqual(faults, ['the card of page x.md']);
  });
});
