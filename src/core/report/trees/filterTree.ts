import type { Text } from '../../model/message';
import type { TreeNode } from './treeNode';

export interface FilteredTree {
  readonly nodes: readonly TreeNode[];
  /** Rows that match, groups not counted. */
  readonly matches: number;
}

/**
 * The rows that hold every word of a text, in their groups, which are open. Looks at labels and descriptions, at the names
 * of files, and at the groups above; capitals and accents make no difference. A row that matches keeps what is below it.
 */
export function filterTree(
  nodes: readonly TreeNode[],
  text: string,
  say: (text: Text) => string,
): FilteredTree {
  return new Filter(say).filtered(nodes, folded(text).split(/\s+/).filter(Boolean));
}

class Filter {
  constructor(private readonly say: (text: Text) => string) {}

  filtered(nodes: readonly TreeNode[], words: readonly string[], parent?: TreeNode): FilteredTree {
    const kept: TreeNode[] = [];
    let matches = 0;
    for (const node of nodes) {
      const below = isGroup(node) ? this.withinGroup(node, words, parent) : undefined;
      if (below) {
        if (below.matches > 0) kept.push(below.group);
        matches += below.matches;
      } else if (words.every((word) => this.searched(node).includes(word))) {
        kept.push(copyOf(node, parent));
        matches++;
      }
    }
    return { nodes: kept, matches };
  }

  private withinGroup(
    node: TreeNode,
    words: readonly string[],
    parent: TreeNode | undefined,
  ): { group: TreeNode; matches: number } {
    const title = folded(this.say(node.label));
    const group = copyOf(node, parent, { expanded: true });
    const { nodes, matches } = this.filtered(
      node.children,
      words.filter((word) => !title.includes(word)),
      group,
    );
    Object.defineProperty(group, 'children', { value: nodes, enumerable: true });
    return { group, matches };
  }

  private searched({ label, description, path = '' }: TreeNode): string {
    return folded([this.say(label), this.say(description), path.split('/').pop()].join(' '));
  }
}

function isGroup({ kind }: TreeNode): boolean {
  return kind === 'book' || kind === 'group' || kind === 'activity';
}

/** Under an id of its own, so that what the user opens and closes while filtering is not remembered for later. */
function copyOf(
  node: TreeNode,
  parent: TreeNode | undefined,
  change: Partial<Pick<TreeNode, 'expanded'>> = {},
): TreeNode {
  const copy: TreeNode = Object.create(Object.getPrototypeOf(node), Object.getOwnPropertyDescriptors(node));
  return Object.assign(copy, { id: `${node.id}#(filtered)`, ...change, ...(parent ? { parent } : {}) });
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
