import assert from 'node:assert/strict';
import { log, page, today } from '../support/books';
import { english } from '../support/english';
import { activitiesTree, asText, everyNode, named, rows, shownBook } from './support';

const rival = page(
  'type: competitor\ntitle: Rival\nthreat: high\nreviewed: 2026-11-20\npredictions:\n  - {move: M, probability: 0.1, by: 2027-01-01}',
);

describe('The activity tree', () => {
  it('tells state and share of each horizon in words', () => {
    const tree = activitiesTree(
      [shownBook({ 'l.md': log('2026-11-20', '20h liaison', '10h promotion', '10h exploration') })],
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
    const [daily] = activitiesTree([shownBook({ 'l.md': log('2026-11-20', '2h liaison') })], today);
    assert.equal(daily?.description, 'not enough data');
    assert.match(daily?.tooltip.join('\n') ?? '', /38 h more to be logged/);
  });

  it('shows a share just out of its band with the digits that tell', () => {
    const files = { 'l.md': log('2026-11-20', '5501m liaison', '2499m promotion', '2000m exploration') };
    const [daily] = activitiesTree([shownBook(files)], today);
    assert.equal(daily?.description, '55.01 % of 40–55 % · above');
  });

  it('gives every row an id of its own that a change of the book leaves as it is', () => {
    const before = everyNode(activitiesTree([shownBook({ 'rival.md': rival })], today));
    const ids = before.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const changed = { 'rival.md': rival, 'another.md': rival, 'l.md': log('2026-11-20', '50h liaison') };
    const after = new Set(everyNode(activitiesTree([shownBook(changed)], today)).map(({ id }) => id));
    assert.deepEqual(
      ids.filter((id) => !after.has(id)),
      [],
    );
  });

  it('has a level of books only where there are several', () => {
    const books = [shownBook({ 'book.md': page('type: book\ntitle: One') }, 'one'), shownBook({}, 'two')];
    const tree = activitiesTree(books, today);
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
    const tree = activitiesTree([shownBook({ 'rival.md': rival })], today);
    assert.deepEqual(
      everyNode(tree)
        .filter(({ label }) => label === 'Rival')
        .map(({ parent }) => english.say(parent?.label ?? '')),
      ['Market intelligence', 'Competitor response'],
    );
  });

  it('has time, due items and pages of an activity', () => {
    const files = {
      'l.md': log('2026-11-20', '90m market-intelligence'),
      'old.md': page('type: competitor\ntitle: Old\nthreat: high\nreviewed: 2026-10-01'),
      'fresh.md': page('type: competitor\ntitle: Fresh\nthreat: high\nreviewed: 2026-11-20'),
    };
    const node = named(activitiesTree([shownBook(files)], today), 'Market intelligence');
    assert.deepEqual(
      asText([node]),
      rows(`
        Market intelligence | 1 late · 1 h 30 min
          Due | 1
            23 days late · Old | review due
          Fresh | high · reviewed 3 days ago
          Old | high · reviewed 53 days ago
      `),
    );
    assert.match(
      node.tooltip.join('\n'),
      /1 h 30 min \(100 % of all\), last 4 weeks\n1 item due this week, 1 late\n1 problem in the Problems panel\n2 pages/,
    );
  });

  it('looks at this week, at the book’s window and at the quarter', () => {
    const files = {
      'a.md': log('2026-11-23', '1h liaison'),
      'b.md': log('2026-11-20', '50h liaison'),
      'c.md': log('2026-10-02', '49h exploration'),
    };
    const shares = (['week', 'window', 'quarter'] as const).map((window) =>
      activitiesTree([shownBook(files)], today, window).map(
        ({ description }) => description.split(' of ')[0],
      ),
    );
    assert.deepEqual(shares, [
      ['100 % so far', '0 % so far', '0 % so far'],
      ['100 %', '0 %', '0 %'],
      ['51 %', '0 %', '49 %'],
    ]);
  });

  it('puts many log pages into their months', () => {
    const days = Array.from({ length: 13 }, (_, index) => `2026-${index < 3 ? '10' : '11'}-${index + 10}`);
    const files = Object.fromEntries(days.map((day) => [`log/${day}.md`, log(day)]));
    const node = named(activitiesTree([shownBook(files)], today), 'Daily logs');
    assert.deepEqual(
      node.children.map(({ label, description }) => `${label} ${description}`),
      ['Nov 2026 10', 'Oct 2026 3'],
    );
  });

  it('lets only pages be marked as reviewed on which that means something', () => {
    const tree = activitiesTree([shownBook({ 'rival.md': rival, 'l.md': log('2026-11-20') })], today);
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
    const node = named(activitiesTree([shownBook({ 'hostile.md': text })], today), title);
    assert.equal(node.label, title);
    assert.match(node.tooltip[0] ?? '', /: <img src=x onerror=alert\(1\)> \[x\]\(command:/);
  });

  it('makes rows only when they are asked for', () => {
    let looked = 0;
    const book = shownBook({ 'rival.md': rival });
    const index = new Proxy(book.index, {
      get(target, name) {
        if (name === 'pagesOfType' || name === 'pages') looked++;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const tree = activitiesTree([{ ...book, index }], today);
    const atRoot = looked;
    assert.ok(tree[0]?.children.length);
    assert.ok(looked > atRoot);
    const opened = looked;
    assert.ok(tree[0]?.children.length);
    assert.equal(looked, opened);
  });
});
