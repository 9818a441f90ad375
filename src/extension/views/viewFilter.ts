import { type Text, t } from '../../core/model/message';
import { askLiveText } from '../ui/questions';
import type { BookTree } from './bookTree';

/** Asks for the text of a view's filter; the view follows while it is typed, and is as before where the user gives up. */
export async function askFilter(tree: BookTree, title: Text): Promise<void> {
  const before = tree.filter;
  const text = await askLiveText({
    title: t`Filter: ${title}`,
    prompt: t`Shows the rows with all of these words. Empty shows everything.`,
    placeHolder: t`For instance a product, a department or “late”`,
    value: before,
    onChange: (typed) => tree.setFilter(typed),
  });
  tree.setFilter(text?.trim() ?? before);
}
