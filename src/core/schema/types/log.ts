import { date, required } from '../kinds';
import { type PageTypeSpec, section } from '../pageType';

export const log: PageTypeSpec = {
  id: 'log',
  order: 30,
  title: 'Log',
  plural: 'Logs',
  description: 'One day’s work: time entries and notes.',
  folder: 'log',
  activity: 'status-book',
  icon: 'calendar',
  record: { every: 'day', field: 'date' },
  facts: 'logged-time',
  fields: [required('date', date, 'The day that this page is about.', { initial: 'today' })],
  sections: [section('Time', '')],
};
