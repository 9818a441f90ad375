/** Wording shared by messages: plurals, lists, durations, shares. English; the editor's own labels are localised elsewhere. */

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a, b or c` */
export function alternatives(words: readonly string[]): string {
  return joined(words, 'or');
}

/** `a, b and c` */
export function enumeration(words: readonly string[]): string {
  return joined(words, 'and');
}

function joined(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.slice(-1).join('')}`;
}

/** `1 h 30 min` from minutes. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 0) return `−${duration(-whole)}`;
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** `an improvement`; with the article `A`, `An improvement`. */
export function withArticle(noun: string, article: 'a' | 'A' = 'a'): string {
  return `${article}${/^[aeiou]/i.test(noun) ? 'n' : ''} ${noun}`;
}

/** Nearer than this, two figures are the same: sums of fractions differ by less for no reason. */
const tolerance = 1e-9;

/** `57 %` is told as `57.4 %` only where the whole percent would read as another side of a bound. */
const maxPercentDigits = 3;

/**
 * A number rounded half up on its decimal digits, negative ones as their opposite: 0.575 · 100 is 57.5 and rounds to 58,
 * although its binary fraction lies below. The one place where figures are rounded to be read.
 */
export function rounded(value: number, digits = 0): number {
  const scale = 10 ** digits;
  const decimal = Number((Math.abs(value) * scale).toPrecision(14));
  const size = Math.floor(decimal + 0.5) / scale;
  return value < 0 && size > 0 ? -size : size;
}

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
export function percent(share: number, { goals = [1], bounds = [0] }: PercentOptions = {}): string {
  for (let digits = 0; digits < maxPercentDigits; digits++) {
    const shown = rounded(share * 100, digits);
    const isTrue =
      goals.every((goal) => sideOf(shown / 100, goal) < 0 || sideOf(share, goal) >= 0) &&
      bounds.every((bound) => sideOf(shown / 100, bound) === sideOf(share, bound));
    if (isTrue) return `${withMinus(shown)} %`;
  }
  return `${withMinus(rounded(share * 100, maxPercentDigits))} %`;
}

/** `−20`: with the sign that numbers below zero have in text. */
function withMinus(value: number): string {
  return String(value).replace('-', '−');
}

function sideOf(share: number, bound: number): number {
  return Math.abs(share - bound) < tolerance ? 0 : Math.sign(share - bound);
}

/** `New competitor`; `New product` stays what it is. */
export function newTitle(typeTitle: string): string {
  return /^new\b/i.test(typeTitle) ? typeTitle : `New ${typeTitle.toLowerCase()}`;
}

/** A number with at most so many digits behind the point. */
export function trimmed(value: number, digits = 1): string {
  return String(rounded(value, digits));
}

/** `+1.5`, `−0.4`, `0` */
export function signed(value: number, digits = 1): string {
  const shown = rounded(value, digits);
  return shown > 0 ? `+${shown}` : withMinus(shown);
}

/** By the fewest and the most digits behind the point; made at first use, since the first one of a process takes long. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function formatted(value: number, minDigits: number, maxDigits: number): string {
  const key = `${minDigits} ${maxDigits}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat('en', {
      minimumFractionDigits: minDigits,
      maximumFractionDigits: maxDigits,
    });
    numberFormats.set(key, format);
  }
  return format.format(value);
}

/** `3,100`: how many there are of something; digits behind the point stay. */
export function quantity(value: number): string {
  return formatted(value, 0, 6);
}

/** `12,500 EUR`, and `12.50 EUR` where it is not whole. */
export function amount(value: number, currency: string): string {
  return `${plainAmount(value)} ${currency}`;
}

/** `12,500`: beside another amount that names the currency, or below a heading that does. */
export function plainAmount(value: number): string {
  const cents = rounded(value, 2);
  return Number.isInteger(cents) ? formatted(cents, 0, 0) : formatted(cents, 2, 2);
}

/** `1,858,400 EUR`: what is worked out from a plan or a pace, which no cents belong to. */
export function estimate(value: number, currency: string): string {
  return amount(rounded(value), currency);
}

/** `1.86 M`, `770 k`: short enough for a headline. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 999_500) return `${rounded(value / 1e6, 2)} M`;
  if (size >= 1000) return `${rounded(value / 1e3)} k`;
  return trimmed(value, 0);
}

/** A text on one line: runs of white space and control characters are one blank. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
