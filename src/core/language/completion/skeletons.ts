import { snippetBody } from '../../edit/snippets';
import { draftPage } from '../../edit/templates';
import { ours, t } from '../../model/message';
import type { LineMap, Range, TextEdit } from '../../model/text';
import { lineRange, range as rangeBetween } from '../../model/text';
import type { PageTypeSpec } from '../../schema/pageType';
import { newPageTypes, pageTypes } from '../../schema/schema';
import { behindLabel, type CompletionContext, type CompletionItem } from './completionItem';
import { datedSnippet } from './fieldSnippets';

/** Where a whole page may be put: in a text that holds nothing but blank lines, fences and one word begun. */
export interface EmptyPage {
  readonly range: Range;
  /** What is typed there. */
  readonly typed: string;
  /** Takes away what stands around it. */
  readonly additionalEdits: readonly TextEdit[];
}

/** Undefined for a text that holds anything else. */
export function emptyPageAt(lines: LineMap, line: number): EmptyPage | undefined {
  let fences = 0;
  for (let index = 0; index < lines.lineCount; index++) {
    const text = lines
      .lineText(index)
      .replace(/^\ufeff/, '')
      .trim();
    if (text === '' || (index === line && /^[\p{L}-]{1,20}$/u.test(text))) continue;
    if (text !== '---' || ++fences > 2) return undefined;
  }
  const own = lines.lineText(line);
  const last = lines.lineCount - 1;
  const additionalEdits: TextEdit[] = [];
  if (line > 0) additionalEdits.push({ range: rangeBetween(0, 0, line, 0), newText: '' });
  if (line < last) {
    const end = lines.lineText(last).length;
    additionalEdits.push({ range: rangeBetween(line, own.length, last, end), newText: '' });
  }
  return { range: lineRange(line, 0, own.length), typed: own.trim(), additionalEdits };
}

/** A whole page of each type, from the book’s own template where it has one; the type whose folder it is comes first. */
export function skeletonItems(
  { book, path, today }: CompletionContext,
  { range, typed, additionalEdits }: EmptyPage,
): CompletionItem[] {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const isHome = (type: PageTypeSpec): boolean =>
    type.root ? path === 'book.md' : folder === type.folder || folder.startsWith(`${type.folder}/`);
  const known = path === 'book.md' ? pageTypes : newPageTypes;
  const ordered = [...known.filter(isHome), ...known.filter((type) => !isHome(type))];
  const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  return ordered.map((type, index) => {
    const template = book.template(type.id);
    const newText =
      template === undefined
        ? datedSnippet(snippetBody(type).join('\n'), today)
        : escaped(draftPage(type.id, { id, today, template }).text);
    return {
      label: t`${ours(type.title)} page`,
      labelDetail: behindLabel(ours(type.description)),
      description: template === undefined ? type.id : t`your template`,
      kind: 'snippet',
      filterText: `${typed.startsWith('-') ? `${typed} ` : ''}${type.id} ${type.title}`,
      newText,
      isSnippet: true,
      range,
      additionalEdits,
      ...(index === 0 && isHome(type) ? { preselect: true } : {}),
    };
  });
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
