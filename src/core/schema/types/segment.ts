import { textOf } from '../../model/fields';
import { t } from '../../model/message';
import { listOf, money, number, object, optional, referenceTo, required, text } from '../kinds';
import type { PageTypeSpec } from '../pageType';

export const segment: PageTypeSpec = {
  id: 'segment',
  order: 210,
  title: 'Market segment',
  plural: 'Market segments',
  description: 'A group of customers with needs of its own.',
  titleHint: 'Name of the segment',
  folder: 'segments',
  activity: 'competitive-strategy',
  icon: 'person',
  facts: (page) => [textOf(page, 'manager') ?? t`no manager`],
  fields: [
    optional('manager', text, 'Who is in charge of the segment.'),
    required('needs', listOf(text), 'What these customers need.'),
    optional('revenue', money, 'Revenue per year.'),
    optional(
      'bundles',
      listOf(
        object(
          optional('name', text, 'The name of the bundle.'),
          optional(
            'items',
            listOf(
              object(
                optional('product', referenceTo('product'), 'A product of the bundle.'),
                optional('quantity', number, 'How many of it; 1 where left out.'),
              ),
            ),
            'What the bundle holds.',
          ),
          optional('price', money, 'The price of the bundle.'),
        ),
      ),
      'Products sold together to this segment.',
    ),
  ],
  sections: [],
  opening: 'Who these customers are, how they buy, what they feel.',
};
