import { scanBody } from '../markdown';
import { oneLine } from '../model/escapedText';

/**
 * A text as Markdown that reads back as this text, on one line: escaped only where Markdown would make a link, a
 * heading, a list, a mention, a comment or HTML of it.
 *
 * @param place where it goes: behind the marks of a heading, within a line, or where a line begins
 */
export function plainMarkdown(text: string, place: 'heading' | 'inLine' | 'lineStart'): string {
  const line = oneLine(text);
  if (!readsPlain(line))
    return escapedStart(line.replace(/[\\`*_[\]<>&@~|]/g, '\\$&')).replace(/(\s)(#+)$/, '$1\\$2');
  return place === 'lineStart' ? escapedStart(line) : line;
}

/** Takes from a line what begins a list, a quote, a heading or a rule. */
function escapedStart(line: string): string {
  return line.replace(
    /^(?:(\d{1,9})([.)])(?=\s|$)|([-+=#>]))/,
    (_all, digits: string, mark: string, sign: string) =>
      digits === undefined ? `\\${sign}` : `${digits}\\${mark}`,
  );
}

function readsPlain(line: string): boolean {
  if (/~~|<[!?/a-z]|^[*`~[]/i.test(line)) return false;
  const { headings, links, comments, mentions, listItems, quoteLines } = scanBody(`# ${line}\n\nx ${line}\n`);
  const more = [links, comments, mentions, listItems, quoteLines];
  return headings.length === 1 && headings[0]?.text === line && more.every(({ length }) => length === 0);
}
