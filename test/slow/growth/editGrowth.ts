import type { Library } from '../../../src/core/index/library';
import { BookChecker, pathsOf } from '../../../src/core/rules/bookChecker';
import { benchDay as today } from '../../bench/generateBook';
import { type FileTexts, rootIndex } from './growth';
import type { WorkCounter } from './workCounter';

/** Edits a page of a type, which is the same in books of any size; `time` is different each time. */
interface Edit {
  readonly type: string;
  readonly pathOf?: (time: number) => string;
  /** True where figures over the whole book are summed up anew, which is a small part of the work. */
  readonly sums?: true;
  change(text: string, time: number): string;
}

const typed = (text: string, time: number): string => `${text}\nword${time}\n`;

/** Edits of single pages, by the name that their test has. */
export const edits: Readonly<Record<string, Edit>> = {
  'a word in a log page': { type: 'log', change: typed },
  'a time entry in a log page': {
    type: 'log',
    change: (text, time) => text.replace(/^## Time$/m, `## Time\n\n- ${time}m liaison: a call`),
  },
  'a commitment in a log page': {
    type: 'log',
    sums: true,
    change: (text, time) => `${text}\n- [ ] @rnd -> @sales: unit ${time} due:2026-12-01 made:2026-11-20\n`,
  },
  'a word in a competitor’s page': { type: 'competitor', change: typed },
  'the review of a competitor': {
    type: 'competitor',
    sums: true,
    change: (text, time) => text.replace(/^reviewed: .*$/m, `reviewed: 2026-11-0${time}`),
  },
  'a word in a product’s page': { type: 'product', change: typed },
  'a word in a customer’s voice': { type: 'voice', change: typed },
  'a word in a partner’s page': { type: 'partner', change: typed },
  'a number in a budget': {
    type: 'budget',
    change: (text, time) => text.replace(/actual: [\d_]+/, `actual: ${time}`),
  },
  'a new voice': { type: 'voice', sums: true, pathOf: (time) => `voices/new-${time}.md`, change: typed },
};

/**
 * Counts each edit in the middle of the book until the findings of all pages that it touched are known.
 *
 * @param files the pages that are edited, as they are in the smaller book
 */
export function countEdits(counter: WorkCounter, library: Library, files: FileTexts): Map<string, number> {
  const checker = new BookChecker(rootIndex(library), { today });
  const counts = new Map<string, number>();
  for (const [name, { type, pathOf, change }] of Object.entries(edits)) {
    const [path, text] = middleOf(type, files);
    const apply = (time: number): void => {
      const { changes } = library.setFile(pathOf?.(time) ?? path, change(text, time));
      const touched = checker.update(changes.map((each) => each.change));
      for (const page of pathsOf(touched, rootIndex(library))) checker.findingsOf(page);
    };
    if (change(text, 1) === change(text, 2)) throw new Error(`${name} changes nothing in ${path}`);
    // What is made once and then kept is there from the first edit on.
    apply(1);
    counts.set(
      name,
      counter.count(() => apply(2)),
    );
  }
  return counts;
}

/** The page in the middle of those of a type. */
function middleOf(type: string, files: FileTexts): [path: string, text: string] {
  const pages = [...files].filter(([, text]) => new RegExp(`^type: ${type}$`, 'm').test(text)).sort();
  const page = pages[pages.length >> 1];
  if (!page) throw new Error(`There is no page of type ${type} to edit.`);
  return page;
}
