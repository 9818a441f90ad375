import { dateOf, numberOf } from '../../model/fields';
import { t } from '../../model/message';
import { dayFact } from '../facts';
import { between, oneOf, optional, pastDate, referenceToPlan, required, text } from '../kinds';
import { type PageTypeSpec, section } from '../pageType';

export const trend: PageTypeSpec = {
  id: 'trend',
  order: 60,
  title: 'Trend',
  plural: 'Trends',
  description: 'A change in the environment or the market.',
  titleHint: 'What changes',
  folder: 'market',
  activity: 'market-intelligence',
  icon: 'graph-line',
  view: 'market',
  facts: (page, today) => {
    const impact = numberOf(page, 'impact');
    const isReviewed = (dateOf(page, 'reviewed') ?? '') >= (dateOf(page, 'observed') ?? '');
    return [
      impact === undefined ? undefined : t`impact ${impact}`,
      dayFact(page, isReviewed ? 'reviewed' : 'observed', today),
    ];
  },
  clock: {
    since: ['observed', 'reviewed'],
    cadence: { days: 180, description: 'How often trends are reviewed' },
    verb: 'Seen',
    order: 30,
  },
  fields: [
    required(
      'factor',
      oneOf({
        political: 'government, trade, taxes',
        economic: 'income, prices, exchange rates',
        social: 'how people live and think',
        technological: 'what becomes possible',
        environmental: 'climate, water, resources',
        legal: 'laws, standards, approvals',
        market: 'customers, channels, categories',
      }),
      'The side of the environment that changes.',
    ),
    required('observed', pastDate, 'The day on which it was first or last seen.'),
    required('impact', between(1, 5), 'How much it matters to us, from 1 to 5.'),
    optional(
      'confidence',
      oneOf({
        fact: 'known',
        inference: 'concluded from facts',
        assumption: 'believed',
      }),
      'How sure we are.',
    ),
    optional('source', text, 'Where it was seen.'),
    optional('reviewed', pastDate, 'The day on which this trend was last gone through.'),
    optional('response', referenceToPlan, 'The plan that answers the trend.'),
  ],
  sections: [
    section('What we see', 'The signs, with numbers and dates.'),
    section('So what', 'What it means for our customers and for us.'),
  ],
};
