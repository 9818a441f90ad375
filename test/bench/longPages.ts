// longPages.ts [kind,…]: what the extension works at a time on pages of 1 MB: the longest slice of each step.
import { readFileSync } from 'node:fs';
import { Library, type LibraryUpdate } from '../../src/core/index/library';
import type { SlicedWork } from '../../src/core/model/slices';
import { LazyPage } from '../../src/core/parse/lazyPage';
import { warmPage } from '../../src/core/report/warmPage';
import { BookChecker } from '../../src/core/rules/bookChecker';
import { answer } from './answer';
import { benchDay as today } from './generateBook';
import { longPages } from './longPageKinds';

/** In milliseconds: the longest slice of each step, and all of them together. */
export interface LongPageTime {
  readonly kind: string;
  readonly findings: number;
  readonly open: StepTimes;
  readonly keystroke: StepTimes;
}

export interface StepTimes {
  readonly parse: number;
  readonly index: number;
  readonly check: number;
  readonly all: number;
}

const path = 'log/2026-11-23.md';
/** Others are let in after so much work, as in the extension. */
const longestWork = 8;

/** Milliseconds that this thread had a processor; those of the clock where the system does not tell. */
function worked(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ', 1)[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

class Stopwatch {
  longest = 0;
  all = 0;
  private start = 0;

  begin(): void {
    this.start = worked();
  }

  end(): void {
    const taken = worked() - this.start;
    this.longest = Math.max(this.longest, taken);
    this.all += taken;
  }

  time<Result>(work: () => Result): Result {
    this.begin();
    const result = work();
    this.end();
    return result;
  }

  /** As the extension does: for so long at a time. */
  inSlices<Result>(work: SlicedWork<Result>): Result {
    for (;;) {
      this.begin();
      const end = performance.now() + longestWork;
      let step = work.next();
      while (!step.done && performance.now() < end) step = work.next();
      this.end();
      if (step.done) return step.value;
    }
  }
}

function measure(kind: string, text: string): LongPageTime {
  const library = new Library();
  library.setFile('book.md', '---\ntype: book\n---\n');
  const index = library.book('')?.index;
  if (!index) throw new Error('There is no book.');
  const checker = new BookChecker(index, { today, warmMemo: (page) => warmPage(page, index, today) });
  checker.proceed();
  const step = (typed: string): StepTimes => {
    const [parse, set, check] = [new Stopwatch(), new Stopwatch(), new Stopwatch()];
    const page = parse.inSlices(LazyPage.inSlices(path, typed));
    const { changes }: LibraryUpdate = set.time(() => library.setFile(path, typed, page));
    check.time(() => checker.update(changes.map(({ change }) => change)));
    check.inSlices(proceeding(checker));
    check.time(() => checker.findingsOf(path));
    const all = parse.all + set.all + check.all;
    return { parse: parse.longest, index: set.longest, check: check.longest, all };
  };
  const open = step(text);
  const keystroke = step(`${text}\nTyped x\n`);
  return { kind, findings: checker.findingsOf(path).length, open, keystroke };
}

function* proceeding(checker: BookChecker): SlicedWork<void> {
  while (!checker.proceed(() => false)) yield;
}

if (require.main === module) {
  const kinds = process.argv[2]?.split(',') ?? Object.keys(longPages);
  // The first pages are worked on by code that is not optimised yet.
  for (const kind of kinds) measure(kind, (longPages[kind] as () => string)().slice(0, 100_000));
  answer(kinds.map((kind) => measure(kind, (longPages[kind] as () => string)())));
}
