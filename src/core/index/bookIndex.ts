import { type BookSettings, readBookSettings } from '../model/bookSettings';
import { getOrMake } from '../model/maps';
import type { Page } from '../model/page';
import { overridden, type SettingsOverrides } from '../model/settingsOverrides';
import { compareText } from '../model/text';
import { matchesAny } from './glob';
import { type Reference, referencesOf, targetKey } from './references';
import { templateType } from './templates';

/** What one call changed; `before` and `after` are absent for a file that was or is no page of the book. */
export interface PageChange {
  readonly path: string;
  readonly before?: Page;
  readonly after?: Page;
  /** The book's own settings changed: nothing that was known of its pages can be relied on. */
  readonly settings?: true;
  /** A file came or went, page or not: links to its path resolve otherwise. */
  readonly existence?: true;
}

const bookPath = 'book.md';

/**
 * All pages of one book, their ids, their references and who refers to whom. Kept by setting and deleting single
 * files; the result is the same as of building it anew (asserted over random edits).
 */
export class BookIndex {
  /** Every Markdown file of the folder; null for those that are no pages. */
  private readonly files = new Map<string, Page | null>();
  private readonly included = new Map<string, Page>();
  private readonly idPaths = new Map<string, string[]>();
  private readonly typePaths = new Map<string, Set<string>>();
  private readonly outgoing = new Map<string, readonly Reference[]>();
  private readonly incoming = new Map<string, Map<string, Reference[]>>();
  private readonly sorted = new Map<string, readonly Page[]>();
  private readonly templates = new Map<string, string>();
  private overrides: SettingsOverrides = {};
  private currentSettings = readBookSettings(undefined);

  get settings(): BookSettings {
    return this.currentSettings;
  }

  /** The page `book.md`. */
  get bookPage(): Page | undefined {
    return this.included.get(bookPath);
  }

  get pageCount(): number {
    return this.included.size;
  }

  /** All pages by path. */
  pages(): readonly Page[] {
    return this.sortedPages('*', () => [...this.included.keys()]);
  }

  pagesOfType(type: string): readonly Page[] {
    return this.sortedPages(`type:${type}`, () => [...(this.typePaths.get(type) ?? [])]);
  }

  page(path: string): Page | undefined {
    return this.included.get(path);
  }

  /** True for every Markdown file of the folder, page or not, excluded or not. */
  hasFile(path: string): boolean {
    return this.files.has(path);
  }

  /** The text of the book’s own template for pages of a type. */
  template(type: string): string | undefined {
    return this.templates.get(type);
  }

  /** The pages that carry an id, by path; more than one is a fault, and references mean the first. */
  pagesWithId(id: string): readonly Page[] {
    return (this.idPaths.get(id) ?? []).map((path) => this.included.get(path) as Page);
  }

  pageWithId(id: string): Page | undefined {
    const path = this.idPaths.get(id)?.[0];
    return path === undefined ? undefined : this.included.get(path);
  }

  ids(): IterableIterator<string> {
    return this.idPaths.keys();
  }

  /** The page that a reference means, if there is one. */
  resolve(reference: Reference): Page | undefined {
    const { target } = reference;
    return 'id' in target ? this.pageWithId(target.id) : this.included.get(target.path);
  }

  /** The references that a page holds. */
  referencesFrom(path: string): readonly Reference[] {
    return this.outgoing.get(path) ?? [];
  }

  /** The references that mean a page, by path and place. */
  referencesTo(page: Page): readonly Reference[] {
    const byPath = this.referencesToTarget({ path: page.path });
    const byId = this.pageWithId(page.id)?.path === page.path ? this.referencesToTarget({ id: page.id }) : [];
    return [...byId, ...byPath].sort((a, b) => compareText(a.from, b.from));
  }

  /** The references that name an id or a path, whether or not there is such a page. */
  referencesToTarget(target: Reference['target']): Reference[] {
    return [...(this.incoming.get(targetKey(target))?.values() ?? [])].flat();
  }

  /**
   * Sets a file of the folder; `page` is null for a file that is no page.
   *
   * @param text is kept where the file is a template
   */
  set(path: string, page: Page | null, text?: string): PageChange {
    const existed = this.files.has(path);
    this.files.set(path, page);
    const type = templateType(path);
    if (type !== undefined && text !== undefined) this.templates.set(type, text);
    const change = this.replace(path, page ?? undefined);
    return existed ? change : { ...change, existence: true };
  }

  delete(path: string): PageChange {
    const existed = this.files.delete(path);
    const type = templateType(path);
    if (type !== undefined) this.templates.delete(type);
    const change = this.replace(path, undefined);
    return existed ? { ...change, existence: true } : change;
  }

  /** Sets otherwise what `book.md` says; all that was known of the pages is to be looked at again. */
  setOverrides(overrides: SettingsOverrides): void {
    this.overrides = overrides;
    this.readSettings(this.bookPage);
  }

  private replace(path: string, page: Page | undefined): PageChange {
    const after = this.isExcluded(path) ? undefined : page;
    const before = this.included.get(path);
    if (before) this.remove(before);
    if (after) this.add(after);
    const change = { path, ...(before ? { before } : {}), ...(after ? { after } : {}) };
    if (path !== bookPath) return change;
    this.readSettings(after);
    return { ...change, settings: true };
  }

  private isExcluded(path: string): boolean {
    if (path === bookPath) return false;
    return templateType(path) !== undefined || matchesAny(path, this.currentSettings.exclude);
  }

  private readSettings(book: Page | undefined): void {
    const previous = this.currentSettings.exclude.join('\n');
    this.currentSettings = readBookSettings(overridden(book, this.overrides));
    if (this.currentSettings.exclude.join('\n') === previous) return;
    for (const [path, page] of this.files) if (path !== bookPath) this.replace(path, page ?? undefined);
  }

  private add(page: Page): void {
    this.included.set(page.path, page);
    const paths = this.idPaths.get(page.id) ?? [];
    this.idPaths.set(page.id, [...paths, page.path].sort(compareText));
    getOrMake(this.typePaths, page.type, () => new Set()).add(page.path);
    const references = referencesOf(page);
    this.outgoing.set(page.path, references);
    for (const reference of references) {
      const sources = getOrMake(this.incoming, targetKey(reference.target), () => new Map());
      getOrMake(sources, page.path, (): Reference[] => []).push(reference);
    }
    this.forgetOrder(page);
  }

  private remove(page: Page): void {
    this.included.delete(page.path);
    const others = (this.idPaths.get(page.id) ?? []).filter((path) => path !== page.path);
    if (others.length > 0) this.idPaths.set(page.id, others);
    else this.idPaths.delete(page.id);
    this.typePaths.get(page.type)?.delete(page.path);
    for (const reference of this.outgoing.get(page.path) ?? []) {
      const key = targetKey(reference.target);
      const sources = this.incoming.get(key);
      sources?.delete(page.path);
      if (sources?.size === 0) this.incoming.delete(key);
    }
    this.outgoing.delete(page.path);
    this.forgetOrder(page);
  }

  private forgetOrder(page: Page): void {
    this.sorted.delete('*');
    this.sorted.delete(`type:${page.type}`);
  }

  private sortedPages(key: string, paths: () => string[]): readonly Page[] {
    let pages = this.sorted.get(key);
    if (!pages) {
      pages = paths()
        .sort(compareText)
        .map((path) => this.included.get(path) as Page);
      this.sorted.set(key, pages);
    }
    return pages;
  }
}
