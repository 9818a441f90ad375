import { dateOf, type Fields } from '../../model/fields';
import { choiceFact, dayFact } from '../facts';
import { date, oneOf, optional, required, text } from '../kinds';
import type { PageTypeSpec } from '../pageType';

export const decision: PageTypeSpec = {
  id: 'decision',
  order: 90,
  title: 'Decision',
  plural: 'Decisions',
  description: 'A decision to take, and what was decided.',
  titleHint: 'What is to be decided',
  folder: 'decisions',
  activity: 'status-book',
  icon: 'law',
  facts: (page, today) => [
    choiceFact(page, 'size'),
    dayFact(page, isClosed(page) ? 'decided' : 'opened', today),
  ],
  isClosed,
  dates: [{ kind: 'decision', field: 'due' }],
  fields: [
    required(
      'size',
      oneOf({ major: 'due within 7 days', minor: 'due within 30 days' }),
      'How weighty the decision is.',
    ),
    required('opened', date, 'The day on which the question came up.'),
    optional('due', date, 'The day by which it must be decided.'),
    optional('decided', date, 'The day on which it was decided.'),
    optional('requirement', text, 'The customers’ higher requirement that it meets.'),
    optional('longTermValue', text, 'What it does to long-term value.'),
  ],
  sections: [],
  opening: 'The question, the options, and what was decided.',
};

function isClosed(page: Fields): boolean {
  return dateOf(page, 'decided') !== undefined;
}
