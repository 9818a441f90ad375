import { namedFact } from '../facts';
import { listOf, money, oneOf, optional, text } from '../kinds';
import type { PageTypeSpec } from '../pageType';

export const region: PageTypeSpec = {
  id: 'region',
  order: 220,
  title: 'Region',
  plural: 'Regions',
  description: 'A region with requirements of its own.',
  titleHint: 'Name of the region',
  folder: 'regions',
  activity: 'competitive-strategy',
  icon: 'globe',
  facts: (page) => [namedFact(page, 'adaptation')],
  fields: [
    optional('requirements', listOf(text), 'What the region requires: standards, voltage, language, taste.'),
    optional(
      'adaptation',
      oneOf({
        mandatory: 'products must be adapted',
        discretionary: 'products may be adapted',
        none: 'sold as they are',
      }),
      'Whether products are adapted for the region.',
    ),
    optional('target', money, 'The sales target of the region.'),
  ],
  sections: [],
  opening: 'What is different here, and what stays the same everywhere.',
};
