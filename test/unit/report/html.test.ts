import assert from 'node:assert/strict';
import fc from 'fast-check';
import { htmlPage } from '../../../src/core/report/html/htmlPage';
import { reviewHtml } from '../../../src/core/report/html/reportHtml';
import { newReviewText } from '../../../src/core/report/review/reviewPage';
import { bookOf, page } from '../support/books';

import { runs } from '../support/runs';
import { period, review, sampleFiles, say } from './support';

function html(markdown: string, titles: Readonly<Record<string, string>> = {}): string {
  return htmlPage(markdown, {
    title: 'Fallback',
    subtitle: 'Lamps Ltd',
    footer: 'From the book.',
    titleOf: (id) => titles[id],
  });
}

/** What lies between the subtitle and the footer, without styles. */
function content(markdown: string, titles: Readonly<Record<string, string>> = {}): string {
  const all = html(markdown, titles).replace(/ style="[^"]*"/g, '');
  return all.slice(all.indexOf('Lamps Ltd</p>') + 13, all.indexOf('<p class="footer"')).trim();
}

describe('the HTML of a report', () => {
  it('is one page that loads nothing and runs nothing', () => {
    const book = bookOf(sampleFiles());
    const text = reviewHtml(newReviewText(review('2026-Q4', book), say), book, 'Q4', say, period('2026-Q4'));
    assert.match(text, /^<!doctype html><html lang="en"><head><meta charset="utf-8">/);
    assert.match(text, /default-src (?:'|&#x27;)none/);
    assert.ok(!/<(?:script|link|img|iframe|object|embed|form|base)\b/i.test(text));
    assert.ok(!/\b(?:src|srcset|background|on\w+)=/i.test(text));
    assert.ok(!/url\(|@import/i.test(text));
  });

  it('tells title, company, manager and days', () => {
    const book = bookOf({ 'book.md': page('type: book\ncompany: Lamps & Co\nmanager: Ann\ntitle: Lamps') });
    const text = reviewHtml('# My week\n', book, 'x', say, period('2026-W48'));
    assert.match(text, /<title>My week – Lamps &#x26; Co · Ann · 23 Nov – 29 Nov 2026<\/title>/);
    assert.match(text, /<h1[^>]*>My week<\/h1>/);
    assert.match(text, /From the status book “Lamps”\./);
  });

  it('takes the given title where the text has none', () => {
    assert.match(html('Words.\n'), /<h1[^>]*>Fallback<\/h1>/);
  });

  it('drops front matter, marks and comments', () => {
    assert.equal(content('---\ntype: review\n---\n\n# W\n\n<!-- x -->\n\nWords.\n'), '<p>Words.</p>');
  });

  it('shows wiki links by label, else by title, else by id', () => {
    assert.equal(content('[[a|the A]], [[b]], [[c#D]]\n', { b: 'B *b*' }), '<p>the A, B *b*, c</p>');
  });

  it('leaves wiki links in code alone', () => {
    assert.equal(content('`[[a]]`\n', { a: 'A' }), '<p><code>[[a]]</code></p>');
  });

  it('keeps links into the web and makes text of all others', () => {
    assert.equal(
      content(
        '[w](https://x.example) [m](mailto:a@x.example) [b](../a.md) [j](javascript:alert(1)) [c](command:x)\n',
      ),
      '<p><a href="https://x.example">w</a> <a href="mailto:a@x.example">m</a> b j c</p>',
    );
  });

  it('names pictures instead of loading them', () => {
    assert.equal(content('![the lamp](https://x.example/lamp.png)\n'), '<p>the lamp</p>');
  });

  it('drops HTML in the text', () => {
    const text = content(
      '<b onclick="x()">bold</b> <img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n',
    );
    assert.ok(!/<(?:b|img|script)/.test(text), text);
  });

  it('draws bars as tables, whose widths add up', () => {
    const text = html('| a | b |\n| - | - |\n| x | ██████████▓▓▓▓██░░░░░░░░░ |\n');
    const widths = [...text.matchAll(/width:(\d+)%;height:12px/g)].map((match) => Number(match[1]));
    assert.deepEqual(widths, [40, 16, 8, 36]);
    assert.ok(!text.includes('█'));
  });

  it('draws the band’s sign of a legend, wherever the words of its language put it', () => {
    const text = content('| ▓▒ is the band | das Band: ▓▒ |\n| - | - |\n| x | a ▓▓▒ b |\n');
    assert.deepEqual(
      [...text.matchAll(/<th[^>]*>(.*?)<\/th>/g)].map(([, cell]) => cell),
      ['<span></span><span></span> is the band', 'das Band: <span></span><span></span>'].map((cell) =>
        cell.replaceAll('<span>', '<span>\u00a0'),
      ),
    );
    assert.match(text, /a ▓▓▒ b/);
  });

  it('gives every cell its style inline, figures aligned to the right', () => {
    const text = html('| a | n |\n| - | -: |\n| x | 1 |\n');
    assert.match(text, /<td align="right" style="[^"]*text-align:right/);
    assert.equal(text.match(/<t[dh]\b(?![^>]*style=)/g), null);
  });

  it('keeps the user’s own words of a page', () => {
    const book = bookOf(sampleFiles());
    const written = newReviewText(review('2026-W48', book), say).replace(
      '## Stuck\n',
      '## Stuck\n\nOnly *one* thing matters.\n',
    );
    assert.match(reviewHtml(written, book, 'x', say), /Only <em>one<\/em> thing matters\./);
  });

  it('never lets markup of a text or a title through', () => {
    const risky = fc.constantFrom(
      '<script>',
      '</p>',
      '"><img src=x>',
      '&lt;b&gt;',
      '[x](javascript:y)',
      '[[a]]',
      '<a href="//x">',
      '\n',
      '`',
      '|',
      'x',
      '![](//x)',
    );
    fc.assert(
      fc.property(fc.array(risky, { maxLength: 8 }), fc.array(risky, { maxLength: 4 }), (text, title) => {
        const shown = html(`# ${title.join(' ')}\n\n${text.join(' ')}\n`, { a: title.join('') });
        assert.ok(!/<script|<img|<a [^>]*href="(?:javascript|\/\/)/i.test(shown), shown);
      }),
      { numRuns: runs(80) },
    );
  });
});
