import { plural, t } from '../../model/message';
import { pageType } from '../../schema/schema';
import { type CodeLens, type LensContext, topOfPage } from './codeLens';

/** On any page: how often other pages refer to it. */
export function referenceLenses({ page, book }: LensContext): readonly CodeLens[] {
  const places = book.referencesTo(page).map(({ from, range }) => ({ path: from, range }));
  if (places.length === 0) {
    // Of pages that nobody is expected to refer to it is told only where somebody does.
    const type = pageType(page.type);
    if (type?.root || type?.record) return [];
    return [{ kind: 'references', range: topOfPage, text: () => ({ title: t`No references` }) }];
  }
  const title = t`${plural(places.length, 'reference')}`;
  const pages = plural(new Set(places.map(({ path }) => path)).size, 'page');
  const tooltip = t`${title} in ${pages}`;
  const action = { kind: 'showReferences', places } as const;
  return [{ kind: 'references', range: topOfPage, text: () => ({ title, tooltip, action }) }];
}
