import { t } from '../../model/message';
import { clockFact } from '../facts';
import { date, listOf, money, month, number, object, optional, required, text } from '../kinds';
import type { PageTypeSpec } from '../pageType';

export const budget: PageTypeSpec = {
  id: 'budget',
  order: 80,
  title: 'Budget',
  plural: 'Budgets',
  description: 'Money to spend and the sales that it is to bring.',
  titleHint: 'What the budget is for, and its year',
  folder: 'budgets',
  activity: 'budget-control',
  icon: 'symbol-numeric',
  facts: (page, today) => [clockFact(page, 'end', today, t`ends`, t`ended`)],
  fields: [
    required('start', date, 'The first day of the budget.', { offers: 'beginnings of years' }),
    required('end', date, 'The last day of the budget.', { offers: 'ends of a year' }),
    optional(
      'asOf',
      date,
      'The day up to which the actuals are known; the end of the last month with an actual where left out.',
    ),
    required(
      'sales',
      object(
        required('target', money, 'The sales to reach by the end.'),
        optional(
          'weights',
          listOf(number),
          'The weight of each month, for seasonal sales; all alike where left out.',
        ),
        optional(
          'actuals',
          listOf(
            object(
              optional('month', month, 'The month, as YYYY-MM.'),
              optional('amount', money, 'The sales of that month.'),
            ),
          ),
          'The sales of each month so far.',
        ),
      ),
      'The sales target that the budget is to reach, and the sales so far.',
    ),
    required(
      'lines',
      listOf(
        object(
          required('item', text, 'What the money is for.'),
          required('planned', money, 'What is planned.'),
          optional('actual', money, 'What has been spent.'),
          optional('committed', money, 'What has been ordered and not yet paid.'),
        ),
      ),
      'What the money is spent on.',
    ),
  ],
  sections: [],
  opening: 'What this budget is to achieve.',
};
