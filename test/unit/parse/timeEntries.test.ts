import assert from 'node:assert/strict';
import type { InvalidEntry, Page, TimeEntry } from '../../../src/core/model/page';
import { parsePage } from '../../../src/core/parse/parsePage';
import { lines, page, textAt } from '../support/books';
import { english } from '../support/english';

function logPage(body: string): { text: string; page: Page } {
  const text = page('type: log\ndate: 2026-11-23', body);
  const parsed = parsePage('log/2026-11-23.md', text);
  assert.ok(parsed);
  return { text, page: parsed };
}

function read(entry: string): {
  entries: readonly TimeEntry[];
  invalid: readonly InvalidEntry[];
  text: string;
} {
  const { text, page: parsed } = logPage(lines('## Time', `- ${entry}`));
  return { entries: parsed.entries, invalid: parsed.invalidEntries, text };
}

/** The minutes of each entry of a body. */
function minutesIn(body: string): number[] {
  return logPage(body).page.entries.map(({ minutes }) => minutes);
}

describe('a time entry', () => {
  for (const [time, minutes] of [
    ['45m', 45],
    ['0m', 0],
    ['2h', 120],
    ['1h30m', 90],
    ['1h5m', 65],
    ['0h45m', 45],
    ['1.5h', 90],
    ['0.25h', 15],
    ['1.33h', 80],
    ['90m', 90],
    ['26h', 1560],
    ['09:00-10:15', 75],
    ['9:00-10:15', 75],
    ['8:30 - 9:00', 30],
    ['8:30– 9:00', 30],
    ['8:30–9:00', 30],
    ['9:00-9:00', 0],
    ['0:00-24:00', 1440],
    ['23:00-24:00', 60],
    ['23:00-0:30>', 90],
    ['22:00-22:00>', 1440],
    ['13:05-?', 0],
    ['13:05 - ?', 0],
    ['13:05-???', 0],
    ['1h 30m', 90],
    ['-30m', -30],
    ['-1h30m', -90],
    ['+30m', 30],
    ['9：00-10：15', 75],
    ['8:00am-9:30am', 90],
    ['8:00 am - 1:30 pm', 330],
    ['2:00-3:30 PM', 90],
    ['11:00-1:30 PM', 150],
    ['12:00-1:00 PM', 60],
    ['13:00-2:00pm', 60],
    ['9:00-10:15pm', 75],
    ['12:00am-1:00am', 60],
    ['9:00am-17:00', 480],
    ['<23:30-6:00', 390],
    ['<23:00-<23:30', 30],
    ['<11:30pm-6:00am', 390],
    ['11:00pm-0:30>', 90],
  ] as const) {
    it(`of ${time} counts ${minutes} minutes`, () => {
      const { entries, invalid } = read(`${time} liaison`);
      assert.deepEqual([entries.map((entry) => entry.minutes), invalid], [[minutes], []]);
    });
  }

  it('knows when it starts and ends, in minutes after midnight', () => {
    assert.deepEqual(
      ['9:00-10:15', '23:00-0:30>', '20:00-24:00', '13:05-?', '45m', '<23:30-6:00', '2:00-3:30 PM'].map(
        (time) => {
          const { start, end, open } = read(`${time} liaison`).entries[0] ?? {};
          return [start, end, open];
        },
      ),
      [
        [540, 615, false],
        [1380, 1470, false],
        [1200, 1440, false],
        [785, undefined, true],
        [undefined, undefined, false],
        [-30, 360, false],
        [840, 930, false],
      ],
    );
  });

  it('has an activity and a summary', () => {
    for (const [entry, activity, summary] of [
      ['1h liaison', 'liaison', ''],
      ['1h liaison: two calls: @rnd and @sales', 'liaison', 'two calls: @rnd and @sales'],
      ['1h liaison : two calls', 'liaison', 'two calls'],
      ['1h liaison:', 'liaison', ''],
      ['1h   liaison:   two calls', 'liaison', 'two calls'],
      ['1h reise-planung: x', 'reise-planung', 'x'],
      ['1h 会议: x', '会议', 'x'],
      ['1h liaison:two calls', 'liaison', 'two calls'],
      ['1h liaison：周会', 'liaison', '周会'],
      ['1h: liaison: two calls', 'liaison', 'two calls'],
      ['9:00-10:00: liaison', 'liaison', ''],
      ['9:00-10:00：liaison：周会', 'liaison', '周会'],
      ['1h Liaison: x', 'liaison', 'x'],
      ['1h Sales motivation: x', 'sales-motivation', 'x'],
      ['1h Sales Motivation', 'sales-motivation', ''],
      ['1h Trade shows: x', 'trade-show', 'x'],
      ['1h SALES_MOTIVATION: x', 'sales-motivation', 'x'],
    ] as const) {
      assert.deepEqual(
        read(entry).entries.map((one) => [one.activity, one.summary]),
        [[activity, summary]],
        entry,
      );
    }
  });

  it('marks its time, its activity and its whole first line', () => {
    const { entries, text } = read('8:30 - 9:00  liaison: 净水 😀 call');
    const [entry] = entries;
    assert.ok(entry);
    assert.deepEqual(
      [entry.timeRange, entry.activityRange, entry.range].map((place) => textAt(text, place)),
      ['8:30 - 9:00', 'liaison', '8:30 - 9:00  liaison: 净水 😀 call'],
    );
  });

  for (const [entry, reason] of [
    ['two calls', 'it does not start with a duration such as 1h30m or a time range such as 9:00-10:15'],
    ['1,5h liaison', '“1,5h” has a decimal comma; write 1.5h'],
    ['1 h liaison', '“1 h” is not read; write 1h'],
    ['90 minutes liaison', '“90 minutes” is not read; write 90m'],
    ['1h30 liaison', '“1h30” has no unit behind its minutes; write 1h30m'],
    ['30 liaison', '“30” has no unit; write 30m or 30h'],
    ['9:00 liaison', '“9:00” has no end; write 9:00-10:15, or 9:00-? for a timer that runs'],
    ['9-10 mails', '“9-10” has no minutes; write 9:00-10:00'],
    ['9.00-10.15 liaison', 'times of day are written with a colon, as in 9:00-10:15'],
    ['two hours liaison', 'its time is written in words; write it in digits, such as 2h or 30m'],
    ['half an hour liaison', 'its time is written in words; write it in digits, such as 2h or 30m'],
    ['1000000h liaison', '1000000h is longer than any log can hold'],
    ['13:00am-14:00 liaison', '13:00am is not a time of day'],
    ['9:00am-5:00 liaison', 'it ends before it starts; write 5:00pm for an end after noon'],
    ['1h90m liaison', '90 minutes are more than an hour; write 2h30m'],
    ['25:00-26:00 liaison', '25:00 is not a time of day'],
    ['24:00-1:00> liaison', '24:00 is not a time of day'],
    ['9:60-10:00 liaison', '9:60 is not a time of day'],
    ['9:00-24:01 liaison', '24:01 is not a time of day'],
    ['9:00-24:00> liaison', '24:00 is not a time of day'],
    ['10:00-9:00 liaison', 'it ends before it starts; write 9:00> for an end on the next day'],
    ['1h', 'no activity follows the time'],
    ['9:00-10:00', 'no activity follows the time'],
    ['1h liaison two calls', 'text after the activity needs a colon: “liaison: …”'],
  ] as const) {
    it(`“${entry}” is refused: ${reason}`, () => {
      const { entries, invalid, text } = read(entry);
      assert.deepEqual(entries, []);
      assert.deepEqual(
        invalid.map((one) => [english.say(one.reason), textAt(text, one.range)]),
        [[reason, entry]],
      );
    });
  }
});

describe('the time entries of a log page', () => {
  it('are the items below the heading Time, of any level and in capitals or not', () => {
    for (const heading of ['## Time', '# TIME', '###### time ##', 'Time\n----']) {
      assert.deepEqual(
        minutesIn(`${heading}\n\n- 1h liaison\n* 2h promotion\n\n1. 3h exploration\n`),
        [60, 120, 180],
      );
      assert.equal(logPage(`${heading}\n\n- nothing\n`).page.invalidEntries.length, 1);
    }
  });

  it('must parse below Time and its subheadings, until the next heading of its level', () => {
    const body = lines(
      '# Day',
      '- prose',
      '## Time',
      '- first fault',
      '### Morning',
      '- second fault',
      '## Notes',
      '- prose',
      '# Time',
      '- third fault',
    );
    const { text, page: parsed } = logPage(body);
    assert.deepEqual(
      parsed.invalidEntries.map(({ range }) => textAt(text, range)),
      ['first fault', 'second fault', 'third fault'],
    );
  });

  it('count elsewhere too where they parse fully', () => {
    assert.deepEqual(
      minutesIn(lines('- 1h liaison', '', '## Notes', '- 2h promotion: booth', '- 3h of rest')),
      [60, 120],
    );
  });

  it('are no nested items: those are notes', () => {
    const { page: parsed } = logPage(lines('## Time', '- 1h liaison', '  - 2h promotion', '    - a note'));
    assert.deepEqual([parsed.entries.map(({ minutes }) => minutes), parsed.invalidEntries], [[60], []]);
  });

  it('are nothing in block quotes, code and comments', () => {
    const body = lines(
      '## Time',
      '> - 1h liaison',
      '',
      '```',
      '- 2h liaison',
      '```',
      '',
      '    - 3h liaison',
      '',
      '<!--',
      '- 4h liaison',
      '-->',
      '- 5h liaison',
    );
    assert.deepEqual(minutesIn(body), [300]);
  });

  it('may not lack their dash under Time, in a line of its own or below an item', () => {
    const body = lines(
      '## Time',
      'Some words on the day, 2h of them lost.',
      '',
      '9-10 mails',
      '9:00-10:00 liaison: call',
      '',
      '- 1h liaison',
      '10:00-11:00 promotion',
      '• 1h liaison: x',
      '-30m liaison',
      '  9:00-9:30 a note of the entry',
      '```',
      '9:00-10:00 liaison',
      '```',
      '<!--',
      '9:00-10:00 liaison',
      '-->',
      '## Notes',
      '9:00-10:00 liaison',
    );
    assert.deepEqual(
      logPage(body).page.invalidEntries.map(({ rewrite }) => rewrite),
      [
        '- 9-10 mails',
        '- 9:00-10:00 liaison: call',
        '- 10:00-11:00 promotion',
        '- 1h liaison: x',
        '- 30m liaison',
      ],
    );
  });

  it('may not stand behind a ticked box', () => {
    const { page: parsed } = logPage(lines('## Time', '- [x] 1h liaison: call', '- [ ] 1h liaison'));
    assert.deepEqual(
      parsed.invalidEntries.map(({ rewrite }) => rewrite),
      ['1h liaison: call'],
    );
  });

  it('are no tasks', () => {
    const { page: parsed } = logPage(
      lines('## Time', '- [ ] call the dealer', '- [x] @rnd: units', '- 1h liaison'),
    );
    assert.deepEqual([parsed.entries.length, parsed.invalidEntries, parsed.tasks.length], [1, [], 1]);
  });

  it('are looked for on log pages alone', () => {
    const parsed = parsePage('x.md', page('type: product', lines('## Time', '- 1h liaison', '- nonsense')));
    assert.deepEqual([parsed?.entries, parsed?.invalidEntries], [[], []]);
  });
});
