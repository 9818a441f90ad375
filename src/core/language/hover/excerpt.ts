import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import type { Page } from '../../model/page';
import { LineMap } from '../../model/text';
import { shortened } from './hoverText';

/** The beginning of a page says what it is about; the rest need not be read for it. */
const maxLead = 6000;
const excerptLength = 220;

/**
 * The first paragraph of a page’s body, or of the section under a heading, as plain text.
 *
 * @returns undefined where the page has none
 */
export function excerptOf(page: Page, text: string, heading?: string): string | undefined {
  const lines = new LineMap(text);
  const section = page.body.headings.find((one) => one.text === heading);
  const line = section ? section.range.end.line + 1 : page.bodyLine;
  if (line >= lines.lineCount) return undefined;
  const start = lines.offsetAt({ line, character: 0 });
  const paragraph = firstParagraph(fromMarkdown(text.slice(start, start + maxLead)), section !== undefined);
  const words = paragraph && withoutBrackets(textOf(paragraph)).replace(/\s+/g, ' ').trim();
  return words ? shortened(words, excerptLength) : undefined;
}

function firstParagraph(root: Nodes, untilHeading: boolean): Nodes | undefined {
  if (!('children' in root)) return undefined;
  for (const node of root.children) {
    if (node.type === 'heading' && untilHeading) return undefined;
    if (node.type === 'paragraph') return node;
    if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
      const inner = firstParagraph(node, false);
      if (inner) return inner;
    }
  }
  return undefined;
}

/** `[[id|label]]` as it is meant to be read. */
function withoutBrackets(text: string): string {
  return text.replace(
    /\[\[([^[\]|#]*)(?:#[^[\]|]*)?(?:\\?\|([^[\]]*))?\]\]/g,
    (_, target: string, label?: string) => {
      return (label ?? '').trim() || target.trim();
    },
  );
}
