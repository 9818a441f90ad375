import type { FieldNode, ValueNode } from '../../model/frontMatter';
import type { Page } from '../../model/page';

/** Lines that can be folded into the first of them, both ends included. */
export interface FoldingLines {
  readonly start: number;
  readonly end: number;
}

/** The front matter, and in it every field and item of more than one line. VS Code folds the body by itself. */
export function frontMatterFolds(page: Page): FoldingLines[] {
  const folds: FoldingLines[] = [];
  if (page.bodyLine > 2) folds.push({ start: 0, end: page.bodyLine - 1 });
  for (const field of page.fields) foldField(field, folds);
  const seen = new Set<number>();
  return folds.filter(({ start }) => !seen.has(start) && seen.add(start));
}

function foldField({ nameRange, value }: FieldNode, folds: FoldingLines[]): void {
  add(nameRange.start.line, lastLineOf(value), folds);
  foldInside(value, folds);
}

function foldInside(value: ValueNode, folds: FoldingLines[]): void {
  if (value.kind === 'map') for (const field of value.fields) foldField(field, folds);
  if (value.kind === 'list') {
    for (const item of value.items) {
      if (item.kind !== 'scalar') add(item.range.start.line, lastLineOf(item), folds);
      foldInside(item, folds);
    }
  }
}

function add(start: number, end: number, folds: FoldingLines[]): void {
  if (end > start) folds.push({ start, end });
}

function lastLineOf(value: ValueNode): number {
  const { start, end } = value.range;
  const inside = value.kind === 'map' ? value.fields.map((field) => field.value) : itemsIn(value);
  // A block of lines ends at the start of the line behind it, and may hold blank lines and remarks at its end.
  const isBlock = end.character === 0 && end.line > start.line;
  if (isBlock && inside.length > 0) return Math.max(...inside.map(lastLineOf));
  return isBlock ? end.line - 1 : end.line;
}

function itemsIn(value: ValueNode): readonly ValueNode[] {
  return value.kind === 'list' ? value.items : [];
}
