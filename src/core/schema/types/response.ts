import { oneOf, referenceTo, required, text } from '../kinds';
import { section } from '../pageType';
import { planType } from '../planType';

export const response = planType({
  id: 'response',
  order: 150,
  title: 'Competitor response',
  plural: 'Competitor responses',
  description: 'The answer to a competitor’s move.',
  titleHint: 'The move, and our answer in a word',
  activity: 'competitor-response',
  icon: 'shield',
  fields: [
    required('competitor', referenceTo('competitor'), 'The competitor whose move it answers.'),
    required('trigger', text, 'The move that calls for an answer.'),
    required(
      'kind',
      oneOf({
        ignore: 'let it pass',
        defend: 'strengthen what we have',
        match: 'do the same',
        counter: 'hit elsewhere',
        escalate: 'do more of the same than they',
      }),
      'What sort of answer it is.',
    ),
  ],
  sections: [
    section('Trigger', 'What they did, when, where.'),
    section('Impact', 'What it does to our sales and dealers.'),
    section('Response', 'What we do, who, by when.'),
    section('Lessons', 'What we learned.'),
  ],
});
