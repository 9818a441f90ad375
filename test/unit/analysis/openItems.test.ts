import assert from 'node:assert/strict';
import { openItemsOf } from '../../../src/core/analysis/openItems';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { bookOf, type Files, page, today } from '../support/books';

function openItems(files: Files) {
  const book = bookOf(files);
  return openItemsOf(book, new BookChecker(book, { today }).findings());
}

describe('Open items', () => {
  it('count errors and warnings by activity, not what is merely worth knowing', () => {
    const { problems } = openItems({
      'rival.md': page('type: competitor\nthreat: high\nreviewed: 2026-10-01'),
      'segment.md': page('type: segment\nneeds: [quiet]'),
    });
    assert.equal(problems.get('market-intelligence'), 1);
    assert.equal(problems.get('competitive-strategy'), undefined);
  });

  it('count an overdue commitment once, as an open commitment', () => {
    const { problems, commitments } = openItems({
      'segment.md': page(
        'type: segment\nneeds: [quiet]\nmanager: Jo',
        '- [ ] @sales: a list due:2026-11-01\n- [ ] @rnd: a unit\n- [x] @rnd: a plan\n',
      ),
    });
    assert.equal(commitments, 2);
    assert.equal(problems.get('liaison'), undefined);
  });
});
