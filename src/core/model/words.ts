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
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

/** `1 h 30 min` from minutes. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** `an improvement`; with the article `A`, `An improvement`. */
export function withArticle(noun: string, article: 'a' | 'A' = 'a'): string {
  return `${article}${/^[aeiou]/i.test(noun) ? 'n' : ''} ${noun}`;
}

/** `57.3 %` from a share of 0 to 1. */
export function percent(share: number, digits = 1): string {
  return `${trimmed(share * 100, digits)} %`;
}

/** A number with at most so many digits behind the point. */
export function trimmed(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits)));
}

const wholeFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const centsFormat = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `12,500 EUR`, and `12.50 EUR` where it is not whole. */
export function amount(value: number, currency: string): string {
  const cents = Math.round(value * 100) / 100;
  return `${(Number.isInteger(cents) ? wholeFormat : centsFormat).format(cents)} ${currency}`;
}
