import assert from 'node:assert/strict';
import { parsePage } from '../../../src/core/parse/parsePage';
import { page, textAt } from '../support/books';

describe('a page', () => {
  it('has the id of its field, else of its file', () => {
    assert.equal(
      parsePage('products/ro300.md', page('type: product\nid: aquelle-ro300'))?.id,
      'aquelle-ro300',
    );
    assert.equal(parsePage('products/ro300.md', page('type: product'))?.id, 'ro300');
    assert.equal(parsePage('净水器.v2.md', page('type: product'))?.id, '净水器.v2');
  });

  it('takes an empty id for none and a number for its digits', () => {
    assert.equal(parsePage('x.md', page('type: product\nid:'))?.id, 'x');
    assert.equal(parsePage('x.md', page('type: product\nid: "  "'))?.id, 'x');
    assert.equal(parsePage('x.md', page('type: product\nid: 0300'))?.id, '0300');
    assert.equal(parsePage('x.md', page('type: product\nid: [a]'))?.id, 'x');
  });

  it('has the title of its field, else of its first heading, else its id', () => {
    assert.equal(parsePage('x.md', page('type: product\ntitle: A', '# B\n'))?.title, 'A');
    assert.equal(parsePage('x.md', page('type: product', 'Text.\n\n## *B* `c`\n# D\n'))?.title, 'B c');
    assert.equal(parsePage('x.md', page('type: product', 'Text.\n'))?.title, 'x');
  });

  it('marks its type, the type’s line and its id', () => {
    const text = page('id: abc\ntype: "product" # ours');
    const parsed = parsePage('x.md', text);
    assert.ok(parsed?.idRange);
    assert.deepEqual(
      [parsed.typeRange, parsed.typeLine, parsed.idRange].map((place) => textAt(text, place)),
      ['"product"', 'type: "product" # ours', 'abc'],
    );
    assert.equal(parsed.type, 'product');
  });

  it('marks the name “type” where it has no value', () => {
    const text = page('type:\nid: x');
    const parsed = parsePage('x.md', text);
    assert.deepEqual([parsed?.type, parsed && textAt(text, parsed.typeRange)], ['', 'type']);
  });

  it('places what stands in a body by lines of the whole file', () => {
    const parsed = parsePage('x.md', page('type: product\nid: x', '\n# A title\n'));
    assert.deepEqual(
      [parsed?.bodyLine, parsed?.body.headings[0]?.range.start],
      [4, { line: 5, character: 2 }],
    );
  });

  it('may end with its closing fence', () => {
    assert.deepEqual(parsePage('x.md', '---\ntype: product\n---')?.body.headings, []);
  });

  it('asks rules to be quiet by comments', () => {
    const body = [
      '<!-- status-book-ignore log-missing, sales-silent -->',
      'Text <!--status-book-ignore trend-stale--> text.',
      '<!-- status-book-ignore',
      'voice-unanswered',
      '-->',
      '<!-- status-book-ignored x -->',
      '<!-- please status-book-ignore x -->',
      '`<!-- status-book-ignore x -->`',
      '',
    ];
    const found = parsePage('x.md', page('type: product', body.join('\n\n')))?.suppressions ?? [];
    assert.deepEqual(
      found.map(({ rules, firstLine, line }) => ({ rules, firstLine, line })),
      [
        { rules: ['log-missing', 'sales-silent'], firstLine: 3, line: 3 },
        { rules: ['trend-stale'], firstLine: 5, line: 5 },
        // The comment holds blank lines: the block of HTML goes on up to its end.
        { rules: ['voice-unanswered'], firstLine: 7, line: 11 },
      ],
    );
  });

  for (const text of [
    '',
    'Text.\n',
    '# type: product\n',
    '---\ntitle: x\n---\n',
    ' ---\ntype: product\n---\n',
    '\n---\ntype: product\n---\n',
    '---\nmeta:\n  type: product\n---\n',
    '---\nTYPE: product\n---\n',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => {
      assert.equal(parsePage('x.md', text), undefined);
    });
  }
});
