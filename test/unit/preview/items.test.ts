import assert from 'node:assert/strict';
import { lines, log, page } from '../support/books';
import { previewOf, readable, rendered } from './support';

const path = 'log/2026-11-23.md';

function body(...all: string[]): string {
  const files = { [path]: page('type: log\ndate: 2026-11-23', lines(...all)) };
  return rendered(files, path, false).replace(/^<table class="frontmatter">.*?<\/table>\n/s, '');
}

describe('time entries in the preview', () => {
  it('show how long, on which activity, and the summary as Markdown', () => {
    const html = body('## Work', '', '- 1h30m market-intelligence: two **dealers**');
    assert.equal(readable(html), 'Work 1 h 30 min Market intelligence two dealers');
    assert.match(html, /<strong>dealers<\/strong>/);
    assert.match(html, /class="status-book-activity status-book-daily" title="Daily: Collect/);
  });

  it('show ranges with their length, and running timers', () => {
    assert.equal(
      readable(body('- 8:30 - 9:00 status-book', '- 23:00-0:30> trade-show', '- 13:05-? new-product: gate')),
      '30 min 8:30–9:00 Status book 1 h 30 min 23:00–0:30> Trade shows running 13:05– New products gate',
    );
  });

  it('mark activities that the book does not know', () => {
    assert.match(
      body('- 1h travel'),
      /status-book-broken" title="This book does not know the activity."[^>]*>travel</,
    );
  });

  it('know the book’s own activities', () => {
    const files = {
      'book.md': page('type: book\nactivities: [{id: travel, title: On the road, horizon: short}]'),
      [path]: log('2026-11-23', '1h travel'),
    };
    assert.match(rendered(files, path), /status-book-activity status-book-short"[^>]*>On the road</);
  });

  it('know the book’s own activities by their titles, with a heading Time and without one', () => {
    const own = page('type: book\nactivities: [{id: accounts, title: Key accounts, horizon: short}]');
    for (const heading of ['## Time\n\n', '']) {
      const text = page('type: log\ndate: 2026-11-23', `${heading}- 1h Key accounts: call **Ines**\n`);
      const html = rendered({ 'book.md': own, [path]: text }, path, false);
      assert.match(html, /<li[^>]*status-book-item status-book-entry/);
      assert.match(readable(html), /1 h Key accounts call Ines$/);
      const foreign = rendered({ [path]: text }, path, false);
      assert.doesNotMatch(foreign, /status-book-item|status-book-total/);
      assert.match(readable(foreign), /1h Key accounts: call Ines$/);
    }
  });

  it('add the day up by horizon below the Time heading', () => {
    const html = body(
      '## Time',
      '',
      '- 1h status-book',
      '- 45m promotion',
      '- 30m travel',
      '- 9:00-?  liaison',
      '## Notes',
    );
    assert.match(
      readable(html),
      /^Time 2 h 15 min Daily 1 h Short-term 45 min 30 min on unknown activities and a running timer 1 h/,
    );
    assert.equal(html.match(/status-book-total/g)?.length, 1);
  });

  it('show no sum where nothing is logged', () => {
    assert.doesNotMatch(body('## Time', '', 'Nothing yet.'), /status-book-total/);
  });

  for (const [what, text] of [
    ['nested items', '- 1h liaison\n  - 2h liaison'],
    ['items in quotes', '> - 2h liaison'],
    ['items in code', '```\n- 2h liaison\n```'],
    ['items that are no entries', '- 2h liaison without colon'],
  ] as const) {
    it(`leave ${what} as they are written`, () => {
      assert.match(readable(body(text)), /2h liaison/);
    });
  }

  it('keep the lines behind the first one, and loose lists', () => {
    const html = body('- 1h liaison: one', '  two', '', '- 2h liaison', '', '  A note.');
    assert.equal(readable(html), '1 h Liaison one two 2 h Liaison A note.');
  });

  it('keep every other element and its place', () => {
    const text = page('type: log\ndate: 2026-11-23', lines('# A', '', '- 1h liaison: b', '- c', '', 'd'));
    const md = previewOf({});
    const places = md
      .parse(text, {})
      .flatMap(({ type, map }) => (map && type !== 'inline' ? [`${type} ${map[0]}`] : []));
    assert.deepEqual(places, [
      'status_book_card 0',
      'heading_open 4',
      'bullet_list_open 6',
      'list_item_open 6',
      'paragraph_open 6',
      'list_item_open 7',
      'paragraph_open 7',
      'paragraph_open 9',
    ]);
  });
});

describe('commitments in the preview', () => {
  it('show who owes whom, what, and every date', () => {
    const html = body(
      '- [ ] @rnd -> @sales: two **demo** units due:2026-12-05 made:2026-11-20 was:2026-12-01',
    );
    assert.equal(
      readable(html),
      '☐ rnd → sales two demo units due 5 Dec, in 12 days first promised for 1 Dec made 20 Nov',
    );
    assert.match(html, /status-book-department">rnd</);
  });

  it('mark those that are overdue, and those alone', () => {
    const overdue = (text: string): boolean => /status-book-badge status-book-stale/.test(body(text));
    assert.deepEqual(
      [
        '- [ ] @rnd: a due:2026-11-18',
        '- [ ] @rnd: a due:2026-11-23',
        '- [x] @rnd: a due:2026-11-18 done:2026-11-17',
        '- [ ] @rnd: a',
        '- [ ] @nobody: a due:2026-11-18',
      ].map(overdue),
      [true, false, false, false, false],
    );
    assert.match(readable(body('- [ ] @rnd: a due:2026-11-18')), /due 18 Nov, 5 days ago$/);
  });

  it('show what was kept with a tick', () => {
    assert.equal(
      readable(body('- [x] @me -> @sales: forecast due:2026-11-15 done:2026-11-14')),
      '☑ me → sales forecast due 15 Nov done 14 Nov',
    );
  });

  it('mark departments that the book does not know', () => {
    assert.match(
      body('- [ ] @legal: a'),
      /status-book-department status-book-broken" title="This book does not know the department.">legal</,
    );
  });

  it('stay as written where a date is impossible', () => {
    assert.equal(readable(body('- [ ] @rnd: a due:2026-13-05')), '[ ] @rnd: a due:2026-13-05');
  });

  it('leave ordinary tasks their text, with the day they are due', () => {
    assert.equal(
      readable(body('- [ ] call *Peeters* due:2026-11-24 today', '- [x] ask Lena')),
      '☐ call Peeters today due 24 Nov, tomorrow ☑ ask Lena',
    );
  });

  it('are seen in nested lists, and not in quotes', () => {
    assert.equal(
      readable(body('- a', '  - [ ] @rnd: b', '', '> - [ ] @rnd: c')),
      'a ☐ rnd → me b [ ] @rnd: c',
    );
  });
});

describe('items of a page whose book is not known', () => {
  it('are shown as they are written', () => {
    const md = previewOf({});
    const items = [
      '1h30m liaison: **a**',
      '9:00-? promotion',
      '[ ] @rnd -> @me: b due:2026-11-18',
      '[x] @rnd c',
      '[ ] call @sales due:2026-11-18',
    ];
    const text = page('type: log\ndate: 2026-11-23', lines(...items.map((item) => `- ${item}`)));
    assert.equal(
      readable(md.render(text, {})).replace(/^.*2026-11-23 /, ''),
      '1h30m liaison: a 9:00-? promotion [ ] @rnd -> @me: b due:2026-11-18 [x] @rnd c [ ] call @sales due:2026-11-18',
    );
  });
});
