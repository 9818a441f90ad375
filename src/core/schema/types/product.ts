import { type Fields, textOf } from '../../model/fields';
import { t } from '../../model/message';
import { choiceFact, dayFact } from '../facts';
import { money, oneOf, optional, pastDate, required, text } from '../kinds';
import { type PageTypeSpec, section } from '../pageType';

export const product: PageTypeSpec = {
  id: 'product',
  order: 20,
  title: 'Product',
  plural: 'Products',
  description: 'A product’s status sheet.',
  titleHint: 'Name of the product',
  folder: 'products',
  activity: 'status-book',
  icon: 'package',
  facts: (page, today) => [
    isRetired(page) ? t`retired` : choiceFact(page, 'health'),
    isRetired(page) ? undefined : dayFact(page, 'updated', today),
  ],
  isClosed: isRetired,
  clock: {
    since: ['updated'],
    cadence: { days: 30, description: 'How often a product’s status is updated' },
    verb: 'Updated',
    due: 'status due',
    heading: 'Product status',
    order: 20,
  },
  fields: [
    optional('line', text, 'The product line that it belongs to.'),
    required(
      'stage',
      oneOf({
        concept: 'an idea being shaped',
        development: 'being developed',
        introduction: 'newly on the market',
        growth: 'sales are growing',
        maturity: 'sales have levelled off',
        decline: 'sales are falling',
        retired: 'no longer sold',
      }),
      'Where the product stands in its life cycle.',
    ),
    required(
      'health',
      oneOf({
        'on-track': 'as planned',
        'at-risk': 'may miss its goals',
        'off-track': 'misses its goals',
      }),
      'How the product does against its goals.',
    ),
    required('updated', pastDate, 'The day on which the status was last brought up to date.'),
    optional('price', money, 'List price in the book’s currency.'),
    optional('cost', money, 'Cost per unit in the book’s currency.'),
    optional('globalCore', text, 'What stays the same in every region.'),
  ],
  sections: [
    section('Status', 'Where the product stands in two or three sentences.'),
    section('Customers', 'Who buys it, what they expect, what they tell us.'),
    section('Competition', 'Who stands against it; link the competitors’ pages.'),
    section('Sales', 'Sell-in, sell-out, dealers, prices.'),
    section('Roadmap', 'What comes next and when.'),
    section('Issues', 'What must be solved, with whom.'),
  ],
};

function isRetired(page: Fields): boolean {
  return textOf(page, 'stage') === 'retired';
}
