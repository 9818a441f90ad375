import assert from 'node:assert/strict';
import { elapsedOf, isLeftRunning, mayRun, openTimersOf } from '../../../src/core/analysis/openTimers';
import {
  nextStart,
  readEnd,
  removeEntryEdits,
  retitleTimerEdits,
  roundedEnd,
  startTimerEdits,
  stopTimerEdits,
  switchTimerEdits,
} from '../../../src/core/edit/timer';
import type { Page, TimeEntry } from '../../../src/core/model/page';
import { applyEdits, type TextEdit } from '../../../src/core/model/text';
import { parsePage } from '../../../src/core/parse/parsePage';
import { bookOf, lines, log, page, today } from '../support/books';
import { english } from '../support/english';

const hour = 60;

const logPage = (text: string): Page => parsePage('log.md', text) as Page;

function edited(
  text: string,
  edit: (page: Page, text: string, open: TimeEntry) => readonly TextEdit[],
): string {
  const parsed = logPage(text);
  const open = parsed.entries.find((entry) => entry.open) as TimeEntry;
  return applyEdits(text, edit(parsed, text, open));
}

describe('Starting a timer', () => {
  it('adds an open range behind the last entry', () => {
    assert.equal(
      edited(log(today, '9:00-10:00 liaison'), (parsed, text) =>
        startTimerEdits(parsed, text, 13 * hour + 5, { activity: 'exploration', summary: 'two interviews' }),
      ),
      log(today, '9:00-10:00 liaison', '13:05-? exploration: two interviews'),
    );
  });

  it('adds the section and keeps the line endings where there is none', () => {
    const text = '---\r\ntype: log\r\ndate: 2026-11-23\r\n---\r\n\r\n# Monday\r\n';
    assert.equal(
      edited(text, (parsed, whole) => startTimerEdits(parsed, whole, 5, { activity: 'liaison' })),
      `${text}\r\n## Time\r\n\r\n- 0:05-? liaison\r\n`,
    );
  });

  it('is refused where it would not read back as meant', () => {
    assert.throws(
      () =>
        edited(log(today), (parsed, text) => startTimerEdits(parsed, text, 60, { activity: 'two words' })),
      RangeError,
    );
  });
});

describe('Stopping a timer', () => {
  const stopped = (entry: string, end: number): string =>
    edited(log(today, entry, '1h promotion'), (parsed, text, open) =>
      stopTimerEdits(parsed, text, open, end),
    );

  it('changes its question mark alone', () => {
    assert.equal(
      stopped('13:05-? liaison: [[a]]', 14 * hour),
      log(today, '13:05-14:00 liaison: [[a]]', '1h promotion'),
    );
    assert.equal(
      stopped('13:05 – ??? liaison', 14 * hour),
      log(today, '13:05 – 14:00 liaison', '1h promotion'),
    );
  });

  it('writes the day’s end and the next day as logs have them', () => {
    assert.equal(stopped('23:05-? liaison', 24 * hour), log(today, '23:05-24:00 liaison', '1h promotion'));
    assert.equal(
      stopped('23:05-? liaison', 24 * hour + 30),
      log(today, '23:05-0:30> liaison', '1h promotion'),
    );
  });

  it('ends the entry of an activity that only a title of the book names', () => {
    const text = log(today, '13:05-? Key accounts: call');
    const titled = logPage(text).invalidEntries[0]?.titled as TimeEntry;
    const entry = { ...titled, activity: 'accounts' };
    assert.equal(
      applyEdits(text, stopTimerEdits(logPage(text), text, entry, 14 * hour)),
      log(today, '13:05-14:00 Key accounts: call'),
    );
  });

  it('is refused before its start, and beyond the next day', () => {
    assert.throws(() => stopped('13:05-? liaison', 13 * hour), RangeError);
    assert.throws(() => stopped('13:05-? liaison', 48 * hour), RangeError);
  });

  it('leaves comments, notes and the rest of the page as they are', () => {
    const text = page(
      'type: log\ndate: 2026-11-23 # Monday',
      lines(
        '## Time',
        '',
        '* 9:00-? liaison: call',
        '  - a note',
        '',
        '<!-- 9:00-? liaison -->',
        '',
        '## Later',
        'x',
      ),
    );
    assert.equal(
      edited(text, (parsed, whole, open) => stopTimerEdits(parsed, whole, open, 10 * hour)),
      text.replace('* 9:00-? liaison', '* 9:00-10:00 liaison'),
    );
  });
});

describe('Switching a timer', () => {
  it('ends the one and starts the other at the same moment', () => {
    assert.equal(
      edited(log(today, '9:00-? liaison: call'), (parsed, text, open) =>
        switchTimerEdits(parsed, text, open, 9 * hour + 42, { activity: 'promotion' }),
      ),
      log(today, '9:00-9:42 liaison: call', '9:42-? promotion'),
    );
  });

  it('within its first minute gives it another activity, and keeps its words unless there are new ones', () => {
    const retitled = (summary: string): string =>
      edited(log(today, '9:00-? liaison: call'), (parsed, text, open) =>
        retitleTimerEdits(parsed, text, open, { activity: 'promotion', summary }),
      );
    assert.equal(retitled(''), log(today, '9:00-? promotion: call'));
    assert.equal(retitled('flyer'), log(today, '9:00-? promotion: flyer'));
  });
});

describe('Removing an entry', () => {
  const removed = (text: string): string =>
    edited(text, (parsed, whole, open) => removeEntryEdits(parsed, whole, open));

  it('takes its line and its notes', () => {
    const text = page(
      'type: log\ndate: 2026-11-23',
      lines('## Time', '- 9:00-? liaison', '  - note', '- 1h promotion'),
    );
    assert.equal(removed(text), page('type: log\ndate: 2026-11-23', lines('## Time', '- 1h promotion')));
  });

  it('works on a last line without line ending', () => {
    assert.equal(
      removed(log(today, '1h promotion', '9:00-? liaison').trimEnd()),
      log(today, '1h promotion').trimEnd(),
    );
  });
});

describe('The end of a timer', () => {
  it('is rounded to the nearest whole unit', () => {
    assert.equal(roundedEnd(600, 622, 15), 615);
    assert.equal(roundedEnd(600, 623, 15), 630);
    assert.equal(roundedEnd(605, 640, 30), 635);
  });

  it('is never rounded to nothing, and may pass midnight', () => {
    assert.equal(roundedEnd(600, 600, 15), 615);
    assert.equal(roundedEnd(600, 601, 30), 630);
    assert.equal(roundedEnd(1430, 1439, 30), 1460);
  });

  it('stays where nothing is to be rounded', () => {
    assert.equal(roundedEnd(600, 601, 0), 601);
  });

  it('is read as logs have it', () => {
    assert.deepEqual(readEnd(600, ' 17:45 '), { end: 1065 });
    assert.deepEqual(readEnd(600, '24:00'), { end: 1440 });
    assert.deepEqual(readEnd(600, '0:30>'), { end: 1470 });
  });

  it('says what is wrong with it', () => {
    for (const [text, problem] of [
      ['', /a time such as 17:45/],
      ['?', /a time such as 17:45/],
      ['1h', /a time such as 17:45/],
      ['17:45 x', /a time such as 17:45/],
      ['9:00', /9:00> for an end on the next day/],
      ['25:00', /not a time of day/],
    ] as const) {
      const read = readEnd(600, text);
      assert.match('problem' in read ? english.say(read.problem) : '', problem, text);
    }
  });

  it('is most likely where the next entry began', () => {
    const parsed = parsePage(
      'log.md',
      log(
        today,
        '8:00-9:00 liaison',
        '9:30-? liaison',
        '1h promotion',
        '12:00-13:00 liaison',
        '11:00-? liaison',
      ),
    ) as Page;
    assert.equal(nextStart(parsed, parsed.entries[1] as TimeEntry), 11 * hour);
    assert.equal(nextStart(parsed, parsed.entries[3] as TimeEntry), undefined);
  });
});

describe('The timers of a book', () => {
  const book = bookOf({
    'log/a.md': log('2026-11-23', '9:00-? liaison', '10:00-11:00 promotion', '11:30-? exploration'),
    'log/b.md': log('2026-11-22', '22:00-? promotion'),
    'log/c.md': log('2026-11-15', '9:00-? liaison'),
    'log/d.md': log('2026-11-24', '9:00-? liaison'),
    'note.md': page('type: trend', '- 9:00-? liaison\n'),
  });

  it('are the open ranges of the last week through today, the latest first', () => {
    assert.deepEqual(
      openTimersOf(book, today).map(({ date, start, daysAgo, entry }) => [
        date,
        start / hour,
        daysAgo,
        entry.activity,
      ]),
      [
        ['2026-11-23', 11.5, 0, 'exploration'],
        ['2026-11-23', 9, 0, 'liaison'],
        ['2026-11-22', 22, 1, 'promotion'],
      ],
    );
  });

  it('run on past midnight', () => {
    const [, , evening] = openTimersOf(book, today);
    assert.ok(evening);
    assert.equal(elapsedOf(evening, 30), 150);
    assert.equal(isLeftRunning(evening, 30), false);
  });

  it('were left running when nobody can still be at work', () => {
    const [, earlyToday, evening] = openTimersOf(book, today);
    assert.ok(earlyToday && evening);
    assert.equal(isLeftRunning(evening, 10 * hour - 1), false);
    assert.equal(isLeftRunning(evening, 10 * hour), true);
    assert.equal(isLeftRunning(earlyToday, 23 * hour), false);
  });

  it('of days before yesterday run no longer', () => {
    const old = bookOf({
      'log/a.md': log('2026-11-21', '9:00-? liaison'),
      'log/b.md': log('2026-11-22', '9:00-? liaison'),
    });
    assert.deepEqual(openTimersOf(old, today).map(mayRun), [true, false]);
  });

  it('may be entered ahead of the clock', () => {
    const [ahead] = openTimersOf(book, today);
    assert.ok(ahead);
    assert.equal(elapsedOf(ahead, 11 * hour), -30);
  });
});
