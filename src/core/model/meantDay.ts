import { type CalendarDate, isCalendarDate } from './calendarDate';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = `(?:${months.join('|')})[a-z]{0,6}\\.?`;
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/**
 * The source of an expression for what looks like a day, however it is written: `5.12.2026`, `2026/12/5`, `4 Dec`,
 * `Dec 5, 2026`, `next friday`, `tomorrow`, `2026年12月5日`. To be used in a case-insensitive, unicode expression.
 */
export const dayLikeSource = [
  '\\d{1,4}年\\d{1,2}月(?:\\d{1,2}日?)?',
  '\\d{4}-\\d{1,2}-\\d{1,2}T[\\d:.Z+-]{0,20}',
  '\\d{1,4}[-./]\\s?\\d{1,2}(?:[-./]\\s?(?:\\d{1,4})?)?',
  '\\d{8}(?!\\d)',
  `\\d{1,2}(?:st|nd|rd|th|\\.)?\\s{0,3}${monthName}(?:,?\\s{1,3}\\d{4})?(?![a-z])`,
  `${monthName}\\s{0,3}\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s{1,3}\\d{4})?(?![a-z\\d])`,
  `(?:(?:next|this)\\s{1,3})?${weekday}(?![a-z])`,
  '(?:today|tomorrow|yesterday|tonight)(?![a-z])',
].join('|');

/** The calendar dates that a day written otherwise may mean, likeliest first; several for `03/04/2026`. */
export function meantDays(text: string): CalendarDate[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/t[\d:.z+-]{0,20}$/, '');
  const found = numbers(plain).flatMap(([year, month, day]) => {
    const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isCalendarDate(date) ? [date] : [];
  });
  return [...new Set(found)];
}

type Parts = readonly [year: string, month: string, day: string];

function numbers(text: string): Parts[] {
  const yearFirst =
    /^(\d{4})(?:-|\/|\.|年)\s?(\d{1,2})(?:-|\/|\.|月)\s?(\d{1,2})日?\.?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (yearFirst) return [[yearFirst[1] as string, yearFirst[2] as string, yearFirst[3] as string]];
  const short = /^(\d{2})([-/])(\d{2})\2(\d{2})$/.exec(text);
  if (short) {
    const [, a, , b, c] = short as unknown as [string, string, string, string, string];
    return [
      [a, b, c],
      [c, b, a],
      [c, a, b],
    ];
  }
  const yearLast = /^(\d{1,2})([-./])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/.exec(text);
  if (yearLast) {
    const [, first, mark, second, year] = yearLast as unknown as [string, string, string, string, string];
    const dayFirst: Parts = [year, second, first];
    // Points part the day, the month and the year, in this order; strokes do so in either.
    return mark === '.' ? [dayFirst] : [dayFirst, [year, first, second]];
  }
  const named =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?\s{0,3}([a-z]{3})[a-z]{0,6}\.?,?\s{1,3}(\d{4})$/.exec(text) ??
    /^([a-z]{3})[a-z]{0,6}\.?\s{0,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})$/.exec(text);
  if (!named) return [];
  const [, one, other, year] = named as unknown as [string, string, string, string];
  const [day, name] = /^\d/.test(one) ? [one, other] : [other, one];
  return [[year, String(months.indexOf(name) + 1), day]];
}
