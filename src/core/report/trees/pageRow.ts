import { activitiesOfPage } from '../../analysis/activityPages';
import { pageFact } from '../../analysis/pageFact';
import { isReviewable } from '../../model/lifecycle';
import { joined, ours, plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import type { PageTypeSpec } from '../../schema/pageType';
import { pageType } from '../../schema/schema';
import { said } from './rowWords';
import type { TreeBook } from './treeBook';
import { type NodeSpec, type RowPlace, type TreeNode, treeNode } from './treeNode';

/** What a row of a page says beyond the page's fact. */
export interface PageRowOptions extends Partial<Pick<NodeSpec, 'children' | 'state'>> {
  /** What decides, before the title: the end of a row is cut in a narrow side bar. */
  readonly first?: Text | undefined;
  /** In place of the page's fact. */
  readonly description?: Text;
  /** Further lines of the tooltip. */
  readonly lines?: () => readonly Text[];
}

/** A row that opens a page. */
export function pageRow(page: Page, book: TreeBook, place: RowPlace, options: PageRowOptions = {}): TreeNode {
  const { first, description, lines, ...rest } = options;
  const type = pageType(page.type);
  const fact = pageFact(page, book.today, book.index.settings);
  const named = t`${type ? ours(type.title) : page.type}: ${page.title}`;
  const shown = description ?? fact;
  const [activity] = activitiesOfPage(page);
  return treeNode(place, {
    kind: 'page',
    key: page.path,
    label: first ? joined([first, page.title], ' · ') : page.title,
    description: shown,
    tooltip: () => {
      const problems = book.problemsOn(page.path);
      const told = problems > 0 && t`${plural(problems, 'problem')} in the Problems panel`;
      return [named, ...said([fact, ...(lines?.() ?? []), told]), page.path];
    },
    accessibilityLabel: joined([named, ...said([first, shown])], ', '),
    icon: type?.icon ?? 'file',
    path: page.path,
    reviewable: isReviewable(page),
    ...(activity === undefined ? {} : { activity }),
    ...(type && !type.root ? { newType: type.id } : {}),
    ...rest,
  });
}

/** What a row of pages of one type looks like, and what can be added below it. */
export function lookOfType(typeId: string): Pick<NodeSpec, 'label' | 'icon'> & { readonly newType: string } {
  const { plural: label, icon } = pageType(typeId) as PageTypeSpec;
  return { label: ours(label), icon, newType: typeId };
}
