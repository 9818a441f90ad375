import { editsFor } from '../edit/applyPlan';
import type { Page } from '../model/page';
import { applyEdits, type TextEdit } from '../model/text';
import { parsePage } from '../parse/parsePage';
import { type BookChecker, pathsOf } from '../rules/bookChecker';
import type { RuleContext } from '../rules/rule';
import { keepsOtherLines } from './onlyConcerned';

/** The safe fixes of a page that may be made, and those that may not. */
export interface SafeFixes {
  /** They do not overlap. */
  readonly edits: readonly TextEdit[];
  readonly left: readonly LeftFix[];
}

/** A safe fix that is not made. */
export interface LeftFix {
  readonly title: string;
  /** Why, as a sentence. */
  readonly reason: string;
}

interface Candidate {
  readonly rule: string;
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/**
 * The fixes of a page that may be made without looking: its safe fixes that take their finding away, bring no new error or
 * warning anywhere in the book, and leave all lines alone that they are not about. Carried out, a second call may find
 * more.
 *
 * @param page as the book holds it
 * @param text the text that the page was read from
 * @param checker checks the book of `context`; it is as before when this returns
 */
export function safeFixes(page: Page, text: string, checker: BookChecker, context: RuleContext): SafeFixes {
  const { candidates, left } = safeFixesOf(page, text, checker, context);
  let kept: readonly Candidate[] = [];
  const keep = (some: readonly Candidate[]): void => {
    const harm = some.length === 0 ? undefined : harmOf(page, text, [...kept, ...some], checker, context);
    if (harm === undefined) kept = [...kept, ...some];
    else if (some.length === 1) left.push({ title: (some[0] as Candidate).title, reason: harm });
    else {
      // One of them does harm: leave that one out.
      const half = some.length >> 1;
      keep(some.slice(0, half));
      keep(some.slice(half));
    }
  };
  keep(candidates);
  return { edits: kept.flatMap(({ edits }) => edits), left };
}

function safeFixesOf(
  page: Page,
  text: string,
  checker: BookChecker,
  context: RuleContext,
): { candidates: Candidate[]; left: LeftFix[] } {
  const candidates: Candidate[] = [];
  const left: LeftFix[] = [];
  const seen = new Set<string>();
  const lines = new Set<number>();
  for (const finding of checker.findingsOf(page.path)) {
    const plan = checker.fixesOf(finding).find(({ safe }) => safe);
    if (!plan || seen.size === seen.add(JSON.stringify(plan)).size) continue;
    try {
      const { edits = [] } = editsFor(plan, page, text, context.book, context.today);
      // Where two meet in a line, which of them comes first would matter: the second one waits for the next call.
      const concerned = edits.flatMap(({ range }) => [range.start.line, range.end.line]);
      if (edits.length === 0 || concerned.some((line) => lines.has(line))) continue;
      for (const line of concerned) lines.add(line);
      candidates.push({ rule: finding.rule, title: plan.title, edits });
    } catch (error) {
      // What cannot be changed safely is left to the user.
      if (!(error instanceof RangeError)) throw error;
      left.push({ title: plan.title, reason: error.message });
    }
  }
  return { candidates, left };
}

/** Why fixes may not be made together; undefined where they may. */
function harmOf(
  page: Page,
  text: string,
  candidates: readonly Candidate[],
  checker: BookChecker,
  { book }: RuleContext,
): string | undefined {
  const edits = candidates.flatMap((candidate) => candidate.edits);
  const changed = applyEdits(text, edits);
  const after = parsePage(page.path, changed);
  if (!after) return 'The page could no longer be read.';
  if (!keepsOtherLines(text, changed, edits)) return 'Other lines would change, too.';
  const rules = (): string[] => checker.findingsOf(page.path).map(({ rule }) => rule);
  let touched: string[] = [];
  let then = new Map<string, number>();
  let rulesThen: string[] = [];
  try {
    touched = [...pathsOf(checker.update([book.set(page.path, after)]), book)];
    then = gravity(touched, checker);
    rulesThen = rules();
  } finally {
    // The page as it might be stays in no case.
    checker.update([book.set(page.path, page)]);
  }
  const before = gravity(touched, checker);
  const rulesBefore = rules();
  const worse = [...then].find(([key, count]) => count > (before.get(key) ?? 0));
  if (worse) return `It would bring a new finding (${worse[0]}).`;
  const fixed = countOf(candidates.map(({ rule }) => rule));
  const stays = [...fixed].some(
    ([rule, count]) => occurrences(rulesThen, rule) > occurrences(rulesBefore, rule) - count,
  );
  return stays ? 'It would not take its finding away.' : undefined;
}

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function occurrences(names: readonly string[], name: string): number {
  return names.filter((one) => one === name).length;
}

/** How many errors and warnings of each rule each of the pages has. */
function gravity(paths: Iterable<string>, checker: BookChecker): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path, rule, severity } of [...paths].flatMap((path) => checker.findingsOf(path))) {
    if (severity !== 'error' && severity !== 'warning') continue;
    const key = `${rule}, ${severity}, in ${path}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
