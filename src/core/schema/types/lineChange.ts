import { dateOf, type Fields } from '../../model/fields';
import { t } from '../../model/message';
import { clockFact } from '../facts';
import { date, listOf, money, number, oneOf, optional, referenceTo, required, text } from '../kinds';
import { section } from '../pageType';
import { planType } from '../planType';

export const lineChange = planType({
  id: 'line-change',
  order: 170,
  title: 'Line change',
  plural: 'Line changes',
  description: 'A product line to extend, modify, reinforce or retire.',
  titleHint: 'What changes in the line',
  activity: 'product-line',
  icon: 'versions',
  nextDay: (page, today) => (isDecided(page) ? undefined : clockFact(page, 'decideBy', today, t`to decide`)),
  dates: [{ kind: 'decision', field: 'decideBy', isOpen: (page) => !isDecided(page) }],
  fields: [
    required(
      'action',
      oneOf({
        extend: 'add to the line',
        modify: 'change what is there',
        reinforce: 'put more behind it',
        retire: 'take it from the market',
      }),
      'What is done to the line.',
    ),
    required('products', listOf(referenceTo('product')), 'The products concerned.'),
    optional('revenue', money, 'Revenue concerned, per year.'),
    optional('newUnits', number, 'Units that the change adds.'),
    optional('newMargin', money, 'Margin per added unit.'),
    optional('lostUnits', number, 'Units that our other products lose.'),
    optional('oldMargin', money, 'Margin per lost unit.'),
    optional('fixedCost', money, 'What the change costs beside.'),
    required('decideBy', date, 'The day by which it must be decided.'),
    optional('decided', date, 'The day on which it was decided.'),
    optional('decision', text, 'What was decided.'),
  ],
  sections: [
    section('Situation', 'How the line does today.'),
    section('Evidence', 'Sales, voices, competitors.'),
    section('Options', 'What could be done.'),
    section('Numbers', 'Added and lost margin, fixed cost.'),
    section('Long-term effect', 'What it does to the line in five years.'),
    section('Decision', 'What we do.'),
  ],
});

function isDecided(page: Fields): boolean {
  return dateOf(page, 'decided') !== undefined;
}
