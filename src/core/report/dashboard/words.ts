import { joined, type Text, t } from '../../model/message';
import { shortNumber } from '../../model/texts';

/** `1.86 M EUR`, `770 k EUR`: short enough for a headline. */
export function shortMoney(value: number, currency: string): Text {
  return t`${shortNumber(value)} ${currency}`;
}

/** Sentences behind one another; empty ones are left out. */
export function sentences(...texts: readonly Text[]): Text {
  return joined(
    texts.filter((text) => text !== ''),
    ' ',
  );
}

/** `@sales`; `you` for the product manager. */
export function partyText(department: string): Text {
  return department === 'me' ? t`you` : `@${department}`;
}
