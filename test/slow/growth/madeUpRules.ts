import type { BookRule, RuleContext } from '../../../src/core/rules/rule';
import { randomNumbers } from '../../bench/generateBook';

function madeUp(id: string, look: (context: RuleContext) => void): BookRule {
  return {
    id,
    family: 'structure',
    severity: 'hint',
    scope: 'book',
    reads: 'any',
    parts: [],
    needsToday: false,
    summary: 'Made up.',
    explanation: 'Made up.',
    remedy: 'None.',
    check: look,
  };
}

/** Rules whose growth is known, to see that the gate tells them apart. */
export const madeUpRules: readonly BookRule[] = [
  madeUp('made-up-linear', ({ book }) => {
    const ids = new Set<string>();
    for (const page of book.pages()) ids.add(page.id);
  }),
  madeUp('made-up-sorting', ({ book }) => {
    const random = randomNumbers(1);
    const places = book.pages().map(() => random());
    places.sort((a, b) => a - b);
  }),
  madeUp('made-up-nested-loops', ({ book }) => {
    const pairs = new Set<string>();
    for (const { title } of book.pages())
      for (const page of book.pages()) if (page.title === title) pairs.add(title);
  }),
  madeUp('made-up-growing-list', ({ book }) => {
    const paths: string[] = [];
    for (const { path } of book.pages()) if (!paths.includes(path)) paths.push(path);
  }),
  madeUp('made-up-growing-copy', ({ book }) => {
    let paths: string[] = [];
    for (const { path } of book.pages()) paths = [...paths, path];
  }),
];
