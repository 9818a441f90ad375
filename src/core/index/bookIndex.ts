import { dequal } from 'dequal';
import { type BookSettings, readBookSettings } from '../model/bookSettings';
import type { CalendarDate } from '../model/calendarDate';
import { comparable } from '../model/comparable';
import { getOrMake } from '../model/maps';
import type { Page } from '../model/page';
import { overridden, type SettingsOverrides } from '../model/settingsOverrides';
import { placeIn } from '../model/sortedList';
import { FileNames, fileKey, type NamedFiles, withoutEnding } from './fileNames';
import { matchesAny } from './glob';
import { type DatedLog, LogCalendar } from './logCalendar';
import { type ForeignType, isForeignType, OtherFiles, originalStem, stemOf } from './otherFiles';
import { PageList } from './pageList';
import { fileKeys, namesTheSame, type Reference, referencesOf, targetKey, targetKeys } from './references';
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
  /** What the book knows of files that are none of its pages became different: foreign types, conflicted copies. */
  readonly others?: true;
}

const bookPath = 'book.md';

/**
 * All pages of one book, their ids, their references and who refers to whom. Kept by setting and deleting single
 * files; the result is the same as of building it anew (asserted over random edits).
 */
export class BookIndex {
  /** Every Markdown file of the folder; null for those that are no pages. */
  private readonly files = new Map<string, Page | null>();
  private readonly names = new FileNames();
  private readonly included = new Map<string, Page>();
  private readonly idPaths = new Map<string, string[]>();
  private readonly list = new PageList();
  private readonly listsByType = new Map<string, PageList>();
  private readonly calendar = new LogCalendar();
  /** The pages that hold a reference, by the key of its target. */
  private readonly incoming = new Map<string, Set<string>>();
  private readonly templates = new Map<string, string>();
  private readonly others = new OtherFiles();
  /** The files named like copies, by the original’s path without its ending. */
  private readonly namedLikeCopies = new Map<string, Set<string>>();
  /** Another number whenever an id, or the type of a page with it, may be another. */
  idState = 0;
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
    return this.list.all();
  }

  /** The pages of a type by path. */
  pagesOfType(type: string): readonly Page[] {
    return this.listsByType.get(type)?.all() ?? [];
  }

  /** The log pages with a valid date, by date and path. */
  logs(): readonly DatedLog[] {
    return this.calendar.all();
  }

  /** The date of a log page; undefined for any other page. */
  logDate(path: string): CalendarDate | undefined {
    return this.calendar.dateOf(path);
  }

  page(path: string): Page | undefined {
    return this.included.get(path);
  }

  /** True for every Markdown file of the folder, page or not, excluded or not. */
  hasFile(path: string): boolean {
    return this.fileAt(path) !== undefined;
  }

  /** The file with a path, perhaps composed of other characters. */
  private fileAt(path: string): string | undefined {
    return this.files.has(path) ? path : this.names.exactly(path);
  }

  /** The files that are called like a path or name, capitals, folders and ending aside. */
  filesNamedLike(path: string): readonly string[] {
    return this.names.alike(path);
  }

  /** True for a path below a folder that is not looked into. */
  isNotLookedInto(path: string): boolean {
    const folders = path.split('/').slice(0, -1);
    return (
      folders.some((name) => name.startsWith('.') || name === 'node_modules') ||
      matchesAny(path, this.currentSettings.exclude)
    );
  }

  /** The file that a reference leads to, page or not, or those among which it does not choose. */
  locate({ target }: Pick<Reference, 'target'>): NamedFiles | undefined {
    if ('path' in target) {
      const path = this.fileAt(target.path);
      return path === undefined ? undefined : { path };
    }
    const { id, from } = target;
    const page = this.pageWithId(id) ?? (from === undefined ? undefined : this.pageWithId(withoutEnding(id)));
    if (page) return { path: page.path };
    return from === undefined ? undefined : this.names.named(id, from);
  }

  /** The types of files that another program keeps in the folder, by name. */
  foreignTypes(): readonly ForeignType[] {
    return this.others.foreignTypes();
  }

  /** What synchronising programs left beside pages, by path: read as pages are, but none of the book’s. */
  conflictedCopies(): readonly Page[] {
    return this.others.copies();
  }

  /** The file that a conflicted copy stands beside; undefined for what is none. */
  originalOf(path: string): string | undefined {
    const stem = originalStem(path);
    if (stem === undefined) return undefined;
    return [`${stem}.md`, `${stem}.MD`].find((original) => this.files.has(original));
  }

  conflictedCopy(path: string): Page | undefined {
    return this.others.copy(path);
  }

  /** The text of the book’s own template for pages of a type. */
  template(type: string): string | undefined {
    return this.templates.get(type);
  }

  /** The pages that carry an id, by path; more than one is a fault, and references mean the first. */
  pagesWithId(id: string): readonly Page[] {
    return (this.idPaths.get(comparable(id)) ?? []).map((path) => this.included.get(path) as Page);
  }

  pageWithId(id: string): Page | undefined {
    const path = this.idPaths.get(comparable(id))?.[0];
    return path === undefined ? undefined : this.included.get(path);
  }

  /** The page that references to this page’s id mean, where that is another one. */
  namesakeOf({ id, path }: Page): Page | undefined {
    const first = this.pageWithId(id);
    return first?.path === path ? undefined : first;
  }

  ids(): IterableIterator<string> {
    return this.idPaths.keys();
  }

  /** The page that a reference means, if there is one. */
  resolve({ target }: Pick<Reference, 'target'>): Page | undefined {
    const found = this.locate({ target });
    return found && 'path' in found ? this.included.get(found.path) : undefined;
  }

  /** The references that a page holds. */
  referencesFrom(path: string): readonly Reference[] {
    const page = this.included.get(path);
    return page ? referencesOf(page) : [];
  }

  /**
   * The references that mean a page, by path and place.
   *
   * @param types of the pages that hold them; of all types where left out
   */
  referencesTo(page: Page, types?: readonly string[]): readonly Reference[] {
    const isMeant = (reference: Reference): boolean => this.resolve(reference)?.path === page.path;
    const isWanted = (path: string): boolean => !types || types.includes(this.included.get(path)?.type ?? '');
    return [...new Set(this.eachReferrerOf(page))]
      .filter(isWanted)
      .sort()
      .flatMap((path) => this.referencesFrom(path).filter(isMeant));
  }

  /** The pages that refer to a page, by path. */
  referrersOf(page: Page): readonly string[] {
    return [...new Set(this.eachReferrerOf(page))].sort();
  }

  /** The same in no order, some perhaps twice. */
  *eachReferrerOf(page: Page): Iterable<string> {
    const keys = this.keysOf(page);
    for (const key of keys) yield* this.incoming.get(key) ?? [];
    yield* this.referrersByFile(page, keys);
  }

  /** The pages with wiki links that name the file of a page rather than its id. */
  private *referrersByFile(page: Page, keys: readonly string[]): Iterable<string> {
    const [text, name] = fileKeys(page.path);
    // What is the id of a page means that page.
    const loose = this.pageWithId(fileKey(page.path)) ? [name] : [text, name];
    const known = keys.map((key) => this.incoming.get(key));
    for (const key of loose) {
      if (keys.includes(key)) continue;
      for (const from of this.incoming.get(key) ?? []) {
        const isKnown = known.some((sources) => sources?.has(from));
        if (!isKnown && this.referencesFrom(from).some((one) => this.resolve(one)?.path === page.path)) {
          yield from;
        }
      }
    }
  }

  /** The references that name an id or a path, whether or not there is such a page. */
  referencesToTarget(target: Reference['target']): Reference[] {
    const key = targetKey(target);
    return this.sourcesOf(target).flatMap((path) =>
      this.referencesFrom(path).filter((reference) => targetKey(reference.target) === key),
    );
  }

  /** The pages that name an id or a path, whether or not there is such a page; some perhaps name a file of that name. */
  sourcesOf(target: Reference['target']): readonly string[] {
    const keys = 'path' in target ? [targetKey(target), ...fileKeys(target.path)] : [targetKey(target)];
    return [...new Set(keys.flatMap((key) => [...(this.incoming.get(key) ?? [])]))];
  }

  /** How a page is named by references that mean it. */
  private keysOf(page: Page): string[] {
    const byPath = targetKey({ path: page.path });
    return this.pageWithId(page.id)?.path === page.path ? [targetKey({ id: page.id }), byPath] : [byPath];
  }

  /**
   * Sets a file of the folder; `page` is null for a file that is no page.
   *
   * @param text is kept where the file is a template
   */
  set(path: string, page: Page | null, text?: string): PageChange {
    const existed = this.files.has(path);
    if (!existed) this.names.add(path);
    this.files.set(path, page);
    const type = templateType(path);
    if (type !== undefined && text !== undefined) this.templates.set(type, text);
    const original = originalStem(path);
    if (original !== undefined) getOrMake(this.namedLikeCopies, original, () => new Set()).add(path);
    const change = this.replace(path, page ?? undefined);
    return existed ? change : { ...change, existence: true, ...this.replaceCopiesOf(path) };
  }

  delete(path: string): PageChange {
    const existed = this.files.delete(path);
    if (existed) this.names.delete(path);
    const type = templateType(path);
    if (type !== undefined) this.templates.delete(type);
    const original = originalStem(path);
    if (original !== undefined) this.namedLikeCopies.get(original)?.delete(path);
    const change = this.replace(path, undefined);
    return existed ? { ...change, existence: true, ...this.replaceCopiesOf(path) } : change;
  }

  /** Sets otherwise what `book.md` says; all that was known of the pages is to be looked at again. */
  setOverrides(overrides: SettingsOverrides): void {
    this.overrides = overrides;
    this.readSettings(this.bookPage);
  }

  private replace(path: string, page: Page | undefined): PageChange {
    const after = page && this.isPage(path, page) ? page : undefined;
    const before = this.included.get(path);
    const others = this.others.set(path, after || !page ? {} : this.otherFile(path, page));
    if (before?.id !== after?.id || before?.type !== after?.type) this.idState++;
    // A page that is typed mostly names what it named before: nothing is to be found elsewhere then.
    const namesOthers = !before || !after || !namesTheSame(before, after);
    if (before) this.remove(before, after, namesOthers);
    if (after) this.add(after, namesOthers);
    const change = {
      path,
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
      ...(others ? { others: true as const } : {}),
    };
    if (path !== bookPath) return change;
    return this.readSettings(after) ? { ...change, settings: true } : change;
  }

  private isPage(path: string, { type }: Page): boolean {
    return !this.isExcluded(path) && !this.isForeign(path, type) && !this.isCopy(path);
  }

  /** What a file with a type that is no page of the book is. */
  private otherFile(path: string, page: Page): { foreign?: string; copy?: Page } {
    if (this.isExcluded(path)) return {};
    if (this.isCopy(path)) return this.isForeign(path, page.type) ? {} : { copy: page };
    return { foreign: page.type };
  }

  private isForeign(path: string, type: string): boolean {
    return path !== bookPath && isForeignType(type, this.currentSettings.otherTypes);
  }

  private isCopy(path: string): boolean {
    return this.originalOf(path) !== undefined;
  }

  /** The original came or went: what stands beside it is a copy now, or a page of its own. */
  private replaceCopiesOf(path: string): { settings?: true } {
    const copies = this.namedLikeCopies.get(stemOf(path));
    if (!copies || copies.size === 0) return {};
    for (const copy of copies) this.replace(copy, this.files.get(copy) ?? undefined);
    return { settings: true };
  }

  private isExcluded(path: string): boolean {
    if (path === bookPath) return false;
    return templateType(path) !== undefined || matchesAny(path, this.currentSettings.exclude);
  }

  /** Returns whether the settings are others than before. */
  private readSettings(book: Page | undefined): boolean {
    const previous = this.currentSettings;
    const settings = readBookSettings(overridden(book, this.overrides));
    if (dequal(settings, previous)) return false;
    this.currentSettings = settings;
    if (!dequal(settings.exclude, previous.exclude) || !dequal(settings.otherTypes, previous.otherTypes)) {
      for (const [path, page] of this.files) if (path !== bookPath) this.replace(path, page ?? undefined);
    }
    return true;
  }

  private add(page: Page, namesOthers: boolean): void {
    this.included.set(page.path, page);
    const paths = getOrMake(this.idPaths, comparable(page.id), (): string[] => []);
    paths.splice(
      placeIn(paths, (path) => path < page.path),
      0,
      page.path,
    );
    this.list.set(page);
    getOrMake(this.listsByType, page.type, () => new PageList()).set(page);
    this.calendar.set(page);
    for (const { target } of namesOthers ? referencesOf(page) : []) {
      for (const key of targetKeys(target)) {
        getOrMake(this.incoming, key, () => new Set()).add(page.path);
      }
    }
  }

  private remove(page: Page, successor: Page | undefined, namesOthers: boolean): void {
    this.included.delete(page.path);
    const id = comparable(page.id);
    const paths = this.idPaths.get(id) ?? [];
    paths.splice(
      placeIn(paths, (path) => path < page.path),
      1,
    );
    if (paths.length === 0) this.idPaths.delete(id);
    // A page that takes its place is set there without a detour.
    if (!successor) this.list.delete(page.path);
    if (successor?.type !== page.type) this.listsByType.get(page.type)?.delete(page.path);
    this.calendar.delete(page.path);
    for (const { target } of namesOthers ? referencesOf(page) : []) {
      for (const key of targetKeys(target)) {
        const sources = this.incoming.get(key);
        sources?.delete(page.path);
        if (sources?.size === 0) this.incoming.delete(key);
      }
    }
  }
}
