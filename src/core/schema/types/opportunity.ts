import { type Fields, textOf } from '../../model/fields';
import { t } from '../../model/message';
import { choiceFact } from '../facts';
import { between, date, listOf, object, oneOf, optional, referenceToAny, required, text } from '../kinds';
import { type PageTypeSpec, section } from '../pageType';

export const opportunity: PageTypeSpec = {
  id: 'opportunity',
  order: 190,
  title: 'Opportunity',
  plural: 'Opportunities',
  description: 'A new product or market to explore.',
  titleHint: 'The opportunity in a few words',
  folder: 'strategy',
  activity: 'exploration',
  icon: 'lightbulb',
  facts: (page) => [choiceFact(page, 'status') ?? t`open`],
  clock: {
    since: 'touched',
    isRunning: isOpenOpportunity,
    cadence: { days: 90, description: 'How often opportunities are touched' },
    verb: 'Touched',
    order: 50,
  },
  dates: [{ kind: 'next-step', within: 'next', field: 'by', about: 'action' }],
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
    ),
  ],
  sections: [
    section('Problem', 'Who has it, how often, what they do about it today.'),
    section('Hypotheses', 'What we believe and how we test it.'),
    section('Solution', 'What we would offer.'),
    section('Go-to-market', 'How it reaches its customers.'),
    section('Lessons', 'What we learned so far.'),
  ],
};

/** One that is explored: the others have become plans, wait, or are given up. */
export function isOpenOpportunity(page: Fields): boolean {
  return (textOf(page, 'status') ?? 'open') === 'open';
}
