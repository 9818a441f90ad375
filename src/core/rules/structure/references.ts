import { type NamedFiles, wikiPaths, withoutEnding } from '../../index/fileNames';
import { freeIdIn, nearestIds } from '../../index/idLookup';
import { namesOtherFile, type Reference, referencesOf } from '../../index/references';
import { byRange } from '../../model/byRange';
import { type FixPlan, replaceBy, setField } from '../../model/fix';
import { either, type Text, t } from '../../model/message';
import { pageIdProblem } from '../../model/pageId';
import { inSlices } from '../../model/slices';
import { alternatives, enumeration, withArticle } from '../../model/texts';
import { pageType, typeName } from '../../schema/schema';
import { checkedInSlices, type PageRule, type RuleContext } from '../rule';

export const idDuplicate: PageRule = {
  id: 'id-duplicate',
  family: 'structure',
  severity: 'error',
  scope: 'page',
  needs: ['sameId'],
  summary: 'Two pages have the same id.',
  explanation:
    'Pages refer to each other by id: the `id` field, else the file name without .md (of index.md, _index.md and README.md the name of their folder). Where two pages share one, references mean the first page by path, and the other one cannot be reached.',
  remedy: 'Give one of the pages another id or file name.',
  check(page, { book }, report) {
    const first = book.namesakeOf(page);
    if (!first) return;
    report({
      range: page.idRange ?? page.typeRange,
      message: t`The id “${page.id}” is already that of ${first.path}. Give this page another ${either(page.idRange !== undefined, 'id', 'file name, or an id')}.`,
      related: [
        {
          path: first.path,
          range: first.idRange ?? first.typeRange,
          message: t`The first page “${page.id}”`,
        },
      ],
    });
  },
  fixes(_finding, page, { book }) {
    const free = freeIdIn(book, page.id);
    return [setField(t`Give this page the id “${free}”`, 'id', free)];
  },
};

/** So many references are looked at in one slice of work. */
const referencesPerSlice = 128;

export const referenceBroken: PageRule = {
  id: 'reference-broken',
  family: 'structure',
  severity: 'warning',
  scope: 'page',
  needs: ['targetTypes'],
  summary: 'A reference leads nowhere, or to a page of the wrong type.',
  explanation:
    'Fields that name pages, [[wiki links]] and relative links to .md files form one graph. A reference that leads nowhere, or a field that names a page of another type than it takes, tells of a slip or of a page that was renamed or never written. A wiki link may name a file of the folder that is no page, by path or by a name that one file alone has. Pictures and other attachments, addresses, folders and what lies in folders that are not looked into are not judged.',
  remedy: 'Write the id of a page that exists, or create the missing page.',
  ...checkedInSlices((page, context, report) =>
    inSlices(context.book.referencesFrom(page.path), referencesPerSlice, (reference) => {
      const message = faultOf(reference, context);
      if (message) report({ range: reference.range, message });
    }),
  ),
  fixes(finding, page, context) {
    const reference = referenceAt(page, finding.range);
    return reference ? fixesFor(reference, context) : [];
  },
};

const referenceAt = byRange(referencesOf, ({ range }) => range);

/** Of files of one name so many are offered. */
const maxCandidates = 20;

/** What a reference names, and the page types that may stand there. */
interface Named {
  readonly target: Reference['target'];
  readonly types: Reference['types'] | undefined;
}

function isFaulty(
  { target, types }: Named,
  { book }: Pick<RuleContext, 'book'>,
  found: NamedFiles | undefined,
): boolean {
  if (found && 'path' in found) {
    const page = book.page(found.path);
    return types !== undefined && types !== 'any' && page !== undefined && !isTaken(page.type, types);
  }
  return found !== undefined || !isLeftAlone(target, book);
}

/** True for what names no page of the book: another kind of file, or one in a folder that is not looked into. */
function isLeftAlone(target: Reference['target'], book: RuleContext['book']): boolean {
  if ('path' in target) return book.isNotLookedInto(target.path);
  if (target.from === undefined) return false;
  if (namesOtherFile({ target })) return true;
  return (
    target.id.includes('/') && wikiPaths(target.id, target.from).some((path) => book.isNotLookedInto(path))
  );
}

/** True for a page type that may stand there, and for one that nobody knows. */
function isTaken(type: string, types: Named['types']): boolean {
  return !types || types === 'any' || types.includes(type) || !pageType(type);
}

function faultOf({ target, types, field }: Reference, { book }: Pick<RuleContext, 'book'>): Text | undefined {
  const found = book.locate({ target });
  if (!isFaulty({ target, types }, { book }, found)) return undefined;
  if ('path' in target) return t`There is no file ${target.path}. Correct the link or create the page.`;
  if (found && 'candidates' in found) {
    return t`${found.candidates.length} files are called “${target.id}”: which one? Write its path: ${enumeration(found.candidates.slice(0, 5))}.`;
  }
  const page = book.pageWithId(target.id);
  if (!page) return t`No page of this book has the id “${target.id}”. Correct the id or create the page.`;
  const wanted = Array.isArray(types) ? types.map((type) => typeName(type)) : [];
  return t`“${target.id}” is ${withArticle(typeName(page.type, page.type.toLowerCase()))}; “${field ?? t`this field`}” takes ${withArticle(alternatives(wanted))}.`;
}

function fixesFor(reference: Reference, { book }: RuleContext): FixPlan[] {
  const { target, types } = reference;
  if ('path' in target) {
    const name = target.path.slice(target.path.lastIndexOf('/') + 1);
    const id = withoutEnding(name);
    const create: FixPlan = {
      kind: 'createPage',
      title: t`Create the page “${target.path}”`,
      id,
      path: target.path,
    };
    return book.pageWithId(id) || pageIdProblem(id) !== undefined ? [] : [create];
  }
  const found = book.locate({ target });
  if (found && 'candidates' in found) {
    return replaceBy(
      reference.range,
      found.candidates.slice(0, maxCandidates).map((path) => nameOf(path, book)),
    );
  }
  const plans: FixPlan[] = replaceBy(reference.range, nearestIds(target.id, book, types));
  if (!book.pageWithId(target.id) && pageIdProblem(target.id) === undefined) {
    const only = Array.isArray(types) && types.length === 1 ? (types[0] as string) : undefined;
    plans.push({
      kind: 'createPage',
      title: only ? t`Create the ${typeName(only)} “${target.id}”` : t`Create the page “${target.id}”`,
      id: target.id,
      ...(only ? { type: only } : {}),
    });
  }
  return plans;
}

/** How a wiki link names a file that others are called like. */
function nameOf(path: string, book: RuleContext['book']): string {
  const page = book.page(path);
  const isMeant = page && book.pageWithId(page.id)?.path === path;
  return isMeant ? page.id : withoutEnding(path);
}
