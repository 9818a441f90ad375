import type { Page } from '../model/page';
import { compareText } from '../model/text';
import { nearType, pageType } from '../schema/schema';

/** A type that the book does not know, and how many files have it. */
export interface ForeignType {
  readonly type: string;
  readonly files: number;
}

/**
 * True for a type of another program: none of the book’s and no misspelling of one. An empty type is a page’s that is
 * not written yet.
 *
 * @param others the types that `book.md` leaves to other programs
 */
export function isForeignType(type: string, others: readonly string[]): boolean {
  if (type === '' || pageType(type)) return false;
  return others.includes(type) || nearType(type) === undefined;
}

const copyMarks: readonly RegExp[] = [
  // Syncthing: x.sync-conflict-20261120-101010-ABC
  /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?$/,
  // Dropbox, Nextcloud, ownCloud: x (Ines's conflicted copy 2026-11-20)
  / \((?:[^()]{0,100} )?conflicted copy(?: [^()]{0,100})?\)$/i,
  // OneDrive: x-DESKTOP-1A2B, with one digit at least
  /-(?=[A-Z-]{0,40}\d)[A-Z0-9]{1,40}-[A-Z0-9]{1,40}$/,
];
const markdownEnding = /\.md$/i;

/** The path of a Markdown file without its ending. */
export function stemOf(path: string): string {
  return path.replace(markdownEnding, '');
}

/**
 * What the path of the original is without its ending, for a name that synchronising programs give to a conflicted copy
 * beside it; undefined for any other name.
 */
export function originalStem(path: string): string | undefined {
  if (!markdownEnding.test(path)) return undefined;
  const stem = stemOf(path);
  for (const mark of copyMarks) {
    const original = stem.slice(0, mark.exec(stem)?.index ?? 0);
    if (original !== '' && !original.endsWith('/')) return original;
  }
  return undefined;
}

/** The files of a book’s folder that have front matter with a type and yet are none of its pages. */
export class OtherFiles {
  private readonly foreign = new Map<string, number>();
  private readonly foreignByPath = new Map<string, string>();
  private readonly copiesByPath = new Map<string, Page>();

  /** The foreign types by name. */
  foreignTypes(): ForeignType[] {
    return [...this.foreign]
      .map(([type, files]) => ({ type, files }))
      .sort((a, b) => compareText(a.type, b.type));
  }

  /** The conflicted copies by path. */
  copies(): Page[] {
    return [...this.copiesByPath.values()].sort((a, b) => compareText(a.path, b.path));
  }

  copy(path: string): Page | undefined {
    return this.copiesByPath.get(path);
  }

  /** Returns whether anything is different. */
  set(path: string, is: { readonly foreign?: string; readonly copy?: Page }): boolean {
    const before = this.foreignByPath.get(path);
    const wasCopy = this.copiesByPath.get(path);
    if (before !== is.foreign) {
      this.count(before, -1);
      this.count(is.foreign, 1);
      if (is.foreign === undefined) this.foreignByPath.delete(path);
      else this.foreignByPath.set(path, is.foreign);
    }
    if (is.copy) this.copiesByPath.set(path, is.copy);
    else this.copiesByPath.delete(path);
    return before !== is.foreign || wasCopy !== is.copy;
  }

  private count(type: string | undefined, by: number): void {
    if (type === undefined) return;
    const files = (this.foreign.get(type) ?? 0) + by;
    if (files > 0) this.foreign.set(type, files);
    else this.foreign.delete(type);
  }
}
