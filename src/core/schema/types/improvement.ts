import { between, bool, listOf, money, object, optional, referenceTo, required, text } from '../kinds';
import { section } from '../pageType';
import { planType } from '../planType';

export const improvement = planType({
  id: 'improvement',
  order: 160,
  title: 'Improvement',
  plural: 'Improvements',
  description: 'A better or cheaper product: value analysis.',
  titleHint: 'What gets better',
  activity: 'product-improvement',
  icon: 'tools',
  fields: [
    required('products', listOf(referenceTo('product')), 'The products to improve.'),
    optional(
      'functions',
      listOf(
        object(
          optional('name', text, 'What the product does.'),
          optional('basic', bool, 'True for a function that the product cannot be without.'),
          optional('importance', between(1, 5), 'How much customers value it, from 1 to 5.'),
          optional('removed', bool, 'True where the improvement takes it away.'),
        ),
      ),
      'What the product does for its users.',
    ),
    optional('cost', money, 'Cost per unit today.'),
    optional('newCost', money, 'Cost per unit afterwards.'),
    optional('volume', { kind: 'number', unit: 'per year' }, 'Units per year.'),
    optional('oneOff', money, 'What the change costs once.'),
  ],
  sections: [
    section('Situation', 'What the product does and costs today.'),
    section('Evidence', 'Voices, returns, measurements.'),
    section('Options', 'What could be done, with pros and cons.'),
    section('Numbers', 'Cost, saving, payback.'),
    section('Decision', 'What we do.'),
  ],
});
