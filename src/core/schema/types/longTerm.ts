import {
  between,
  date,
  listOf,
  money,
  number,
  object,
  oneOf,
  optional,
  pastDate,
  referenceTo,
  referenceToAny,
  required,
  text,
} from '../kinds';
import { type PageTypeSpec, section } from '../pageType';

export const longTermTypes: readonly PageTypeSpec[] = [
  {
    id: 'strategy',
    title: 'Strategy',
    description: 'A long-term competitive strategy.',
    folder: 'strategy',
    activity: 'competitive-strategy',
    icon: 'compass',
    fields: [
      required('years', { kind: 'number', unit: 'years' }, 'How many years it looks ahead.', { initial: 3 }),
      required('advantage', text, 'The advantage that competitors cannot easily copy.'),
      optional('competitors', listOf(referenceTo('competitor')), 'The competitors it is made for.'),
      optional('assumes', listOf(referenceTo('trend')), 'The trends it relies on.'),
      required('reviewed', pastDate, 'The day on which it was last gone through.', { initial: 'today' }),
    ],
    sections: [
      section('Situation', 'Where we stand and where the market goes.'),
      section('Advantage', 'Why customers choose us in years to come.'),
      section('Moves', 'What we do, in which order.'),
      section('Assumptions', 'What must stay true.'),
      section('Measures', 'How we see that it works.'),
    ],
  },
  {
    id: 'opportunity',
    title: 'Opportunity',
    description: 'A new product or market to explore.',
    folder: 'strategy',
    activity: 'exploration',
    icon: 'lightbulb',
    fields: [
      required('problem', text, 'Whose problem it is, in one sentence.'),
      optional('evidence', listOf(referenceToAny), 'Pages that show that the problem is real.'),
      optional('real', between(0, 10), 'Is it real? From 0 to 10.'),
      optional('win', between(0, 10), 'Can we win? From 0 to 10.'),
      optional('worth', between(0, 10), 'Is it worth doing? From 0 to 10.'),
      optional(
        'next',
        object(
          optional('action', text, 'The next step.'),
          optional('by', date, 'The day by which it is done.'),
        ),
        'The next step and its day.',
      ),
      optional(
        'status',
        oneOf({
          open: 'being explored',
          promoted: 'has become a plan',
          parked: 'waits for better times',
          dropped: 'given up',
        }),
        'Where it stands; open where left out.',
        { initial: 'open' },
      ),
    ],
    sections: [
      section('Problem', 'Who has it, how often, what they do about it today.'),
      section('Hypotheses', 'What we believe and how we test it.'),
      section('Solution', 'What we would offer.'),
      section('Go-to-market', 'How it reaches its customers.'),
      section('Lessons', 'What we learned so far.'),
    ],
  },
  {
    id: 'proposal',
    title: 'Proposal',
    description: 'A proposal for better functions or a better experience.',
    folder: 'strategy',
    activity: 'product-vision',
    icon: 'sparkle',
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
        { initial: 'open' },
      ),
    ],
    sections: [
      section('Need', 'What users need and feel.'),
      section('Proposal', 'What we would change.'),
      section('Experience', 'How it would be to use it.'),
    ],
  },
  {
    id: 'segment',
    title: 'Market segment',
    description: 'A group of customers with needs of its own.',
    folder: 'segments',
    activity: 'competitive-strategy',
    icon: 'person',
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
  },
  {
    id: 'region',
    title: 'Region',
    description: 'A region with requirements of its own.',
    folder: 'regions',
    activity: 'competitive-strategy',
    icon: 'globe',
    fields: [
      optional(
        'requirements',
        listOf(text),
        'What the region requires: standards, voltage, language, taste.',
      ),
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
  },
];
