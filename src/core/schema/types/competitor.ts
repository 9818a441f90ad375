import { objectsOf, textOf } from '../../model/fields';
import { choiceFact, dayFact } from '../facts';
import {
  between,
  date,
  listOf,
  object,
  oneOf,
  optional,
  pastDate,
  referenceToPlan,
  required,
  text,
} from '../kinds';
import { type PageTypeSpec, section } from '../pageType';

export const competitor: PageTypeSpec = {
  id: 'competitor',
  order: 50,
  title: 'Competitor',
  plural: 'Competitors',
  description: 'An analysis of one competitor, with predictions of its moves.',
  titleHint: 'Name of the competitor',
  folder: 'competitors',
  activity: 'market-intelligence',
  icon: 'eye',
  view: 'market',
  alsoUnder: {
    activity: 'competitor-response',
    where: (page) => objectsOf(page, 'predictions').length > 0,
  },
  facts: (page, today) => [choiceFact(page, 'threat'), dayFact(page, 'reviewed', today)],
  clock: {
    since: ['reviewed'],
    cadence: {
      days: { high: 30, medium: 90, low: 180 },
      by: 'threat',
      description: 'How often competitors are reviewed',
      pagesWith: (threat) => `a competitor of ${threat} threat`,
    },
    verb: 'Reviewed',
    order: 10,
  },
  dates: [
    {
      kind: 'prediction',
      within: 'predictions',
      field: 'by',
      about: 'move',
      isOpen: (prediction) => textOf(prediction, 'outcome') === undefined,
    },
  ],
  fields: [
    required(
      'threat',
      oneOf({ high: 'takes our customers now', medium: 'could take them', low: 'worth watching' }),
      'How dangerous the competitor is to us.',
    ),
    required('reviewed', pastDate, 'The day on which this analysis was last gone through.'),
    optional('source', text, 'Where the information comes from.'),
    optional(
      'predictions',
      listOf(
        object(
          required('move', text, 'What the competitor will do.'),
          required('probability', between(0, 1), 'How likely it is, from 0 to 1.'),
          optional('impact', between(1, 10), 'How hard it would hit us, from 1 to 10.'),
          optional('made', date, 'The day on which the prediction was made.', { initial: 'today' }),
          required('by', date, 'The day by which it will have happened.'),
          optional('criterion', text, 'How we shall know that it happened.'),
          optional(
            'outcome',
            oneOf({
              happened: 'it came true',
              'did-not-happen': 'it did not come true',
              void: 'can no longer be told',
            }),
            'What became of it.',
          ),
          optional('resolved', date, 'The day on which the outcome was known.'),
          optional('response', referenceToPlan, 'The plan that answers the move.'),
        ),
      ),
      'What we expect the competitor to do.',
    ),
  ],
  sections: [
    section('Summary', 'Who they are and why they matter, in three sentences.'),
    section('Strengths', 'What they do better than we.'),
    section('Weaknesses', 'Where they are open.'),
    section('Pricing', 'Their prices, discounts and terms, dated.'),
    section('Our answer', 'What we do about it; link the plans.'),
  ],
};
