import { askLiveText } from '../ui/questions';
import type { BookTree } from './bookTree';

/** Asks for the text of a view's filter; the view follows while it is typed, and is as before where the user gives up. */
export async function askFilter(tree: BookTree, title: string): Promise<void> {
  const before = tree.filter;
  const text = await askLiveText({
    title: `Filter: ${title}`,
    prompt: 'Shows the rows with all of these words. Empty shows everything.',
    placeHolder: 'For instance a product, a department or “late”',
    value: before,
    onChange: (typed) => tree.setFilter(typed),
  });
  tree.setFilter(text?.trim() ?? before);
}
