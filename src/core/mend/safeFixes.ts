import { editsFor } from '../edit/applyPlan';
import type { Page } from '../model/page';
import { applyEdits, compareRanges, type TextEdit } from '../model/text';
import { parsePage } from '../parse/parsePage';
import { ruleWithId } from '../rules/allRules';
import { type BookChecker, pathsOf } from '../rules/bookChecker';
import type { RuleContext } from '../rules/rule';

/**
 * The edits of a page that may be made without looking: those of its safe fixes that bring no new error or warning
 * anywhere in the book. They do not overlap; carried out, a second call may find more.
 *
 * @param page as the book holds it
 * @param text the text that the page was read from
 * @param checker checks the book of `context`; it is as before when this returns
 */
export function safeEdits(page: Page, text: string, checker: BookChecker, context: RuleContext): TextEdit[] {
  const candidates = safeFixesOf(page, text, checker, context);
  const all = candidates.flat();
  if (all.length === 0 || bringsNothing(page, text, all, checker, context)) return all;
  // One of them does harm: leave that one out.
  let kept: TextEdit[] = [];
  for (const edits of candidates) {
    const more = [...kept, ...edits];
    if (bringsNothing(page, text, more, checker, context)) kept = more;
  }
  return kept;
}

function safeFixesOf(page: Page, text: string, checker: BookChecker, context: RuleContext): TextEdit[][] {
  const found: TextEdit[][] = [];
  for (const finding of checker.findingsOf(page.path)) {
    const plans = ruleWithId(finding.rule)?.fixes?.(finding, page, context) ?? [];
    const plan = plans.find(({ safe }) => safe);
    if (!plan) continue;
    try {
      const { edits = [] } = editsFor(plan, page, text, context.book, context.today);
      const isFree = edits.every((edit) => !found.flat().some((other) => touch(edit, other)));
      if (edits.length > 0 && isFree) found.push([...edits]);
    } catch (error) {
      // What cannot be changed safely is left to the user.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return found;
}

/** True where two edits overlap or meet: which of them comes first would matter. */
function touch(a: TextEdit, b: TextEdit): boolean {
  const [first, second] = compareRanges(a.range, b.range) <= 0 ? [a, b] : [b, a];
  const { line, character } = first.range.end;
  const { start } = second.range;
  return start.line < line || (start.line === line && start.character <= character);
}

function bringsNothing(
  page: Page,
  text: string,
  edits: readonly TextEdit[],
  checker: BookChecker,
  { book }: RuleContext,
): boolean {
  const after = parsePage(page.path, applyEdits(text, edits));
  if (!after) return false;
  const touched = [...pathsOf(checker.update([book.set(page.path, after)]), book)];
  const then = gravity(touched, checker);
  checker.update([book.set(page.path, page)]);
  const before = gravity(touched, checker);
  return [...then].every(([key, count]) => count <= (before.get(key) ?? 0));
}

/** How many errors and warnings of each rule each of the pages has. */
function gravity(paths: Iterable<string>, checker: BookChecker): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path, rule, severity } of [...paths].flatMap((path) => checker.findingsOf(path))) {
    if (severity !== 'error' && severity !== 'warning') continue;
    const key = `${severity} ${rule} ${path}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
