import { setImmediate } from 'node:timers/promises';
import { editsFor, pagesChangedBy } from '../../src/core/edit/applyPlan';
import type { BookIndex } from '../../src/core/index/bookIndex';
import { type Book, Library, type LibraryUpdate } from '../../src/core/index/library';
import type { Finding } from '../../src/core/model/finding';
import type { Answers, FieldText, FixPlan, Question } from '../../src/core/model/fix';
import type { Page } from '../../src/core/model/page';
import { applyEdits, type TextEdit } from '../../src/core/model/text';
import { parsePage } from '../../src/core/parse/parsePage';
import { BookChecker } from '../../src/core/rules/bookChecker';
import { safeFixes } from '../../src/core/rules/safeFixes';
import type { ValueKind } from '../../src/core/schema/kinds';
import { randomNumbers, benchDay as today } from './generateBook';
import { generatedPage } from './generatedPages';

/**
 * Carries out every fix of every finding of generated pages, each alone, and the safe ones as `check --fix` does, and
 * tells what went wrong: a lost word, front matter broken, a new error or warning by a safe fix, a fix that leaves its
 * finding without saying so, an exception that is no refusal.
 * `npx tsx test/bench/fixPages.ts 200000 [seed] [minutes]`.
 */

const others: Readonly<Record<string, string>> = {
  'book.md': '---\ntype: book\n---\n',
  'c.md': '---\ntype: competitor\nthreat: low\nreviewed: 2026-11-20\n---\n# C\n',
  'q.md': '---\ntype: product\nstage: growth\nhealth: on-track\nupdated: 2026-11-20\n---\n# Q\n',
  's.md': '---\ntype: strategy\nyears: 3\nadvantage: a\nreviewed: 2026-11-20\n---\n# S\n',
};

interface Fault {
  readonly what: string;
  readonly where: string;
  readonly before: string;
  readonly after?: string;
}

export interface Outcome {
  pages: number;
  fixes: number;
  refused: number;
  readonly faults: Fault[];
}

/**
 * Checks pages until they are as many, or until a number of faults is found.
 *
 * @param goOn asked before each page
 */
export function fixPages(
  count: number,
  seed: number,
  goOn: (soFar: Outcome) => boolean = () => true,
  maxFaults = 20,
): Outcome {
  const random = randomNumbers(seed);
  const outcome: Outcome = { pages: 0, fixes: 0, refused: 0, faults: [] };
  // One book for the pages as they are, another one for what fixes make of them.
  const books = { now: new OneBook(), fixed: new OneBook() };
  while (outcome.pages < count && outcome.faults.length < maxFaults && goOn(outcome)) {
    const [path, text] = generatedPage(random);
    outcome.pages++;
    checkPage(path, text, books, outcome);
  }
  return outcome;
}

/** A small book in which one page at a time is another. */
class OneBook {
  private readonly library = new Library();
  private readonly checker: BookChecker;
  private changed = '';

  constructor() {
    for (const [path, text] of Object.entries(others)) this.library.setFile(path, text);
    this.checker = new BookChecker(this.index, { today });
  }

  get index(): BookIndex {
    return (this.library.book('') as Book).index;
  }

  /** Its checker, with the page in it and all others as they were; undefined where it can no longer be read. */
  with(path: string, text: string): BookChecker | undefined {
    if (this.changed !== path) this.restore();
    this.changed = path;
    this.take(this.library.setFile(path, text));
    return this.page(path) && this.checker;
  }

  page(path: string): Page | undefined {
    return this.index.page(path) ?? this.index.conflictedCopy(path);
  }

  private restore(): void {
    const text = others[this.changed];
    if (text !== undefined) this.take(this.library.setFile(this.changed, text));
    else this.take(this.library.deleteFile(this.changed));
  }

  private take({ changes }: LibraryUpdate): void {
    this.checker.update(changes.map(({ change }) => change));
  }
}

interface Books {
  readonly now: OneBook;
  readonly fixed: OneBook;
}

function checkPage(path: string, text: string, books: Books, outcome: Outcome): void {
  const checker = books.now.with(path, text);
  if (!checker) return;
  const before = checker.findings();
  const report = (what: string, where: string, after?: string): void =>
    void outcome.faults.push({ what, where, before: text, ...(after === undefined ? {} : { after }) });
  const seen = new Set<string>();
  for (const finding of before) {
    if (finding.path !== path) continue;
    for (const plan of checker.fixesOf(finding)) {
      const key = JSON.stringify(plan);
      if (seen.has(key)) continue;
      seen.add(key);
      checkFix(plan, finding, { path, text, before, books }, outcome, report);
    }
  }
  checkSafeFixes(path, text, books, outcome, report);
}

interface Checked {
  readonly path: string;
  readonly text: string;
  readonly before: readonly Finding[];
  readonly books: Books;
}

function checkFix(
  plan: FixPlan,
  finding: Finding,
  { path, text, before, books }: Checked,
  outcome: Outcome,
  report: (what: string, where: string, after?: string) => void,
): void {
  const where = `${finding.rule}: ${plan.title}`;
  const book = books.now.index;
  const page = books.now.page(path);
  if (!page) return;
  try {
    const answers = answersTo(plan.ask ?? [], book);
    const [target = path] = pagesChangedBy(plan, page, book, answers);
    const targetPage = books.now.page(target);
    const targetText = target === path ? text : (others[target] ?? '');
    if (!targetPage) return;
    const { edits, create } = editsFor(plan, targetPage, targetText, book, today, answers);
    if (!edits && !create) return;
    outcome.fixes++;
    const after = applyEdits(targetText, edits ?? create?.backlink ?? []);
    const read = parsePage(target, after);
    if (!read || read.syntaxFaults.length > targetPage.syntaxFaults.length) {
      report('front matter broken', where, after);
      return;
    }
    if (create && parsePage(create.path, create.text)?.syntaxFaults.length !== 0) {
      report('new page broken', where, create.text);
      return;
    }
    if (lostLines(targetText, after) > linesConcerned(plan)) {
      report('lines lost', where, after);
      return;
    }
    if (!plan.preferred || create) return;
    if (target !== path) books.fixed.with(path, text);
    const then = books.fixed.with(target, after);
    if (!then) {
      report('page lost', where, after);
      return;
    }
    const left = then.findings();
    const same = (all: readonly Finding[]): number =>
      all.filter(({ rule, path: of }) => rule === finding.rule && of === path).length;
    if (same(left) >= same(before)) report('finding left', where, after);
  } catch (error) {
    if (error instanceof RangeError) outcome.refused++;
    else report(`crash: ${String(error)}`, where);
  }
}

function checkSafeFixes(
  path: string,
  text: string,
  { now, fixed }: Books,
  outcome: Outcome,
  report: (what: string, where: string, after?: string) => void,
): void {
  let current = text;
  for (let round = 0; ; round++) {
    const { index } = fixed;
    const checker = fixed.with(path, current);
    const page = index.page(path);
    if (!checker || !page) {
      // No fix is safe in a conflicted copy.
      if (current !== text || !fixed.page(path)) report('page lost', 'safe fixes', current);
      return;
    }
    const { edits } = safeFixes(page, current, checker, { book: index, settings: index.settings, today });
    if (edits.length === 0) break;
    if (round > 10) {
      report('safe fixes never end', 'safe fixes', current);
      return;
    }
    current = applyEdits(current, edits);
  }
  if (current === text) return;
  outcome.fixes++;
  const grave = (all: readonly Finding[] = []): number =>
    all.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
  const checker = now.with(path, text);
  if (grave(fixed.with(path, current)?.findings()) > grave(checker?.findings())) {
    report('a safe fix brought an error or warning', 'safe fixes', current);
  }
  const words = wordsOf(text).filter((word) => !wordsOf(current).includes(word));
  if (words.length > (checker?.findingsOf(path).length ?? 0)) {
    report(`words lost: ${words.join(' ')}`, 'safe fixes', current);
  }
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}

/** How many lines of a text are not in another one as often, whatever ends them. */
function lostLines(before: string, after: string): number {
  const left = after.split(/\r\n|\r|\n/);
  return before.split(/\r\n|\r|\n/).filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  }).length;
}

function linesConcerned(plan: FixPlan): number {
  switch (plan.kind) {
    case 'replace':
      return new Set(plan.edits.flatMap(linesOf)).size;
    case 'setFields':
      // A text may stand on several lines, an item without comma gets one.
      return Object.keys(plan.values).length * 4;
    case 'insertSections':
    case 'insertLines':
      return 0;
    default:
      return 4;
  }
}

/** Every line that an edit touches: a folded value of a list stands on several. */
function linesOf({ range: { start, end } }: TextEdit): number[] {
  return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index);
}

function answersTo(questions: readonly Question[], book: BookIndex): Answers {
  return Object.fromEntries(questions.map((question) => [question.name, answerTo(question, book)]));
}

function answerTo({ choices, suggestion, earliest, value }: Question, book: BookIndex): FieldText {
  return choices?.[0]?.value ?? suggestion ?? earliest ?? sample(value, book);
}

function sample(kind: ValueKind, book: BookIndex): FieldText {
  switch (kind.kind) {
    case 'list':
      return [String(sample(kind.of, book))];
    case 'date':
      return today;
    case 'month':
      return today.slice(0, 7);
    case 'week':
      return '2026-W48';
    case 'number':
      return String(kind.minimum ?? 1);
    case 'boolean':
      return 'true';
    case 'enum':
      return kind.values[0]?.value ?? '';
    case 'reference': {
      const { to } = kind;
      return book.pages().find(({ type }) => to === 'any' || to.includes(type))?.id ?? 'c';
    }
    default:
      return kind.kind === 'text' && kind.pattern ? '23:59' : 'as they say: “so”';
  }
}

/** Pages that are checked in one go: what they hold is freed only when Node has a moment. */
const pagesAtOnce = 500;

async function run(count: number, seed: number, minutes: number): Promise<void> {
  const end = Date.now() + minutes * 60_000;
  const sums = { pages: 0, fixes: 0, refused: 0, faults: 0 };
  for (let part = 0; sums.pages < count && sums.faults < 20 && Date.now() < end; part++) {
    const { pages, fixes, refused, faults } = fixPages(
      pagesAtOnce,
      seed * 100_003 + part,
      () => Date.now() < end,
    );
    for (const { what, where, before, after } of faults) {
      console.log(`--- ${what} (${where})\n${JSON.stringify(before)}\n${JSON.stringify(after ?? '')}`);
    }
    sums.pages += pages;
    sums.fixes += fixes;
    sums.refused += refused;
    sums.faults += faults.length;
    console.log(JSON.stringify(sums));
    await setImmediate();
  }
  process.exitCode = sums.faults > 0 ? 1 : 0;
}

if (require.main === module) {
  const [count = 50_000, seed = 1, minutes = 600] = process.argv.slice(2).map(Number);
  void run(count, seed, minutes);
}
