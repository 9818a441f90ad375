import { scanBody } from '../markdown';
import type { Page } from '../model/page';
import { fileId } from '../model/pageId';
import { LineMap, lineRange } from '../model/text';
import { splitFrontMatter } from './splitFrontMatter';

/**
 * Reads a Markdown file that is no page for its links alone: its front matter is another program’s, and holds no field
 * of a book. Never throws.
 */
export function parseNote(path: string, source: string): Page {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const split = splitFrontMatter(text);
  const isBehind = split?.closed === true;
  const { line, character } = new LineMap(text).positionAt(isBehind ? split.bodyStart : 0);
  const bodyLine = line + (character > 0 ? 1 : 0);
  const nowhere = lineRange(0, 0, 0);
  return {
    path,
    id: fileId(path),
    title: fileId(path),
    type: '',
    typeRange: nowhere,
    typeLine: nowhere,
    fields: [],
    isReadable: true,
    syntaxFaults: [],
    bodyLine,
    body: scanBody(text, bodyLine),
    entries: [],
    invalidEntries: [],
    tasks: [],
    commitments: [],
    suppressions: [],
    conflicts: [],
  };
}
