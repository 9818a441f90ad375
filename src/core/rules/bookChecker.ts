import type { BookIndex, PageChange } from '../index/bookIndex';
import type { CalendarDate } from '../model/calendarDate';
import { attempt } from '../model/faults';
import type { Finding, SeverityOrOff } from '../model/finding';
import type { FixPlan } from '../model/fix';
import { getOrMake } from '../model/maps';
import type { Page } from '../model/page';
import { runAll, type SlicedWork } from '../model/slices';
import { compareRanges, compareText } from '../model/text';
import { isLong } from '../parse/lazyPage';
import { rootType } from '../schema/schema';
import { allRules } from './allRules';
import { Dependents } from './dependents';
import { internalErrorFinding } from './internalError';
import { changedParts, type PagePart } from './pageParts';
import {
  isSuppressed,
  partOf,
  prepareFor,
  RuleSet,
  readsType,
  runBookRule,
  runPageRule,
  type Severities,
  severityOf,
} from './pageRun';
import type { BookRule, PageRule, Rule, RuleContext } from './rule';

export interface CheckOptions {
  readonly today: CalendarDate;
  readonly severities?: Severities;
  /** All rules where left out. */
  readonly rules?: RuleSet;
  /** Called with each page that is checked from scratch, while it is parsed. */
  readonly warmMemo?: (page: Page) => SlicedWork<void>;
}

/** The rules that a book is checked with. */
export const everyRule = new RuleSet(allRules);

/** The pages whose findings may have changed; `all` where that may be any. */
export type TouchedPages = ReadonlySet<string> | 'all';

/** Them by name. */
export function pathsOf(touched: TouchedPages, book: BookIndex): Iterable<string> {
  return touched === 'all' ? [...book.pages(), ...book.conflictedCopies()].map(({ path }) => path) : touched;
}

/**
 * The findings of one book, kept while the book changes: a change of a page runs again only the rules that depend on
 * what changed, a change of day only those that depend on the day. Equal to a full check at any time.
 *
 * What is to be checked from scratch, and what changed in a long page, waits until it is asked for; `proceed` does it
 * in slices.
 */
export class BookChecker {
  private readonly rules: RuleSet;
  private byPage = new Map<string, Map<PageRule, readonly Finding[]>>();
  private readonly byBookRule = new Map<BookRule, ReadonlyMap<string, readonly Finding[]>>();
  /** By page and rule, where working out fixes failed. */
  private readonly fixFaults = new Map<string, Map<string, Finding>>();
  /** The pages that do not wait to be checked from scratch. */
  private checked = new Set<string>();
  /** So many pages at the beginning of the book were looked at since all of them waited. */
  private lookedAt = 0;
  private readonly waitingRules = new Set<BookRule>();
  /** The rules that wait to look again at a long page, by its path. */
  private readonly deferred = new Map<string, Set<PageRule>>();
  /** The checks of pages that were stopped between two slices, by path. */
  private readonly started = new Map<string, SlicedWork<void>>();
  /** How often a rule has looked at something, for tests of what a change runs again. */
  runs = 0;

  constructor(
    private readonly book: BookIndex,
    private options: CheckOptions,
  ) {
    this.rules = options.rules ?? everyRule;
    this.checkAll();
  }

  /**
   * Does what waits to be checked, for as long as it may.
   *
   * @param mayGoOn asked after every page, every slice of a long one, and every rule over the whole book
   * @returns whether nothing waits any more
   */
  proceed(mayGoOn: () => boolean = () => true): boolean {
    for (const path of this.deferred.keys()) if (!this.checkWaiting(path, mayGoOn)) return false;
    for (; this.lookedAt < this.book.pageCount; this.lookedAt++) {
      const { path } = this.book.pages()[this.lookedAt] as Page;
      if (!this.waits(path)) continue;
      if (!this.checkWaiting(path, mayGoOn)) return false;
      if (mayGoOn()) continue;
      this.lookedAt++;
      return false;
    }
    for (const rule of this.waitingRules) {
      this.runBookRule(rule);
      if (!mayGoOn()) break;
    }
    return this.waitingRules.size === 0;
  }

  /** True for a page of which not all is known yet: to ask for its findings checks it in one go. */
  waits(path: string): boolean {
    return this.deferred.has(path) || !this.checked.has(path);
  }

  /** True where long pages wait to be looked at again. */
  get defers(): boolean {
    return this.deferred.size > 0;
  }

  /** All findings of a page in order of their places. */
  findingsOf(path: string): readonly Finding[] {
    for (const rule of this.waitingRules) this.runBookRule(rule);
    return this.findingsSoFar(path);
  }

  /** The same, with what rules over the whole book found before where they wait to run again. */
  findingsSoFar(path: string): readonly Finding[] {
    const page = this.book.page(path) ?? this.book.conflictedCopy(path);
    if (!page) return [];
    this.checkWaiting(path);
    // One by one: a page may have more findings than a call may have arguments.
    const found = [...(this.byPage.get(path)?.values() ?? [])].flat();
    for (const findings of this.byBookRule.values()) {
      for (const finding of findings.get(path) ?? []) {
        if (!isSuppressed(finding, page)) found.push(finding);
      }
    }
    for (const finding of this.fixFaults.get(path)?.values() ?? []) found.push(finding);
    return found.length > 1 ? found.sort(compareFindings) : found;
  }

  /** What can be done about a finding, best first. Where that cannot be worked out, the page has a finding that says so. */
  fixesOf(finding: Finding): readonly FixPlan[] {
    const rule = this.rules.withId(finding.rule);
    const page = this.book.page(finding.path) ?? this.book.conflictedCopy(finding.path);
    if (!rule?.fixes || !page) return [];
    return attempt(
      () => `the fixes of ${partOf(rule, page)}`,
      () => rule.fixes?.(finding, page, this.context) ?? [],
      (reason) => {
        getOrMake(this.fixFaults, page.path, () => new Map<string, Finding>()).set(
          rule.id,
          internalErrorFinding(rule.id, page, reason),
        );
        return [];
      },
    );
  }

  /** Whether working out fixes has failed, so that there are more findings than before. */
  get fixesFailed(): boolean {
    return this.fixFaults.size > 0;
  }

  /** All findings of the book by path, place and rule. */
  findings(): Finding[] {
    // First the pages: while each of them is parsed, what the rules over the whole book ask of it is worked out.
    this.proceed();
    const pages = [...this.book.pages(), ...this.book.conflictedCopies()];
    return pages.sort((a, b) => compareText(a.path, b.path)).flatMap(({ path }) => this.findingsOf(path));
  }

  /** Takes over changes of the index; returns the pages whose findings may have changed. */
  update(changes: readonly PageChange[]): TouchedPages {
    if (changes.some((change) => change.settings)) return this.checkAll();
    const touched = new Set<string>();
    const dependents = new Dependents(this.book, this.rules);
    const changedTypes = new Map<string, Set<PagePart>>();
    for (const change of changes) {
      const parts = changedParts(change);
      // What came or went may have moved other pages to where the look was already.
      if (!change.before || !change.after) this.lookedAt = 0;
      dependents.add(change, parts);
      for (const type of this.typesOf(change)) {
        const known = getOrMake(changedTypes, type, () => new Set<PagePart>());
        for (const part of parts) known.add(part);
      }
    }
    const movesOthers = changes.some((change) => change.others);
    if (movesOthers) dependents.addOthers();
    for (const [path, causes] of dependents.causes) {
      const page = this.book.page(path);
      if (!page) this.forget(path);
      if (causes.has('page')) this.fixFaults.delete(path);
      const ran = page && this.checkPage(page, (rule) => dependents.concern(path, rule));
      if (ran || causes.has('page')) touched.add(path);
    }
    // Their findings may stand in book.md.
    const movesBook = changedTypes.get(rootType.id)?.has('fields') ?? false;
    const concerned = (rule: BookRule): boolean =>
      movesBook ||
      (movesOthers && rule.readsOtherFiles === true) ||
      [...changedTypes].some(
        ([type, parts]) => readsType(rule, type) && rule.parts.some((part) => parts.has(part)),
      );
    this.checkBook(concerned, touched);
    return touched;
  }

  /** Goes over to another day. */
  setToday(today: CalendarDate): ReadonlySet<string> {
    if (today === this.options.today) return new Set();
    this.options = { ...this.options, today };
    const touched = new Set<string>();
    for (const page of this.book.pages()) {
      if (this.checkPage(page, (rule) => rule.needs.includes('today'))) touched.add(page.path);
    }
    this.checkBook((rule) => rule.needsToday, touched);
    return touched;
  }

  /** Goes over to other severities. */
  setSeverities(severities: Severities): TouchedPages {
    this.options = { ...this.options, severities };
    return this.checkAll();
  }

  /** Forgets all that was found; everything waits to be checked. */
  recheck(): TouchedPages {
    return this.checkAll();
  }

  private checkAll(): TouchedPages {
    // Whoever types waits for this: nothing here may take longer in a larger book.
    this.byPage = new Map();
    this.fixFaults.clear();
    this.checked = new Set();
    this.deferred.clear();
    this.started.clear();
    this.lookedAt = 0;
    for (const rule of this.rules.bookRules) this.waitingRules.add(rule);
    return 'all';
  }

  /** The types under which a change counts for the rules over the whole book. */
  private typesOf({ before, after }: PageChange): ReadonlySet<string> {
    const types = new Set<string>();
    for (const page of [before, after]) {
      if (page) types.add(page.type);
      // Pages of the same id count as changed: which of them references mean may have changed.
      if (page && before?.id !== after?.id)
        for (const { type } of this.book.pagesWithId(page.id)) types.add(type);
    }
    return types;
  }

  private forget(path: string): void {
    this.byPage.delete(path);
    this.fixFaults.delete(path);
    this.checked.delete(path);
    this.deferred.delete(path);
    this.started.delete(path);
  }

  /** Returns whether nothing of the page waits any more. */
  private checkWaiting(path: string, mayGoOn: () => boolean = () => true): boolean {
    const page = this.book.page(path);
    if (!page || !this.waits(path)) return true;
    const work = getOrMake(this.started, path, () =>
      this.checked.has(path) ? this.runDeferred(page) : this.checkFromScratch(page),
    );
    while (!work.next().done) if (!mayGoOn()) return false;
    this.started.delete(path);
    return true;
  }

  private *runDeferred(page: Page): SlicedWork<void> {
    yield* this.runRules(page, this.deferred.get(page.path) ?? []);
    this.deferred.delete(page.path);
  }

  private *checkFromScratch(page: Page): SlicedWork<void> {
    const { path } = page;
    yield* this.runRules(page, this.rulesFor(page));
    prepareFor(this.waitingRules, page);
    const warm = this.options.warmMemo?.(page);
    const goOn = (): boolean => warm?.next().done === false;
    while (
      attempt(
        () => `what is worked out ahead of page ${path}`,
        goOn,
        () => false,
      )
    )
      yield;
    this.checked.add(path);
  }

  /** The rules that look at a page and are not switched off. */
  private rulesFor(page: Page): PageRule[] {
    return this.rules.pageRulesFor(page.type).filter((rule) => this.severityOf(rule) !== 'off');
  }

  /** Returns whether its findings may be others, now or when they are asked for. */
  private checkPage(page: Page, wanted: (rule: PageRule) => boolean): boolean {
    const { path } = page;
    this.started.delete(path);
    if (!this.checked.has(path)) {
      this.byPage.delete(path);
      return true;
    }
    const all = this.rules.pageRulesFor(page.type);
    const results = this.byPage.get(path);
    for (const rule of results?.keys() ?? []) if (!all.includes(rule)) results?.delete(rule);
    const rules = this.rulesFor(page).filter(wanted);
    const waiting = this.deferred.get(path);
    if (waiting || (isLong(page) && rules.length > 0)) {
      const stillThere = [...(waiting ?? [])].filter((rule) => all.includes(rule));
      this.deferred.set(path, new Set([...stillThere, ...rules]));
    } else {
      runAll(this.runRules(page, rules));
    }
    return rules.length > 0;
  }

  private *runRules(page: Page, rules: Iterable<PageRule>): SlicedWork<void> {
    const results = getOrMake(this.byPage, page.path, () => new Map<PageRule, readonly Finding[]>());
    for (const rule of rules) {
      this.runs++;
      const findings = yield* runPageRule(rule, page, this.context, this.severityOf(rule));
      if (findings.length > 0) results.set(rule, findings);
      else results.delete(rule);
      if (isLong(page)) yield;
    }
    if (results.size === 0) this.byPage.delete(page.path);
  }

  private checkBook(wanted: (rule: BookRule) => boolean, touched: Set<string>): void {
    for (const rule of this.rules.bookRules) {
      if (!wanted(rule) || this.waitingRules.has(rule)) continue;
      for (const path of this.byBookRule.get(rule)?.keys() ?? []) touched.add(path);
      for (const path of this.runBookRule(rule)) touched.add(path);
    }
  }

  /** Returns the pages with findings of it. */
  private runBookRule(rule: BookRule): Iterable<string> {
    this.waitingRules.delete(rule);
    const severity = this.severityOf(rule);
    let findings: ReadonlyMap<string, readonly Finding[]> = new Map();
    if (severity !== 'off') {
      this.runs++;
      findings = runBookRule(rule, this.context, severity);
    }
    this.byBookRule.set(rule, findings);
    return findings.keys();
  }

  private get context(): RuleContext {
    return { book: this.book, settings: this.book.settings, today: this.options.today };
  }

  private severityOf(rule: Rule): SeverityOrOff | undefined {
    return severityOf(rule, this.context, this.options.severities);
  }
}

export function compareFindings(a: Finding, b: Finding): number {
  return compareText(a.path, b.path) || compareRanges(a.range, b.range) || compareText(a.rule, b.rule);
}
