import type { Spoken, Text } from '../../core/model/message';
import { translatedBy, Words } from '../../core/words/words';

let words = new Words();

/**
 * The words of VS Code’s display language, in which everything else of the window is said; English where there is no
 * translation into it.
 *
 * @param bundle the translations that VS Code has found below `l10n/`
 */
export function wordsIn(locale: string, bundle: Readonly<Record<string, string>> | undefined): Words {
  return bundle ? new Words(locale, translatedBy(bundle)) : new Words();
}

/** Chooses the language in which everything is said from now on. */
export function useWords(other: Words): void {
  words = other;
}

/** The BCP 47 tag of the language. */
export function language(): string {
  return words.locale;
}

export function say(text: Text): string {
  return words.say(text);
}

/** The same data with a string for every text in it. */
export function spoken<T>(data: T): Spoken<T> {
  return words.spoken(data);
}
