import type { CalendarDate } from '../model/calendarDate';
import { type Fields, textOf } from '../model/fields';
import { type Text, t } from '../model/message';
import { planFields } from './commonFields';
import { choiceFact, clockFact } from './facts';
import type { PageTypeSpec } from './pageType';

export interface PlanSpec extends Omit<PageTypeSpec, 'folder' | 'plan' | 'facts' | 'isClosed'> {
  /** The day that an open plan is held to, in words; its `due` where it is absent. */
  readonly nextDay?: (page: Fields, today: CalendarDate) => Text | undefined;
}

/** A page type with what every plan has: its fields, its states, the days on which it begins and is due. */
export function planType({ fields, dates = [], nextDay = dueFact, ...spec }: PlanSpec): PageTypeSpec {
  return {
    ...spec,
    folder: 'plans',
    plan: true,
    fields: [...planFields, ...fields],
    isClosed,
    facts: (page, today) => {
      const status = choiceFact(page, 'status');
      return isClosed(page) ? [status] : [status, nextDay(page, today)];
    },
    dates: [{ kind: 'plan', field: 'due' }, ...dates, { kind: 'start', field: 'start', ahead: true }],
  };
}

function isClosed(page: Fields): boolean {
  return ['done', 'dropped'].includes(textOf(page, 'status') ?? '');
}

function dueFact(page: Fields, today: CalendarDate): Text | undefined {
  return clockFact(page, 'due', today, t`due`, t`was due`);
}
