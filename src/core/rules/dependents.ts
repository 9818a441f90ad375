import type { BookIndex, PageChange } from '../index/bookIndex';
import { referencesOf } from '../index/references';
import { getOrMake } from '../model/maps';
import type { PagePart } from './pageParts';
import type { RuleSet } from './pageRun';
import type { PageNeed, PageRule } from './rule';

/** Why a page is to be looked at again: it changed itself, or something that its rules need. */
export type Cause = PageNeed | 'page';

/** The pages that a change concerns. */
export class Dependents {
  readonly causes = new Map<string, Set<Cause>>();
  private readonly parts = new Map<string, Set<PagePart>>();

  constructor(
    private readonly book: BookIndex,
    private readonly rules: RuleSet,
  ) {}

  /** True for a rule that may find something else in a page than before. */
  concern(path: string, { needs, ownParts }: PageRule): boolean {
    const causes = this.causes.get(path);
    if (needs.some((need) => causes?.has(need))) return true;
    const parts = this.parts.get(path);
    if (!parts || !ownParts) return causes?.has('page') ?? false;
    return parts.has('names') || parts.has('suppressions') || ownParts.some((part) => parts.has(part));
  }

  /** @param parts what of the page is different */
  add(change: PageChange, parts: ReadonlySet<PagePart>): void {
    getOrMake(this.causes, change.path, () => new Set<Cause>()).add('page');
    const known = getOrMake(this.parts, change.path, () => new Set<PagePart>());
    for (const part of parts) known.add(part);
    const names = parts.has('names');
    if (names || parts.has('fields')) this.addNamed(change);
    if (names || parts.has('fields'))
      this.addReferring(change, names ? ['targetTypes', 'targets'] : ['targets']);
    if (names || parts.has('fields') || parts.has('links') || parts.has('entries'))
      this.addReferredTo(change);
  }

  /** What the book knows of files that are no pages is different; `book.md` reports it. */
  addOthers(): void {
    const { bookPage } = this.book;
    if (bookPage) this.need(bookPage.path, 'foreignTypes');
  }

  /** The pages that carry the id, before or now, and those whose files wiki links mean where no page carries it. */
  private addNamed({ path, before, after, existence }: PageChange): void {
    const isOther = existence || before?.id !== after?.id;
    const names = isOther ? [path, before?.id, after?.id] : [];
    for (const name of names) {
      for (const alike of name === undefined ? [] : this.book.filesNamedLike(name))
        this.need(alike, 'referrers');
    }
    for (const id of new Set([before?.id, after?.id])) {
      // Of a page that keeps its id the others tell only where references mean it.
      if (id === undefined || (!isOther && this.book.pageWithId(id)?.path !== path)) continue;
      for (const page of this.book.pagesWithId(id)) {
        this.need(page.path, 'sameId');
        if (before?.id !== after?.id) this.need(page.path, 'referrers');
      }
    }
  }

  private addReferring({ path, before, after }: PageChange, causes: readonly PageNeed[]): void {
    const targets = [...new Set([before?.id, after?.id])].flatMap((id) => (id === undefined ? [] : [{ id }]));
    for (const target of [...targets, { path }]) {
      for (const from of this.book.sourcesOf(target)) for (const cause of causes) this.need(from, cause);
    }
  }

  /** The pages that it referred to before or refers to now: their referrers have changed. */
  private addReferredTo({ before, after }: PageChange): void {
    for (const page of [before, after]) {
      for (const reference of page ? referencesOf(page) : []) {
        const target = this.book.resolve(reference);
        if (target) this.need(target.path, 'referrers');
      }
    }
  }

  private need(path: string, cause: PageNeed): void {
    const page = this.book.page(path);
    if (!page || !this.rules.needsOf(page.type).has(cause)) return;
    getOrMake(this.causes, path, () => new Set<Cause>()).add(cause);
  }
}
