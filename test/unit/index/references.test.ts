import assert from 'node:assert/strict';
import { bookOf, page, textAt } from '../support/books';

const x = page(
  'type: strategy\nproducts: [ro300, ro600]\ncompetitors: purenorth\nassumes:\n  - pfas\nowner: ro300\nrelated: [ro300]',
  'On [[ro300]], [[ro600|the large one]], [[pfas#What we see|limits]] and [PureNorth](../competitors/purenorth.md#pricing).\n',
);

describe('the references of a page', () => {
  const book = bookOf({ 'strategy/x.md': x });
  const references = book.referencesFrom('strategy/x.md');

  it('are those of its fields, its wiki links and its relative links', () => {
    assert.deepEqual(
      references.map(({ form, target, field }) => [form, 'id' in target ? target.id : target.path, field]),
      [
        ['field', 'purenorth', 'competitors'],
        ['field', 'pfas', 'assumes'],
        ['field', 'ro300', 'products'],
        ['field', 'ro600', 'products'],
        ['wiki', 'ro300', undefined],
        ['wiki', 'ro600', undefined],
        ['wiki', 'pfas', undefined],
        ['markdown', 'competitors/purenorth.md', undefined],
      ],
    );
  });

  it('mark what names the page', () => {
    assert.deepEqual(
      references.map(({ range }) => textAt(x, range)),
      ['purenorth', 'pfas', 'ro300', 'ro600', 'ro300', 'ro600', 'pfas', '../competitors/purenorth.md'],
    );
  });

  it('know which types a field may name', () => {
    const types = new Map(references.map(({ field, types: allowed }) => [field, allowed]));
    assert.deepEqual(types.get('products'), ['product']);
    assert.deepEqual(types.get('assumes'), ['trend']);
    assert.equal(types.get(undefined), undefined);
  });

  it('stand within lists of objects too', () => {
    const inner = bookOf({
      'a.md': page(
        'type: competitor\npredictions: [{move: a, response: plan-a}, {move: b, response: plan-b}]',
      ),
      'b.md': page('type: segment\nbundles:\n  - items: [{product: ro300, quantity: 2}, {product: ro600}]'),
    });
    const named = (path: string): unknown[] => inner.referencesFrom(path).map(({ target }) => target);
    assert.deepEqual(named('a.md'), [{ id: 'plan-a' }, { id: 'plan-b' }]);
    assert.deepEqual(named('b.md'), [{ id: 'ro300' }, { id: 'ro600' }]);
  });

  it('are found from the page that they mean, by id and by path', () => {
    const both = bookOf({
      'strategy/x.md': x,
      'competitors/purenorth.md': page('type: competitor'),
      'a.md': page('type: decision', '[[purenorth]]\n'),
    });
    const purenorth = both.page('competitors/purenorth.md');
    assert.ok(purenorth);
    assert.deepEqual(
      both.referencesTo(purenorth).map(({ from, form }) => [from, form]),
      [
        ['a.md', 'wiki'],
        ['strategy/x.md', 'field'],
        ['strategy/x.md', 'markdown'],
      ],
    );
  });

  it('mean the first page of an id by path, the others by their path alone', () => {
    const twice = bookOf({
      'a/x.md': page('type: decision'),
      'b/x.md': page('type: decision'),
      'y.md': page('type: decision', '[[x]] [b](b/x.md)\n'),
    });
    assert.deepEqual(
      twice.referencesFrom('y.md').map((reference) => twice.resolve(reference)?.path),
      ['a/x.md', 'b/x.md'],
    );
    assert.deepEqual(
      twice.pagesWithId('x').map((one) => twice.referencesTo(one).length),
      [1, 1],
    );
  });
});
