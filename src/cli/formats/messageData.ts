import type { Argument, Text } from '../../core/model/message';

/** A text as other programs read it: the same in every language. */
export type TextData =
  | string
  | number
  | { readonly messageId: string; readonly arguments: readonly TextData[] }
  | { readonly texts: readonly TextData[] };

/**
 * What a message is beside its words: its pattern in English, which names it in every language, and what stands in for
 * `{0}`, `{1}`, …; nothing for a text that is none of ours.
 */
export function messageData(text: Text): { messageId?: string; arguments?: readonly TextData[] } {
  const data = dataOf(text);
  return typeof data === 'object' && 'messageId' in data ? data : {};
}

function dataOf(text: Argument): TextData {
  if (typeof text !== 'object') return text;
  if ('pattern' in text) return { messageId: text.pattern, arguments: text.args.map(dataOf) };
  if ('list' in text) return { texts: text.list.map(dataOf) };
  if ('parts' in text) return { texts: text.parts.map(dataOf) };
  return 'day' in text ? text.day : dataOf(text.text);
}
