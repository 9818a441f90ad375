import type { Finding } from '../core/model/finding';
import { ruleWithId } from '../core/rules/allRules';
import type { RuleContext } from '../core/rules/rule';

/** What the fixes of a finding are called. */
export function fixTitles(finding: Finding, context: RuleContext): readonly string[] {
  const page = context.book.page(finding.path);
  const plans = page && ruleWithId(finding.rule)?.fixes?.(finding, page, context);
  return plans?.map(({ title }) => title) ?? [];
}
