import { attempt } from '../model/faults';
import type { Finding, Severity, SeverityOrOff } from '../model/finding';
import { getOrMake } from '../model/maps';
import type { Page, Suppression } from '../model/page';
import type { SlicedWork } from '../model/slices';
import { internalError, internalErrorFinding } from './internalError';
import type { BookReport, BookRule, PageNeed, PageRule, Report, Rule, RuleContext } from './rule';

/** Severities that win over the book's own: the editor's settings, the command line's flags. */
export type Severities = ReadonlyMap<string, SeverityOrOff>;

/** Rules that look at a book together. */
export class RuleSet {
  readonly bookRules: readonly BookRule[];
  private readonly pageRules: readonly PageRule[];
  private readonly byType = new Map<string, readonly PageRule[]>();
  private readonly byId: ReadonlyMap<string, Rule>;
  private readonly needsByType = new Map<string, ReadonlySet<PageNeed>>();

  constructor(rules: readonly Rule[]) {
    this.pageRules = rules.filter((rule): rule is PageRule => rule.scope === 'page');
    this.bookRules = rules.filter((rule): rule is BookRule => rule.scope === 'book');
    this.byId = new Map(rules.map((rule) => [rule.id, rule]));
  }

  withId(id: string): Rule | undefined {
    return this.byId.get(id);
  }

  /** The rules that look at pages of a type. */
  pageRulesFor(type: string): readonly PageRule[] {
    return getOrMake(this.byType, type, () =>
      this.pageRules.filter((rule) => !rule.types || rule.types.includes(type)),
    );
  }

  /** What the rules of a page type need beside the page. */
  needsOf(type: string): ReadonlySet<PageNeed> {
    return getOrMake(
      this.needsByType,
      type,
      () => new Set(this.pageRulesFor(type).flatMap(({ needs }) => needs)),
    );
  }
}

/** Lines of the body in which a suppression holds for the whole page. */
const suppressionLines = 10;

/** True for a rule over the whole book that reads pages of a type. */
export function readsType({ reads }: BookRule, type: string): boolean {
  return reads === 'any' || reads.includes(type);
}

/** Works out ahead what rules over the whole book ask of a page. */
export function prepareFor(rules: Iterable<BookRule>, page: Page): void {
  for (const rule of rules) {
    if (!readsType(rule, page.type) || !rule.warmMemo) continue;
    // Where it fails, the rule itself will, and say so.
    attempt(
      partOf(rule, page),
      () => rule.warmMemo?.(page),
      () => undefined,
    );
  }
}

export function severityOf(
  rule: Rule,
  { settings }: RuleContext,
  severities?: Severities,
): SeverityOrOff | undefined {
  return severities?.get(rule.id) ?? settings.severities.get(rule.id);
}

/** What a rule reports, as a finding with the severity in force. */
export function findingOf(
  rule: Rule,
  { severity, ...report }: Report & Pick<BookReport, 'path'>,
  configured: SeverityOrOff | undefined,
): Finding {
  return {
    rule: rule.id,
    severity: (configured as Severity | undefined) ?? severity ?? rule.severity,
    ...report,
  };
}

/** What one rule finds in one page, without what its comments hide; in slices where the rule works in such. */
export function* runPageRule(
  rule: PageRule,
  page: Page,
  context: RuleContext,
  configured: SeverityOrOff | undefined,
): SlicedWork<Finding[]> {
  const findings: Finding[] = [];
  const report = (found: Report): void => {
    const finding = findingOf(rule, { ...found, path: page.path }, configured);
    if (!isSuppressed(finding, page)) findings.push(finding);
  };
  let work: SlicedWork<void> | undefined;
  const goOn = (): boolean => {
    work ??= rule.checkInSlices?.(page, context, report);
    if (work) return work.next().done !== true;
    rule.check(page, context, report);
    return false;
  };
  const failed = (reason: string): boolean => {
    findings.push(internalErrorFinding(rule.id, page, reason));
    return false;
  };
  while (attempt(() => partOf(rule, page), goOn, failed)) yield;
  return findings;
}

/** What one rule over the whole book finds, by page; nothing is hidden yet. */
export function runBookRule(
  rule: BookRule,
  context: RuleContext,
  configured: SeverityOrOff | undefined,
): Map<string, Finding[]> {
  const findings = new Map<string, Finding[]>();
  const add = (finding: Finding): void => {
    getOrMake(findings, finding.path, (): Finding[] => []).push(finding);
  };
  const place = context.book.bookPage ?? context.book.pages()[0];
  attempt(
    partOf(rule, place),
    () => rule.check(context, (report) => add(findingOf(rule, report, configured))),
    (reason) => {
      if (place) add(internalErrorFinding(rule.id, place, reason));
    },
  );
  return findings;
}

/** The words of a fault in a rule. */
export function partOf(rule: Rule, page: Page | undefined): string {
  return `the rule “${rule.id}”${page ? ` on page ${page.path}` : ''}`;
}

export function isSuppressed(finding: Finding, page: Page): boolean {
  if (finding.rule === internalError.id || page.suppressions.length === 0) return false;
  const hidden = hiddenBy(page.suppressions).get(finding.rule);
  return (
    hidden !== undefined &&
    (hidden.firstLine < page.bodyLine + suppressionLines || hidden.lines.has(finding.range.start.line - 1))
  );
}

/** Where suppressions of a rule stand: the first of them, and the lines on which they end. */
interface Hidden {
  readonly firstLine: number;
  readonly lines: ReadonlySet<number>;
}

const hiddenByRule = new WeakMap<readonly Suppression[], ReadonlyMap<string, Hidden>>();

/** What is hidden by rule, worked out once for the comments of a page: a page may have thousands, and as many findings. */
function hiddenBy(suppressions: readonly Suppression[]): ReadonlyMap<string, Hidden> {
  const known = hiddenByRule.get(suppressions);
  if (known) return known;
  const made = new Map<string, { firstLine: number; lines: Set<number> }>();
  for (const { rules, firstLine, line } of suppressions) {
    for (const rule of rules) {
      const hidden = getOrMake(made, rule, () => ({ firstLine, lines: new Set<number>() }));
      hidden.firstLine = Math.min(hidden.firstLine, firstLine);
      hidden.lines.add(line);
    }
  }
  hiddenByRule.set(suppressions, made);
  return made;
}
