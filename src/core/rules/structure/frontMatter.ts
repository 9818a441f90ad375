import { replaceBy } from '../../model/fix';
import { nearestNames } from '../../model/nearest';
import { pageType, pageTypes } from '../../schema/schema';
import type { PageRule } from '../rule';

export const frontMatterSyntax: PageRule = {
  id: 'front-matter-syntax',
  family: 'structure',
  severity: 'error',
  scope: 'page',
  needs: [],
  summary: 'The front matter cannot be read.',
  explanation:
    'The lines between the two “---” at the top of a page are YAML. Where they are not valid — a name twice, a tab, a missing quote — none of the page’s fields is known, so nothing else of them is checked.',
  remedy: 'Mend the place that the message names. Values with a colon, @ or quotes in them go into quotes.',
  check(page, _context, report) {
    for (const { message, range } of page.syntaxFaults) report({ message, range });
  },
};

export const typeUnknown: PageRule = {
  id: 'type-unknown',
  family: 'structure',
  severity: 'warning',
  scope: 'page',
  needs: [],
  summary: 'The page’s type is none that a status book knows.',
  explanation:
    'The type says which fields and sections a page has, to which activity it belongs and by which rules it is watched. A page of an unknown type is kept, but not watched.',
  remedy: 'Write one of the known types, or take the `type` away from a page that is not part of the book.',
  check(page, _context, report) {
    if (!page.isReadable || pageType(page.type)) return;
    const [nearest] = nearestNames(page.type, typeIds, 1);
    const hint = nearest === undefined ? `Known are ${typeIds.join(', ')}.` : `Did you mean “${nearest}”?`;
    report({
      range: page.typeRange,
      message:
        page.type === '' ? `The type is empty. ${hint}` : `There is no page type “${page.type}”. ${hint}`,
    });
  },
  fixes(finding, page) {
    return replaceBy(finding.range, nearestNames(page.type, typeIds));
  },
};

const typeIds = pageTypes.map(({ id }) => id);
