import type { AgendaItem, AgendaKind } from '../../analysis/agenda';
import { addDays, type CalendarDate, mondayOf } from '../../model/calendarDate';
import { type Text, t } from '../../model/message';
import { weekdayText } from '../../model/texts';
import { type DashboardContext, placeOf } from './context';
import type { DateGroup, DateItem, DateSection, State } from './model';
import { dataTable } from './tables';
import { partyText } from './words';

const maxItems = 7;
/** What is beyond these is searched in the table and the Agenda view. */
const maxRest = 200;

const kindTexts: Readonly<Record<AgendaKind, Text>> = {
  commitment: t`promise`,
  task: t`task`,
  plan: t`plan due`,
  submission: t`to submit`,
  start: t`starts`,
  gate: t`gate`,
  decision: t`to decide`,
  prediction: t`prediction`,
  reply: t`reply due`,
  'next-step': t`next step`,
  incentive: t`incentive ends`,
  review: t`review due`,
};

/** What is overdue, and what comes in the next four weeks. */
export function dateSection({ agenda, today }: DashboardContext): DateSection {
  const endOfWeek = addDays(mondayOf(today), 6);
  const groups = [
    groupOf('overdue', t`Overdue`, 'attention', agenda, today, (date) => date < today),
    groupOf('today', t`Today`, 'unknown', agenda, today, (date) => date === today),
    groupOf('week', t`This week`, 'unknown', agenda, today, (date) => date > today && date <= endOfWeek),
    groupOf(
      'later',
      t`Next four weeks`,
      'unknown',
      agenda,
      today,
      (date) => date > endOfWeek && date <= addDays(endOfWeek, 28),
    ),
  ].filter(({ items }) => items.length > 0);
  return {
    ...(groups.length === 0
      ? {
          empty: {
            text: t`Nothing is overdue and nothing is due in the next four weeks. Plans, promises and reviews show up here with their dates.`,
          },
        }
      : {}),
    groups,
    table: dataTable(
      t`All dates`,
      [t`Date`, t`What`, t`Kind`],
      agenda.map((item) => [
        { text: weekdayText(item.date, today) },
        { text: itemText(item), place: placeOf(item) },
        { text: kindTexts[item.kind] },
      ]),
    ),
  };
}

function groupOf(
  id: DateGroup['id'],
  title: Text,
  state: State,
  agenda: readonly AgendaItem[],
  today: CalendarDate,
  isIn: (date: CalendarDate) => boolean,
): DateGroup {
  const all = agenda.filter(({ date }) => isIn(date));
  const hidden = all.length - maxItems;
  const rest = Math.min(hidden, maxRest);
  return {
    id,
    title: t`${title} (${all.length})`,
    state,
    items: all.slice(0, maxItems).map((item) => itemOf(item, today)),
    more: hidden <= 0 ? '' : rest < hidden ? t`Show ${rest} of ${hidden} more` : t`Show ${hidden} more`,
    rest: all.slice(maxItems, maxItems + maxRest).map((item) => itemOf(item, today)),
  };
}

function itemOf(item: AgendaItem, today: CalendarDate): DateItem {
  return {
    date: item.date,
    day: weekdayText(item.date, today),
    text: itemText(item),
    kind: kindTexts[item.kind],
    place: placeOf(item),
  };
}

function itemText({ kind, text, from, to }: AgendaItem): Text {
  if (kind !== 'commitment' || from === undefined || to === undefined) return text;
  return from === 'me'
    ? t`You to ${partyText(to)}: ${text}`
    : t`${partyText(from)} to ${partyText(to)}: ${text}`;
}
