import { t } from '../../model/message';
import { clockFact } from '../facts';
import { date, listOf, money, number, object, optional, required, text } from '../kinds';
import { section } from '../pageType';
import { planType } from '../planType';

export const marketingPlan = planType({
  id: 'marketing-plan',
  order: 110,
  title: 'Marketing plan',
  plural: 'Marketing plans',
  description: 'The annual marketing plan.',
  titleHint: 'Marketing plan and its year',
  activity: 'marketing-plan',
  icon: 'telescope',
  nextDay: (page, today) => clockFact(page, 'submitBy', today, t`to submit`),
  dates: [{ kind: 'submission', field: 'submitBy' }],
  fields: [
    required('year', number, 'The year of the plan.'),
    required('submitBy', date, 'The day by which it must be handed in.'),
    required(
      'objectives',
      listOf(
        object(
          required('metric', text, 'What is measured.'),
          required('target', text, 'What it is to reach.'),
          required('by', date, 'By which day.'),
        ),
      ),
      'What the plan is to reach.',
    ),
    optional(
      'lines',
      listOf(
        object(
          optional('item', text, 'What the money is for.'),
          optional('planned', money, 'What is planned.'),
        ),
      ),
      'The plan’s budget, line by line; its sum is `budget`.',
    ),
  ],
  sections: [
    section('Summary', 'The plan on half a page.'),
    section('Situation', 'Market, competitors, our products, the year so far.'),
    section('Opportunities and issues', 'What to use, what to solve.'),
    section('Objectives', 'What we want to reach, in numbers.'),
    section('Strategy', 'How we get there: segments, positioning, price, channels.'),
    section('Action programmes', 'What is done when, by whom, at what cost.'),
    section('Projected results', 'Sales, margin and share that follow.'),
    section('Controls', 'How we watch the plan and what we do when it slips.'),
  ],
});
