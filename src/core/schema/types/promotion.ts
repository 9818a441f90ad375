import { runFact } from '../facts';
import { date, optional, referenceTo, required, text } from '../kinds';
import { section } from '../pageType';
import { planType } from '../planType';

export const promotion = planType({
  id: 'promotion',
  order: 120,
  title: 'Promotion',
  plural: 'Promotions',
  description: 'A campaign with advertising departments and agencies.',
  titleHint: 'Name of the promotion',
  activity: 'promotion',
  icon: 'megaphone',
  nextDay: runFact,
  fields: [
    optional('agency', referenceTo('partner'), 'The agency that works on it.'),
    required('objective', text, 'What it is to achieve, in numbers.'),
    required('audience', text, 'Whom it speaks to.'),
    optional('message', text, 'The one thing it says.'),
    optional('approved', date, 'The day on which it was approved.'),
    required('start', date, 'The first day of the campaign.'),
    required('end', date, 'The last day of the campaign.'),
    optional('result', text, 'What it brought.'),
  ],
  sections: [
    section('Background', 'Why now.'),
    section('Objective', 'What it is to achieve.'),
    section('Audience', 'Whom it speaks to and what they feel.'),
    section('Message', 'The one thing it says, and the proof.'),
    section('Deliverables', 'What is made, for which channels.'),
    section('Timeline', 'Who delivers what by when.'),
    section('Result', 'What it brought against the objective.'),
  ],
});
