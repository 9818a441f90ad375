/** True for a language tag such as `de` or `en-GB`. */
export function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

export interface NumberSigns {
  /** Between groups of three digits. */
  readonly group: string;
  readonly decimal: string;
}

/** How a locale writes numbers. */
export function numberSigns(locale: string): NumberSigns {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.8);
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { group: sign('group'), decimal: sign('decimal') };
}

/** The language tag that was meant: `de_DE` is `de-DE`. */
export function nearestLocale(text: string): string | undefined {
  const tag = text.trim().replaceAll('_', '-').replace(/\..*/s, '');
  return isLocale(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
}
