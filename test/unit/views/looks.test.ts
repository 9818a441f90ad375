import assert from 'node:assert/strict';
import { type RowState, stateLooks } from '../../../src/core/report/trees/stateLooks';
import { sampleFiles } from '../report/support';
import { today } from '../support/books';
import {
  activitiesTree,
  agendaTree,
  commitmentsTree,
  everyNode,
  marketTree,
  productsTree,
  type SpokenNode,
  shownBook,
} from './support';

describe('The rows of all views', () => {
  const book = shownBook(sampleFiles());
  const nodes: readonly SpokenNode[] = [
    activitiesTree,
    agendaTree,
    commitmentsTree,
    marketTree,
    productsTree,
  ].flatMap((tree) => everyNode(tree([book], today)));
  const states = Object.entries(stateLooks) as [RowState, (typeof stateLooks)[RowState]][];

  it('tell states by shape, not by colour alone', () => {
    const shapes = new Map<string, Set<string | undefined>>();
    for (const { icon, color } of nodes) {
      const colors = shapes.get(icon) ?? new Set();
      shapes.set(icon, colors.add(states.some(([, look]) => look.color === color) ? color : undefined));
    }
    for (const [, { icon, color }] of states)
      assert.deepEqual([...(shapes.get(icon) ?? [color])], [color], icon);
    for (const [icon, colors] of shapes) assert.equal(colors.size, 1, `${icon}: ${[...colors].join(', ')}`);
  });

  it('show every state somewhere in the sample book', () => {
    for (const [state, { color }] of states)
      assert.ok(
        nodes.some((node) => node.color === color),
        state,
      );
  });

  it('begin with how late something is', () => {
    const late = nodes.filter(
      ({ kind, color }) => kind !== 'group' && kind !== 'activity' && color === stateLooks.alarm.color,
    );
    assert.ok(late.length > 5);
    for (const { label } of late)
      assert.match(label, /^(?:reply |status )?\d+ days? late\b|^off track|^sales /);
  });
});
