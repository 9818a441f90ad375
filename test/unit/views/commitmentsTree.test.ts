import assert from 'node:assert/strict';
import { lines, page, today } from '../support/books';
import { asText, commitmentsTree, everyNode, named, rows, shownBook } from './support';

const notes = (...all: string[]): string => page('type: segment\ntitle: Notes', lines(...all));

describe('The commitment tree', () => {
  it('has departments in both directions with reliability, those that wait for us first', () => {
    const tree = commitmentsTree(
      [
        shownBook({
          'n.md': notes(
            '- [ ] @rnd -> @me: report due:2026-11-13',
            '- [ ] @rnd: samples due:2026-12-04',
            '- [ ] @me -> @sales: answer due:2026-11-19 was:2026-11-12',
            '- [x] @me -> @sales: list due:2026-11-10 done:2026-11-09',
            '- [ ] @me -> @finance: forecast due:2026-11-23',
            '- [ ] @service: a drawing',
          ),
        }),
      ],
      today,
    );
    assert.deepEqual(
      asText(tree),
      rows(`
        @sales | 4 days late: you owe 1
          I owe them | 1 · 1 late · kept 1 of 2
            [ ] 4 days late · answer | in “Notes”
        @rnd | 10 days late: owes you 2
          They owe me | 2 · 1 late · kept 0 of 1
            [ ] 10 days late · report | in “Notes”
            [ ] 4 Dec · samples | in “Notes”
        @finance | you owe 1
          I owe them | 1
            [ ] today · forecast | in “Notes”
        @service | owes you 1
          They owe me | 1
            [ ] no day · a drawing | in “Notes”
      `),
    );
    assert.ok(named(tree, 'answer').tooltip.includes('first promised for Thu 12 Nov'));
  });

  it('has what others owe each other, and what one owes oneself, apart', () => {
    const files = {
      'n.md': notes('- [ ] @rnd -> @sales: units due:2026-11-20', '- [ ] @me -> @me: think due:2026-12-01'),
    };
    assert.deepEqual(
      asText(commitmentsTree([shownBook(files)], today)),
      rows(`
        To myself | 1
          [ ] 1 Dec · think | in “Notes”
        Between departments | 1 · 1 late
          [ ] 3 days late · units | @rnd owes @sales · in “Notes”
      `),
    );
  });

  it('judges reliability from five promises on', () => {
    const kept = Array.from({ length: 5 }, (_, index) => {
      const day = `2026-11-${10 + index}`;
      return `- [x] @rnd: part ${index} due:${day} done:${index < 3 ? day : '2026-11-20'}`;
    });
    const tree = commitmentsTree([shownBook({ 'n.md': notes(...kept) })], today);
    const group = named(tree, 'They owe me');
    assert.equal(group.description, '0 · kept 3 of 5');
    assert.equal(group.color, 'statusBook.attention');
    assert.ok(group.tooltip.includes('Kept 3 of 5 promises of the last 90 days in time: 60 %'));
    assert.equal(named(tree, '@rnd').description, 'nothing open');
  });

  it('leaves out what is done, what is invalid, and pages that are closed', () => {
    const plan = page('type: improvement\ntitle: P\nstatus: done', lines('- [ ] @rnd: late due:2026-12-01'));
    const files = { 'n.md': notes('- [x] @rnd: done', '- [ ] @nobody: x due:2026-12-01'), 'p.md': plan };
    assert.deepEqual(asText(commitmentsTree([shownBook(files)], today)), []);
  });

  it('keeps what was ticked just now in sight, with its tick', () => {
    const files = { 'n.md': notes('- [x] @rnd: report due:2026-11-20 done:2026-11-23') };
    const tree = commitmentsTree([shownBook(files)], today, (_root, { path }, key) => {
      return path === 'n.md' && key === 'rnd>me: report';
    });
    const [row] = named(tree, 'They owe me').children;
    assert.deepEqual([row?.checked, row?.description], [true, 'kept today · in “Notes”']);
  });

  it('leaves departments in their places when something is ticked', () => {
    const order = (finance: string): string[] => {
      const files = { 'n.md': notes(finance, '- [ ] @me -> @sales: b due:2026-11-21') };
      return commitmentsTree([shownBook(files)], today, () => true).map(({ label }) => label);
    };
    const before = order('- [ ] @me -> @finance: a due:2026-11-20');
    assert.deepEqual(before, ['@finance', '@sales']);
    assert.deepEqual(order('- [x] @me -> @finance: a due:2026-11-20 done:2026-11-23'), before);
  });

  it('gives a commitment the same id when its day, its box or the lines above change', () => {
    const idsOf = (...all: string[]): string[] =>
      everyNode(commitmentsTree([shownBook({ 'n.md': notes(...all) })], today, () => true))
        .filter(({ kind }) => kind === 'commitment')
        .map(({ id }) => id);
    const before = idsOf('- [ ] @rnd: a due:2026-12-01', '- [ ] @rnd: a due:2026-12-02');
    assert.equal(new Set(before).size, 2);
    const after = idsOf(
      '',
      'Text.',
      '',
      '- [x] @rnd: a due:2026-12-05 was:2026-12-01',
      '- [ ] @rnd: a due:2026-12-06',
    );
    assert.deepEqual(new Set(after), new Set(before));
  });
});
