import { textOf } from '../../model/fields';
import { isLocale, nearestLocale } from '../../model/locale';
import { activities, horizons } from '../activities';
import {
  atLeast,
  between,
  date,
  department,
  type FieldSpec,
  type ListKind,
  listOf,
  mapOf,
  object,
  oneOf,
  optional,
  required,
  text,
} from '../kinds';
import type { PageTypeSpec } from '../pageType';

const days = atLeast(0, 'days');
const band: ListKind = { kind: 'list', of: between(0, 100), length: 2, ascending: true };

const severities = oneOf({
  off: 'not checked',
  hint: 'a hint, shown by dots only',
  information: 'worth knowing',
  warning: 'to be looked at',
  error: 'must be fixed',
});

const horizonNames = oneOf(Object.fromEntries(horizons.map(({ id, title }) => [id, title])));

/** Beside these stand the cadences of the page types that have a clock. */
const cadenceFields: readonly FieldSpec[] = [
  optional('sales', days, 'How often you are in contact with sales; 14 days where left out.'),
  optional('department', days, 'How often you are in contact with each department; 30 days where left out.'),
  optional('market', days, 'How often anything of the market is touched; 30 days where left out.'),
];

export const book: PageTypeSpec = {
  id: 'book',
  title: 'Status book',
  plural: 'Status books',
  description: 'The root page of a status book: who keeps it and by which measures.',
  titleHint: 'Name of the book',
  order: 10,
  folder: '',
  root: true,
  alsoUnder: { activity: 'status-book', where: () => true },
  icon: 'book',
  facts: (page) => [textOf(page, 'manager')],
  fields: [
    optional('manager', text, 'The product manager who keeps this book.'),
    optional('company', text, 'The company or division.'),
    optional(
      'currency',
      { kind: 'text', pattern: /^[A-Za-z]{3}$/, expects: 'a three-letter currency code such as EUR' },
      'The currency of all amounts, as an ISO 4217 code.',
      { initial: 'EUR' },
    ),
    optional(
      'workdays',
      listOf(
        oneOf({
          mon: 'Monday',
          tue: 'Tuesday',
          wed: 'Wednesday',
          thu: 'Thursday',
          fri: 'Friday',
          sat: 'Saturday',
          sun: 'Sunday',
        }),
      ),
      'The days of the week on which you keep a log; Monday to Friday where left out.',
    ),
    optional('holidays', listOf(date), 'Workdays on which no log is due.'),
    optional(
      'departments',
      listOf(department),
      'Short names of the departments, mentioned as @sales; sales, manufacturing, rnd, marketing, service and finance where left out.',
    ),
    optional(
      'activities',
      listOf(
        object(
          required('id', text, 'The name that time is logged on.'),
          optional('title', text, 'The name shown in views; the id where left out.'),
          required('horizon', horizonNames, 'The horizon that the activity counts for.'),
        ),
      ),
      `Activities of your own beside the ${activities.length} that every book has.`,
    ),
    optional(
      'otherTypes',
      listOf(text),
      'Types of notes that another program keeps in this folder; they are no pages of the book.',
    ),
    optional(
      'locale',
      {
        kind: 'text',
        pattern: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/,
        isValid: isLocale,
        expects: 'a language tag such as de or en-GB',
        meant: nearestLocale,
      },
      'How numbers are written, as a language tag such as de or en-GB: whether 12.000 is twelve or twelve thousand.',
    ),
    optional(
      'balance',
      object(
        optional(
          'windowDays',
          { kind: 'number', minimum: 1, integer: true, unit: 'days' },
          'The days that the time balance looks back, today included; 28 where left out.',
        ),
        optional(
          'minimumHours',
          atLeast(0, 'hours'),
          'Hours that must be logged before the balance is judged; 40 where left out.',
        ),
        ...horizons.map(({ id, title, band: [lower, upper] }) =>
          optional(
            id,
            band,
            `${title} share of your time in percent, from and to; [${lower}, ${upper}] where left out.`,
          ),
        ),
      ),
      'How your time should be divided between the horizons.',
    ),
    optional('cadence', object(...cadenceFields), 'How often, in days, things are due to be looked at.'),
    optional('rules', mapOf(severities, 'rule'), 'The severity of single rules in this book, or off.'),
    optional(
      'exclude',
      listOf(text),
      'Files and folders that are not part of the book, as patterns such as archive/**.',
    ),
  ],
  sections: [],
  opening: 'Who we are, what this product line is for, and how this book is kept.',
};
