import assert from 'node:assert/strict';
import { lines, page, today } from '../support/books';
import { asText, everyNode, named, productsTree, rows, shownBook } from './support';

const product = (title: string, health: string, more = ''): string =>
  page(`type: product\ntitle: ${title}\nstage: growth\nhealth: ${health}\nupdated: 2026-11-20\n${more}`);

const files = {
  'ro.md': product(
    'RO',
    'at-risk',
    'line: Sink\nsegments: [homes]\nregions: [benelux]\ncompetitors: [rival]',
  ),
  'us.md': product('US', 'on-track', 'line: Sink\nregions: [benelux, dach]'),
  'pro.md': product('Pro', 'off-track'),
  'old.md': page(
    'type: product\ntitle: Old\nstage: retired\nhealth: on-track\nupdated: 2020-01-01\nline: Sink',
  ),
  'homes.md': page('type: segment\ntitle: Homes\nneeds: [taste]'),
  'offices.md': page('type: segment\ntitle: Offices\nneeds: [volume]\nproducts: [ro]'),
  'benelux.md': page('type: region\ntitle: Benelux'),
  'rival.md': page('type: competitor\ntitle: Rival\nthreat: high\nreviewed: 2026-10-01'),
  'plan.md': page('type: improvement\ntitle: Quieter pump\nproducts: [ro]\nstatus: active\ndue: 2026-11-20'),
  'voice.md': page(
    'type: voice\ntitle: Hum\nproducts: [ro]\ncustomer: Inn\nreceived: 2026-11-20\nsentiment: -1',
  ),
  'budget.md': page(
    'type: budget\ntitle: Year\nproducts: [ro]\nstart: 2026-01-01\nend: 2026-12-31\nsales: {target: 1200, actuals: [{month: 2026-10, amount: 800}]}\nlines: [{item: Ads, planned: 120, actual: 100}]',
  ),
};

describe('The product tree', () => {
  it('groups by line: what wants care first, retired ones last', () => {
    assert.deepEqual(
      asText(productsTree([shownBook(files)], today), 2),
      rows(`
        Sink | 3 · 1 at risk
          at risk · RO | updated 3 days ago
          US | on track · updated 3 days ago
          Old | retired
        Without line | 1 · 1 off track
          off track · Pro | updated 3 days ago
      `),
    );
  });

  it('groups by segment, whichever side names the other', () => {
    const groups = productsTree([shownBook(files)], today, 'segment');
    assert.deepEqual(
      groups.map(({ label, children }) => [label, children.map((node) => node.label)]),
      [
        ['Homes', ['at risk · RO']],
        ['Offices', ['at risk · RO']],
        ['Without segment', ['off track · Pro', 'US', 'Old']],
      ],
    );
    const ids = everyNode(groups).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('groups by region; one that has no page goes by its id', () => {
    const groups = productsTree([shownBook(files)], today, 'region');
    assert.deepEqual(
      groups.map(({ label }) => label),
      ['Benelux', 'dach', 'Without region'],
    );
  });

  it('groups by health, the worst first', () => {
    const groups = productsTree([shownBook(files)], today, 'health');
    assert.deepEqual(
      groups.map(({ label, description }) => `${label} ${description}`),
      ['Off track 1', 'At risk 1', 'On track 1', 'Retired 1'],
    );
  });

  it('has under a product its plans, voices, competitors, budget pace and open commitments', () => {
    const promised = {
      'ro.md': `${files['ro.md']}${lines('- [ ] @rnd: report due:2026-11-20', '- [x] @rnd: done')}`,
    };
    const node = named(productsTree([shownBook({ ...files, ...promised })], today), 'RO');
    assert.deepEqual(
      asText(node.children),
      rows(`
        Plans | 1 · 1 late
          3 days late · Quieter pump | active
        Voices | 1 · 1 waiting
          reply in 27 days · Hum | Inn
        Competitors | 1 · 1 late
          23 days late · Rival | reviewed 53 days ago
        Budgets | 1 · 1 off plan
          sales 80 % of plan, behind · Year | spent 100 % of plan
        Commitments | 1 · 1 late
          3 days late · report | @rnd owes you · in “RO”
      `),
    );
  });

  it('tells when a product’s status is old', () => {
    const old = { 'p.md': product('P', 'on-track').replace('2026-11-20', '2026-10-01') };
    const { label, description } = named(productsTree([shownBook(old)], today), 'P');
    assert.deepEqual([label, description], ['status 23 days late · P', 'on track']);
  });

  for (const [health, updated, state] of [
    ['on-track', '2026-11-20', 'good'],
    ['on-track', '2026-10-01', 'attention'],
    ['on-track', '2026-06-01', 'alarm'],
    ['at-risk', '2026-06-01', 'alarm'],
    ['off-track', '2026-10-01', 'alarm'],
  ] as const) {
    it(`shows the worst of health and age: ${health}, updated on ${updated}, is ${state}`, () => {
      const book = shownBook({ 'p.md': product('P', health).replace('2026-11-20', updated) });
      assert.equal(named(productsTree([book], today), 'P').color, `statusBook.${state}`);
    });
  }

  it('calms nobody about a budget of which nothing is known', () => {
    const empty = files['budget.md'].replace(/, actuals: \[.*?\]/, '').replace(', actual: 100', '');
    const nodes = everyNode(productsTree([shownBook({ ...files, 'budget.md': empty })], today));
    const row = nodes.find(({ label }) => label === 'Year');
    assert.deepEqual([row?.description, row?.color], ['no actuals yet', undefined]);
  });

  it('is empty without products, so that the view can welcome the first', () => {
    assert.deepEqual(productsTree([shownBook({ 'rival.md': files['rival.md'] })], today), []);
  });
});
