import { runFact } from '../facts';
import { date, listOf, number, object, optional, required, text } from '../kinds';
import { section } from '../pageType';
import { planType } from '../planType';

export const tradeShow = planType({
  id: 'trade-show',
  order: 130,
  title: 'Trade show',
  plural: 'Trade shows',
  description: 'A trade show or an exhibition meeting.',
  titleHint: 'Name of the show, its place and year',
  activity: 'trade-show',
  icon: 'location',
  nextDay: runFact,
  fields: [
    optional('venue', text, 'Where it is.'),
    required('start', date, 'The first day of the show.'),
    required('end', date, 'The last day of the show.', { offers: 'days of a show' }),
    required(
      'goals',
      listOf(
        object(
          optional('metric', text, 'What is counted.'),
          optional('target', number, 'What it is to reach.'),
          optional('actual', number, 'What was reached.'),
        ),
      ),
      'What the show is to bring.',
    ),
    optional('leads', number, 'How many leads came of it.'),
    optional('followedUp', number, 'How many of them have been followed up.'),
  ],
  sections: [
    section('Goals', 'What the show is to bring.'),
    section('Stand', 'Place, size, what is shown.'),
    section('Promotion', 'Invitations, press, dealers’ evening.'),
    section('Staffing', 'Who is there when.'),
    section('Logistics', 'Transport, build-up, demo units.'),
    section('Leads', 'How leads are taken and who follows them up.'),
    section('Debrief', 'What we learned.'),
  ],
});
