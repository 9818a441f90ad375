import assert from 'node:assert/strict';
import { balanceOf, windowStart } from '../../../src/core/analysis/balance';
import { bookOf, type Files, findingsOf, inBrief, log, page, today } from '../support/books';
import { english } from '../support/english';

/** Log pages that each hold one entry, of so many minutes on an activity of each horizon, on days of their own. */
function logged(daily: number, short: number, long: number): Files {
  return {
    'log/2026-11-18.md': log('2026-11-18', `${daily}m liaison`),
    'log/2026-11-19.md': log('2026-11-19', `${short}m promotion`),
    'log/2026-11-20.md': log('2026-11-20', `${long}m exploration`),
  };
}

function states(daily: number, short: number, long: number, settings = ''): string[] {
  const book = bookOf({ ...logged(daily, short, long), 'book.md': page(`type: book\n${settings}`) });
  return balanceOf(book, today).horizons.map(({ state }) => state);
}

describe('the balance of a window', () => {
  it('adds up minutes by activity and horizon', () => {
    const balance = balanceOf(
      bookOf({
        'log/a.md': log(
          '2026-11-20',
          '9:00-10:15 liaison',
          '45m liaison',
          '2h budget-control',
          '1h promotion',
        ),
        'log/b.md': log('2026-11-23', '1.5h exploration', '13:00-? liaison', '30m gardening'),
      }),
      today,
    );
    const minutes = Object.fromEntries(balance.activities.map(({ id, minutes: spent }) => [id, spent]));
    assert.equal(minutes.liaison, 120);
    assert.equal(minutes['budget-control'], 120);
    assert.equal(minutes.promotion, 60);
    assert.equal(minutes.exploration, 90);
    assert.deepEqual(
      balance.horizons.map(({ id, minutes: spent, share }) => [id, spent, share]),
      [
        ['daily', 240, 240 / 390],
        ['short', 60, 60 / 390],
        ['long', 90, 90 / 390],
      ],
    );
    assert.deepEqual([balance.totalMinutes, balance.unclassifiedMinutes], [390, 30]);
  });

  it('takes breaks off, below zero, too, where nothing else is logged on their activity', () => {
    const book = bookOf({
      'log/a.md': log(
        '2026-11-20',
        '-30m liaison: break',
        '1h promotion',
        '2h exploration',
        '-30m exploration',
      ),
    });
    const { horizons, totalMinutes } = balanceOf(book, today);
    assert.deepEqual(
      horizons.map(({ minutes, share }) => [minutes, share]),
      [
        [-30, -0.25],
        [60, 0.5],
        [90, 0.75],
      ],
    );
    assert.equal(totalMinutes, 120);
  });

  it('begins 27 days before today and ends with it', () => {
    const book = bookOf({
      'log/a.md': log('2026-10-26', '1h liaison'),
      'log/b.md': log('2026-10-27', '2h liaison'),
      'log/c.md': log('2026-11-23', '4h liaison'),
      'log/d.md': log('2026-11-24', '8h liaison'),
    });
    assert.equal(windowStart(book, today), '2026-10-27');
    const { from, to, totalMinutes } = balanceOf(book, today);
    assert.deepEqual([from, to, totalMinutes], ['2026-10-27', '2026-11-23', 360]);
  });

  it('is as long as the book says', () => {
    const book = bookOf({
      'book.md': page('type: book\nbalance: {windowDays: 1}'),
      'log/a.md': log('2026-11-22', '1h liaison'),
      'log/b.md': log('2026-11-23', '2h liaison'),
    });
    assert.equal(balanceOf(book, today).totalMinutes, 120);
  });

  it('leaves out what is after today in any period', () => {
    const book = bookOf({
      'log/a.md': log('2026-11-23', '1h liaison'),
      'log/b.md': log('2026-11-24', '2h liaison'),
    });
    const { to, totalMinutes } = balanceOf(book, today, '2026-11-01', '2026-11-30');
    assert.deepEqual([to, totalMinutes], ['2026-11-30', 60]);
  });

  it('counts every log page of a day, wherever its file is, and none without a date', () => {
    const book = bookOf({
      'x.md': log('2026-11-20', '1h liaison'),
      'log/2026-11-20.md': log('2026-11-20', '2h liaison'),
      'log/y.md': log('soon', '4h liaison'),
    });
    assert.equal(balanceOf(book, today).totalMinutes, 180);
  });

  it('is judged from forty hours on', () => {
    const below = balanceOf(bookOf(logged(1199, 720, 480)), today);
    assert.deepEqual([below.judged, below.missingMinutes, below.totalMinutes], [false, 1, 2399]);
    assert.deepEqual(
      below.horizons.map(({ state, deviation }) => [state, deviation]),
      Array(3).fill(['no-data', 0]),
    );
    assert.equal(below.horizons[0]?.share, 1199 / 2399);
    const enough = balanceOf(bookOf(logged(1200, 720, 480)), today);
    assert.deepEqual([enough.judged, enough.missingMinutes], [true, 0]);
  });

  it('has no share where nothing is logged, judged or not', () => {
    const { judged, horizons } = balanceOf(
      bookOf({ 'book.md': page('type: book\nbalance: {minimumHours: 0}') }),
      today,
    );
    assert.deepEqual(
      [judged, horizons.map(({ share, state }) => [share, state])],
      [false, Array(3).fill([null, 'no-data'])],
    );
  });

  for (const [minutes, expected] of [
    // Of 2,400 minutes: 40 % are 960, 55 % 1,320; 20 % 480, 30 % 720; 15 % 360, 25 % 600.
    [
      [1320, 720, 360],
      ['inside', 'inside', 'inside'],
    ],
    [
      [1321, 719, 360],
      ['above', 'inside', 'inside'],
    ],
    [
      [1080, 720, 600],
      ['inside', 'inside', 'inside'],
    ],
    [
      [1080, 719, 601],
      ['inside', 'inside', 'above'],
    ],
    [
      [1321, 720, 359],
      ['above', 'inside', 'below'],
    ],
    [
      [1320, 480, 600],
      ['inside', 'inside', 'inside'],
    ],
    [
      [1321, 479, 600],
      ['above', 'below', 'inside'],
    ],
    [
      [960, 840, 600],
      ['inside', 'above', 'inside'],
    ],
    [
      [959, 841, 600],
      ['below', 'above', 'inside'],
    ],
  ] as const) {
    it(`judges ${minutes.join(', ')} minutes as ${expected.join(', ')}`, () => {
      assert.deepEqual(states(...(minutes as unknown as [number, number, number])), expected);
    });
  }

  it('takes a share that floating point would put outside for what it is', () => {
    // 0.07 · 2400 is 168.00000000000003 in floating point.
    assert.equal(states(168, 1632, 600, 'balance: {daily: [7, 7], short: [68, 68]}')[0], 'inside');
    assert.equal(states(168, 1632, 600, 'balance: {daily: [7, 7], short: [68, 68]}')[1], 'inside');
  });

  it('takes the bands of the book', () => {
    assert.deepEqual(states(2400, 0, 0, 'balance: {daily: [100, 100], short: [0, 0], long: [0, 0]}'), [
      'inside',
      'inside',
      'inside',
    ]);
  });
});

describe('time-unbalanced', () => {
  const at = (daily: number, short: number, long: number): string[] =>
    inBrief(findingsOf('time-unbalanced', logged(daily, short, long)));

  it('is information below two points outside, a warning from two points on', () => {
    // Of 10,000 minutes: 5,699 are 1.99 points above 55 %, 5,700 are 2.
    assert.deepEqual(at(5699, 2301, 2000), ['log/2026-11-20.md:5 time-unbalanced information']);
    assert.deepEqual(at(5700, 2300, 2000), ['log/2026-11-20.md:5 time-unbalanced warning']);
    assert.deepEqual(at(4501, 3000, 2499), []);
    // 1,301 are 1.99 points below 15 %, 1,300 are 2.
    assert.deepEqual(at(5500, 2999, 1501), []);
    assert.deepEqual(at(5500, 3199, 1301), [
      'log/2026-11-20.md:5 time-unbalanced information',
      'log/2026-11-20.md:5 time-unbalanced information',
    ]);
    assert.deepEqual(at(5500, 3200, 1300), [
      'log/2026-11-20.md:5 time-unbalanced warning',
      'log/2026-11-20.md:5 time-unbalanced warning',
    ]);
  });

  it('stands on the heading Time of the newest log page and points at the band of the book', () => {
    const [finding] = findingsOf('time-unbalanced', {
      ...logged(5700, 2300, 2000),
      'book.md': page('type: book\nbalance:\n  daily: [40, 55]'),
      'log/2026-11-24.md': log('2026-11-24', '1h liaison'),
    });
    assert.deepEqual(finding?.range, { start: { line: 4, character: 3 }, end: { line: 4, character: 7 } });
    assert.deepEqual(english.spoken(finding?.related), [
      {
        path: 'book.md',
        range: { start: { line: 3, character: 9 }, end: { line: 3, character: 17 } },
        message: 'The band of Daily work: 40–55 %',
      },
    ]);
  });

  it('says by how much, and what to do', () => {
    const [finding] = findingsOf('time-unbalanced', logged(5700, 2300, 2000));
    assert.equal(
      english.say(finding?.message ?? ''),
      'Daily work took 57 % of the last 28 days, 2 points above its band of 40–55 %. Move 3 h 20 min of it to short-term work, or drop 7 h 25 min.',
    );
  });
});
