import assert from 'node:assert/strict';
import { markdownOf } from '../../../src/core/report/document';
import { bookOf, type Files, log, page, today } from '../support/books';
import { refusal, review, sampleFiles, say } from './support';

/** The Markdown of one section. */
function sectionOf(name: string, files: Files, id = '2026-W48', day = today): string {
  const section = review(id, bookOf(files), day).sections.find((candidate) => candidate.name === name);
  assert.ok(section, `there is no section ${name}`);
  return markdownOf(section.blocks, say);
}

const competitor = (reviewed: string): string =>
  page(`type: competitor\nthreat: high\nreviewed: ${reviewed}`, '# Glow\n');

describe('the review', () => {
  it('shows each horizon with a bar, its share, band and the verdict of the window', () => {
    const files = { 'log/2026-11-23.md': log(today, '30h liaison', '6h marketing-plan', '14h exploration') };
    const text = sectionOf('time', files);
    const rows = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    assert.deepEqual(rows[2], [
      '',
      'Daily',
      '██████████▓▓▓▓█░░░░░░░░░░',
      '60 %',
      '30 h',
      '40–55 %',
      '**60 %, above**',
      '',
    ]);
    assert.deepEqual(rows[3]?.slice(3, 7), ['12 %', '6 h', '20–30 %', '**12 %, below**']);
  });

  it('lists activities by time, and those without any', () => {
    const text = sectionOf('time', {
      'log/2026-11-23.md': log(today, '1h liaison', '3h exploration', '1h nonsense'),
    });
    assert.match(text, /\| Exploration +\| +3 h \| +75 % \|\n\| Liaison +\| +1 h \| +25 % \|/);
    assert.match(text, /No time on Status book, .*\. 1 h on unknown activities are not counted\./);
  });

  it('tells that no time is logged', () => {
    assert.match(sectionOf('time', {}), /No time is logged yet\./);
    assert.match(
      sectionOf('summary', {}),
      /\*\*Time\*\*: nothing logged yet; last 28 days: 40 h more to be logged/,
    );
  });

  it('tells promises kept and broken in both directions', () => {
    const files = {
      'plans/p.md': page(
        'type: promotion\nstatus: active',
        '# Spring\n\n- [x] @me -> @sales: talk due:2026-11-17 done:2026-11-16\n- [ ] @rnd: report due:2026-11-18\n- [ ] @sales -> @rnd: list due:2026-11-10\n- [ ] @me -> @rnd: mix due:2026-11-25\n',
      ),
    };
    const text = sectionOf('commitments', files, '2026-W47');
    assert.match(
      text,
      /\*\*Broken \(1\)\*\*\n\n- @rnd → me: report \(promised for Wed 18 Nov, still open\) · \[\[p\|Spring\]\]/,
    );
    assert.match(
      text,
      /\*\*Overdue from before \(1\)\*\*\n\n- @sales → @rnd: list \(due Tue 10 Nov, 12 days ago\)/,
    );
    assert.match(text, /\*\*Kept \(1\)\*\*\n\n- me → @sales: talk \(done Mon 16 Nov, due Tue 17 Nov\)/);
    assert.match(text, /\*\*Due next \(1\)\*\*\n\n- me → @rnd: mix \(due Wed 25 Nov\)/);
    assert.match(text, /\| me → @sales +\| +1 of 1 \| +too few \|/);
  });

  it('tells who waits and for how long a reply has been due', () => {
    const voice = (received: string, more = ''): string =>
      page(
        `type: voice\ncustomer: Ann ${received}\nreceived: ${received}\nsentiment: -2\nseverity: 3\n${more}`,
      );
    const text = sectionOf('customers', {
      'voices/a.md': voice('2026-11-10'),
      'voices/b.md': voice('2026-11-16'),
      'voices/c.md': voice('2026-11-20', 'replied: 2026-11-23'),
    });
    assert.match(text, /\*\*Ann 2026-11-10\*\* since Tue 10 Nov: \*\*6 days over the limit of 7\*\*/);
    assert.match(text, /\*\*Ann 2026-11-16\*\* since Mon 16 Nov: due today/);
    assert.match(text, /\*\*Replied \(1\)\*\*\n\n- \*\*Ann 2026-11-20\*\* after 3 days/);
    assert.match(text, /Backlog: 23\.1 points, 22\.3 at the start\./);
  });

  it('tells what is stale in one line a kind, the oldest by its own cadence first', () => {
    const text = sectionOf('stale', {
      'competitors/a.md': competitor('2026-10-01'),
      'competitors/b.md': competitor('2026-08-01'),
      'competitors/c.md': competitor('2026-11-20'),
    });
    assert.equal(text, '- **Competitors**: [[b|Glow]] 114 days (of 30), [[a|Glow]] 53 days (of 30)');
  });

  it('tells what is stuck in the words of its findings, without advice', () => {
    const plan = page('type: response\nstatus: active\ndue: 2026-11-01', '# Answer\n');
    assert.equal(
      sectionOf('stuck', { 'plans/a.md': plan }),
      '- **[[a|Answer]]**: This plan was due on 2026-11-01, 22 days ago.',
    );
  });

  it('respects a rule that the book has switched off', () => {
    const plan = page('type: response\nstatus: active\ndue: 2026-11-01', '# Answer\n');
    const book = page('type: book\nrules: { plan-overdue: off }');
    assert.equal(sectionOf('stuck', { 'plans/a.md': plan, 'book.md': book }), 'Nothing: all plans move.');
  });

  it('tells what is left of this week and what comes next week, and no more', () => {
    const task = (due: string): string => `- [ ] ${due} due:${due}\n`;
    const days = ['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30', '2026-12-06', '2026-12-07'];
    const text = sectionOf('next-week', {
      'decisions/d.md': page('type: decision', days.map(task).join('')),
    });
    assert.equal(
      text,
      [
        '**Still this week**',
        '',
        '- Mon 23 Nov: to do: 2026-11-23 · [[d]]',
        '- Sun 29 Nov: to do: 2026-11-29 · [[d]]',
        '',
        '**Next week**',
        '',
        '- Mon 30 Nov: to do: 2026-11-30 · [[d]]',
        '- Sun 6 Dec: to do: 2026-12-06 · [[d]]',
      ].join('\n'),
    );
  });

  it('of a month goes on through the next one', () => {
    const files = {
      'decisions/d.md': page('type: decision', '- [ ] late due:2026-12-31\n- [ ] later due:2027-01-01\n'),
    };
    assert.equal(sectionOf('next-month', files, '2026-11'), '- Thu 31 Dec: to do: late · [[d]]');
    assert.equal(sectionOf('next-week', files, '2026-11'), 'Nothing is dated.');
  });

  it('of a past week is told as of its Sunday', () => {
    const files = { 'competitors/a.md': competitor('2026-10-22') };
    assert.match(sectionOf('summary', files, '2026-W46'), /^As of Sunday, 15 November 2026\./);
    assert.match(sectionOf('stale', files, '2026-W46'), /Nothing/);
    assert.match(sectionOf('stale', files, '2026-W47'), /31 days \(of 30\)/);
  });

  it('of a period that has not begun is refused', () => {
    assert.throws(() => review('2026-W49', {}), refusal(/Week 49 of 2026 has not begun yet/));
  });

  it('of a quarter tells the weeks, the drift, the trends seen and how well we predicted', () => {
    const files = sampleFiles();
    const time = sectionOf('time', files, '2026-Q4');
    assert.match(time, /\| 2026-W40 +\|/);
    assert.match(time, /\| 2026-W48 +\|/);
    assert.match(time, /- \*\*Daily\*\* drifts up: \+2\.2 points a week over 7 weeks/);
    const market = sectionOf('market', files, '2026-Q4');
    assert.match(market, /\[\[pfas-limits\|PFAS limits in drinking water\]\]/);
    assert.match(market, /Calibration: Brier score 0\.15 over 13 resolved predictions/);
  });

  it('counts what is too long to list', () => {
    const tasks = Array.from({ length: 40 }, (_, index) => `- [ ] @rnd: no ${index} due:2026-11-17\n`);
    const text = sectionOf(
      'commitments',
      { 'plans/p.md': page('type: response\nstatus: active', tasks.join('')) },
      '2026-W47',
    );
    assert.match(text, /\*\*Broken \(40\)\*\*/);
    assert.match(text, /- … and 28 more/);
  });

  it('of an empty book still has every section', () => {
    for (const id of ['2026-W48', '2026-11', '2026-Q4']) {
      for (const { blocks } of review(id, {}).sections) assert.notEqual(markdownOf(blocks, say), '');
    }
  });

  it('stands texts that look like marks, links, tasks and HTML', () => {
    const hostile = '<!-- status-book:end time --> <script>alert(1)</script> [[nowhere]] | `';
    const files = {
      'voices/v.md': page(`type: voice\ncustomer: '${hostile}'\nreceived: 2026-11-20\nsentiment: -1`),
      'plans/p.md': page('type: response\nstatus: active', `- [ ] @rnd: ${hostile} due:2026-11-24\n`),
    };
    const text = sectionOf('customers', files) + sectionOf('commitments', files);
    assert.ok(!/(?<!\\)<(?:!|script)/.test(text), text);
    assert.ok(!text.includes('[[nowhere]]'));
  });
});
