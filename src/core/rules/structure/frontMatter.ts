import type { BookIndex } from '../../index/bookIndex';
import { type FixPlan, replaceBy, setField } from '../../model/fix';
import { fieldNamed, type ListNode } from '../../model/frontMatter';
import { either, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import type { Range, TextEdit } from '../../model/text';
import { nearType, pageType } from '../../schema/schema';
import type { PageRule, Report } from '../rule';

export const frontMatterSyntax: PageRule = {
  id: 'front-matter-syntax',
  family: 'structure',
  severity: 'error',
  scope: 'page',
  needs: [],
  summary: 'The front matter cannot be read.',
  explanation:
    'The lines between the two “---” at the top of a page are YAML. Where they are not valid — a name twice, a tab, a missing quote — none of the page’s fields is known, so nothing else of them is checked.',
  remedy: 'Mend the place that the message names. Values with a colon, @ or quotes in them go into quotes.',
  check(page, _context, report) {
    for (const { message, range } of page.syntaxFaults) report({ message, range });
  },
};

export const typeUnknown: PageRule = {
  id: 'type-unknown',
  family: 'structure',
  severity: 'warning',
  otherSeverities: ['information'],
  scope: 'page',
  needs: ['foreignTypes'],
  summary: 'A type is none that a status book knows.',
  explanation:
    'The type says which fields and sections a page has, to which activity it belongs and by which rules it is watched. A type that looks like a known one misspelled is reported on its page. Any other type is taken for that of another program: its files are no pages of the book and are not watched. One information for each such type stands on the `type` line of book.md, unless `otherTypes` names it. A type in a list of one counts as that one.',
  remedy:
    'Correct the type of a page that is part of the book. List the types of notes that are not under `otherTypes` in book.md.',
  check(page, { book }, report) {
    if (page === book.bookPage) reportForeignTypes(page, book, report);
    if (!page.isReadable) return;
    const list = typeList(page);
    if (list) {
      const { start, end } = list.range;
      report({
        range: start.line === end.line ? page.typeRange : wholeField(page, list),
        severity: 'information',
        message: t`The type stands in a list. Write it plainly: “type: ${page.type}”.`,
        data: { plainly: page.type },
      });
    }
    if (pageType(page.type)) return;
    report({ range: page.typeRange, message: messageFor(page.type) });
  },
  fixes(finding, page) {
    const { foreign, plainly } = finding.data ?? {};
    if (typeof foreign === 'string') {
      return [setField(t`Leave notes of type “${foreign}” to other programs`, 'otherTypes', foreign)];
    }
    if (typeof plainly === 'string') return writePlainly(page, plainly);
    const near = nearType(page.type);
    return near === undefined ? [] : replaceBy(finding.range, [near]);
  },
};

function messageFor(type: string): Text {
  const near = nearType(type);
  if (type === '')
    return t`The type is empty. Write one that a book has, such as product, log or competitor.`;
  const known = near === undefined ? t`Choose one that a book has.` : t`Did you mean “${near}”?`;
  return t`There is no page type “${type}”. ${known}`;
}

function reportForeignTypes(page: Page, book: BookIndex, report: (report: Report) => void): void {
  for (const { type, files } of book.foreignTypes()) {
    if (book.settings.otherTypes.includes(type)) continue;
    const are = files === 1 ? t`1 file has` : t`${files} files have`;
    report({
      range: page.typeLine,
      severity: 'information',
      message: t`${are} the type “${type}”, which this book does not know, and ${either(files === 1, 'is no page', 'are no pages')} of it. If that is meant, add “${type}” to “otherTypes”.`,
      data: { foreign: type },
    });
  }
}

/** The type of a page that writes it as a list of one. */
function typeList(page: Page): ListNode | undefined {
  const value = fieldNamed(page.fields, 'type')?.value;
  return value?.kind === 'list' && value.items.length === 1 ? value : undefined;
}

/** From the name of the field through its last item. */
function wholeField(page: Page, list: ListNode): Range {
  const start = fieldNamed(page.fields, 'type')?.nameRange.start ?? list.range.start;
  return { start, end: list.items.at(-1)?.range.end ?? list.range.end };
}

function writePlainly(page: Page, type: string): FixPlan[] {
  const field = fieldNamed(page.fields, 'type');
  const item = typeList(page)?.items[0];
  if (!field || !item) return [];
  const { start, end } = field.value.range;
  const afterName = { ...field.nameRange.end, character: field.nameRange.end.character + 1 };
  const itemLine = item.range.start.line;
  const edits: TextEdit[] =
    start.line === end.line
      ? [{ range: field.value.range, newText: type }]
      : [
          { range: { start: afterName, end: afterName }, newText: ` ${type}` },
          {
            range: { start: { line: itemLine, character: 0 }, end: { line: itemLine + 1, character: 0 } },
            newText: '',
          },
        ];
  return [
    {
      kind: 'replace',
      title: t`Write “type: ${type}”`,
      edits,
      preferred: true,
      safe: true,
    },
  ];
}
