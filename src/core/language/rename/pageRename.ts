import { withoutEnding } from '../../index/fileNames';
import type { Book } from '../../index/library';
import { comparable } from '../../model/comparable';
import { t } from '../../model/message';
import type { Page } from '../../model/page';
import { fileId, isFolderFile } from '../../model/pageId';
import { pathInLibrary } from './bookPaths';
import { RenameRefused, readNewId } from './newId';
import { noteQuestion } from './noteQuestion';
import type { PlannedRename } from './plannedRename';
import { type NewNames, Relinking } from './relinking';

const bookFile = 'book.md';

/**
 * Gives a page another id. An `id` field gets the new one, and the file too where it was called like the old one;
 * without such a field the file alone is the id. All references follow, in all forms.
 *
 * @param page of `book`, or one without a file
 * @param books all that are open; links from outer ones follow, too
 * @param others pages that are in no index, such as those without a file; their paths are the library’s
 * @throws RenameRefused where the new id cannot be
 */
export function planPageRename(
  page: Page,
  typed: string,
  book: Book,
  books: readonly Book[],
  others: readonly Page[] = [],
): PlannedRename | undefined {
  const id = readNewId(typed);
  if (comparable(id) === comparable(page.id)) return undefined;
  const { index } = book;
  const [holder] = index.pagesWithId(id);
  if (holder && holder.path !== page.path) {
    throw new RenameRefused(
      t`“${id}” is already the id of “${holder.title}” (${holder.path}). Choose another one.`,
    );
  }
  const newPath = newPathOf(page, id, book);
  const path = pathInLibrary(book, page.path);
  const isMeant = (index.pageWithId(page.id)?.path ?? page.path) === page.path;
  const names: NewNames = {
    ids: new Map(isMeant ? [[book.root, new Map([[comparable(page.id), id]])]] : []),
    paths: new Map(newPath === undefined ? [] : [[path, pathInLibrary(book, newPath)]]),
    ...(page.idRange ? { ownId: { path, id } } : {}),
  };
  const relinking = new Relinking(books, names);
  return {
    ...planned(relinking, others),
    notes: {
      editsOf: (from, text) => relinking.noteEditsOf(from, text),
      question: (notes) => noteQuestion(notes, t`it`, true),
    },
    ...(newPath === undefined ? {} : { file: { from: path, to: pathInLibrary(book, newPath) } }),
  };
}

/**
 * Corrects an id that no page has, wherever it is named in the book.
 *
 * @throws RenameRefused where the new id cannot be one
 */
export function planIdCorrection(
  id: string,
  typed: string,
  book: Book,
  others: readonly Page[] = [],
): PlannedRename | undefined {
  const newId = readNewId(typed);
  if (newId === id) return undefined;
  const names: NewNames = {
    ids: new Map([[book.root, new Map([[comparable(withoutEnding(id)), newId]])]]),
    paths: new Map(),
  };
  return planned(new Relinking([book], names), others);
}

function planned(relinking: Relinking, others: readonly Page[]): PlannedRename {
  return {
    pages: relinking.pages(others).map(({ path }) => path),
    editsOf: (path, text) => relinking.editsOf(path, text),
  };
}

/** Where the file of a page moves when the page gets another id; undefined where it stays. */
function newPathOf(page: Page, id: string, { index }: Book): string | undefined {
  const { path } = page;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (page.idRange && (fileId(path) !== page.id || name === bookFile || !index.hasFile(path)))
    return undefined;
  if (name === bookFile) {
    throw new RenameRefused(t`book.md keeps its name: it makes its folder a status book.`);
  }
  if (isFolderFile(path)) {
    throw new RenameRefused(
      t`This page is named after its folder. Rename the folder “${page.id}” in the Explorer: what refers to it follows.`,
    );
  }
  if (!index.hasFile(path)) {
    throw new RenameRefused(t`Save this page first: its file name is its id.`);
  }
  const newName = id + (/\.md$/i.exec(name)?.[0] ?? '.md');
  if (newName === bookFile) {
    throw new RenameRefused(t`“book” is kept for book.md, which makes a folder a status book.`);
  }
  const newPath = path.slice(0, path.length - name.length) + newName;
  if (index.hasFile(newPath))
    throw new RenameRefused(t`There is a file ${newPath} already. Choose another id.`);
  return newPath;
}
