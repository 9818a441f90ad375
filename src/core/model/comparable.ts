/** A name as it is compared: Unicode has several ways to write one letter with its marks. */
export function comparable(name: string): string {
  return name.normalize('NFC');
}

/** The same where capitals do not matter. */
export function caseless(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
