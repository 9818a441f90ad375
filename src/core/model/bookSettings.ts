import { type Activity, activities, type Band, type HorizonId, horizons } from '../schema/activities';
import { type Cadence, readCadence } from './cadence';
import { type CalendarDate, isCalendarDate } from './calendarDate';
import { comparable } from './comparable';
import { isDepartmentName } from './departmentName';
import { type Fields, fieldValue, numberOf, objectOf, objectsOf, textOf, textsOf } from './fields';
import { isSeverityOrOff, type SeverityOrOff } from './finding';
import { itemsOf } from './frontMatter';
import { isLocale } from './locale';

/** What `book.md` says, with the defaults for what it leaves out or says wrongly. */
export interface BookSettings {
  readonly manager?: string;
  readonly company?: string;
  /** ISO 4217. */
  readonly currency: string;
  /** 0 for Monday to 6 for Sunday. */
  readonly workdays: ReadonlySet<number>;
  readonly holidays: ReadonlySet<CalendarDate>;
  /** In Unicode NFC. */
  readonly departments: readonly string[];
  /** The activities of every book, then the book's own. */
  readonly activities: ReadonlyMap<string, Activity>;
  readonly windowDays: number;
  readonly minimumHours: number;
  readonly bands: Readonly<Record<HorizonId, Band>>;
  readonly cadence: Cadence;
  readonly severities: ReadonlyMap<string, SeverityOrOff>;
  readonly exclude: readonly string[];
  /** Types of notes that another program keeps. */
  readonly otherTypes: readonly string[];
  /** How numbers are written, as a BCP 47 tag. */
  readonly locale?: string;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const defaultWorkdays = [0, 1, 2, 3, 4];
export const defaultDepartments: readonly string[] = [
  'sales',
  'manufacturing',
  'rnd',
  'marketing',
  'service',
  'finance',
];

/** Reads the front matter of `book.md`. */
export function readBookSettings(book: Fields | undefined): BookSettings {
  const balance = objectOf(book, 'balance');
  const manager = textOf(book, 'manager');
  const company = textOf(book, 'company');
  const locale = textOf(book, 'locale');
  const departments = textsOf(book, 'departments').map(comparable).filter(isDepartmentName);
  const windowDays = numberOf(balance, 'windowDays');
  const minimumHours = numberOf(balance, 'minimumHours');
  return {
    ...(manager === undefined ? {} : { manager }),
    ...(company === undefined ? {} : { company }),
    currency: (textOf(book, 'currency') ?? 'EUR').toUpperCase(),
    workdays: readWorkdays(book),
    holidays: new Set(textsOf(book, 'holidays').filter(isCalendarDate)),
    departments: departments.length > 0 ? departments : defaultDepartments,
    activities: readActivities(book),
    windowDays: windowDays !== undefined && Number.isInteger(windowDays) && windowDays >= 1 ? windowDays : 28,
    minimumHours: minimumHours !== undefined && minimumHours >= 0 ? minimumHours : 40,
    bands: Object.fromEntries(
      horizons.map((horizon) => [horizon.id, readBand(balance, horizon.id) ?? horizon.band]),
    ) as Record<HorizonId, Band>,
    cadence: readCadence(objectOf(book, 'cadence')),
    severities: readSeverities(objectOf(book, 'rules')),
    exclude: textsOf(book, 'exclude'),
    otherTypes: textsOf(book, 'otherTypes'),
    ...(locale !== undefined && isLocale(locale) ? { locale } : {}),
  };
}

function readWorkdays(book: Fields | undefined): ReadonlySet<number> {
  const named = textsOf(book, 'workdays').map((day) => weekdays.indexOf(day));
  const valid = named.filter((day) => day >= 0);
  return new Set(valid.length > 0 ? valid : defaultWorkdays);
}

function readActivities(book: Fields | undefined): ReadonlyMap<string, Activity> {
  const all = new Map(activities.map((activity) => [activity.id, activity]));
  for (const own of objectsOf(book, 'activities')) {
    const id = textOf(own, 'id');
    const horizon = horizons.find((known) => known.id === textOf(own, 'horizon'))?.id;
    if (id !== undefined && horizon && !all.has(id)) {
      all.set(id, {
        id,
        horizon,
        title: textOf(own, 'title') ?? id,
        description: 'An activity of this book.',
      });
    }
  }
  return all;
}

function readBand(balance: Fields | undefined, horizon: HorizonId): Band | undefined {
  const numbers = itemsOf(fieldValue(balance, horizon)).map((item) =>
    item.kind === 'scalar' && typeof item.value === 'number' ? item.value : Number.NaN,
  );
  const [lower, upper] = numbers;
  if (numbers.length !== 2 || lower === undefined || upper === undefined) return undefined;
  return lower >= 0 && lower <= upper && upper <= 100 ? [lower, upper] : undefined;
}

function readSeverities(rules: Fields | undefined): ReadonlyMap<string, SeverityOrOff> {
  const severities = new Map<string, SeverityOrOff>();
  for (const field of rules?.fields ?? []) {
    const severity = field.value.kind === 'scalar' ? field.value.text : '';
    if (isSeverityOrOff(severity)) severities.set(field.name, severity);
  }
  return severities;
}
