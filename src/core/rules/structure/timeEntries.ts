import { entriesOf, invalidEntriesOf } from '../../analysis/entries';
import { activityNamed } from '../../model/activityNames';
import { byRange } from '../../model/byRange';
import { isCalendarDate } from '../../model/calendarDate';
import { clockText, elapsedText, minutesPerDay } from '../../model/clockTime';
import { dateOf, rangeOfField } from '../../model/fields';
import { replaceBy, setField } from '../../model/fix';
import { getOrMake } from '../../model/maps';
import { t } from '../../model/message';
import { nearestNames } from '../../model/nearest';
import type { TimeEntry } from '../../model/page';
import { dayInFileName } from '../../model/pageId';
import { inSlices } from '../../model/slices';
import { lineRange, type Position, type TextEdit } from '../../model/text';
import { duration } from '../../model/texts';
import type { Activity } from '../../schema/activities';
import type { TextKind } from '../../schema/kinds';
import { dailyType } from '../../schema/schema';
import { checkedInSlices, type PageRule } from '../rule';
import { meantEntry } from './meantEntry';

const log = [dailyType.id];
/** So many places are looked at in one slice of work. */
const placesPerSlice = 128;

const itemAt = byRange(
  ({ body }) => body.listItems,
  ({ range }) => range,
);
const invalidAt = byRange(
  ({ invalidEntries }) => invalidEntries,
  ({ range }) => range,
);

export const timeEntryInvalid: PageRule = {
  id: 'time-entry-invalid',
  family: 'structure',
  severity: 'error',
  scope: 'page',
  types: log,
  needs: [],
  summary: 'A list item under “Time” is no time entry.',
  explanation:
    'Under the heading Time, each list item starts with a duration (45m, 2h, 1h30m, 1.5h) or a time range (9:00-10:15), then an activity, then optionally a colon and a summary. An item that cannot be read would silently be missing from the balance, and so would an entry that lacks its dash.',
  remedy: 'Write it as “- 1h30m market-intelligence: what you did”, or move notes out of the section.',
  ...checkedInSlices((page, { settings }, report) =>
    inSlices(invalidEntriesOf(page, settings.activities), placesPerSlice, ({ reason, range }) => {
      report({
        range,
        message: t`This is no time entry: ${reason}. Write, for example, “1h30m liaison: what you did”.`,
      });
    }),
  ),
  fixes({ range }, page, { settings: { activities } }) {
    const entry = invalidAt(page, range);
    if (!entry) return [];
    const { titled, rewrite } = entry;
    const nearest = titled ? nearestActivities(titled.activity, activities) : [];
    if (titled && nearest.length > 0) return replaceBy(titled.activityRange, nearest);
    const item = itemAt(page, range);
    const meant = rewrite ?? (item && meantEntry(item.text, activities));
    if (meant === undefined) return [];
    const shown = meant.length > 60 ? `${meant.slice(0, 60)}…` : meant;
    const edit = item === undefined ? { range, newText: meant } : changedPart(range.start, item.text, meant);
    return [{ kind: 'replace', title: t`Write “${shown}”`, edits: [edit], preferred: true }];
  },
};

/** The ids of activities that a title or an id nearly names; words that go on behind it are no slip. */
function nearestActivities(name: string, activities: ReadonlyMap<string, Activity>): string[] {
  const ids = new Map(
    [...activities.values()].flatMap(({ id, title }) => [[id, id] as const, [title, id] as const]),
  );
  const isAlike = (known: string): boolean =>
    Math.abs(known.length - name.length) <= Math.max(1, Math.floor(name.length / 3));
  const nearest = nearestNames(name, ids.keys(), 6).filter(isAlike);
  return [...new Set(nearest.flatMap((known) => ids.get(known) ?? []))].slice(0, 3);
}

/** What of a line is written otherwise, and nothing else of it. */
function changedPart({ line, character }: Position, text: string, meant: string): TextEdit {
  let start = 0;
  while (start < text.length && start < meant.length && text[start] === meant[start]) start++;
  let end = 0;
  const most = Math.min(text.length, meant.length) - start;
  while (end < most && text[text.length - 1 - end] === meant[meant.length - 1 - end]) end++;
  return {
    range: lineRange(line, character + start, character + text.length - end),
    newText: meant.slice(start, meant.length - end),
  };
}

export const activityUnknown: PageRule = {
  id: 'activity-unknown',
  family: 'structure',
  severity: 'warning',
  scope: 'page',
  types: log,
  needs: [],
  summary: 'Time is logged on an activity that the book does not know.',
  explanation: 'Minutes on unknown activities are counted apart and belong to no horizon.',
  remedy: 'Write the id or title of a known activity, or add yours to `activities` in book.md.',
  ...checkedInSlices((page, { settings }, report) => {
    return inSlices(page.entries, placesPerSlice, ({ activity, activityRange }) => {
      if (activityNamed(settings.activities, activity)) return;
      const [nearest] = nearestTo(activity, settings.activities);
      const hint =
        nearest === undefined ? t`Add it to “activities” in book.md.` : t`Did you mean “${nearest}”?`;
      report({
        range: activityRange,
        message: t`“${activity}” is no activity of this book. ${hint}`,
        data: { activity },
      });
    });
  }),
  fixes(finding, _page, { settings }) {
    const activity = String(finding.data?.activity ?? '');
    return replaceBy(finding.range, nearestTo(activity, settings.activities));
  },
};

const nearestKnown = new WeakMap<ReadonlyMap<string, Activity>, Map<string, readonly string[]>>();

/** The ids that an unknown activity may mean, worked out once for each name: a page may have thousands of one. */
function nearestTo(activity: string, activities: ReadonlyMap<string, Activity>): readonly string[] {
  const known = nearestKnown.get(activities) ?? new Map<string, readonly string[]>();
  nearestKnown.set(activities, known);
  return getOrMake(known, activity, () => {
    const ids = nearestNames(activity, activities.keys());
    return ids.length > 0 ? ids : nearestActivities(activity, activities);
  });
}

export const timeOverlap: PageRule = {
  id: 'time-overlap',
  family: 'structure',
  severity: 'warning',
  scope: 'page',
  types: log,
  needs: [],
  summary: 'Two time ranges of a day overlap.',
  explanation: 'Overlapping ranges count in full, so the day comes out too long. The later one is reported.',
  remedy: 'Correct the time at which one of the entries starts or ends.',
  ...checkedInSlices((page, { settings }, report) => {
    const ranges = entriesOf(page, settings.activities)
      .filter((entry): entry is Required<TimeEntry> => entry.start !== undefined && entry.end !== undefined)
      .sort((a, b) => a.start - b.start);
    let latest: Required<TimeEntry> | undefined;
    return inSlices(ranges, placesPerSlice, (entry) => {
      if (latest && entry.start < latest.end && entry.end > entry.start) {
        report({
          range: entry.timeRange,
          message: t`This starts at ${clock(entry.start)}, before “${latest.activity}” ends at ${clock(latest.end)}. Correct one of the times.`,
          related: [{ path: page.path, range: latest.timeRange, message: t`Overlaps with this entry` }],
        });
      }
      if (!latest || entry.end > latest.end) latest = entry;
    });
  }),
};

export const timeOver24h: PageRule = {
  id: 'time-over-24h',
  family: 'structure',
  severity: 'error',
  scope: 'page',
  types: log,
  needs: [],
  summary: 'A log page holds more than 24 hours.',
  explanation: 'A day has 24 hours; more on one page is a slip that would spoil the balance.',
  remedy: 'Correct the entry that is too long, or move entries to their own day.',
  check(page, { settings }, report) {
    const total = entriesOf(page, settings.activities).reduce((sum, { minutes }) => sum + minutes, 0);
    if (total <= minutesPerDay) return;
    report({
      range: rangeOfField(page, 'date'),
      message: t`The entries of this day add up to ${duration(total)}, more than 24 h. Correct the entry that is too long.`,
    });
  },
};

export const timeFuture: PageRule = {
  id: 'time-future',
  family: 'structure',
  severity: 'warning',
  scope: 'page',
  types: log,
  needs: ['today'],
  summary: 'Time is logged on a day that is yet to come.',
  explanation: 'Entries after today are not counted until their day has come.',
  remedy: 'Correct the date of the page; plan coming work in a plan rather than in the log.',
  ...checkedInSlices(function* (page, { settings, today }, report) {
    const date = dateOf(page, 'date');
    if (date === undefined || date <= today) return;
    yield* inSlices(entriesOf(page, settings.activities), placesPerSlice, ({ range }) => {
      report({
        range,
        message: t`This entry is dated ${date}, later than today (${today}), and does not count yet. Correct the page’s date.`,
      });
    });
  }),
};

export const timerLeftRunning: PageRule = {
  id: 'timer-left-running',
  family: 'structure',
  severity: 'warning',
  scope: 'page',
  types: log,
  needs: ['today'],
  summary: 'A timer was left running on a past day.',
  explanation: 'An open range (13:05-?) counts nothing until it is closed.',
  remedy: 'Replace the question mark by the time at which you stopped.',
  check(page, { settings, today }, report) {
    const date = dateOf(page, 'date');
    if (date === undefined || date >= today) return;
    for (const { open, timeRange, start } of entriesOf(page, settings.activities)) {
      if (!open) continue;
      report({
        range: timeRange,
        message: t`The timer started at ${clock(start ?? 0)} on ${date} was never stopped and counts nothing. Replace “?” by the time you stopped.`,
        data: { start },
      });
    }
  },
  fixes(finding) {
    const start = finding.data?.start;
    if (typeof start !== 'number') return [];
    const value: TextKind = {
      kind: 'text',
      pattern: /^\d{1,2}:\d{2}>?$/,
      expects: 'a time of day such as 17:30, or 0:30> for one on the next day',
    };
    return [
      {
        kind: 'replace',
        title: t`Say when you stopped…`,
        edits: [{ range: finding.range, newText: `${clockText(start)}-{end}` }],
        ask: [
          { name: 'end', prompt: t`When did you stop? For example 17:30, or 0:30> the next day.`, value },
        ],
      },
    ];
  },
};

export const logDateMismatch: PageRule = {
  id: 'log-date-mismatch',
  family: 'structure',
  severity: 'warning',
  scope: 'page',
  types: log,
  needs: [],
  summary: 'A log page’s file name and `date` name different days.',
  explanation:
    'The time counts for the day in `date`, whatever the file is called. Looked at where the file name begins with a date.',
  remedy: 'Correct the `date`, or rename the file.',
  check(page, _context, report) {
    const named = dayInFileName(page.path);
    const date = dateOf(page, 'date');
    if (named === undefined || date === undefined || named === date) return;
    report({
      range: rangeOfField(page, 'date'),
      message: t`The file is named ${named}, but “date” says ${date}. Correct the one that is wrong.`,
      data: { named },
    });
  },
  fixes(finding) {
    const named = String(finding.data?.named ?? '');
    return isCalendarDate(named) ? [setField(t`Set “date” to ${named}`, 'date', named)] : [];
  },
};

function clock(minutes: number): string {
  const ofDay =
    minutes > minutesPerDay ? minutes - minutesPerDay : minutes < 0 ? minutes + minutesPerDay : minutes;
  return elapsedText(ofDay);
}
