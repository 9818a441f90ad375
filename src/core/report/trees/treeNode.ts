import { attempt, notComputed } from '../../model/faults';
import { joined, type Text, t } from '../../model/message';
import type { Range } from '../../model/text';
import { type RowState, stateLooks } from './stateLooks';

export type NodeKind = 'book' | 'group' | 'activity' | 'page' | 'commitment' | 'item';

/** A row of a view as plain data. */
export interface TreeNode {
  readonly kind: NodeKind;
  /** The same for the same thing at any time, and of no other row. */
  readonly id: string;
  readonly label: Text;
  /** What stands dimmed behind the label. */
  readonly description: Text;
  /** Lines of plain text, never Markdown: they may hold what users wrote. The first is the heading. */
  readonly tooltip: readonly Text[];
  /** What a screen reader says. */
  readonly accessibilityLabel: Text;
  /** Codicon. */
  readonly icon: string;
  /** Theme colour of the icon. */
  readonly color?: string;
  /** The folder of the book, as the library has it. */
  readonly root: string;
  readonly parent?: TreeNode;
  /** Made when they are first asked for. */
  readonly children: readonly TreeNode[];
  readonly hasChildren: boolean;
  /** True for a row that is open until the user closes it. */
  readonly expanded: boolean;
  /** The page that the row opens, from the book's root. */
  readonly path?: string;
  /** The place in the page that the row opens. */
  readonly range?: Range;
  /** The activity on which time for this row is logged. */
  readonly activity?: string;
  /** The page type of a new page that belongs here. */
  readonly newType?: string;
  /** True for a page that can be marked as reviewed. */
  readonly reviewable?: boolean;
  /** Which commitment of the page this is. */
  readonly commitment?: string;
  /** Whether the row's check box is ticked; absent for a row without one. */
  readonly checked?: boolean;
}

/** Where rows are put: below a row, or at the top of a book. */
export type RowPlace = Pick<TreeNode, 'id' | 'root'> & { readonly node?: TreeNode };

/** What a row is made of; what is left out follows from the rest. */
export interface NodeSpec
  extends Pick<TreeNode, 'kind' | 'label' | 'icon'>,
    Partial<
      Pick<
        TreeNode,
        | 'description'
        | 'accessibilityLabel'
        | 'path'
        | 'range'
        | 'activity'
        | 'newType'
        | 'reviewable'
        | 'commitment'
        | 'checked'
        | 'expanded'
      >
    > {
  /** Tells the row from others at its place. */
  readonly key: string;
  /** Gives the row the shape and the colour of this state. */
  readonly state?: RowState | undefined;
  /** Theme colour of the icon where the row has no state. */
  readonly color?: string | undefined;
  /** The lines of the tooltip, or how to make them when they are first asked for. */
  readonly tooltip?: readonly Text[] | (() => readonly Text[]);
  readonly children?: ((place: RowPlace) => readonly TreeNode[]) | undefined;
}

/** A row whose children, knowing it as their parent, are made when they are first asked for. */
export function treeNode(place: RowPlace, spec: NodeSpec): TreeNode {
  const {
    key,
    state,
    children: make,
    label,
    description = '',
    tooltip = [label],
    color: own,
    ...rest
  } = spec;
  const { icon, color } = state === undefined ? { icon: spec.icon, color: own } : stateLooks[state];
  let children: readonly TreeNode[] | undefined;
  let lines: readonly Text[] | undefined;
  const self: TreeNode = {
    accessibilityLabel: description === '' ? label : joined([label, description], ', '),
    expanded: false,
    ...rest,
    icon,
    ...(color === undefined ? {} : { color }),
    ...(place.node ? { parent: place.node } : {}),
    id: `${place.id}#${key}`,
    root: place.root,
    label,
    description,
    get tooltip() {
      lines ??=
        typeof tooltip === 'function'
          ? attempt(`the tooltip of the row “${key}”`, tooltip, () => [label, notComputed(t`What it tells`)])
          : tooltip;
      return lines;
    },
    hasChildren: make !== undefined,
    get children() {
      const below: RowPlace = { id: self.id, root: self.root, node: self };
      children ??= make ? rowsOr(key, t`“${label}”`, below, () => make(below)) : [];
      return children;
    },
  };
  return self;
}

/** Rows; where they cannot be made, one that says so. */
export function rowsOr(
  key: string,
  title: Text,
  place: RowPlace,
  make: () => readonly TreeNode[],
): readonly TreeNode[] {
  return attempt(`the rows of “${key}”`, make, () => [failedRow(key, title, place)]);
}

function failedRow(key: string, title: Text, place: RowPlace): TreeNode {
  return treeNode(place, {
    kind: 'item',
    key: `(failed) ${key}`,
    label: notComputed(title),
    icon: 'bug',
  });
}

/** Rows of a list that one can still look through. */
const maxList = 200;
const chunkLength = 100;

/**
 * Rows for a long list: in groups named by their first and last, so that neither the eye nor the editor has to take in
 * thousands at once.
 *
 * @param items in the order of the list
 */
export function chunked<T>(
  place: RowPlace,
  items: readonly T[],
  labelOf: (item: T) => Text,
  row: (item: T, place: RowPlace) => TreeNode,
): TreeNode[] {
  const rowOf = (item: T, at: RowPlace): TreeNode =>
    attempt(
      `a row of “${at.id}”`,
      () => row(item, at),
      () => failedRow(String(items.indexOf(item)), t`“${labelOf(item)}”`, at),
    );
  if (items.length <= maxList) return items.map((item) => rowOf(item, place));
  const chunks: TreeNode[] = [];
  for (let start = 0; start < items.length; start += chunkLength) {
    const chunk = items.slice(start, start + chunkLength);
    const first = labelOf(chunk[0] as T);
    const last = labelOf(chunk[chunk.length - 1] as T);
    chunks.push(
      treeNode(place, {
        kind: 'group',
        key: `part ${start / chunkLength + 1}`,
        label: joined([first, last], ' – '),
        description: String(chunk.length),
        icon: 'list-flat',
        children: (self) => chunk.map((item) => rowOf(item, self)),
      }),
    );
  }
  return chunks;
}
