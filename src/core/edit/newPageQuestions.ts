import {
  addDays,
  addMonths,
  type CalendarDate,
  isCalendarDate,
  lastDayOfMonth,
  monthOf,
} from '../model/calendarDate';
import type { Answers, Question } from '../model/fix';
import { ours, type Text, t } from '../model/message';
import { weekdayText } from '../model/texts';
import type { FieldSpec } from '../schema/kinds';

type Choice = NonNullable<Question['choices']>[number];
/** A day with what to call it. */
type NamedDay = readonly [words: Text, day: CalendarDate];

const sentiments = [t`Angry`, t`Disappointed`, t`Neither pleased nor displeased`, t`Pleased`, t`Delighted`];
const impacts = [t`Hardly any`, t`Little`, t`Noticeable`, t`Strong`, t`It changes the market`];
const horizonsInYears = ['3', '5', '10'];
/** Whole numbers up to so many are offered one by one. */
const maxOfferedNumbers = 11;

/**
 * What a new page asks for a field that only the user can fill in. Values that are likely are offered, and none is taken
 * without being chosen.
 *
 * @param path the field, dotted for an inner one
 * @param answers what was answered before, by path
 */
export function newPageQuestion(
  path: string,
  spec: FieldSpec,
  today: CalendarDate,
  answers: Answers,
): Question {
  const question = { name: path, prompt: ours(spec.description), value: spec.value };
  const { value } = spec;
  if (value.kind === 'number') {
    const choices = numberChoices(path, spec, today);
    return choices.length === 0 ? question : { ...question, choices, ...otherThan(choices, value) };
  }
  if (value.kind !== 'date') return question;
  const known = (name: string): string | undefined => {
    const said = answers[name];
    return typeof said === 'string' ? said : undefined;
  };
  const start = path === 'end' ? known('start') : undefined;
  const year = known('year');
  const days = (): NamedDay[] => {
    if (value.past) return pastDays(today);
    if (start !== undefined && isCalendarDate(start)) return endsAfter(start, spec);
    if (spec.offers === 'beginnings of years') return yearStarts(today);
    if (path === 'submitBy' && year !== undefined) return daysBeforeYear(Number(year), today);
    if (path === 'objectives.by' && year !== undefined) return yearEnds(year);
    return daysAhead(today);
  };
  const latest = path === 'submitBy' && year !== undefined ? dayOf(Number(year) - 1, '12-31') : undefined;
  return {
    ...question,
    choices: unique(days()).map(([label, day]) => dayChoice(label, day, today)),
    otherChoice: t`Another day…`,
    ...(start !== undefined && isCalendarDate(start) ? { earliest: start } : {}),
    ...(latest === undefined ? {} : { latest }),
  };
}

function numberChoices(path: string, { value }: FieldSpec, today: CalendarDate): Choice[] {
  if (value.kind !== 'number') return [];
  if (path === 'year') {
    const year = Number(today.slice(0, 4));
    return [
      { value: String(year + 1), label: String(year + 1), description: t`next year` },
      { value: String(year), label: String(year), description: t`this year` },
    ];
  }
  if (path === 'years') return horizonsInYears.map((years) => ({ value: years, label: years }));
  const { minimum, maximum } = value;
  if (minimum === undefined || maximum === undefined) return [];
  const count = maximum - minimum + 1;
  if (!Number.isInteger(count) || count > maxOfferedNumbers) return [];
  const words = path === 'sentiment' ? sentiments : path === 'impact' && maximum === 5 ? impacts : [];
  return Array.from({ length: count }, (_, index) => {
    const number = String(minimum + index);
    const word = words[index];
    return word === undefined
      ? { value: number, label: number }
      : { value: number, label: word, description: number };
  });
}

/** Numbers between the whole ones, and years to come, are typed. */
function otherThan(
  choices: readonly Choice[],
  { integer, maximum }: { readonly integer?: true; readonly maximum?: number },
): Pick<Question, 'otherChoice'> {
  if (maximum !== undefined && (integer || choices.some(({ description }) => description))) return {};
  return { otherChoice: t`Another number…` };
}

function dayChoice(label: Text, day: CalendarDate, today: CalendarDate): Choice {
  return { value: day, label, description: weekdayText(day, today) };
}

function pastDays(today: CalendarDate): NamedDay[] {
  return [
    [t`Today`, today],
    [t`Yesterday`, addDays(today, -1)],
    [t`A week ago`, addDays(today, -7)],
  ];
}

function daysAhead(today: CalendarDate): NamedDay[] {
  const month = monthOf(today);
  const quarterEnd = addMonths(month, 2 - ((Number(month.slice(5)) - 1) % 3));
  return [
    [t`In two weeks`, addDays(today, 14)],
    [t`In a month`, monthsAfter(today, 1)],
    [t`At the end of the quarter`, lastDayOfMonth(quarterEnd)],
    [t`In three months`, monthsAfter(today, 3)],
    [t`At the end of the year`, `${today.slice(0, 4)}-12-31` as CalendarDate],
    [t`Today`, today],
  ];
}

function yearStarts(today: CalendarDate): NamedDay[] {
  const year = Number(today.slice(0, 4));
  return [
    [t`When next year begins`, dayOf(year + 1, '01-01')],
    [t`When this year began`, dayOf(year, '01-01')],
    [t`When next month begins`, `${addMonths(monthOf(today), 1)}-01` as CalendarDate],
    [t`Today`, today],
  ];
}

function yearEnds(year: string): NamedDay[] {
  return [
    [t`At the end of that year`, dayOf(Number(year), '12-31')],
    [t`In the middle of that year`, dayOf(Number(year), '06-30')],
  ];
}

function daysBeforeYear(year: number, today: CalendarDate): NamedDay[] {
  const days: NamedDay[] = [
    [t`In two weeks`, addDays(today, 14)],
    [t`Three months before the year`, dayOf(year - 1, '09-30')],
    [t`Two months before the year`, dayOf(year - 1, '10-31')],
    [t`A month before the year`, dayOf(year - 1, '11-30')],
    [t`In the middle of December`, dayOf(year - 1, '12-15')],
    [t`On the last day before the year`, dayOf(year - 1, '12-31')],
  ];
  const possible = days.filter(([, day]) => day >= today && day < dayOf(year, '01-01'));
  return possible.length > 0 ? possible : days.slice(-1);
}

/** Ends of what begins on a day: of a budget the last day of its year or of twelve months. */
function endsAfter(start: CalendarDate, { offers }: FieldSpec): NamedDay[] {
  const yearEnd: NamedDay = [t`At the end of that year`, dayOf(Number(start.slice(0, 4)), '12-31')];
  if (offers === 'ends of a year')
    return [yearEnd, [t`After twelve months`, addDays(monthsAfter(start, 12), -1)]];
  if (offers === 'days of a show') {
    return [
      [t`Two days later`, addDays(start, 2)],
      [t`The day after`, addDays(start, 1)],
      [t`The same day`, start],
      [t`Three days later`, addDays(start, 3)],
    ];
  }
  return [
    [t`After two weeks`, addDays(start, 14)],
    [t`After a month`, monthsAfter(start, 1)],
    [t`After three months`, monthsAfter(start, 3)],
    yearEnd,
  ];
}

/** The same day of a later month, or its last one where it is shorter. */
function monthsAfter(day: CalendarDate, count: number): CalendarDate {
  const month = addMonths(monthOf(day), count);
  const last = lastDayOfMonth(month);
  const same = `${month}${day.slice(7)}`;
  return same < last ? (same as CalendarDate) : last;
}

function dayOf(year: number, monthAndDay: string): CalendarDate {
  return `${String(year).padStart(4, '0')}-${monthAndDay}` as CalendarDate;
}

/** Each day under its first name. */
function unique(days: readonly NamedDay[]): NamedDay[] {
  const seen = new Set<CalendarDate>();
  return days.filter(([, day]) => !seen.has(day) && seen.add(day));
}
