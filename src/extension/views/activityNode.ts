/** A row of the Activities view as plain data. */
export interface ActivityNode {
  readonly kind: 'book' | 'horizon' | 'activity' | 'page';
  /** The same for the same thing at any time. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Plain text, never Markdown: it may hold what users wrote. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** Codicon. */
  readonly icon: string;
  /** Theme colour of the icon. */
  readonly color?: string;
  /** Made when they are first asked for. */
  readonly children: readonly ActivityNode[];
  readonly hasChildren: boolean;
  readonly parent?: ActivityNode;
  /** The folder of the book, as the library has it. */
  readonly root: string;
  readonly activity?: string;
  /** The page, from the book's root. */
  readonly path?: string;
  /** True for a page that can be marked as reviewed. */
  readonly reviewable?: boolean;
}

/** A node whose children, knowing it as their parent, are made when they are first asked for. */
export function withChildren(
  node: Omit<ActivityNode, 'children'>,
  make: (self: ActivityNode) => readonly ActivityNode[],
): ActivityNode {
  let children: readonly ActivityNode[] | undefined;
  const self: ActivityNode = {
    ...node,
    get children() {
      children ??= make(self);
      return children;
    },
  };
  return self;
}
