import assert from 'node:assert/strict';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import type { ActivityNode } from '../../../src/extension/views/activityNode';
import { activityTree, type ShownBook } from '../../../src/extension/views/activityTree';
import { bookOf, type Files, log, page, today } from '../support/books';

function shownBook(root: string, files: Files): ShownBook {
  const index = bookOf(files);
  return { root, index, checker: new BookChecker(index, { today }) };
}

function everyNode(nodes: readonly ActivityNode[]): ActivityNode[] {
  return nodes.flatMap((node) => [node, ...everyNode(node.children)]);
}

function named(nodes: readonly ActivityNode[], label: string): ActivityNode {
  const found = everyNode(nodes).find((node) => node.label === label);
  assert.ok(found, label);
  return found;
}

const rival = page(
  'type: competitor\ntitle: Rival\nthreat: high\nreviewed: 2026-11-20\npredictions:\n  - {move: M, probability: 0.1, by: 2027-01-01}',
);

describe('The activity tree', () => {
  it('tells state and share of each horizon in words', () => {
    const tree = activityTree(
      [
        shownBook('b', {
          'log/2026-11-20.md': log('2026-11-20', '20h liaison', '10h promotion', '10h exploration'),
        }),
      ],
      today,
    );
    assert.deepEqual(
      tree.map(({ label, description, icon }) => [label, description, icon]),
      [
        ['Daily', '50 % of 40–55 % · inside', 'pass'],
        ['Short-term', '25 % of 20–30 % · inside', 'pass'],
        ['Long-term', '25 % of 15–25 % · inside', 'pass'],
      ],
    );
  });

  it('says that there is not enough data, and how much is missing', () => {
    const [daily] = activityTree([shownBook('b', { 'l.md': log('2026-11-20', '2h liaison') })], today);
    assert.equal(daily?.description, 'not enough data');
    assert.match(daily?.tooltip ?? '', /38 h more to be logged/);
  });

  it('shows a share just out of its band with the digits that tell', () => {
    const [daily] = activityTree(
      [
        shownBook('b', {
          'l.md': log('2026-11-20', '5501m liaison', '2499m promotion', '2000m exploration'),
        }),
      ],
      today,
    );
    assert.equal(daily?.description, '55.01 % of 40–55 % · above');
  });

  it('gives every row an id of its own that a change of the book leaves as it is', () => {
    const before = everyNode(activityTree([shownBook('b', { 'rival.md': rival })], today));
    const ids = before.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const changed = { 'rival.md': rival, 'another.md': rival, 'l.md': log('2026-11-20', '50h liaison') };
    const after = new Set(everyNode(activityTree([shownBook('b', changed)], today)).map(({ id }) => id));
    assert.deepEqual(
      ids.filter((id) => !after.has(id)),
      [],
    );
  });

  it('has a level of books only where there are several', () => {
    const books = [shownBook('one', { 'book.md': page('type: book\ntitle: One') }), shownBook('two', {})];
    const tree = activityTree(books, today);
    assert.deepEqual(
      tree.map(({ kind, label }) => [kind, label]),
      [
        ['book', 'One'],
        ['book', 'book'],
      ],
    );
    const ids = everyNode(tree).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('shows a competitor with predictions under both of its activities', () => {
    const tree = activityTree([shownBook('b', { 'rival.md': rival })], today);
    const places = everyNode(tree).filter(({ label }) => label === 'Rival');
    assert.deepEqual(
      places.map(({ parent }) => parent?.label),
      ['Market intelligence', 'Competitor response'],
    );
  });

  it('counts hours and open items of an activity', () => {
    const tree = activityTree(
      [
        shownBook('b', {
          'l.md': log('2026-11-20', '90m market-intelligence'),
          'old.md': page('type: competitor\nthreat: high\nreviewed: 2026-01-01'),
        }),
      ],
      today,
    );
    const node = named(tree, 'Market intelligence');
    assert.equal(node.description, '1.5 h · 1 open');
    assert.match(node.tooltip, /1 h 30 min in the last 28 days\n1 problem\n1 page/);
  });

  it('lets only pages be marked as reviewed on which that means something', () => {
    const tree = activityTree([shownBook('b', { 'rival.md': rival, 'l.md': log('2026-11-20') })], today);
    assert.equal(named(tree, 'Rival').reviewable, true);
    const notes = everyNode(tree).filter(({ path }) => path === 'l.md' || path === 'book.md');
    assert.deepEqual(
      notes.map(({ reviewable }) => reviewable),
      [false, false],
    );
  });

  it('hands on titles as the plain texts that they are', () => {
    const title = '<img src=x onerror=alert(1)> [x](command:workbench.action.quit) $(flame)';
    const text = page(`type: segment\ntitle: '${title}'\nmanager: '${title}'`);
    const node = named(activityTree([shownBook('b', { 'hostile.md': text })], today), title);
    assert.equal(typeof node.tooltip, 'string');
    assert.ok(node.tooltip.includes(title));
  });
});
