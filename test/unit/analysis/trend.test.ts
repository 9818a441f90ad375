import assert from 'node:assert/strict';
import { theilSenSlope, trendsOf, weeklyBalances } from '../../../src/core/analysis/trend';
import { addDays } from '../../../src/core/model/calendarDate';
import { bookOf, type Files, findingsOf, log, page, today } from '../support/books';
import { english } from '../support/english';

const firstMonday = '2026-10-05';

/** One log page a week, on Mondays from the first of the eight on: 1,000 minutes, so many per thousand of them daily. */
function weeks(...daily: (number | undefined)[]): Files {
  return Object.fromEntries(
    daily.flatMap((minutes, week) => {
      if (minutes === undefined) return [];
      const day = addDays(firstMonday, 7 * week);
      return [
        [`log/${day}.md`, log(day, `${minutes}m liaison`, `${800 - minutes}m promotion`, '200m exploration')],
      ];
    }),
  );
}

function dailyTrend(files: Files, settings = '') {
  const trends = trendsOf(bookOf({ ...files, 'book.md': page(`type: book\n${settings}`) }), today);
  const [daily] = trends;
  assert.ok(daily?.horizon === 'daily');
  return daily;
}

function isAbout(actual: number | null, expected: number): void {
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);
}

describe('the Theil–Sen slope', () => {
  it('is the median of the slopes between all pairs', () => {
    // Slopes: 1, 5, 3, 9, 4, -1; sorted -1 1 3 4 5 9.
    assert.equal(
      theilSenSlope([
        [0, 0],
        [1, 1],
        [2, 10],
        [3, 9],
      ]),
      3.5,
    );
    // Slopes: 2, 1, 0.
    assert.equal(
      theilSenSlope([
        [0, 0],
        [1, 2],
        [2, 2],
      ]),
      1,
    );
  });

  it('is not moved by one outlier', () => {
    assert.equal(
      theilSenSlope([
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 300],
        [4, 4],
        [5, 5],
        [6, 6],
      ]),
      1,
    );
  });

  it('takes gaps between weeks for what they are', () => {
    assert.equal(
      theilSenSlope([
        [0, 0],
        [4, 8],
      ]),
      2,
    );
  });
});

describe('the trend of a horizon', () => {
  it('looks at eight calendar weeks, the current one included', () => {
    const all = weeklyBalances(bookOf(weeks(500)), today);
    assert.deepEqual([all.length, all[0]?.monday, all[7]?.monday], [8, firstMonday, '2026-11-23']);
    assert.deepEqual(
      all.map(({ counted }) => counted),
      [true, false, false, false, false, false, false, false],
    );
  });

  it('counts a week from ten hours on', () => {
    const book = bookOf({
      'log/a.md': log('2026-11-16', '599m liaison'),
      'log/b.md': log('2026-11-09', '600m liaison'),
      'log/c.md': log('2026-11-02', '599m liaison', '60m gardening'),
    });
    assert.deepEqual(
      weeklyBalances(book, today).map(({ counted }) => counted),
      [false, false, false, false, false, true, false, false],
    );
  });

  it('is none below five counted weeks', () => {
    const { weeks: counted, slope, drifting } = dailyTrend(weeks(460, 480, 500, 520));
    assert.deepEqual([counted, slope, drifting], [4, null, false]);
  });

  it('drifts from five points in seven weeks on, away from the middle', () => {
    // 0.05 / 7 of 1,000 minutes is 7.142… a week.
    const rising = dailyTrend(weeks(490, 498, 506, 514, 522, 530, 538, 546));
    isAbout(rising.slope, 0.008);
    assert.deepEqual([rising.drifting, rising.side, rising.weeksOut], [true, 'above', 0]);
    const slower = dailyTrend(weeks(490, 497, 504, 511, 518, 525, 532, 539));
    isAbout(slower.slope, 0.007);
    assert.equal(slower.drifting, false);
  });

  it('does not drift when it moves back to the middle', () => {
    const falling = dailyTrend(weeks(546, 538, 530, 522, 514, 506, 498, 490));
    isAbout(falling.slope, -0.008);
    assert.deepEqual([falling.drifting, falling.side], [false, 'above']);
  });

  it('drifts downwards too', () => {
    const falling = dailyTrend(weeks(460, 452, 444, 436, 428, 420, 412, 404));
    assert.deepEqual([falling.drifting, falling.side], [true, 'below']);
  });

  it('does not drift where the latest week is at the middle', () => {
    const { drifting, side } = dailyTrend(weeks(415, 425, 435, 445, 475));
    assert.deepEqual([drifting, side], [false, 'middle']);
  });

  it('drifts when three of the last four counted weeks were out of the band', () => {
    assert.equal(dailyTrend(weeks(500, 500, 500, 500, 560, 500, 560, 560)).drifting, true);
    assert.equal(dailyTrend(weeks(500, 500, 500, 560, 500, 500, 560, 560)).drifting, false);
    assert.equal(dailyTrend(weeks(500, 500, undefined, 560, 500, undefined, 560, 560)).drifting, true);
  });

  it('takes a share on the bound for inside', () => {
    assert.equal(dailyTrend(weeks(550, 550, 550, 550, 550)).weeksOut, 0);
    assert.equal(dailyTrend(weeks(551, 551, 551, 551, 551)).weeksOut, 4);
  });

  it('takes the band of the book', () => {
    assert.equal(dailyTrend(weeks(550, 550, 550, 550, 550), 'balance: {daily: [10, 20]}').drifting, true);
  });

  it('leaves out what is after today in the current week', () => {
    const book = bookOf({ ...weeks(500, 500, 500, 500, 500), 'log/x.md': log('2026-11-25', '20h liaison') });
    assert.equal(trendsOf(book, today)[0]?.weeks, 5);
  });
});

describe('time-drifting', () => {
  it('stands on the type line of book.md and says where the time goes', () => {
    const findings = findingsOf('time-drifting', weeks(490, 498, 506, 514, 522, 530, 538, 546));
    assert.deepEqual(
      findings.map(({ path, range, severity, message }) => [
        path,
        range.start,
        severity,
        english.say(message),
      ]),
      [
        [
          'book.md',
          { line: 1, character: 0 },
          'information',
          'Daily work drifts up: +0.8 points a week over 8 counted weeks (40–55 %). Plan less of it from next week on.',
        ],
      ],
    );
  });
});
