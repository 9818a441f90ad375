import assert from 'node:assert/strict';
import { agendaOf } from '../../../src/core/analysis/agenda';
import { bookOf, lines, log, page, today } from '../support/books';
import { agendaTree, asText, everyNode, named, rows, shownBook } from './support';

describe('The agenda tree', () => {
  it('has everything dated by when it is due, with a countdown', () => {
    const files = {
      'log/a.md': `${log('2026-11-20')}${lines('- [ ] @me -> @sales: answer due:2026-11-19', '- [ ] call Peeters due:2026-11-23')}`,
      'show.md': page('type: trade-show\ntitle: Lyon\nstatus: approved\nstart: 2026-12-08\nend: 2026-12-10'),
      'gate.md': page(
        'type: new-product\ntitle: CT2\nstatus: active\nstage: testing\ngate: 2026-11-29\ndue: 2027-06-01',
      ),
      'mp.md': page('type: marketing-plan\ntitle: MP\nstatus: draft\nsubmitBy: 2026-12-28'),
      'rival.md': page(
        'type: competitor\ntitle: Rival\nthreat: high\nreviewed: 2026-10-07\npredictions: [{move: Cut, by: 2026-11-30}]',
      ),
      'dealer.md': page('type: partner\ntitle: Dealer\nkind: dealer\ntier: A\nlastContact: 2026-10-25'),
    };
    assert.deepEqual(
      asText(agendaTree([shownBook(files)], today)),
      rows(`
        Overdue | 2 · you owe 1
          17 days late · Rival | review due
          4 days late · answer | you owe @sales · in “Time”
        Today | 1
          call Peeters | to do · in “Time”
        This week | 2
          24 Nov · Dealer | contact due · tomorrow
          29 Nov · CT2 | gate · in 6 days
        Next four weeks | 2
          30 Nov · Cut | move expected · in 7 days · in “Rival”
          8 Dec · Lyon | starts · in 15 days
        Later | 2
          28 Dec · MP | to submit · in 35 days
          1 Jun 2027 · CT2 | plan due · in 190 days
      `),
    );
  });

  it('marks commitments, so that their rows can close them', () => {
    const files = { 'n.md': page('type: segment\ntitle: N', lines('- [ ] @rnd: report due:2026-11-20')) };
    const node = named(agendaTree([shownBook(files)], today), '3 days late · report');
    assert.deepEqual([node.kind, node.commitment, node.path], ['commitment', 'rnd>me: report', 'n.md']);
  });

  it('gives equal items of one page ids of their own', () => {
    const files = {
      'n.md': page(
        'type: segment\ntitle: N',
        lines('- [ ] call due:2026-11-24', '- [ ] call due:2026-11-25'),
      ),
    };
    const ids = everyNode(agendaTree([shownBook(files)], today)).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('is of the day that is asked for, after others were', () => {
    const book = bookOf({ 'n.md': page('type: voice\ncustomer: C\nreceived: 2026-11-20\nsentiment: -1') });
    const show = (day: string): number => agendaOf(book, day).length;
    assert.deepEqual([show(today), show('2026-11-24'), show(today)], [1, 1, 1]);
    const rival = bookOf({ 'r.md': page('type: competitor\nthreat: high\nreviewed: 2026-11-23') });
    assert.deepEqual([agendaOf(rival, '2026-11-22').length, agendaOf(rival, today).length], [0, 1]);
  });
});
