import assert from 'node:assert/strict';
import {
  hasProductPages,
  productMargin,
  productPages,
  voicesAmong,
} from '../../../src/core/analysis/productPages';
import type { Page } from '../../../src/core/model/page';
import { bookOf, page } from '../support/books';

const product = (fields = ''): string =>
  page(`type: product\nstage: growth\nhealth: on-track\nupdated: 2026-11-01\n${fields}`);

function lamp(files: Record<string, string>, fields = '') {
  const book = bookOf({ 'products/lamp.md': product(fields), ...files });
  return { book, product: book.page('products/lamp.md') as Page };
}

describe('the pages of a product', () => {
  it('are those that name it in a field and those that its fields name', () => {
    const { book, product: page_ } = lamp(
      {
        'voices/a.md': page('type: voice\nproducts: [lamp]'),
        'voices/b.md': page('type: voice\nproducts: [other]'),
        'segments/homes.md': page(
          'type: segment\nbundles:\n  - name: Set\n    items: [{ product: lamp, quantity: 1 }]',
        ),
        'competitors/glow.md': page('type: competitor'),
        'log/2026-11-02.md': page('type: log\ndate: 2026-11-02', 'About [[lamp]].\n'),
      },
      'competitors: [glow]',
    );
    assert.deepEqual(
      productPages(page_, book).map(({ path }) => path),
      ['competitors/glow.md', 'segments/homes.md', 'voices/a.md'],
    );
  });

  it('are known to be there or not without reading them', () => {
    const others: Record<string, Record<string, string>> = {
      'nobody names it': {},
      'a field names it': { 'voices/a.md': page('type: voice\nproducts: [lamp]') },
      'an inner field names it': {
        'segments/homes.md': page(
          'type: segment\nbundles:\n  - name: Set\n    items: [{ product: lamp, quantity: 1 }]',
        ),
      },
      'only a text names it': { 'log/2026-11-02.md': page('type: log\ndate: 2026-11-02', '[[lamp]]\n') },
      'another page has its id': {
        'plans/lamp.md': page('type: promotion\nproducts: [lamp]'),
        'voices/a.md': page('type: voice\nproducts: [lamp]'),
      },
    };
    const ownFields = ['', 'competitors: [glow]', 'segments: [nowhere]', 'segments: [lamp]'];
    for (const [name, files] of Object.entries(others)) {
      for (const fields of ownFields) {
        const { book, product: page_ } = lamp(
          { 'competitors/glow.md': page('type: competitor'), ...files },
          fields,
        );
        const areThere = productPages(page_, book).length > 0;
        assert.equal(hasProductPages(page_, book), areThere, `${name}; ${fields}`);
      }
    }
  });

  it('know the margin of one unit where price and cost are known', () => {
    const margin = (fields: string) => productMargin(lamp({}, fields).product);
    assert.deepEqual(margin('price: 200\ncost: 150'), { price: 200, cost: 150, margin: 50, share: 0.25 });
    assert.equal(margin('price: 100\ncost: 150')?.margin, -50);
    assert.equal(margin('price: 0\ncost: 1')?.share, null);
    assert.equal(margin('price: 200'), undefined);
  });

  it('tell the mean mood of the voices, latest first', () => {
    const { book } = lamp({
      'voices/old.md': page('type: voice\nreceived: 2026-01-01\nsentiment: -2'),
      'voices/new.md': page('type: voice\nreceived: 2026-02-01\nsentiment: 1'),
    });
    const { voices, sentiment } = voicesAmong(book.pages());
    assert.deepEqual(
      voices.map(({ id }) => id),
      ['new', 'old'],
    );
    assert.equal(sentiment, -0.5);
    assert.equal(voicesAmong([]).sentiment, null);
  });
});
