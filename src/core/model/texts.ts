import { type CalendarDate, daysBetween, type Month } from './calendarDate';
import {
  altered,
  type DayStyle,
  formatted,
  type Inline,
  listed,
  type Message,
  number,
  ours,
  plural,
  type Text,
  t,
} from './message';
import { rounded } from './rounding';

/** `a, b or c` */
export function alternatives(texts: readonly Text[]): Text {
  return listed(texts, 'or');
}

/** `a, b and c` */
export function enumeration(texts: readonly Text[]): Text {
  return listed(texts, 'and');
}

/** `1 h 30 min` from minutes. */
export function duration(minutes: number): Text {
  const whole = Math.round(minutes);
  if (whole < 0) return t`−${duration(-whole)}`;
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return t`${rest} min`;
  return rest === 0 ? t`${hours} h` : t`${hours} h ${rest} min`;
}

/** `an improvement`; with the article `A`, `An improvement`. */
export function withArticle(noun: Text, article: 'a' | 'A' = 'a'): Text {
  return altered(noun, article === 'a' ? 'article' : 'Article');
}

/** With a capital first. */
export function capitalised(text: Text): Text {
  return altered(text, 'capital');
}

/** With a small letter first, in languages that know no other capitals within a sentence than those of names. */
export function lowerFirst(text: Text): Text {
  return altered(text, 'small');
}

/** A choice of the tables as people read it: `on track`. */
export function valueText(value: string): Text;
export function valueText(value: string | undefined): Text | undefined;
export function valueText(value: string | undefined): Text | undefined {
  return value === undefined ? undefined : ours(value.replaceAll('-', ' '));
}

/** A sentence that stands within another one. */
export function withoutStop(text: Text): Text {
  return altered(text, 'without-stop');
}

/** In small letters, in languages that write nouns so. */
export function lowerCase(text: Text): Text {
  return altered(text, 'lower');
}

/** Nearer than this, two figures are the same: sums of fractions differ by less for no reason. */
const tolerance = 1e-9;

/** `57 %` is told as `57.4 %` only where the whole percent would read as another side of a bound. */
const maxPercentDigits = 3;

export interface PercentOptions {
  /** Shares to be reached: below one, it is not told as reached. By default all of it. */
  readonly goals?: readonly number[];
  /** Shares on whose side the figure must seem to lie: above, below or at. By default nothing. */
  readonly bounds?: readonly number[];
}

/**
 * `57 %` from a share of 0 to 1, in whole percents; with digits where it would seem to have reached a goal, or to lie on
 * another side of a bound: `99.6 %` is not all.
 */
export function percent(share: number, options: PercentOptions = {}): Message {
  const shown = percentOf(share, options);
  return shown < 0 ? t`−${number(-shown)} %` : t`${number(shown)} %`;
}

/** The number that `percent` shows. */
export function percentOf(share: number, { goals = [1], bounds = [0] }: PercentOptions = {}): number {
  for (let digits = 0; digits < maxPercentDigits; digits++) {
    const shown = rounded(share * 100, digits);
    const isTrue =
      goals.every((goal) => sideOf(shown / 100, goal) < 0 || sideOf(share, goal) >= 0) &&
      bounds.every((bound) => sideOf(shown / 100, bound) === sideOf(share, bound));
    if (isTrue) return shown;
  }
  return rounded(share * 100, maxPercentDigits);
}

function sideOf(share: number, bound: number): number {
  return Math.abs(share - bound) < tolerance ? 0 : Math.sign(share - bound);
}

/** `New competitor`; `New product` stays what it is. */
export function newTitle(typeTitle: string): Text {
  return /^new\b/i.test(typeTitle) ? ours(typeTitle) : t`New ${lowerCase(ours(typeTitle))}`;
}

/** A number with at most so many digits behind the point, three at most. */
export function trimmed(value: number, digits = 1): Inline<'{0, number}'> {
  return number(rounded(value, digits));
}

/** `+1.5`, `−0.4`, `0` */
export function signed(value: number, digits = 1): Message {
  const shown = rounded(value, digits);
  if (shown > 0) return t`+${number(shown)}`;
  return shown < 0 ? t`−${number(-shown)}` : t`${number(0)}`;
}

/** `3,100`: how many there are of something; digits behind the point stay. */
export function quantity(value: number): Inline<'{0, number, quantity}'> {
  return formatted(value, 'quantity');
}

/** `12,500 EUR`, and `12.50 EUR` where it is not whole. */
export function amount(value: number, currency: string): Message {
  return t`${plainAmount(value)} ${currency}`;
}

/** `12,500`: beside another amount that names the currency, or below a heading that does. */
export function plainAmount(value: number): Message {
  const cents = rounded(value, 2);
  return Number.isInteger(cents) ? t`${formatted(cents, 'amount')}` : t`${formatted(cents, 'cents')}`;
}

/** `1,858,400 EUR`: what is worked out from a plan or a pace, which no cents belong to. */
export function estimate(value: number, currency: string): Message {
  return amount(rounded(value), currency);
}

/** `1.86 M`, `770 k`: short enough for a headline. */
export function shortNumber(value: number): Message {
  const size = Math.abs(value);
  if (size >= 999_500) return t`${number(rounded(value / 1e6, 2))} M`;
  if (size >= 1000) return t`${number(rounded(value / 1e3))} k`;
  return t`${trimmed(value, 0)}`;
}

/** `23 Nov`, with the year where it is another than that of `today`. */
export function dayText(date: CalendarDate, today: CalendarDate): Text {
  return { day: date, as: styleBeside('day', date, today) };
}

/** `Mon 23 Nov`, with the year where it is another than that of `today`. */
export function weekdayText(date: CalendarDate, today: CalendarDate): Text {
  return { day: date, as: styleBeside('weekday', date, today) };
}

/** `Monday, 23 November 2026` */
export function longDayText(date: CalendarDate): Text {
  return { day: date, as: 'long' };
}

/** `today`, `yesterday`, `47 days ago`, `tomorrow`, `in 12 days`. */
export function relativeDay(date: CalendarDate, today: CalendarDate): Text {
  const days = daysBetween(today, date);
  if (days === 0) return t`today`;
  if (days === -1) return t`yesterday`;
  if (days === 1) return t`tomorrow`;
  return days < 0 ? t`${plural(-days, 'day')} ago` : t`in ${plural(days, 'day')}`;
}

/** `Nov 2026` */
export function monthText(month: Month): Text {
  return { day: month, as: 'month' };
}

/** `November 2026` */
export function longMonthText(month: Month): Text {
  return { day: month, as: 'long-month' };
}

/** Labels of an axis of months: `Nov`, `Dec`, `Jan 2027`; the year where it changes. */
export function monthLabels(months: readonly Month[]): Text[] {
  return months.map((month, index) => {
    const changes = index > 0 && months[index - 1]?.slice(0, 4) !== month.slice(0, 4);
    return { day: month, as: changes ? 'month' : 'month-name' };
  });
}

function styleBeside(style: 'day' | 'weekday', date: CalendarDate, today: CalendarDate): DayStyle {
  return date.slice(0, 4) === today.slice(0, 4) ? style : `${style}-year`;
}
