import { editsFor, isPlain, plainEdits, verifyTogether } from '../edit/applyPlan';
import type { Finding } from '../model/finding';
import type { FixPlan } from '../model/fix';
import { type Text, t } from '../model/message';
import type { Page } from '../model/page';
import { Refusal } from '../model/refusal';
import { applyEdits, compareRanges, type TextEdit } from '../model/text';
import { parsePage } from '../parse/parsePage';
import { type BookChecker, pathsOf } from './bookChecker';
import { keepsOtherLines } from './onlyConcerned';
import type { RuleContext } from './rule';

/** The safe fixes of a page that may be made, and those that may not. */
export interface SafeFixes {
  /** They do not overlap. */
  readonly edits: readonly TextEdit[];
  readonly left: readonly LeftFix[];
}

/** A safe fix that is not made. */
export interface LeftFix {
  readonly title: Text;
  /** Why, as a sentence. */
  readonly reason: Text;
}

interface Candidate {
  readonly rule: string;
  readonly title: Text;
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
    if (some.length === 0) return;
    const harm = harmOf(page, text, [...kept, ...some], checker, context);
    if (!harm) {
      kept = [...kept, ...some];
      return;
    }
    // Where the harm shows on the lines of some of them, these are left out; else they are tried in halves.
    const guilty = some.length === 1 ? some : some.filter(({ edits }) => harm.isAt(edits));
    if (guilty.length > 0) {
      for (const { title } of guilty) left.push({ title, reason: harm.reason });
      keep(some.filter((one) => !guilty.includes(one)));
    } else {
      const half = some.length >> 1;
      keep(some.slice(0, half));
      keep(some.slice(half));
    }
  };
  keep(candidates);
  return { edits: kept.flatMap(({ edits }) => edits), left };
}

/** So many fixes of a page may turn out to be unsafe until the others are left, too: each time the page is read anew. */
const maxRefusals = 50;
const tooMany = new Refusal(t`Too many fixes of this page cannot be made; please change it by hand.`);

/** A safe fix that a finding has. */
interface Wanted {
  readonly rule: string;
  readonly plan: FixPlan;
}

function safeFixesOf(
  page: Page,
  text: string,
  checker: BookChecker,
  context: RuleContext,
): { candidates: Candidate[]; left: LeftFix[] } {
  const candidates: Candidate[] = [];
  const left: LeftFix[] = [];
  const lines = new Set<number>();
  let refusals = 0;
  let waiting = wantedFixes(page, checker);
  for (let isRefused = true; isRefused; ) {
    isRefused = false;
    const taken: (Wanted & { readonly edits: readonly TextEdit[] })[] = [];
    const refuse = ({ plan }: Wanted, { text: reason }: Refusal): void => {
      left.push({ title: plan.title, reason });
    };
    // Where two meet in a line, which of them comes first would matter: the second one waits.
    const next: Wanted[] = [];
    for (const wanted of waiting) {
      const edits = attemptEdits(() => editsOf(wanted.plan, page, text, context));
      if (edits instanceof Refusal) refuse(wanted, edits);
      else if (edits.some((edit) => linesOf(edit).some((line) => lines.has(line)))) next.push(wanted);
      else if (edits.length > 0) {
        for (const line of edits.flatMap(linesOf)) lines.add(line);
        taken.push({ ...wanted, edits });
      }
    }
    const verify = (some: typeof taken): void => {
      const plans = some.map(({ plan }) => plan).filter(isPlain);
      const refusal =
        refusals < maxRefusals ? attemptEdits(() => verifyTogether(plans, page, text)) : tooMany;
      if (!(refusal instanceof Refusal)) {
        for (const { rule, plan, edits } of some) candidates.push({ rule, title: plan.title, edits });
        return;
      }
      const [only] = some;
      if (only && some.length === 1) {
        refuse(only, refusal);
        refusals++;
        isRefused = true;
        for (const line of only.edits.flatMap(linesOf)) lines.delete(line);
        return;
      }
      const half = some.length >> 1;
      verify(some.slice(0, half));
      verify(some.slice(half));
    };
    verify(taken);
    waiting = next;
  }
  return { candidates, left };
}

/** The safe fixes of all findings of a page, each once. */
function wantedFixes(page: Page, checker: BookChecker): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const finding of checker.findingsOf(page.path)) {
    const plan = checker.fixesOf(finding).find(({ safe }) => safe);
    if (!plan) continue;
    const key = JSON.stringify(plan);
    if (!wanted.has(key)) wanted.set(key, { rule: finding.rule, plan });
  }
  return [...wanted.values()];
}

/** The edits of a plan, verified where it is not to be verified with others. */
function editsOf(plan: FixPlan, page: Page, text: string, context: RuleContext): readonly TextEdit[] {
  return isPlain(plan)
    ? plainEdits(plan)
    : (editsFor(plan, page, text, context.book, context.today).edits ?? []);
}

/** What is refused is left to the user; any other error is a fault. */
function attemptEdits<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function linesOf({ range: { start, end } }: TextEdit): number[] {
  return [start.line, end.line];
}

/** What goes wrong when fixes are made. */
interface Harm {
  /** As a sentence. */
  readonly reason: Text;
  /** Whether it shows on the lines of an edit. */
  isAt(edits: readonly TextEdit[]): boolean;
}

/** Why fixes may not be made together; undefined where they may. */
function harmOf(
  page: Page,
  text: string,
  candidates: readonly Candidate[],
  checker: BookChecker,
  { book }: RuleContext,
): Harm | undefined {
  const edits = candidates.flatMap((candidate) => candidate.edits);
  const changed = applyEdits(text, edits);
  const after = parsePage(page.path, changed);
  const nowhere = (reason: Text): Harm => ({ reason, isAt: () => false });
  if (!after) return nowhere(t`The page could no longer be read.`);
  if (!keepsOtherLines(text, changed, edits)) return nowhere(t`Other lines would change, too.`);
  let touched: string[] = [];
  let then = new Map<string, number>();
  let found: readonly Finding[] = [];
  try {
    touched = [...pathsOf(checker.update([book.set(page.path, after)]), book)];
    then = severityCounts(touched, checker);
    found = checker.findingsOf(page.path);
  } finally {
    // The page as it might be stays in no case.
    checker.update([book.set(page.path, page)]);
  }
  const known = checker.findingsOf(page.path);
  /** How many findings more than before stand on the lines of edits. */
  const moreAt = (isMeant: (finding: Finding) => boolean) => {
    const [old, now] = [countLines(known, isMeant), countLines(found, isMeant)];
    const after = linesAfter(edits);
    const sum = (counts: ReadonlyMap<number, number>, lines: readonly number[]): number =>
      [...new Set(lines)].reduce((all, line) => all + (counts.get(line) ?? 0), 0);
    return (some: readonly TextEdit[]) => sum(now, some.flatMap(after)) - sum(old, some.flatMap(linesOf));
  };
  const before = severityCounts(touched, checker);
  const worse = [...then].filter(([key, count]) => count > (before.get(key) ?? 0)).map(([key]) => key);
  const [first] = worse;
  if (first !== undefined) {
    const reason = t`It would bring a new finding (${first}).`;
    const keys = new Set(worse);
    const more = moreAt((finding) => keys.has(severityKey(finding)));
    return { reason, isAt: (some) => more(some) > 0 };
  }
  const fixed = countOf(candidates.map(({ rule }) => rule));
  const [rulesBefore, rulesThen] = [known, found].map((all) => countOf(all.map(({ rule }) => rule))) as [
    Map<string, number>,
    Map<string, number>,
  ];
  const staying = [...fixed].filter(
    ([rule, count]) => (rulesThen.get(rule) ?? 0) > (rulesBefore.get(rule) ?? 0) - count,
  );
  if (staying.length === 0) return undefined;
  const rules = new Set(staying.map(([rule]) => rule));
  const more = moreAt(({ rule }) => rules.has(rule));
  return { reason: t`It would not take its finding away.`, isAt: (some) => more(some) >= 0 };
}

/** On which lines edits stand in the changed text. */
function linesAfter(edits: readonly TextEdit[]): (edit: TextEdit) => number[] {
  const lines = new Map<TextEdit, number[]>();
  let moved = 0;
  for (const edit of [...edits].sort((a, b) => compareRanges(a.range, b.range))) {
    const { start, end } = edit.range;
    const added = edit.newText.split(/\r\n|\r|\n/).length - 1;
    lines.set(
      edit,
      Array.from({ length: added + 1 }, (_, index) => start.line + moved + index),
    );
    moved += added - (end.line - start.line);
  }
  return (edit) => lines.get(edit) ?? [];
}

function countLines(
  findings: readonly Finding[],
  isMeant: (finding: Finding) => boolean,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const finding of findings) {
    if (!isMeant(finding)) continue;
    const { line } = finding.range.start;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** How many errors and warnings of each rule each of the pages has. */
function severityCounts(paths: Iterable<string>, checker: BookChecker): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of [...paths].flatMap((path) => checker.findingsOf(path))) {
    if (finding.severity !== 'error' && finding.severity !== 'warning') continue;
    const key = severityKey(finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function severityKey({ path, rule, severity }: Finding): string {
  return `${rule}, ${severity}, in ${path}`;
}
