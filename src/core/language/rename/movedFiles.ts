import type { Book } from '../../index/library';
import { comparable } from '../../model/comparable';
import { plural, t } from '../../model/message';
import { fileId } from '../../model/pageId';
import { ownerOf, pathInBook } from './bookPaths';
import { isReferable } from './newId';
import { type FollowingNotes, type FollowQuestion, noteQuestion } from './noteQuestion';
import { Relinking } from './relinking';

/** An id that references cannot follow, since they would name another page or none. */
export interface LostId {
  readonly id: string;
  readonly newId: string;
  readonly references: number;
}

/** What follows from files that were moved or renamed by hand. */
export interface FollowedMove {
  /** Every Markdown file that moved, from its old path to its new one; the library’s paths. */
  readonly moved: ReadonlyMap<string, string>;
  readonly relinking: Relinking;
  /** The pages to edit, where they were before the move. */
  readonly pages: readonly string[];
  /** The notes that are no pages which follow as well. */
  readonly notes: readonly string[];
  readonly references: number;
  readonly lost: readonly LostId[];
}

/**
 * What has to change so that all references lead where they did: links by path, from and to the moved files, and ids
 * where the file name was the id. Ids are left alone where a page moves to another book.
 *
 * @param books as they were before the move
 * @param withLinks false to leave Markdown links to somebody else
 * @param moves all files and folders that move
 */
export function followMove(
  books: readonly Book[],
  moved: ReadonlyMap<string, string>,
  withLinks: boolean,
  moves: ReadonlyMap<string, string> = moved,
): FollowedMove {
  const ids = new Map<string, Map<string, string>>();
  const lost: LostId[] = [];
  const changing = changingIds(books, moved);
  for (const { book, id, newId } of changing) {
    const own = ids.get(book.root) ?? new Map<string, string>();
    const holder = book.index.pageWithId(newId);
    const isFree = !holder || changing.some((other) => other.book === book && other.id === newId);
    if (isFree && ![...own.values()].includes(newId) && isReferable(newId)) {
      ids.set(book.root, own.set(comparable(id), newId));
    } else {
      const references = book.index.referencesToTarget({ id }).length;
      if (references > 0) lost.push({ id, newId, references });
    }
  }
  const relinking = new Relinking(books, { ids, paths: withLinks ? moved : new Map(), moves });
  const relinked = relinking.pages();
  const references = relinked.reduce((sum, { relinks, fileLinks }) => sum + relinks.length + fileLinks, 0);
  return { moved, relinking, pages: relinked.map(({ path }) => path), notes: [], references, lost };
}

/** What follows when a move is taken back, wherever the books have their files by now. */
export function takeBack(move: FollowedMove): FollowedMove {
  const moved = new Map([...move.moved].map(([from, to]) => [to, from]));
  const relinking = move.relinking.reversed();
  const newPath = (path: string): string => move.moved.get(path) ?? path;
  const pages = withMore(move.pages.map(newPath), relinking);
  return { ...move, moved, relinking, pages, notes: move.notes.map(newPath), lost: [] };
}

/** The same move once more, of pages that name what moves by now, too. */
export function doAgain(move: FollowedMove): FollowedMove {
  return { ...move, pages: withMore(move.pages, move.relinking), lost: [] };
}

function withMore(pages: readonly string[], relinking: Relinking): string[] {
  return [...new Set([...pages, ...relinking.pages().map(({ path }) => path)])];
}

/** The ids that change with the names of files; of pages that share one, that of the page which references mean. */
function changingIds(
  books: readonly Book[],
  moved: ReadonlyMap<string, string>,
): { readonly book: Book; readonly id: string; readonly newId: string }[] {
  return [...moved].flatMap(([from, to]) => {
    const book = ownerOf(books, from);
    const page = book?.index.page(pathInBook(book, from));
    const newId = fileId(book ? pathInBook(book, to) : to);
    if (!book || !page || page.idRange || newId === page.id || ownerOf(books, to) !== book) return [];
    return book.index.pageWithId(page.id)?.path === page.path ? [{ book, id: page.id, newId }] : [];
  });
}

/** The question whether references shall follow, as one asks a product manager. */
export function moveQuestion(
  { moved, pages, references }: FollowedMove,
  books: readonly Book[],
): FollowQuestion {
  const own = pages.filter((path) => moved.has(path)).length;
  const name = nameOf(moved, books);
  const count = plural(references, 'reference');
  const where = t`They stand on ${plural(pages.length, 'page')}. Undoing the move takes this back, too.`;
  if (moved.size > 1) {
    return {
      message: t`Update ${count} to and from the ${plural(moved.size, 'page')} that moved?`,
      detail: where,
    };
  }
  if (own === pages.length) {
    return {
      message: t`Update ${count} of “${name}” to other pages?`,
      detail: t`The paths no longer fit. Undoing the move takes this back, too.`,
    };
  }
  return { message: t`Update ${count} to “${name}”?`, detail: where };
}

/** What notes that are no pages have to follow, and the question whether they shall. A note that moves alone is let be. */
export function followingNotes(move: FollowedMove, books: readonly Book[]): FollowingNotes {
  const { moved, pages, relinking } = move;
  const movesPages = [...moved.keys()].some((path) => {
    const book = ownerOf(books, path);
    return book?.index.page(pathInBook(book, path)) !== undefined;
  });
  const isMore = pages.length > 0;
  const what = moved.size > 1 ? t`what moved` : isMore ? t`it` : t`“${nameOf(moved, books)}”`;
  return {
    editsOf: (path, text) => (moved.has(path) && !movesPages ? [] : relinking.noteEditsOf(path, text)),
    question: (notes) => noteQuestion(notes, what, isMore),
  };
}

/** What the only file that moved is called. */
function nameOf(moved: ReadonlyMap<string, string>, books: readonly Book[]): string {
  const [only] = moved.keys();
  if (only === undefined) return '';
  const book = ownerOf(books, only);
  return book?.index.page(pathInBook(book, only))?.title ?? `${fileId(only)}.md`;
}
