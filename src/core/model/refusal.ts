import type { Text } from './message';

/** What is not done, and why; the reason is a sentence for the user. */
export class Refusal extends RangeError {
  constructor(readonly text: Text) {
    super(roughly(text));
  }
}

/** The text in English without plurals and choices, for a log that knows no more than `message`. */
function roughly(text: Text | number): string {
  if (typeof text !== 'object') return String(text);
  if ('pattern' in text) return text.pattern.replace(/\{(\d+)\}/g, (_, at) => roughly(text.args[at] ?? ''));
  if ('list' in text) return text.list.map(roughly).join(', ');
  if ('parts' in text) return text.parts.map(roughly).join(text.between);
  return 'day' in text ? text.day : roughly(text.text);
}
