import { LineMap } from '../../model/text';
import { completionsAt } from './completion';
import { type CompletionList, type CompletionRequest, typedFor } from './completionItem';

/** The characters that make VS Code ask. Letters cannot be among them: see `beginsItem`. */
export const triggerCharacters: readonly string[] = [...'[#@:( '];

/** The lines of a text, as far as they are looked at. */
export interface TextLines {
  readonly lineCount: number;
  lineText(line: number): string;
}

const fence = /^\ufeff?---[ \t]*$/;
const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/**
 * Whether a character that was typed may bring something up: always between the fences and in a file just begun, in the
 * text only in links, mentions, list items and comments. Looks at few lines, since it is asked with many characters.
 *
 * @param before the line up to the cursor
 */
export function isWorthAsking(trigger: string, before: string, line: number, text: TextLines): boolean {
  if (text.lineCount <= 4 || isInFrontMatter(line, text)) return true;
  switch (trigger) {
    case '[':
      return before.endsWith('[[');
    case '(':
      return before.endsWith('](');
    case '#':
      return before.includes('[[');
    case ':':
      return /(?:^|[\s([{*_~,;])(?:due|made|created|done|completion|was)[ \t]{0,3}::?$/.test(before);
    case '@':
      return true;
    case ' ':
      return item.test(before) || before.includes('status-book-ignore');
    default:
      return item.test(before) || /\[\[|\]\(|@|status-book-ignore/.test(before);
  }
}

function isInFrontMatter(line: number, text: TextLines): boolean {
  if (line === 0 || !fence.test(text.lineText(0))) return false;
  for (let above = 1; above < line; above++) if (fence.test(text.lineText(above))) return false;
  return true;
}

/**
 * True where the letter before the cursor begins a word that is offered. VS Code asks for nothing by itself while words
 * are typed in Markdown, so that a list must be brought up.
 */
export function beginsItem(request: CompletionRequest): boolean {
  const { text, position } = request;
  const letter = new LineMap(text).lineText(position.line)[position.character - 1]?.toLowerCase();
  const list = completionsAt({ ...request, trigger: letter ?? '' });
  return (list?.items ?? []).some((item) => {
    const { start } = item.range ?? (list as CompletionList).range;
    if (position.character !== start.character + 1) return false;
    const words = typedFor(item).toLowerCase();
    return words.split(/[\s@-]+/).some((word) => word[0] === letter);
  });
}
