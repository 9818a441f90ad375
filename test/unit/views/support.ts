import assert from 'node:assert/strict';
import type { ShownBook } from '../../../src/core/report/trees/treeBook';
import type { TreeNode } from '../../../src/core/report/trees/treeNode';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { bookOf, type Files, today } from '../support/books';

export function shownBook(files: Files, root = 'b'): ShownBook {
  const index = bookOf(files);
  return { root, index, checker: new BookChecker(index, { today }) };
}

/** Rows as lines: two spaces for each level, a box where there is one, the label, and the description behind a bar. */
export function asText(nodes: readonly TreeNode[], depth = 9, level = 0): string[] {
  if (depth === 0) return [];
  return nodes.flatMap(({ label, description, checked, children }) => {
    const box = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
    const line = `${'  '.repeat(level)}${box}${label}${description === '' ? '' : ` | ${description}`}`;
    return [line, ...asText(children, depth - 1, level + 1)];
  });
}

export function everyNode(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...everyNode(node.children)]);
}

/** The row of this name, whatever decides before it. */
export function named(nodes: readonly TreeNode[], label: string): TreeNode {
  const found = everyNode(nodes).find(
    (node) => node.label.split(' · ').pop() === label || node.label === label,
  );
  assert.ok(found, `no row ${label} in\n${asText(nodes).join('\n')}`);
  return found;
}

/** The lines of a text that is indented as the test is. */
export function rows(text: string): string[] {
  const all = text.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...all.map((line) => line.length - line.trimStart().length));
  return all.map((line) => line.slice(indent));
}
