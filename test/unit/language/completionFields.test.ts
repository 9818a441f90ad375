import assert from 'node:assert/strict';
import { parsePage } from '../../../src/core/parse/parsePage';
import { fieldsOf } from '../../../src/core/schema/schema';
import { findingsOf, page } from '../support/books';
import { offered } from '../support/completion';

describe('Completion of field names', () => {
  it('offers the fields of the page’s type, those required and missing first', () => {
    const { labels } = offered('---\ntype: competitor\n|\n---\n');
    assert.deepEqual(labels.slice(0, 2), ['threat', 'reviewed']);
    assert.deepEqual([...labels].sort(), [...fieldsOf('competitor').keys()].sort());
  });

  it('does not offer what is there already, above or below', () => {
    const { labels } = offered('---\nthreat: high\n|\nreviewed: 2026-11-01\ntype: competitor\n---\n');
    assert.ok(!labels.includes('threat') && !labels.includes('reviewed') && !labels.includes('type'));
    assert.ok(labels.includes('predictions'));
  });

  it('says what a field means and whether it is required', () => {
    const item = offered('---\ntype: product\n|\n---\n').item('health');
    assert.equal(item.documentation, fieldsOf('product').get('health')?.description);
    assert.equal(item.description, 'required');
  });

  it('inserts the name with its colon and offers the values next', () => {
    const list = offered('---\ntype: product\nhea|\n---\n');
    assert.equal(list.taking('health'), '---\ntype: product\nhealth: \n---\n');
    assert.equal(list.item('health').retrigger, true);
  });

  it('replaces the name alone where a colon follows', () => {
    assert.equal(
      offered('---\ntype: product\nhea|: on-track\n---\n').taking('health'),
      '---\ntype: product\nhealth: on-track\n---\n',
    );
  });

  it('opens brackets for a list', () => {
    assert.equal(
      offered('---\ntype: trend\n|\n---\n').taking('products'),
      '---\ntype: trend\nproducts: []\n---\n',
    );
  });

  it('works while front matter cannot be parsed', () => {
    const text = '---\ntype: strategy\ncompetitors: [a\nbroken: "x\n|\n---\n';
    assert.equal(parsePage('x.md', text.replace('|', ''))?.isReadable, false);
    assert.ok(offered(text).labels.includes('advantage'));
  });

  it('works while front matter is not closed', () => {
    assert.ok(offered('---\ntype: product\nst|').labels.includes('stage'));
  });

  it('offers the type first where there is none', () => {
    const { labels } = offered('---\ntitle: X\n|\n---\n');
    assert.deepEqual(labels, ['type']);
  });

  it('works with CRLF, a byte order mark, comments and Chinese text', () => {
    const text = '\ufeff---\r\ntype: product # 净水器\r\ntitle: 净水器 RO300\r\nhe|\r\n---\r\n';
    assert.equal(
      offered(text).taking('health'),
      '\ufeff---\r\ntype: product # 净水器\r\ntitle: 净水器 RO300\r\nhealth: \r\n---\r\n',
    );
  });

  it('works beside anchors, aliases and merge keys', () => {
    const text = '---\ntype: book\ncadence: &c\n  product: 30\n  tr|\nother: *c\n---\n';
    assert.equal(
      offered(text, { path: 'book.md' }).taking('trend'),
      '---\ntype: book\ncadence: &c\n  product: 30\n  trend: \nother: *c\n---\n',
    );
  });

  it('offers nothing in comments and in texts of several lines', () => {
    assert.deepEqual(offered('---\ntype: product # he|\n---\n').labels, []);
    assert.deepEqual(offered('---\ntype: product\nnote: >\n  some text\n  he|\n---\n').labels, []);
  });
});

describe('Completion within objects', () => {
  const sales = '---\ntype: budget\nsales:\n  target: 5\n  |\n---\n';

  it('offers the fields of the object, not those of the page', () => {
    assert.deepEqual(offered(sales).labels, ['weights', 'actuals']);
  });

  it('offers the fields of an object in braces', () => {
    const list = offered('---\ntype: trend\nvalue: { short: 1, | }\n---\n');
    assert.deepEqual(list.labels, ['long']);
    assert.equal(list.taking('long'), '---\ntype: trend\nvalue: { short: 1, long:  }\n---\n');
  });

  it('inserts an object with the fields that belong into it', () => {
    assert.equal(
      offered('---\ntype: budget\n|\n---\n').taking('sales'),
      '---\ntype: budget\nsales:\n  target: 0\n---\n',
    );
  });

  it('knows the schema’s tables in book.md', () => {
    const at = (marked: string): string[] => offered(marked, { path: 'book.md' }).labels;
    assert.deepEqual(at('---\ntype: book\ncadence:\n  competitor:\n    high: 30\n    |\n---\n'), [
      'medium',
      'low',
    ]);
    assert.deepEqual(at('---\ntype: book\nbalance:\n  |\n---\n'), [
      'windowDays',
      'minimumHours',
      'daily',
      'short',
      'long',
    ]);
  });

  it('offers rules and their severities in book.md', () => {
    const names = offered('---\ntype: book\nrules:\n  section-missing: hint\n  |\n---\n', {
      path: 'book.md',
    });
    assert.ok(names.labels.includes('competitor-stale') && !names.labels.includes('section-missing'));
    assert.equal(names.item('competitor-stale').retrigger, true);
    const values = offered('---\ntype: book\nrules:\n  section-missing: |\n---\n', { path: 'book.md' });
    assert.deepEqual(values.labels, ['off', 'hint', 'information', 'warning', 'error']);
  });
});

describe('Completion of list items that are objects', () => {
  const front = '---\ntype: competitor\nthreat: low\nreviewed: 2026-11-20\n';

  it('offers a complete item behind a dash', () => {
    const text = offered(`${front}predictions:\n  - |\n---\n`).taking('new item');
    assert.match(text, /predictions:\n {2}- move: .+\n {4}probability: 0\.5\n/);
    assert.deepEqual(findingsOf('front-matter-syntax', { 'c.md': text }), []);
  });

  it('offers a complete item behind the colon of an empty field', () => {
    const text = offered(`${front}predictions: |\n---\n`).taking('new item');
    assert.match(text, /predictions:\n {2}- move: .+\n {4}probability: 0\.5\n/);
  });

  it('offers a complete item below the name, with its dash', () => {
    const text = offered(`${front}predictions:\n  |\n---\n`).taking('new item');
    assert.match(text, /predictions:\n {2}- move: .+\n {4}probability: 0\.5\n/);
  });

  it('inserts the field with its first item', () => {
    const text = offered(`${front}|\n---\n`).taking('predictions');
    assert.match(text, /\npredictions:\n {2}- move: .+\n {4}probability: 0\.5\n/);
  });

  it('offers an item in braces within brackets', () => {
    const text = offered(`${front}predictions: [|]\n---\n`).taking('new item');
    assert.match(text, /predictions: \[\{ move: .+, probability: 0\.5, by: .+ \}\]/);
  });

  it('offers the fields that an item lacks', () => {
    const { labels } = offered(`${front}predictions:\n  - move: x\n    |\n    by: 2026-12-01\n---\n`);
    assert.equal(labels[0], 'probability');
    assert.ok(!labels.includes('move') && !labels.includes('by') && !labels.includes('threat'));
  });

  it('offers them also where the editor left the cursor at the dash', () => {
    const list = offered(`${front}predictions:\n  - move: x\n  |\n---\n`);
    assert.ok(list.labels.includes('new item'));
    assert.equal(list.taking('impact'), `${front}predictions:\n  - move: x\n    impact: \n---\n`);
  });

  it('offers the first names of an item half typed', () => {
    const list = offered(`${front}predictions:\n  - mo|\n---\n`);
    assert.equal(list.taking('move'), `${front}predictions:\n  - move: \n---\n`);
  });

  it('offers an item at the dash of a list that is not indented', () => {
    const text = offered('---\ntype: trade-show\ngoals:\n- metric: Leads\n  target: 5\n- |\n---\n').taking(
      'new item',
    );
    assert.match(text, /\n- metric: .+\n {2}target: .+\n/);
  });
});

describe('Completion that has nothing to say', () => {
  it('is silent in files that are no pages', () => {
    assert.equal(offered('# Notes\n\nText [[|\n').list, undefined);
  });

  it('is silent in the text of a page', () => {
    assert.equal(offered(page('type: product', 'Some te|xt\n')).list, undefined);
  });

  it('is silent for names of the user’s own', () => {
    assert.equal(offered('---\ntype: product\nmyOwn: a|\n---\n').list, undefined);
  });
});
