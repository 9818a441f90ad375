import type { CalendarDate } from '../../model/calendarDate';
import { dateOf, type Fields, textOf } from '../../model/fields';
import { type Text, t } from '../../model/message';
import { choiceFact, clockFact } from '../facts';
import { bool, date, department, listOf, mapOf, oneOf, optional, required } from '../kinds';
import { section } from '../pageType';
import { planType } from '../planType';

export const newProduct = planType({
  id: 'new-product',
  order: 140,
  title: 'New product',
  plural: 'New products',
  description: 'A new product on its way through the stage gates.',
  titleHint: 'Working title of the product',
  activity: 'new-product',
  icon: 'beaker',
  nextDay: gateFact,
  dates: [{ kind: 'gate', field: 'gate', isOpen: (page) => textOf(page, 'decision') === undefined }],
  fields: [
    required(
      'stage',
      oneOf({
        idea: 'an idea being screened',
        scoping: 'a first look at market and technology',
        'business-case': 'the case being built',
        development: 'being developed',
        testing: 'being tested and validated',
        launch: 'going to market',
      }),
      'The stage it is in.',
    ),
    required('gate', date, 'The day of the next gate meeting.'),
    optional(
      'mustMeet',
      mapOf(bool, 'criterion'),
      'The criteria that must be met at the gate: true, or false where failed.',
    ),
    optional(
      'decision',
      oneOf({
        go: 'on to the next stage',
        kill: 'stopped',
        hold: 'waits',
        recycle: 'back to the work of this stage',
      }),
      'What the gate decided.',
    ),
    optional('team', listOf(department), 'The departments in the team.'),
  ],
  sections: [
    section('Problem', 'Whose problem it solves.'),
    section('Business case', 'Market, price, volume, cost, payback.'),
    section('Team', 'Who works on it.'),
    section('Risks', 'What could go wrong and what we do about it.'),
    section('Gate log', 'What each gate decided and why.'),
  ],
});

/** A gate that has passed counts no longer once it is decided; a decision about the last one says nothing of the next. */
function gateFact(page: Fields, today: CalendarDate): Text | undefined {
  const decision = choiceFact(page, 'decision');
  const isAhead = (dateOf(page, 'gate') ?? '') > today;
  if (decision !== undefined && !isAhead) return t`gate decided: ${decision}`;
  return clockFact(page, 'gate', today, t`gate`, t`gate was`);
}
