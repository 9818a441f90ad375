import type { Text } from '../core/model/message';
import { Words } from '../core/words/words';

/** Makes words of what the core tells: the command speaks English. */
export const words = new Words();

export function say(text: Text): string {
  return words.say(text);
}
