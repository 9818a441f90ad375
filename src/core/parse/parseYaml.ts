import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  visit,
  type YAMLMap,
} from 'yaml';
import type { FieldNode, ValueNode } from '../model/frontMatter';
import { type Text, t } from '../model/message';
import { Refusal } from '../model/refusal';
import type { LineMap, Range } from '../model/text';
import { parsePlainYaml } from './plainYaml';
import { maximumDepth, nestsTooDeep } from './yamlDepth';
import { yamlDocument } from './yamlDocument';
import { yamlFault } from './yamlFaults';

export interface SyntaxProblem {
  readonly message: Text;
  readonly range: Range;
}

export interface ParsedYaml {
  readonly fields: readonly FieldNode[];
  /** Not empty where the YAML cannot be relied on; `fields` then holds nothing. */
  readonly problems: readonly SyntaxProblem[];
}

/** Values that aliases may add to a page before it counts as hostile. */
const maximumNodes = 20_000;

/** The library takes quadratic time on blanks in double quotes. */
const longBlank = /(?<![ \t])[ \t]{1000}/;

class Refused extends Refusal {
  constructor(
    text: Text,
    readonly node?: Node | null,
  ) {
    super(text);
  }
}

/** Reads front matter with positions. `start` is the offset of `source` in the text that `lines` maps. Never throws. */
export function parseYaml(source: string, start: number, lines: LineMap): ParsedYaml {
  const fields = parsePlainYaml(source, lines.positionAt(start).line);
  return fields ? { fields, problems: [] } : parseYamlWithLibrary(source, start, lines);
}

/** The same without the fast path for plain front matter. */
export function parseYamlWithLibrary(source: string, start: number, lines: LineMap): ParsedYaml {
  // The library does not know a lone CR as the end of a line.
  const yaml = source.replace(/\r(?!\n)/g, '\n');
  const whole = lines.rangeOf(start, start + yaml.trimEnd().length);
  const failed = (message: Text, range: Range = whole): ParsedYaml => ({
    fields: [],
    problems: [{ message, range }],
  });

  const conflict = /(?<![^\r\n])(?:<{7}|={7}|>{7})(?![^ \r\n])/.exec(yaml);
  if (conflict) {
    const at = start + conflict.index;
    return failed(
      t`An unresolved merge conflict stands in the front matter. Keep one side and delete the conflict’s marker lines.`,
      lines.rangeOf(at, at + 7),
    );
  }
  const documentEnd = secondDocument(yaml);
  if (documentEnd !== undefined) {
    const at = start + documentEnd;
    return failed(
      t`“${yaml.slice(documentEnd, documentEnd + 3)}” at the start of a line ends the front matter for YAML: nothing behind it would be read. Delete it, or close the front matter with a line of “---” alone.`,
      lines.rangeOf(at, at + 3),
    );
  }
  const blanks = longBlank.exec(yaml);
  if (blanks) {
    const at = start + blanks.index;
    return failed(
      t`More than a thousand blanks stand in a row here. Delete them.`,
      lines.rangeOf(at, at + blanks[0].length),
    );
  }

  try {
    if (nestsTooDeep(yaml)) return failed(t`The front matter is nested deeper than ${maximumDepth} levels.`);
    const document = yamlDocument(yaml);
    const error = document.errors[0];
    if (error) {
      const end = yaml.trimEnd().length;
      const from = Math.max(0, Math.min(error.pos[0], end - 1));
      const to = Math.max(from + 1, Math.min(error.pos[1], end));
      return failed(yamlFault(error), lines.rangeOf(start + from, start + to));
    }
    const reader = new NodeReader(document, yaml, start, lines);
    const root = document.contents as Node | null;
    if (root === null || (isScalar(root) && root.value === null)) return { fields: [], problems: [] };
    if (!isMap(root)) return failed(t`The front matter is not a list of “name: value” lines.`);
    return { fields: reader.fields(root as YAMLMap), problems: [] };
  } catch (error) {
    if (error instanceof Refused) {
      const range = error.node?.range;
      return failed(error.text, range ? lines.rangeOf(start + range[0], start + range[1]) : undefined);
    }
    return failed(t`The front matter could not be read as YAML.`);
  }
}

/** Where a text ends for YAML though more of it follows: at `--- x`, or at `...` with something behind it. */
function secondDocument(yaml: string): number | undefined {
  // Line and paragraph separators end no line of YAML, though `^` takes them for line ends.
  const mark = /(?<![^\r\n])(?:---|\.\.\.)(?![^ \t\r\n])/g;
  for (const { index } of yaml.matchAll(mark)) {
    if (yaml[index] === '-' || yaml.slice(index + 3).trim() !== '') return index;
  }
  return undefined;
}

class NodeReader {
  private count = 0;
  private readonly open = new Set<Node>();
  private readonly aliasTargets: ReadonlyMap<Alias, Node | undefined>;

  constructor(
    document: Document,
    private readonly yaml: string,
    private readonly start: number,
    private readonly lines: LineMap,
  ) {
    this.aliasTargets = aliasTargetsOf(document);
  }

  fields(map: YAMLMap, place?: Range): FieldNode[] {
    const seen = new Set<string>();
    const fields: FieldNode[] = [];
    for (const pair of map.items) {
      const key = pair.key as Node | null;
      if (!isScalar(key)) throw new Refused(t`A name in the front matter is not a plain word.`, key);
      const name = String(key.source ?? key.value ?? '');
      if (seen.has(name)) {
        throw new Refused(t`“${name}” stands twice in the front matter; keep one of them.`, key);
      }
      seen.add(name);
      const nameRange = place ?? this.rangeOf(key);
      fields.push({ name, nameRange, value: this.value(pair.value as Node | null, nameRange, place) });
    }
    return fields;
  }

  private value(node: Node | null, nameRange: Range, place?: Range): ValueNode {
    if (++this.count > maximumNodes) throw new Refused(t`The front matter’s aliases repeat too much.`);
    if (node === null) return { kind: 'scalar', value: null, text: '', range: emptyAfter(nameRange) };
    if (isAlias(node)) {
      const target = this.aliasTargets.get(node);
      if (!target) throw new Refused(t`The alias *${node.source} names nothing.`, node);
      if (this.open.has(target)) throw new Refused(t`The alias *${node.source} contains itself.`, node);
      return this.value(target, nameRange, place ?? this.rangeOf(node));
    }
    const range = place ?? this.rangeOf(node);
    if (isScalar(node)) return { kind: 'scalar', ...scalarValue(node.value, node.source), range };
    this.open.add(node);
    try {
      if (isSeq(node)) {
        const items = node.items.map((item) => this.value(item as Node | null, range, place));
        return { kind: 'list', items, range };
      }
      return { kind: 'map', fields: this.fields(node as YAMLMap, place), range };
    } finally {
      this.open.delete(node);
    }
  }

  private rangeOf(node: Node): Range {
    let [from, to] = node.range ?? [0, 0];
    // The library counts the line ends behind a block scalar among it; who replaces it would join the next line to it.
    if (isScalar(node)) while (to > from && /[\r\n]/.test(this.yaml.charAt(to - 1))) to--;
    return this.lines.rangeOf(this.start + from, this.start + to);
  }
}

/** What each alias stands for: the latest anchor of its name before it. The library would search all nodes for each. */
function aliasTargetsOf(document: Document): ReadonlyMap<Alias, Node | undefined> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node | undefined>();
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) targets.set(node, anchored.get(node.source));
      else if (node.anchor) anchored.set(node.anchor, node);
    },
  });
  return targets;
}

function scalarValue(
  value: unknown,
  source: string | undefined,
): { value: string | number | boolean | null; text: string } {
  if (typeof value === 'string') return { value, text: value };
  if (typeof value === 'number' || typeof value === 'boolean')
    return { value, text: source ?? String(value) };
  if (value === null || value === undefined) return { value: null, text: '' };
  return { value: String(source ?? ''), text: String(source ?? '') };
}

/** Where the value of a name without value would stand. */
function emptyAfter(nameRange: Range): Range {
  return { start: nameRange.end, end: nameRange.end };
}
