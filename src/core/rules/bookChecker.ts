import type { BookIndex, PageChange } from '../index/bookIndex';
import { referencesOf } from '../index/references';
import type { CalendarDate } from '../model/calendarDate';
import type { Finding, Severity, SeverityOrOff } from '../model/finding';
import { getOrMake } from '../model/maps';
import type { Page, Suppression } from '../model/page';
import { compareRanges, compareText } from '../model/text';
import { allRules } from './allRules';
import type { BookReport, BookRule, PageNeed, PageRule, Report, Rule, RuleContext } from './rule';

export interface CheckOptions {
  readonly today: CalendarDate;
  /** Severities that win over the book's own: the editor's settings, the command line's flags. */
  readonly severities?: ReadonlyMap<string, SeverityOrOff>;
}

/** Lines of the body in which a suppression holds for the whole page. */
const suppressionLines = 10;

/**
 * The findings of one book, kept while the book changes: a change of a page runs again only the rules that depend on
 * it, a change of day only those that depend on the day. Equal to a full check at any time.
 */
export class BookChecker {
  private readonly byPage = new Map<string, Map<PageRule, readonly Finding[]>>();
  private readonly byBookRule = new Map<BookRule, ReadonlyMap<string, readonly Finding[]>>();
  private readonly pageRules = allRules.filter((rule): rule is PageRule => rule.scope === 'page');
  private readonly bookRules = allRules.filter((rule): rule is BookRule => rule.scope === 'book');
  private readonly rulesByType = new Map<string, readonly PageRule[]>();
  /** How often a rule has looked at something, for tests of what a change runs again. */
  runs = 0;

  constructor(
    private readonly book: BookIndex,
    private options: CheckOptions,
  ) {
    this.checkAll();
  }

  /** All findings of a page in order of their places. */
  findingsOf(path: string): readonly Finding[] {
    const page = this.book.page(path);
    if (!page) return [];
    const own = [...(this.byPage.get(path)?.values() ?? [])].flat();
    const ofBook = [...this.byBookRule.values()].flatMap((findings) => findings.get(path) ?? []);
    return [...own, ...ofBook].filter((finding) => !isSuppressed(finding, page)).sort(compareFindings);
  }

  /** All findings of the book by path, place and rule. */
  findings(): Finding[] {
    return this.book.pages().flatMap((page) => this.findingsOf(page.path));
  }

  /** Takes over changes of the index; returns the pages whose findings may have changed. */
  update(changes: readonly PageChange[]): ReadonlySet<string> {
    if (changes.some((change) => change.settings)) {
      return this.checkAll(changes.map((change) => change.path));
    }
    const touched = new Set<string>();
    const again = new Map<string, Set<PageNeed | 'page'>>();
    const need = (path: string, kind: PageNeed | 'page'): void => {
      const kinds = again.get(path);
      if (kinds) kinds.add(kind);
      else again.set(path, new Set([kind]));
    };
    for (const change of changes) this.collectDependents(change, need);
    for (const [path, kinds] of again) {
      touched.add(path);
      const page = this.book.page(path);
      if (!page) this.byPage.delete(path);
      else this.checkPage(page, (rule) => kinds.has('page') || rule.needs.some((kind) => kinds.has(kind)));
    }
    // Pages of the same id count as changed: which of them references mean may have changed.
    const types = new Set(
      changes
        .flatMap(({ before, after }) => [before, after])
        .flatMap((page) => (page ? [page, ...this.book.pagesWithId(page.id)] : []))
        .map(({ type }) => type),
    );
    this.checkBook((rule) => rule.reads === 'any' || rule.reads.some((type) => types.has(type)), touched);
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
  setSeverities(severities: ReadonlyMap<string, SeverityOrOff>): ReadonlySet<string> {
    this.options = { ...this.options, severities };
    return this.checkAll();
  }

  private checkAll(alsoTouched: readonly string[] = []): ReadonlySet<string> {
    const touched = new Set([...alsoTouched, ...this.byPage.keys()]);
    this.byPage.clear();
    this.byBookRule.clear();
    for (const page of this.book.pages()) {
      touched.add(page.path);
      this.checkPage(page, () => true);
    }
    this.checkBook(() => true, touched);
    return touched;
  }

  private collectDependents(change: PageChange, need: (path: string, kind: PageNeed | 'page') => void): void {
    const { before, after, path } = change;
    need(path, 'page');
    const ids = new Set([before?.id, after?.id].filter((id) => id !== undefined));
    for (const id of ids) {
      for (const page of this.book.pagesWithId(id)) {
        need(page.path, 'sameId');
        if (before?.id !== after?.id) need(page.path, 'referrers');
      }
      for (const reference of this.book.referencesToTarget({ id })) need(reference.from, 'targets');
    }
    for (const reference of this.book.referencesToTarget({ path })) need(reference.from, 'targets');
    for (const target of this.referredBy(before, after)) need(target, 'referrers');
  }

  /** The pages that a page referred to before or refers to now: their referrers have changed. */
  private referredBy(before: Page | undefined, after: Page | undefined): Set<string> {
    const targets = new Set<string>();
    for (const page of [before, after]) {
      if (!page) continue;
      const references = page === after ? this.book.referencesFrom(page.path) : referencesOf(page);
      for (const reference of references) {
        const target = this.book.resolve(reference);
        if (target) targets.add(target.path);
      }
    }
    return targets;
  }

  private checkPage(page: Page, wanted: (rule: PageRule) => boolean): boolean {
    const byType = this.rulesFor(page.type);
    const results = getOrMake(this.byPage, page.path, () => new Map<PageRule, readonly Finding[]>());
    for (const rule of results.keys()) if (!byType.includes(rule)) results.delete(rule);
    let ran = false;
    for (const rule of byType) {
      if (!wanted(rule) || this.severityOf(rule) === 'off') continue;
      ran = true;
      this.runs++;
      const findings: Finding[] = [];
      rule.check(page, this.context, (report) =>
        findings.push(this.finding(rule, { ...report, path: page.path })),
      );
      if (findings.length > 0) results.set(rule, findings);
      else results.delete(rule);
    }
    return ran;
  }

  private checkBook(wanted: (rule: BookRule) => boolean, touched: Set<string>): void {
    for (const rule of this.bookRules) {
      if (!wanted(rule) || this.severityOf(rule) === 'off') continue;
      this.runs++;
      const findings = new Map<string, Finding[]>();
      rule.check(this.context, (report) => {
        getOrMake(findings, report.path, (): Finding[] => []).push(this.finding(rule, report));
      });
      for (const path of [...(this.byBookRule.get(rule)?.keys() ?? []), ...findings.keys()])
        touched.add(path);
      this.byBookRule.set(rule, findings);
    }
  }

  private rulesFor(type: string): readonly PageRule[] {
    let rules = this.rulesByType.get(type);
    if (!rules) {
      rules = this.pageRules.filter((rule) => !rule.types || rule.types.includes(type));
      this.rulesByType.set(type, rules);
    }
    return rules;
  }

  private get context(): RuleContext {
    return { book: this.book, settings: this.book.settings, today: this.options.today };
  }

  private severityOf(rule: Rule): SeverityOrOff | undefined {
    return this.options.severities?.get(rule.id) ?? this.book.settings.severities.get(rule.id);
  }

  private finding(rule: Rule, { severity, ...report }: Report & Pick<BookReport, 'path'>): Finding {
    const configured = this.severityOf(rule) as Severity | undefined;
    return { rule: rule.id, severity: configured ?? severity ?? rule.severity, ...report };
  }
}

export function compareFindings(a: Finding, b: Finding): number {
  return compareText(a.path, b.path) || compareRanges(a.range, b.range) || compareText(a.rule, b.rule);
}

function isSuppressed(finding: Finding, page: Page): boolean {
  const holds = (suppression: Suppression): boolean =>
    suppression.rules.includes(finding.rule) &&
    (suppression.firstLine < page.bodyLine + suppressionLines ||
      suppression.line === finding.range.start.line - 1);
  return page.suppressions.some(holds);
}
