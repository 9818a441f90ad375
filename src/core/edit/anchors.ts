import { isAlias, isScalar, type Node, visit } from 'yaml';
import type { LineMap, Range } from '../model/text';
import { splitFrontMatter } from '../parse/splitFrontMatter';
import { yamlDocument } from '../parse/yamlDocument';

/**
 * Where the values stand that an alias of the front matter repeats: the scalars at its anchor that hold a text, seen
 * through further aliases.
 *
 * @param text without byte-order mark, of a page whose front matter can be read
 * @param aliasRange where `*name` stands
 */
export function valuesAtAnchor(text: string, lines: LineMap, aliasRange: Range, value: string): Range[] {
  const split = splitFrontMatter(text);
  if (!split) return [];
  const { start, yaml } = split;
  const document = yamlDocument(yaml);
  const anchored = new Map<string, Node>();
  const targets = new Map<Node, Node | undefined>();
  const aliasStart = lines.offsetAt(aliasRange.start) - start;
  let found: Node | undefined;
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) {
        targets.set(node, anchored.get(node.source));
        if (node.range?.[0] === aliasStart) found = node;
      } else if (node.anchor) anchored.set(node.anchor, node);
    },
  });
  const ranges: Range[] = [];
  const seen = new Set<Node>();
  const collect = (node: Node | undefined): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    if (isAlias(node)) collect(targets.get(node));
    else if (!isScalar(node)) {
      visit(node, { Alias: (_key, alias) => collect(alias), Scalar: (_key, scalar) => collect(scalar) });
    } else if (String(node.source ?? node.value).trim() === value && node.range) {
      ranges.push(lines.rangeOf(start + node.range[0], start + node.range[1]));
    }
  };
  collect(found);
  return ranges;
}
