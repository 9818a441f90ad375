import assert from 'node:assert/strict';
import { page, today } from '../support/books';
import { asText, filterTree, marketTree, productsTree, rows, shownBook } from './support';

const competitor = (title: string, threat: string): string =>
  page(`type: competitor\ntitle: ${title}\nthreat: ${threat}\nreviewed: 2026-10-07`);
const book = shownBook({
  'pure.md': competitor('PureNorth', 'high'),
  'cafe.md': competitor('Café Pur', 'low'),
  'other.md': competitor('Other', 'low'),
});

describe('The filter of a view', () => {
  const filtered = (text: string): string[] => asText(filterTree(marketTree([book], today), text).nodes);

  it('keeps rows that hold all words, in their groups, whatever capitals and accents', () => {
    assert.deepEqual(
      filtered('CAFE pur'),
      rows(`
        Low threat | 2
          Café Pur | reviewed 47 days ago
      `),
    );
  });

  it('also looks at descriptions, file names and the groups above', () => {
    assert.deepEqual(filtered('17 days'), filtered('high threat'));
    assert.deepEqual(filtered('other.md').length, 2);
  });

  it('counts the rows that match, and opens their groups', () => {
    const { nodes, matches } = filterTree(marketTree([book], today), 'pur');
    assert.equal(matches, 2);
    assert.deepEqual(
      nodes.map(({ expanded }) => expanded),
      [true, true],
    );
  });

  it('keeps nothing where nothing matches', () => {
    assert.deepEqual(filterTree(marketTree([book], today), 'xyz'), { nodes: [], matches: 0 });
  });

  it('gives groups other ids, so that what was open before is open again afterwards', () => {
    const all = marketTree([book], today);
    const { nodes } = filterTree(all, 'pur');
    assert.ok(nodes.every(({ id }) => all.every((node) => node.id !== id)));
    assert.ok(nodes.every(({ children, id }) => children.every(({ parent }) => parent?.id === id)));
  });

  it('leaves what is below a row that matches as it is', () => {
    const files = {
      'p.md': page(
        'type: product\ntitle: P\nhealth: on-track\nstage: growth\nupdated: 2026-11-20\ncompetitors: [r]',
      ),
      'r.md': competitor('Rival', 'high'),
    };
    const { nodes } = filterTree(productsTree([shownBook(files)], today), 'track');
    assert.deepEqual(
      asText(nodes),
      rows(`
        Without line | 1
          P | on track · updated 3 days ago
            Competitors | 1 · 1 late
              17 days late · Rival | reviewed 47 days ago
      `),
    );
  });
});
