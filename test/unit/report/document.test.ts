import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanBody } from '../../../src/core/markdown/scanBody';
import { plural, t } from '../../../src/core/model/message';
import type { Page } from '../../../src/core/model/page';
import { runAll } from '../../../src/core/model/slices';
import { tasksOf } from '../../../src/core/parse/tasks';
import {
  bullets,
  heading,
  markdownOf,
  pageLink,
  paragraph,
  strong,
  table,
} from '../../../src/core/report/document';
import { plainInline } from '../../../src/core/report/plainInline';
import { bookOf, page } from '../support/books';

import { runs } from '../support/runs';
import { say, sayElsewhere } from './support';

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'[]()!<>-*_#|`~x@:/&;=+\\1.\n \té'.split('')), maxLength: 30 }),
  fc.constantFrom(
    '[[x]]',
    '[ ] @rnd: x due:2026-11-23',
    '<!-- x',
    '<b>',
    '```',
    '# x',
    '---',
    '[a](b.md)',
    '- x',
    '1. x',
  ),
);

function linkTo(fields: string, title: string) {
  const book = bookOf({ 'products/lamp.md': page(`type: product\n${fields}`, `# ${title}\n`) });
  return markdownOf([paragraph(pageLink(book.page('products/lamp.md') as Page, true))], say);
}

describe('the Markdown of a report', () => {
  it('takes every text of the user’s for text: no link, task, heading, comment or code comes of it', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const text = markdownOf(
          [
            paragraph(a, strong('x'), b),
            bullets([[a], [strong(b), ' ', a]]),
            table('ll', [
              ['h', 'h'],
              [a, [b, a]],
            ]),
            heading(2, 'End'),
          ],
          say,
        );
        const scan = scanBody(text, 0);
        assert.deepEqual(
          scan.headings.map((found) => found.text),
          ['End'],
        );
        assert.deepEqual(scan.links, []);
        assert.deepEqual(scan.comments, []);
        const { tasks, commitments } = runAll(tasksOf(scan.listItems));
        assert.deepEqual([tasks, commitments], [[], []]);
      }),
      { numRuns: runs(200) },
    );
  });

  it('makes words where it is printed, the same document in any language', () => {
    const document = [heading(2, t`Stale`), paragraph(strong('a_b'), ' ', t`${plural(3, 'day')} late`)];
    assert.equal(markdownOf(document, say), '## Stale\n\n**a\\_b** 3 days late');
    assert.equal(markdownOf(document, sayElsewhere), '## ⟦Stale⟧\n\n**a\\_b** ⟦3 days late⟧');
  });

  it('takes the words of a translation for text, too', () => {
    assert.equal(
      markdownOf([paragraph(t`Nothing`)], () => '# [x](y)  <b>'),
      '\\# \\[x]\\(y) \\<b>',
    );
  });

  it('links to pages by id, labelled with the title', () => {
    assert.equal(linkTo('', 'The lamp'), '[[lamp|The lamp]]');
    assert.equal(linkTo('', 'lamp'), '[[lamp]]');
    assert.equal(linkTo('title: "A [b] | <c> `d`"', 'x'), '[[lamp|A b c> d]]');
  });

  it('names a page that no wiki link can name by its title', () => {
    assert.equal(linkTo('id: "a|b"', 'The lamp'), 'The lamp');
    assert.equal(linkTo('id: "a]b"', 'The *lamp*'), 'The lamp');
  });

  it('aligns tables', () => {
    const text = markdownOf(
      [
        table('lr', [
          ['a', 'b'],
          ['long', '1'],
        ]),
      ],
      say,
    );
    assert.equal(text, '| a    |  b |\n| :--- | -: |\n| long |  1 |');
  });

  it('shows links within a text of the user’s by their labels', () => {
    assert.equal(plainInline('see [[a]], [[b|B b]]  and\n[[c#D]]'), 'see a, B b and c');
  });
});
