import type { Finding } from '../core/model/finding';
import type { Page } from '../core/model/page';
import { ruleWithId } from '../core/rules/allRules';
import type { PageContext } from '../core/rules/checkAhead';
import type { RuleContext } from '../core/rules/rule';

/** What the fixes of findings are called. */
export class FixTitles {
  private readonly known = new WeakMap<Finding, readonly string[]>();

  /** Notes them while the page is at hand, unless the book must be whole for that. */
  noteAhead = (finding: Finding, page: Page, context: PageContext): void => {
    const titles = titlesOf(finding, page, context);
    if (!context.askedBook) this.known.set(finding, titles);
  };

  /** Notes them where they are not known. */
  note(finding: Finding, context: RuleContext): void {
    if (!this.known.has(finding)) this.known.set(finding, this.read(finding, context));
  }

  of(finding: Finding, context: RuleContext): readonly string[] {
    return this.known.get(finding) ?? this.read(finding, context);
  }

  private read(finding: Finding, context: RuleContext): readonly string[] {
    const page = context.book.page(finding.path);
    return page ? titlesOf(finding, page, context) : [];
  }
}

function titlesOf(finding: Finding, page: Page, context: RuleContext): readonly string[] {
  return (ruleWithId(finding.rule)?.fixes?.(finding, page, context) ?? []).map(({ title }) => title);
}
