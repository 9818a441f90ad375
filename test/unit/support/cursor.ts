import { LineMap, type Position } from '../../../src/core/model/text';

/** A text with the place of its one `|`, which stands for the cursor and is taken out. */
export function atCursor(marked: string): { text: string; position: Position } {
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.indexOf('|', offset + 1) >= 0) throw new Error('One “|” must mark the cursor');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, position: new LineMap(text).positionAt(offset) };
}
