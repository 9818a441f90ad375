import { plural } from '../../model/words';
import { type CodeLens, type LensContext, topOfPage } from './codeLens';

/** Pages that nobody is expected to refer to: told only where somebody does. */
const seldomNamed: ReadonlySet<string> = new Set(['book', 'log', 'review']);

/** On any page: how often other pages refer to it. */
export function referenceLenses({ page, book }: LensContext): readonly CodeLens[] {
  const places = book.referencesTo(page).map(({ from, range }) => ({ path: from, range }));
  if (places.length === 0) {
    if (seldomNamed.has(page.type)) return [];
    return [{ kind: 'references', range: topOfPage, text: () => ({ title: 'No references' }) }];
  }
  const title = plural(places.length, 'reference');
  const pages = plural(new Set(places.map(({ path }) => path)).size, 'page');
  const tooltip = `${title} in ${pages}`;
  const action = { kind: 'showReferences', places } as const;
  return [{ kind: 'references', range: topOfPage, text: () => ({ title, tooltip, action }) }];
}
