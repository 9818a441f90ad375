import { numberSigns } from './locale';

/** One sign with exactly three digits behind it: `12.000` is twelve or twelve thousand, depending on who writes it. */
const ambiguous = /^([-+]?)(\d{1,3})([.,])(\d{3})$/;

export interface TwoAmounts {
  /** The reading in which the sign parts groups of digits: 12000. */
  readonly grouped: string;
  /** The reading in which it begins the fraction: 12. */
  readonly fraction: string;
}

/** Both readings of an amount that can be two things; undefined for any other text. `0.125` begins no thousand. */
export function twoAmounts(text: string): TwoAmounts | undefined {
  const [, sign = '', whole = '', , rest = ''] = ambiguous.exec(text.trim()) ?? [];
  if (whole === '' || whole.startsWith('0')) return undefined;
  const minus = sign === '-' ? '-' : '';
  return { grouped: `${minus}${whole}${rest}`, fraction: String(Number(`${minus}${whole}.${rest}`)) };
}

/**
 * What a locale makes of an amount that can be two things; undefined where it writes neither sign.
 *
 * @param locale a BCP 47 tag
 */
export function amountIn(locale: string, text: string): string | undefined {
  const amounts = twoAmounts(text);
  const sign = ambiguous.exec(text.trim())?.[3];
  const { group, decimal } = numberSigns(locale);
  if (sign === decimal) return amounts?.fraction;
  return sign === group ? amounts?.grouped : undefined;
}
