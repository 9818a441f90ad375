import { BlockScanner } from '../markdown';
import { type Text, t } from '../model/message';
import { runAll } from '../model/slices';

/**
 * What reaches to the end of a page because nothing closes it, so that all that is added there is not read: in words
 * that begin a sentence, with the line it begins on (from 1). Undefined where there is nothing of the kind.
 *
 * @param bodyLine the first line of the body
 */
export function neverClosed(text: string, bodyLine: number): Text | undefined {
  const blocks = new BlockScanner(text, bodyLine);
  runAll(blocks.scan());
  const open = blocks.neverClosed;
  if (!open) return undefined;
  const what =
    open.kind === 'fence' ? t`a code fence` : htmlBlock(text.slice(open.offset, (open.offset ?? 0) + 12));
  return t`${what} that begins on line ${open.line + 1} is never closed`;
}

function htmlBlock(start: string): Text {
  if (start.startsWith('<!--')) return t`a comment (“<!--”)`;
  if (start.startsWith('<![CDATA[')) return t`a CDATA block (“<![CDATA[”)`;
  const name = /^<[a-z]+/i.exec(start)?.[0];
  return name ? `“${name}>”` : `“${start.slice(0, 2)}”`;
}
