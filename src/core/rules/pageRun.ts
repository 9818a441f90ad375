import type { Finding, Severity, SeverityOrOff } from '../model/finding';
import { getOrMake } from '../model/maps';
import type { Page, Suppression } from '../model/page';
import { allRules } from './allRules';
import type { BookReport, BookRule, PageRule, Report, Rule, RuleContext } from './rule';

/** Severities that win over the book's own: the editor's settings, the command line's flags. */
export type Severities = ReadonlyMap<string, SeverityOrOff>;

export const pageRules = allRules.filter((rule): rule is PageRule => rule.scope === 'page');
export const bookRules = allRules.filter((rule): rule is BookRule => rule.scope === 'book');

/** Lines of the body in which a suppression holds for the whole page. */
const suppressionLines = 10;

const byType = new Map<string, readonly PageRule[]>();

/** The rules that look at pages of a type. */
export function pageRulesFor(type: string): readonly PageRule[] {
  return getOrMake(byType, type, () => pageRules.filter((rule) => !rule.types || rule.types.includes(type)));
}

/** True for a rule over the whole book that reads pages of a type. */
export function readsType({ reads }: BookRule, type: string): boolean {
  return reads === 'any' || reads.includes(type);
}

/** Works out ahead what rules over the whole book ask of a page. */
export function prepareFor(rules: Iterable<BookRule>, page: Page): void {
  for (const rule of rules) if (readsType(rule, page.type)) rule.prepare?.(page);
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

/** What one rule finds in one page, without what its comments hide. */
export function runPageRule(
  rule: PageRule,
  page: Page,
  context: RuleContext,
  configured: SeverityOrOff | undefined,
): Finding[] {
  const findings: Finding[] = [];
  rule.check(page, context, (report) => {
    const finding = findingOf(rule, { ...report, path: page.path }, configured);
    if (!isSuppressed(finding, page)) findings.push(finding);
  });
  return findings;
}

export function isSuppressed(finding: Finding, page: Page): boolean {
  const holds = (suppression: Suppression): boolean =>
    suppression.rules.includes(finding.rule) &&
    (suppression.firstLine < page.bodyLine + suppressionLines ||
      suppression.line === finding.range.start.line - 1);
  return page.suppressions.some(holds);
}
