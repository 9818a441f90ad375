import type { FieldPath } from '../model/fix';
import { type Text, t } from '../model/message';
import type { Page } from '../model/page';
import { Refusal } from '../model/refusal';
import { placeIn } from '../model/sortedList';
import { applyEdits, compareRanges, LineMap, type TextEdit } from '../model/text';
import { withoutStop } from '../model/texts';
import { neverClosed } from '../parse/neverClosed';
import { parsePage } from '../parse/parsePage';
import { type Fact, factsOf, keptFactsOf, type Span } from './pageFacts';
import { yamlComments } from './yamlComments';

/** What an edit is meant to do; all else of the page has to read as before. */
export interface ExpectedEdit {
  /** Fields that may read otherwise afterwards, with all that they hold. */
  readonly fields?: readonly FieldPath[];
  /** Lines of the body that are inserted: they have to read as they would alone. Nothing else is replaced then. */
  readonly inserts?: readonly string[];
  /** True where what the edits touch may read otherwise afterwards. */
  readonly rewrites?: true;
  /** What is wrong with the result, as the end of a sentence; undefined where it is as meant. */
  readonly problem?: (after: Page, text: string) => Text | undefined;
  /** The same edit of the result, which has to change nothing more. */
  readonly again?: (after: Page, text: string) => readonly TextEdit[];
}

export function insertsBlock(lines: readonly string[]): ExpectedEdit {
  return { inserts: lines };
}

/**
 * The one gate that every edit of a page passes: the edits are applied to a copy, which is read. What is meant must be
 * there, and every other field, heading, list item, entry, promise, link, mention, quote, comment and suppression must
 * read as before.
 *
 * @param page as the text reads now
 * @param text without byte-order mark
 * @throws Refusal where it is not so; the message says why, and that nothing was changed
 */
export function verifyEdit(
  page: Page,
  text: string,
  edits: readonly TextEdit[],
  expected: ExpectedEdit,
): void {
  if (edits.length === 0 && !expected.problem) return;
  const reason = problemOf(page, text, edits, expected);
  if (reason !== undefined) throw new Refusal(t`Nothing was changed in ${page.path}: ${reason}.`);
}

function problemOf(
  page: Page,
  text: string,
  edits: readonly TextEdit[],
  expected: ExpectedEdit,
): Text | undefined {
  const { changed, oldSpans, newSpans } = applied(text, edits);
  const after = parsePage(page.path, changed);
  if (!after) return byHand(t`the page could no longer be read`);
  const fault = after.syntaxFaults[0];
  if (fault && after.syntaxFaults.length > page.syntaxFaults.length) {
    return byHand(t`its front matter could no longer be read (${withoutStop(fault.message)})`);
  }
  const before = keptFactsOf(page, text);
  const then = factsOf(after, changed);
  const { inserts, rewrites } = expected;
  const problem =
    changedOutside(before, then, { oldSpans: rewrites ? oldSpans : [], newSpans }, expected) ??
    lostRemark(text, changed) ??
    expected.problem?.(after, changed) ??
    (inserts && insertionProblem(inserts, page, then, newSpans)) ??
    problemAgain(after, changed, expected);
  if (problem === undefined) {
    const isReplacing = inserts && oldSpans.some(({ from, to }) => text.slice(from, to).trim() !== '');
    return isReplacing ? byHand(t`words of the page would be lost`) : undefined;
  }
  const open = neverClosed(text, page.bodyLine);
  return open === undefined ? byHand(problem) : t`${open}; close it and try again`;
}

/** The first thing that reads otherwise though the edit is not about it. */
function changedOutside(
  before: readonly Fact[],
  after: readonly Fact[],
  { oldSpans, newSpans }: { readonly oldSpans: readonly Span[]; readonly newSpans: readonly Span[] },
  { fields = [], inserts, rewrites }: ExpectedEdit,
): Text | undefined {
  const meant = new Set(fields.map((path) => JSON.stringify(path)));
  const isMeant = ({ field }: Fact): boolean =>
    field?.some((_, index) => meant.has(JSON.stringify(field.slice(0, index + 1)))) ?? false;
  const isNew = (fact: Fact): boolean =>
    rewrites ? touchesAny(newSpans, fact) : inserts !== undefined && startsInAny(newSpans, fact);
  return firstDifference(
    before.filter((fact) => !isMeant(fact) && !touchesAny(oldSpans, fact)),
    after.filter((fact) => !isMeant(fact) && !isNew(fact)),
  );
}

function lostRemark(text: string, changed: string): Text | undefined {
  const after = yamlComments(changed);
  const isKept = yamlComments(text).every((comment) => after.includes(comment));
  return isKept ? undefined : t`a remark in the front matter would be lost`;
}

/** What of the inserted lines is not read as it would be alone. */
function insertionProblem(
  lines: readonly string[],
  page: Page,
  after: readonly Fact[],
  spans: readonly Span[],
): Text | undefined {
  const alone = `---\ntype: ${page.type}\n---\n${lines.join('\n')}\n`;
  const wanted = parsePage(page.path, alone);
  const there = after.filter((fact) => fact.kind !== 'field' && startsInAny(spans, fact));
  if (there.some(({ kind }) => kind === 'invalidEntry')) return t`what is added is no time entry`;
  const difference = firstDifference(
    wanted ? factsOf(wanted, alone).filter(isFree) : [],
    there.filter(isFree),
  );
  return difference === undefined ? undefined : t`what is added would not be read there`;
}

/** False for what depends on where in a page something stands. */
function isFree({ kind }: Fact): boolean {
  return !['field', 'entry', 'invalidEntry', 'suppression'].includes(kind);
}

function problemAgain(after: Page, changed: string, { again }: ExpectedEdit): Text | undefined {
  const more = again?.(after, changed) ?? [];
  return applyEdits(changed, more) === changed ? undefined : t`what is written would not be found again`;
}

function firstDifference(before: readonly Fact[], after: readonly Fact[]): Text | undefined {
  const left = groupByKind(before);
  const right = groupByKind(after);
  for (const kind of new Set([...left.keys(), ...right.keys()])) {
    const old = left.get(kind) ?? [];
    const now = right.get(kind) ?? [];
    for (let index = 0; index < Math.max(old.length, now.length); index++) {
      const fact = old[index];
      if (fact?.key === now[index]?.key) continue;
      const one = fact ?? (now[index] as Fact);
      return one.field && fact
        ? t`${one.label} would read otherwise, too, which may repeat it by a YAML alias (“*…”)`
        : t`${one.label} would read otherwise, too`;
    }
  }
  return undefined;
}

function groupByKind(facts: readonly Fact[]): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const group = groups.get(fact.kind);
    if (group) group.push(fact);
    else groups.set(fact.kind, [fact]);
  }
  return groups;
}

/** The text with its edits, where they stood in it, and where their new texts stand. */
function applied(
  text: string,
  edits: readonly TextEdit[],
): { changed: string; oldSpans: Span[]; newSpans: Span[] } {
  const map = new LineMap(text);
  const oldSpans: Span[] = [];
  const newSpans: Span[] = [];
  let moved = 0;
  for (const { range, newText } of [...edits].sort((a, b) => compareRanges(a.range, b.range))) {
    const span = { from: map.offsetAt(range.start), to: map.offsetAt(range.end) };
    oldSpans.push(span);
    newSpans.push({ from: span.from + moved, to: span.from + moved + newText.length });
    moved += newText.length - (span.to - span.from);
  }
  return { changed: applyEdits(text, edits), oldSpans, newSpans };
}

/** Spans are in order and do not overlap, so that the last one which begins before a place decides. */
function touchesAny(spans: readonly Span[], { from, to }: Span): boolean {
  const span = spans[placeIn(spans, (one) => one.from <= to) - 1];
  return span !== undefined && from <= span.to;
}

function startsInAny(spans: readonly Span[], { from }: Span): boolean {
  const span = spans[placeIn(spans, (one) => one.from <= from) - 1];
  return span !== undefined && from < span.to;
}

function byHand(reason: Text): Text {
  return t`${reason}; please change it by hand`;
}
