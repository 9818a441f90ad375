import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addEntryEdits, entryText } from '../../../src/core/edit/logTime';
import { applyEdits } from '../../../src/core/model/text';
import { parsePage } from '../../../src/core/parse/parsePage';
import { activities } from '../../../src/core/schema/activities';
import { log } from '../support/books';
import { runs } from '../support/runs';

const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });

/** A time as it is written, with the minutes that it counts. */
const time: fc.Arbitrary<readonly [written: string, minutes: number]> = fc.oneof(
  fc.integer({ min: 0, max: 900 }).map((count) => [`${count}m`, count] as const),
  fc.tuple(fc.nat(23), fc.nat(59)).map(([hours, rest]) => [`${hours}h${rest}m`, hours * 60 + rest] as const),
  fc.tuple(fc.nat(23), fc.nat(59)).map(([hours, rest]) => [`${hours}h ${rest}m`, hours * 60 + rest] as const),
  fc.integer({ min: 1, max: 300 }).map((count) => [`-${count}m`, -count] as const),
  fc.tuple(minute, minute).map(([one, other]) => {
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    return [`${clock(from)}-${clock(to)}`, to - from] as const;
  }),
  fc.tuple(minute, minute).map(([from, to]) => [`${clock(from)} – ${clock(to)}>`, 1440 - from + to] as const),
  minute.map((from) => [`${clock(from)}-?`, 0] as const),
);

const summary = fc
  .array(
    fc.constantFrom(
      'call',
      ' ',
      ': ',
      'with @rnd',
      '[[purenorth]]',
      '2h',
      '# x',
      '- y',
      '周会',
      '：',
      '\n',
      '10:00',
      '`a`',
      '*b*',
    ),
    { maxLength: 6 },
  )
  .map((words) => words.join(' '));

describe('a time entry that is written', () => {
  it('reads back as the same time, activity and summary, whatever they are', () => {
    fc.assert(
      fc.property(
        time,
        fc.constantFrom(...activities.map(({ id }) => id), 'own-thing'),
        summary,
        ([written, minutes], activity, words) => {
          const text = log('2026-11-20', '1h liaison: before');
          const page = parsePage('log/2026-11-20.md', text);
          assert.ok(page);
          const entry = entryText({ time: written, activity, summary: words });
          const after = parsePage(page.path, applyEdits(text, addEntryEdits(page, text, entry)));
          assert.deepEqual(
            after?.entries.map((one) => [one.activity, one.minutes, one.summary]),
            [
              ['liaison', 60, 'before'],
              [activity, minutes, words.replace(/\s+/g, ' ').trim()],
            ],
          );
        },
      ),
      { numRuns: runs(100) },
    );
  });
});
