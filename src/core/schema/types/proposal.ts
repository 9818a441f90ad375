import { t } from '../../model/message';
import { choiceFact } from '../facts';
import { between, listOf, oneOf, optional, referenceTo, required } from '../kinds';
import { type PageTypeSpec, section } from '../pageType';

export const proposal: PageTypeSpec = {
  id: 'proposal',
  order: 200,
  title: 'Proposal',
  plural: 'Proposals',
  description: 'A proposal for better functions or a better experience.',
  titleHint: 'What we propose',
  folder: 'strategy',
  activity: 'product-vision',
  icon: 'sparkle',
  facts: (page) => [choiceFact(page, 'status') ?? t`open`],
  fields: [
    required('products', listOf(referenceTo('product')), 'The products that it would change.'),
    optional('voices', listOf(referenceTo('voice')), 'The customers’ voices behind it.'),
    optional('impact', between(1, 5), 'What it would mean to users, from 1 to 5.'),
    optional('effort', between(1, 5), 'What it would take, from 1 to 5.'),
    optional(
      'status',
      oneOf({
        open: 'to be considered',
        accepted: 'will be done',
        rejected: 'will not be done',
        shipped: 'users have it',
      }),
      'Where it stands; open where left out.',
    ),
  ],
  sections: [
    section('Need', 'What users need and feel.'),
    section('Proposal', 'What we would change.'),
    section('Experience', 'How it would be to use it.'),
  ],
};
