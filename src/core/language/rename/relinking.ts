import { fileLinkEdits } from '../../edit/fileLinks';
import {
  type NamedFile,
  type Relink,
  type Renaming,
  relinkEdits,
  relinksOf,
  type WikiTarget,
} from '../../edit/relink';
import { FileNames, withoutEnding } from '../../index/fileNames';
import type { Book } from '../../index/library';
import { comparable } from '../../model/comparable';
import { getOrMake } from '../../model/maps';
import type { Page } from '../../model/page';
import { compareText, type TextEdit } from '../../model/text';
import { pageAt, textOfPage } from '../../parse/lazyPage';
import { parseNote } from '../../parse/parseNote';
import { isInFolder, ownerOf, pathInBook, pathInLibrary } from './bookPaths';

const noIds: ReadonlyMap<string, string> = new Map();

/** New names of pages and files; all paths are the library’s. */
export interface NewNames {
  /** By the root of the book whose pages they are; old ids in NFC. */
  readonly ids: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly paths: ReadonlyMap<string, string>;
  /** Files and folders that move; what is in a folder moves with it. */
  readonly moves?: ReadonlyMap<string, string>;
  readonly ownId?: { readonly path: string; readonly id: string };
}

/** A page that has to be edited. */
export interface RelinkedPage {
  readonly path: string;
  readonly page: Page;
  readonly relinks: readonly Relink[];
  /** How many of its links to pictures and other files have to be written otherwise. */
  readonly fileLinks: number;
}

/** Makes all references of some books follow new names of pages. A page of a nested book may be linked from the outer one. */
export class Relinking {
  /** What wiki links name, as it was when they were first looked at: later the files may have moved. */
  private readonly namedFiles = new Map<string, NamedFile | undefined>();
  private readonly comingFiles = new Map<string, FileNames>();

  constructor(
    private readonly books: readonly Book[],
    private readonly names: NewNames,
  ) {}

  /**
   * The pages that have to be edited, by path.
   *
   * @param others pages that are in no index, such as those without a file
   */
  pages(others: readonly Page[] = []): RelinkedPage[] {
    const candidates = new Map<string, Page>();
    for (const page of others) candidates.set(page.path, page);
    for (const book of this.books) this.collect(book, candidates);
    const { ownId } = this.names;
    return [...candidates]
      .map(([path, page]) => this.relinked(path, page))
      .filter(({ path, relinks, fileLinks }) => relinks.length + fileLinks > 0 || path === ownId?.path)
      .sort((a, b) => compareText(a.path, b.path));
  }

  private relinked(path: string, page: Page): RelinkedPage {
    const renaming = this.renamingOf(path);
    const placed = pageAt(page, path);
    const text = this.names.paths.has(path) ? textOfPage(page) : undefined;
    const fileLinks = text === undefined ? 0 : fileLinkEdits(placed, text, renaming).length;
    return { path, page, relinks: relinksOf(placed, renaming), fileLinks };
  }

  /** The edits of a page, from its text as it is now; see `relinkEdits`. */
  editsOf(path: string, text: string): TextEdit[] {
    return relinkEdits(path, text, this.renamingOf(path));
  }

  /** The same for a Markdown file that is no page. */
  noteEditsOf(path: string, text: string): TextEdit[] {
    return relinkEdits(path, text, this.renamingOf(path), parseNote);
  }

  /** Takes the new names back. */
  reversed(): Relinking {
    const { ids, paths, moves, ownId } = this.names;
    if (ownId) throw new Error('An id field is not taken back here.');
    return new Relinking(this.books, {
      ids: new Map([...ids].map(([root, names]) => [root, inverse(names)])),
      paths: inverse(paths),
      ...(moves ? { moves: inverse(moves) } : {}),
    });
  }

  private renamingOf(path: string): Renaming {
    const owner = ownerOf(this.books, path);
    const { ids, ...rest } = this.names;
    return {
      ...rest,
      ids: (owner && ids.get(owner.root)) ?? noIds,
      fileOf: (target) => this.fileOf(target, owner),
      willName: (target, file) => !owner || this.willName(target, file, owner),
    };
  }

  private fileOf(target: WikiTarget, owner: Book | undefined): NamedFile | undefined {
    const key = `${target.from}\n${target.id}`;
    if (!owner || this.namedFiles.has(key)) return this.namedFiles.get(key);
    const from = pathInBook(owner, target.from);
    const isId = owner.index.pageWithId(target.id) ?? owner.index.pageWithId(withoutEnding(target.id));
    const found = isId ? undefined : owner.index.locate({ target: { id: target.id, from } });
    const named =
      found && 'path' in found
        ? { path: pathInLibrary(owner, found.path), root: owner.root === '' ? '' : `${owner.root}/` }
        : undefined;
    this.namedFiles.set(key, named);
    return named;
  }

  private willName({ id, from }: WikiTarget, path: string, owner: Book): boolean {
    const { index, root } = owner;
    if (!isInFolder(from, root) || !isInFolder(path, root)) return true;
    const holder = this.newHolder(id, owner);
    if (holder !== undefined) return holder === path;
    const names = new FileNames();
    for (const known of [...index.filesNamedLike(id), ...this.newFiles(owner).alike(id)]) {
      const place = this.newPlace(pathInLibrary(owner, known));
      if (isInFolder(place, root)) names.add(pathInBook(owner, place));
    }
    const found = names.named(id, pathInBook(owner, from));
    return found !== undefined && 'path' in found && pathInLibrary(owner, found.path) === path;
  }

  /** Where the page is by then that has an id by then. */
  private newHolder(name: string, { index, root }: Book): string | undefined {
    const id = comparable(withoutEnding(name));
    const ids = this.names.ids.get(root) ?? noIds;
    const [was] = [...ids].find(([, is]) => comparable(is) === id) ?? [];
    if (was === undefined && ids.has(id)) return undefined;
    const holder = index.pageWithId(was ?? id) ?? index.pageWithId(id);
    return holder && this.newPlace(pathInLibrary({ index, root }, holder.path));
  }

  private newPlace(path: string): string {
    return this.names.paths.get(path) ?? path;
  }

  /** The files that come to a book’s folder or change their places in it. */
  private newFiles(book: Book): FileNames {
    return getOrMake(this.comingFiles, book.root, () => {
      const files = new FileNames();
      for (const to of this.names.paths.values()) {
        if (ownerOf(this.books, to) === book) files.add(pathInBook(book, to));
      }
      return files;
    });
  }

  /** The pages of a book that name something that is renamed, and those that are. */
  private collect(book: Book, candidates: Map<string, Page>): void {
    const { index, root } = book;
    const { ids, paths, ownId } = this.names;
    const add = (path: string): void => {
      const page = index.page(path);
      if (page) candidates.set(pathInLibrary(book, path), page);
    };
    // New names, too: who names a file may mean another page or file by then.
    for (const id of [...(ids.get(root) ?? noIds)].flat()) {
      for (const from of index.sourcesOf({ id })) add(from);
    }
    for (const path of paths.values()) {
      if (!isInFolder(path, root)) continue;
      for (const from of index.sourcesOf({ path: pathInBook(book, path) })) add(from);
    }
    for (const path of paths.keys()) {
      if (!isInFolder(path, root)) continue;
      const inBook = pathInBook(book, path);
      for (const from of index.sourcesOf({ path: inBook })) add(from);
      add(inBook);
    }
    if (ownId && isInFolder(ownId.path, root)) add(pathInBook(book, ownId.path));
  }
}

function inverse(names: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...names].map(([from, to]) => [to, from]));
}
