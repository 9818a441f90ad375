import { dayFact } from '../facts';
import { listOf, optional, pastDate, referenceTo, required, text } from '../kinds';
import { type PageTypeSpec, section } from '../pageType';

export const strategy: PageTypeSpec = {
  id: 'strategy',
  order: 180,
  title: 'Strategy',
  plural: 'Strategies',
  description: 'A long-term competitive strategy.',
  titleHint: 'Name of the strategy',
  folder: 'strategy',
  activity: 'competitive-strategy',
  icon: 'compass',
  facts: (page, today) => [dayFact(page, 'reviewed', today)],
  clock: {
    since: ['reviewed'],
    cadence: { days: 180, description: 'How often strategies are reviewed' },
    verb: 'Reviewed',
    order: 40,
  },
  fields: [
    required('years', { kind: 'number', unit: 'years' }, 'How many years it looks ahead.'),
    required('advantage', text, 'The advantage that competitors cannot easily copy.'),
    optional('competitors', listOf(referenceTo('competitor')), 'The competitors it is made for.'),
    optional('assumes', listOf(referenceTo('trend')), 'The trends it relies on.'),
    required('reviewed', pastDate, 'The day on which it was last gone through.'),
  ],
  sections: [
    section('Situation', 'Where we stand and where the market goes.'),
    section('Advantage', 'Why customers choose us in years to come.'),
    section('Moves', 'What we do, in which order.'),
    section('Assumptions', 'What must stay true.'),
    section('Measures', 'How we see that it works.'),
  ],
};
