import assert from 'node:assert/strict';
import { page, today } from '../support/books';
import { asText, marketTree, named, rows, shownBook } from './support';

const competitor = (title: string, threat: string, reviewed: string, more = ''): string =>
  page(`type: competitor\ntitle: ${title}\nthreat: ${threat}\nreviewed: ${reviewed}\n${more}`);

const voice = (title: string, received: string, sentiment: number, more = ''): string =>
  page(`type: voice\ntitle: ${title}\ncustomer: C\nreceived: ${received}\nsentiment: ${sentiment}\n${more}`);

describe('The market tree', () => {
  it('has competitors by threat with their freshness, the oldest first', () => {
    const tree = marketTree(
      [
        shownBook({
          'a.md': competitor('A', 'high', '2026-11-01'),
          'b.md': competitor('B', 'high', '2026-10-07'),
          'c.md': competitor('C', 'low', '2025-01-01'),
          'd.md': competitor('D', 'huge', '2026-11-01'),
          'e.md': page('type: competitor\ntitle: E\nthreat: high'),
        }),
      ],
      today,
    );
    assert.deepEqual(
      asText(tree),
      rows(`
        High threat | 3 · 1 late
          E | never reviewed
          17 days late · B | reviewed 47 days ago
          A | reviewed 22 days ago
        Low threat | 1 · 1 late
          511 days late, stale · C | reviewed 691 days ago
        Threat not told | 1
          D | reviewed 22 days ago
      `),
    );
    assert.deepEqual(
      ['A', 'B', 'C', 'E'].map((label) => named(tree, label).color),
      ['statusBook.good', 'statusBook.attention', 'statusBook.alarm', 'statusBook.closed'],
    );
    assert.ok(named(tree, 'B').tooltip.includes('Looked at 47 days ago, due every 30 days'));
  });

  it('has trends by impact, and tells when one is old', () => {
    const trend = (title: string, impact: number, observed: string): string =>
      page(`type: trend\ntitle: ${title}\nfactor: legal\nobserved: ${observed}\nimpact: ${impact}`);
    const files = { 'a.md': trend('A', 2, '2026-11-01'), 'b.md': trend('B', 5, '2026-05-01') };
    assert.deepEqual(
      asText(marketTree([shownBook(files)], today)),
      rows(`
        Trends | 2 · 1 late
          26 days late · B | impact 5
          A | impact 2 · observed 22 days ago
      `),
    );
  });

  it('has voices by reply clock: who waits longest first, settled ones apart', () => {
    const files = {
      'a.md': voice('A', '2026-11-20', -1, 'severity: 3'),
      'b.md': voice('B', '2026-11-20', -2, 'severity: 4'),
      'c.md': voice('C', '2026-11-18', 2),
      'd.md': voice('D', '2026-11-10', -1, 'replied: 2026-11-11'),
      'e.md': voice('E', '2026-11-10', -1, 'resolved: 2026-11-12'),
    };
    assert.deepEqual(
      asText(marketTree([shownBook(files)], today)),
      rows(`
        Voices | 1 late · 2 waiting
          reply 1 day late · B | C
          reply in 4 days · A | C
          C | not replied · received 5 days ago
          D | replied · received 13 days ago
          Resolved | 1
            E | resolved · received 13 days ago
      `),
    );
  });

  it('has the predictions without an outcome, those to settle first, and opens their places', () => {
    const predictions =
      'predictions:\n  - {move: Later, probability: 0.2, by: 2027-01-31}\n  - {move: Past, probability: 0.6, by: 2026-11-01}\n  - {move: Known, probability: 0.6, by: 2026-01-01, outcome: happened}';
    const tree = marketTree(
      [shownBook({ 'a.md': competitor('A', 'low', '2026-11-20', predictions) })],
      today,
    );
    const node = named(tree, 'Predictions');
    assert.deepEqual(
      asText([node]),
      rows(`
        Predictions | 2 · 1 to settle
          22 days late · Past | 60 % · A
          31 Jan 2027 · Later | in 69 days · 20 % · A
      `),
    );
    assert.equal(node.children[0]?.range?.start.line, 7);
    assert.match(node.tooltip.join('\n'), /1 of 10 resolved before they are rated/);
  });

  it('puts hundreds into parts that are named by their first and last', () => {
    const files = Object.fromEntries(
      Array.from({ length: 250 }, (_, index) => {
        const name = `C${String(index).padStart(3, '0')}`;
        return [`${name}.md`, competitor(name, 'low', '2026-11-01')];
      }),
    );
    const [low] = marketTree([shownBook(files)], today);
    assert.deepEqual(
      low?.children.map(({ label, children }) => `${label}: ${children.length}`),
      ['C000 – C099: 100', 'C100 – C199: 100', 'C200 – C249: 50'],
    );
  });
});
