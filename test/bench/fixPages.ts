import { editsFor, pagesChangedBy } from '../../src/core/edit/applyPlan';
import type { BookIndex } from '../../src/core/index/bookIndex';
import { Library } from '../../src/core/index/library';
import { safeFixes } from '../../src/core/mend/safeFixes';
import type { Finding } from '../../src/core/model/finding';
import type { Answers, FieldText, FixPlan, Question } from '../../src/core/model/fix';
import { applyEdits } from '../../src/core/model/text';
import { parsePage } from '../../src/core/parse/parsePage';
import { ruleWithId } from '../../src/core/rules/allRules';
import { BookChecker } from '../../src/core/rules/bookChecker';
import type { ValueKind } from '../../src/core/schema/kinds';
import { pageTypes } from '../../src/core/schema/schema';
import { randomNumbers, benchDay as today } from './generateBook';

/**
 * Carries out every fix of every finding of generated pages, each alone, and the safe ones as `check --fix` does, and
 * tells what went wrong: a lost word, front matter broken, a new error or warning by a safe fix, a fix that leaves its
 * finding without saying so, an exception that is no refusal. `npx tsx test/bench/fixPages.ts 200000 [seed]`.
 */

const endings = ['\n', '\n', '\n', '\r\n', '\r'];

const others: Readonly<Record<string, string>> = {
  'book.md': '---\ntype: book\n---\n',
  'c.md': '---\ntype: competitor\nthreat: low\nreviewed: 2026-11-20\n---\n# C\n',
  'q.md': '---\ntype: product\nstage: growth\nhealth: on-track\nupdated: 2026-11-20\n---\n# Q\n',
  's.md': '---\ntype: strategy\nyears: 3\nadvantage: a\nreviewed: 2026-11-20\n---\n# S\n',
};

const bodyLines = [
  ...[
    '',
    '',
    'Text of a paragraph.',
    'Two words',
    '- item',
    '* other',
    '  - nested',
    '1. one',
    '> quoted words',
    '> - [ ] @me: no',
  ],
  ...[
    '# Title',
    '## Time',
    'Time',
    '----',
    '===',
    '## Status',
    '### Summary',
    '## What we see',
    '## Notes #',
    '> ## Time',
  ],
  ...[
    '```',
    '~~~',
    '<!-- open',
    '-->',
    '<!-- a comment -->',
    '<script>',
    '</script>',
    '<pre>',
    '<![CDATA[',
    ']]>',
    '<div>',
    '    code',
    '\tcode',
  ],
  ...[
    '- 1h liaison: call',
    '- 9:00-10:00 promotion',
    '- 9:30-? liaison',
    '- 1h liason: typo',
    '- 1h30 liaison',
    '- 30m',
    '- 1h liaison words',
  ],
  ...[
    '- [ ] @rnd -> @sales: two units',
    '- [ ] @me -> @rnd: plan due:2026-11-01 made:2026-10-01',
    '- [ ] @nobody: x due:2026-13-01',
    '- [x] @rnd: done',
    '- [ ] call due: 2026-12-01',
  ],
  ...[
    '[[c]]',
    'See [[nowhere]] and [x](c.md).',
    '[gone](gone.md)',
    '[ref]: q.md',
    '@sales said so',
    '<!-- status-book-ignore section-missing -->',
    '<<<<<<< HEAD',
    '>>>>>>> x',
  ],
];
const texts = [
  'a',
  'two words',
  '"a: b"',
  "'x'",
  '12',
  '2026-11-01',
  '2027-05-01',
  '',
  '~',
  'null',
  '{}',
  '[]',
  '|\n  a\n  b',
  'a\n  b',
  '&x a',
  '*x',
  '!!str a',
  'High',
  'c',
  '[c, nowhere]',
  '\n  - c\n  - q # r',
  '[c,]',
  '{ action: a, }',
  '\n  action: a',
];

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

/** Checks pages until they are as many, or until a number of faults is found. */
export function fixPages(count: number, seed: number, maxFaults = 20): Outcome {
  const random = randomNumbers(seed);
  const outcome: Outcome = { pages: 0, fixes: 0, refused: 0, faults: [] };
  while (outcome.pages < count && outcome.faults.length < maxFaults) {
    const [path, text] = generatedPage(random);
    outcome.pages++;
    checkPage(path, text, outcome);
  }
  return outcome;
}

function generatedPage(random: () => number): [path: string, text: string] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const type = pick(pageTypes.filter(({ id }) => id !== 'book'));
  const lines = [`type: ${type.id}`];
  for (const { name, value, required } of type.fields) {
    if (random() < (required ? 0.25 : 0.7)) continue;
    lines.push(
      `${random() < 0.1 ? slipped(name, random) : name}: ${random() < 0.6 ? fitting(value, random) : pick(texts)}${random() < 0.1 ? ' # remark' : ''}`,
    );
  }
  if (random() < 0.3) lines.push(`owner: ${pick(texts)}`);
  if (random() < 0.2) lines.push('base: &x y');
  const body = Array.from({ length: Math.floor(random() * 14) }, () => pick(bodyLines));
  const uniform = random() < 0.6 ? pick(endings) : undefined;
  const whole = ['---', ...lines.flatMap((line) => line.split('\n')), '---', ...body];
  const written = whole.map((line) => line.trimEnd() + (uniform ?? pick(endings))).join('');
  const name = type.id === 'log' ? pick(['2026-11-20', '2026-11-19', 'day']) : 'p';
  return [`${name}.md`, random() < 0.2 ? written.replace(/[\r\n]+$/, '') : written];
}

function slipped(name: string, random: () => number): string {
  const at = Math.floor(random() * name.length);
  return name.slice(0, at) + name.slice(at + 1);
}

function fitting(kind: ValueKind, random: () => number): string {
  switch (kind.kind) {
    case 'enum': {
      const value = kind.values[Math.floor(random() * kind.values.length)]?.value ?? 'x';
      return random() < 0.2 ? value.toUpperCase() : value;
    }
    case 'date':
      return random() < 0.5 ? '2026-10-01' : '2026-11-20';
    case 'number':
      return String(kind.maximum ?? kind.minimum ?? 7);
    case 'list':
      return kind.of.kind === 'object'
        ? `\n  - ${objectLines(kind.of, random).join('\n    ')}`
        : `[${fitting(kind.of, random)}]`;
    case 'object':
      return `\n  ${objectLines(kind, random).join('\n  ')}`;
    case 'map':
      return '{a: true}';
    case 'reference':
      return kind.to === 'any' || kind.to.includes('competitor')
        ? 'c'
        : kind.to.includes('product')
          ? 'q'
          : 's';
    case 'boolean':
      return 'true';
    default:
      return 'so';
  }
}

function objectLines({ fields }: Extract<ValueKind, { kind: 'object' }>, random: () => number): string[] {
  const wanted = fields.filter((field) => field.value.kind !== 'list' && (field.required || random() < 0.5));
  const some = wanted.length > 0 ? wanted : fields.slice(0, 1);
  return some.map((field) => `${field.name}: ${fitting(field.value, random)}`);
}

function checkPage(path: string, text: string, outcome: Outcome): void {
  const book = bookWith(path, text);
  const page = book?.page(path);
  if (!book || !page) return;
  const context = { book, settings: book.settings, today };
  const before = new BookChecker(book, { today }).findings();
  const report = (what: string, where: string, after?: string): void =>
    void outcome.faults.push({ what, where, before: text, ...(after === undefined ? {} : { after }) });
  const seen = new Set<string>();
  for (const finding of before) {
    if (finding.path !== path) continue;
    for (const plan of ruleWithId(finding.rule)?.fixes?.(finding, page, context) ?? []) {
      const key = JSON.stringify(plan);
      if (seen.has(key)) continue;
      seen.add(key);
      checkFix(plan, finding, { path, text, before, book }, outcome, report);
    }
  }
  checkSafeFixes(path, text, outcome, report);
}

interface Checked {
  readonly path: string;
  readonly text: string;
  readonly before: readonly Finding[];
  readonly book: BookIndex;
}

function checkFix(
  plan: FixPlan,
  finding: Finding,
  { path, text, before, book }: Checked,
  outcome: Outcome,
  report: (what: string, where: string, after?: string) => void,
): void {
  const where = `${finding.rule}: ${plan.title}`;
  const page = book.page(path);
  if (!page) return;
  try {
    const answers = answersTo(plan.ask ?? [], book);
    const [target = path] = pagesChangedBy(plan, page, book, answers);
    const targetPage = book.page(target);
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
    const then = bookWith(path, target === path ? after : text);
    if (!then) {
      report('page lost', where, after);
      return;
    }
    const left = new BookChecker(then, { today }).findings();
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
  outcome: Outcome,
  report: (what: string, where: string, after?: string) => void,
): void {
  let current = text;
  for (let round = 0; ; round++) {
    const book = bookWith(path, current);
    const page = book?.page(path);
    if (!book || !page) {
      report('page lost', 'safe fixes', current);
      return;
    }
    const checker = new BookChecker(book, { today });
    const { edits } = safeFixes(page, current, checker, { book, settings: book.settings, today });
    if (edits.length === 0) break;
    if (round > 10) {
      report('safe fixes never end', 'safe fixes', current);
      return;
    }
    current = applyEdits(current, edits);
  }
  if (current === text) return;
  outcome.fixes++;
  const grave = (of: string): number => {
    const book = bookWith(path, of);
    const all = book ? new BookChecker(book, { today }).findings() : [];
    return all.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
  };
  if (grave(current) > grave(text)) report('a safe fix brought an error or warning', 'safe fixes', current);
  const words = wordsOf(text).filter((word) => !wordsOf(current).includes(word));
  const misspelled = new BookChecker(bookWith(path, text) as BookIndex, { today }).findingsOf(path);
  if (words.length > misspelled.length) report(`words lost: ${words.join(' ')}`, 'safe fixes', current);
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}

function bookWith(path: string, text: string): BookIndex | undefined {
  const library = new Library();
  for (const [other, content] of Object.entries(others)) library.setFile(other, content);
  library.setFile(path, text);
  return library.book('')?.index;
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
      return new Set(plan.edits.flatMap(({ range }) => [range.start.line, range.end.line])).size;
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

if (require.main === module) {
  const [count = '50000', seed = '1'] = process.argv.slice(2);
  const { faults, ...sums } = fixPages(Number(count), Number(seed));
  for (const { what, where, before, after } of faults) {
    console.log(`--- ${what} (${where})\n${JSON.stringify(before)}\n${JSON.stringify(after ?? '')}`);
  }
  console.log(JSON.stringify(sums));
  process.exitCode = faults.length > 0 ? 1 : 0;
}
