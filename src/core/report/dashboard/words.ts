import { shortNumber } from '../../model/words';

export { dayText, longDayText, monthLabels, monthText, weekdayText } from '../../model/dayWords';

/** `1.86 M EUR`, `770 k EUR`: short enough for a headline. */
export function shortMoney(value: number, currency: string): string {
  return `${shortNumber(value)} ${currency}`;
}

/** `@sales`; `you` for the product manager. */
export function partyText(department: string): string {
  return department === 'me' ? 'you' : `@${department}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
