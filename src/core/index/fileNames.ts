import { caseless, comparable } from '../model/comparable';
import { getOrMake } from '../model/maps';
import { nameWithoutEnding } from '../model/pageId';
import { placeIn } from '../model/sortedList';

/** What a wiki link names that is no id: one file of the book’s folder, or several of which it may mean any. */
export type NamedFiles = { readonly path: string } | { readonly candidates: readonly string[] };

/** The Markdown files of a folder by name, capitals and the ending left out. */
export class FileNames {
  private readonly byName = new SortedPaths(fileKey);
  private readonly byPath = new SortedPaths(pathKey);

  add(path: string): void {
    this.byName.add(path);
    this.byPath.add(path);
  }

  delete(path: string): void {
    this.byName.delete(path);
    this.byPath.delete(path);
  }

  /** The files that are called like the last part of a path or name, by path. */
  alike(path: string): readonly string[] {
    return this.byName.alike(path);
  }

  /** The file with a path that is perhaps composed of other characters. */
  exactly(path: string): string | undefined {
    const wanted = comparable(path);
    return this.byPath.alike(path).find((known) => comparable(known) === wanted);
  }

  /**
   * The file that a wiki link of a page names: by its path from the page or from the root, else by its name where only
   * one file has it.
   */
  named(name: string, fromPath: string): NamedFiles | undefined {
    const paths = this.alike(name);
    if (paths.length === 0) return undefined;
    for (const wanted of wikiPaths(name, fromPath)) {
      const same = this.byPath.alike(wanted);
      const path =
        same.find((known) => comparable(withoutEnding(known)) === withoutEnding(wanted)) ?? same[0];
      if (path !== undefined) return { path };
    }
    if (name.includes('/')) return undefined;
    return paths.length === 1 ? { path: paths[0] as string } : { candidates: paths };
  }
}

/** Paths that are alike, each group in order. */
class SortedPaths {
  private readonly groups = new Map<string, string[]>();

  constructor(private readonly keyOf: (path: string) => string) {}

  add(path: string): void {
    const group = getOrMake(this.groups, this.keyOf(path), (): string[] => []);
    const place = placeIn(group, (known) => known < path);
    if (group[place] !== path) group.splice(place, 0, path);
  }

  delete(path: string): void {
    const key = this.keyOf(path);
    const group = this.groups.get(key) ?? [];
    const place = placeIn(group, (known) => known < path);
    if (group[place] === path) group.splice(place, 1);
    if (group.length === 0) this.groups.delete(key);
  }

  alike(path: string): readonly string[] {
    return this.groups.get(this.keyOf(path)) ?? [];
  }
}

function pathKey(path: string): string {
  return caseless(withoutEnding(path));
}

/** Under which name links find a file. */
export function fileKey(path: string): string {
  return caseless(nameWithoutEnding(path));
}

/** The paths from the root that a name may mean: from the page that holds it, and from the root. */
export function wikiPaths(name: string, fromPath: string): string[] {
  const folder = fromPath.split('/').slice(0, -1);
  const relative = name.startsWith('/') ? undefined : joined(folder, name);
  const paths = [relative, joined([], name.replace(/^\/+/, ''))];
  return [...new Set(paths.filter((path) => path !== undefined))];
}

/** A path from a folder; undefined where it leads out of the book. */
export function joined(folder: readonly string[], path: string): string | undefined {
  const segments = [...folder];
  for (const segment of path.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

export function withoutEnding(path: string): string {
  return path.replace(/\.md$/i, '');
}
