import assert from 'node:assert/strict';
import type { Spoken } from '../../../src/core/model/message';
import { activitiesTree as activities } from '../../../src/core/report/trees/activitiesTree';
import { agendaTree as agenda } from '../../../src/core/report/trees/agendaTree';
import { commitmentsTree as commitments } from '../../../src/core/report/trees/commitmentsTree';
import { filterTree as filter } from '../../../src/core/report/trees/filterTree';
import { marketTree as market } from '../../../src/core/report/trees/marketTree';
import { productsTree as products } from '../../../src/core/report/trees/productsTree';
import type { ShownBook } from '../../../src/core/report/trees/treeBook';
import type { TreeNode } from '../../../src/core/report/trees/treeNode';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { bookOf, type Files, today } from '../support/books';
import { english } from '../support/english';

export function shownBook(files: Files, root = 'b'): ShownBook {
  const index = bookOf(files);
  return { root, index, checker: new BookChecker(index, { today }) };
}

/** A row as an English reader sees it. */
export type SpokenNode = Omit<
  TreeNode,
  'label' | 'description' | 'tooltip' | 'accessibilityLabel' | 'children'
> &
  Spoken<Pick<TreeNode, 'label' | 'description' | 'tooltip' | 'accessibilityLabel'>> & {
    readonly children: readonly SpokenNode[];
  };

/** The same rows in English; what is below a row is made when it is asked for. */
export function spokenRows(nodes: readonly TreeNode[]): SpokenNode[] {
  return nodes.map((node): SpokenNode => {
    const own = Object.getOwnPropertyDescriptors(node);
    const spoken = {
      label: { value: english.say(node.label), enumerable: true, configurable: true },
      description: { value: english.say(node.description), enumerable: true, configurable: true },
      accessibilityLabel: {
        value: english.say(node.accessibilityLabel),
        enumerable: true,
        configurable: true,
      },
      tooltip: { get: () => english.spoken(node.tooltip), enumerable: true, configurable: true },
      children: { get: () => spokenRows(node.children), enumerable: true, configurable: true },
    };
    return Object.create(Object.getPrototypeOf(node), { ...own, ...spoken }) as SpokenNode;
  });
}

export const activitiesTree = (...args: Parameters<typeof activities>) => spokenRows(activities(...args));
export const agendaTree = (...args: Parameters<typeof agenda>) => spokenRows(agenda(...args));
export const commitmentsTree = (...args: Parameters<typeof commitments>) => spokenRows(commitments(...args));
export const marketTree = (...args: Parameters<typeof market>) => spokenRows(market(...args));
export const productsTree = (...args: Parameters<typeof products>) => spokenRows(products(...args));

export function filterTree(nodes: readonly SpokenNode[], text: string) {
  const { nodes: kept, matches } = filter(nodes, text, (own) => english.say(own));
  return { nodes: spokenRows(kept), matches };
}

/** Rows as lines: two spaces for each level, a box where there is one, the label, and the description behind a bar. */
export function asText(nodes: readonly SpokenNode[], depth = 9, level = 0): string[] {
  if (depth === 0) return [];
  return nodes.flatMap(({ label, description, checked, children }) => {
    const box = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
    const line = `${'  '.repeat(level)}${box}${label}${description === '' ? '' : ` | ${description}`}`;
    return [line, ...asText(children, depth - 1, level + 1)];
  });
}

export function everyNode(nodes: readonly SpokenNode[]): SpokenNode[] {
  return nodes.flatMap((node) => [node, ...everyNode(node.children)]);
}

/** The row of this name, whatever decides before it. */
export function named(nodes: readonly SpokenNode[], label: string): SpokenNode {
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
