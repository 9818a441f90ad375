import assert from 'node:assert/strict';
import { agendaOf } from '../../../src/core/analysis/agenda';
import { balanceOf } from '../../../src/core/analysis/balance';
import { shareText } from '../../../src/core/analysis/balanceWords';
import { figuresOf } from '../../../src/core/analysis/figures';
import { paceText } from '../../../src/core/analysis/figureWords';
import { sampleFiles } from '../report/support';
import { today } from '../support/books';
import { english } from '../support/english';
import {
  activitiesTree,
  agendaTree,
  commitmentsTree,
  everyNode,
  marketTree,
  named,
  productsTree,
  shownBook,
} from './support';

describe('The numbers of the views', () => {
  const sample = sampleFiles();
  const book = shownBook(sample);
  const figures = figuresOf(book.index, today);

  it('are those of the balance', () => {
    const { horizons } = balanceOf(book.index, today);
    assert.deepEqual(
      activitiesTree([book], today).map(({ description }) => description.split(' of ')[0]),
      horizons.map((horizon) => english.say(shareText(horizon))),
    );
  });

  it('are those of freshness, competitor by competitor', () => {
    const tree = everyNode(marketTree([book], today));
    const competitors = figures.freshness.filter(({ path }) => path.startsWith('competitors/'));
    assert.ok(competitors.length > 4);
    for (const { path, age, cadence, state } of competitors) {
      const row = tree.find((node) => node.kind === 'page' && node.path === path) ?? assert.fail(path);
      assert.equal(row.label.includes('late'), state !== 'fresh', path);
      assert.ok(
        row.tooltip.some((line) => line.endsWith(`due every ${cadence} days`)),
        path,
      );
      if (age > 1)
        assert.ok(
          row.tooltip.some((line) => line.startsWith(`Looked at ${age} days ago`)),
          path,
        );
    }
  });

  it('are those of trust, pair by pair', () => {
    const tree = commitmentsTree([book], today);
    const mine = figures.trust.filter(({ from, to }) => from === 'me' || to === 'me');
    assert.ok(mine.length > 5);
    for (const { from, to, kept, all } of mine) {
      const department = named(tree, `@${from === 'me' ? to : from}`);
      const group = named(department.children, from === 'me' ? 'I owe them' : 'They owe me');
      assert.ok(group.description.endsWith(`kept ${kept} of ${all}`), group.description);
    }
  });

  it('are those of pace, budget by budget', () => {
    const tree = everyNode(productsTree([book], today));
    for (const { path, pace } of figures.pace) {
      const row = tree.find((node) => node.kind === 'page' && node.path === path) ?? assert.fail(path);
      if (pace !== null)
        assert.ok(
          `${row.label} · ${row.description}`.includes(`sales ${english.say(paceText(pace))} of plan`),
          path,
        );
    }
  });

  it('are those of the agenda', () => {
    const counts = agendaTree([book], today).map(({ description }) => Number.parseInt(description, 10));
    const all = counts.reduce((sum, count) => sum + count, 0);
    assert.equal(all, agendaOf(book.index, today).length);
  });

  it('move together when a page changes', () => {
    const path = 'competitors/purenorth.md';
    const before = sample[path] ?? assert.fail();
    const fresh = shownBook({
      ...sample,
      [path]: before.replace('reviewed: 2026-10-07', 'reviewed: 2026-11-23'),
    });
    assert.equal(named(marketTree([book], today), 'High threat').description, '2 · 1 late');
    assert.equal(named(marketTree([fresh], today), 'High threat').description, '2');
    const overdue = (shown: typeof book): number =>
      Number.parseInt(named(agendaTree([shown], today), 'Overdue').description, 10);
    assert.equal(overdue(fresh), overdue(book) - 1);
    const due = (shown: typeof book): string =>
      named(activitiesTree([shown], today), 'Market intelligence').description;
    assert.deepEqual([due(book), due(fresh)], ['4 late · 13 h', '3 late · 13 h']);
  });
});
