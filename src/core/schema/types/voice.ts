import { dateOf, type Fields } from '../../model/fields';
import { type Text, t } from '../../model/message';
import { dayFact } from '../facts';
import { between, date, optional, pastDate, required, text } from '../kinds';
import type { PageTypeSpec } from '../pageType';

export const voice: PageTypeSpec = {
  id: 'voice',
  order: 70,
  title: 'Voice of the customer',
  plural: 'Voices',
  description: 'What one customer said, in the customer’s words.',
  titleHint: 'What it is about',
  folder: 'voices',
  activity: 'market-intelligence',
  icon: 'comment',
  view: 'market',
  facts: (page, today) => [stateOf(page), dayFact(page, 'received', today)],
  isClosed,
  dates: [{ kind: 'reply', field: 'received', about: 'customer' }],
  fields: [
    required('customer', text, 'Who said it.'),
    required('received', pastDate, 'The day on which it reached us.'),
    required('sentiment', between(-2, 2), 'From -2 (angry) to 2 (delighted).'),
    optional(
      'severity',
      between(1, 4, 'integer'),
      'From 1 (minor) to 4 (critical); 2 where left out. A reply is due within 90, 30, 7 and 2 days.',
    ),
    optional('expectation', text, 'What the customer expected.'),
    optional('replied', date, 'The day on which we answered.'),
    optional('resolved', date, 'The day on which the matter was settled.'),
  ],
  sections: [],
  opening: '> What the customer said, word for word.',
};

function isClosed(page: Fields): boolean {
  return dateOf(page, 'resolved') !== undefined;
}

function stateOf(page: Fields): Text {
  if (isClosed(page)) return t`resolved`;
  return dateOf(page, 'replied') ? t`replied` : t`not replied`;
}
