import { textOf } from '../../model/fields';
import { optional } from '../kinds';
import { type PageTypeSpec, section } from '../pageType';

export const review: PageTypeSpec = {
  id: 'review',
  order: 100,
  title: 'Weekly review',
  plural: 'Reviews',
  description: 'One week in review.',
  folder: 'reviews',
  activity: 'status-book',
  icon: 'checklist',
  record: { every: 'week', field: 'week' },
  facts: (page) => [textOf(page, 'week')],
  fields: [optional('week', { kind: 'week' }, 'The week, as YYYY-Www.', { initial: 'this-week' })],
  sections: [
    section('Time', 'How the week’s time was divided.'),
    section('Commitments', 'Promises kept and broken, both ways.'),
    section('Customers', 'Who waits for an answer.'),
    section('Stale', 'What has not been looked at for too long.'),
    section('Stuck', 'Plans that do not move.'),
    section('Next week', 'The three things that matter.'),
  ],
};
