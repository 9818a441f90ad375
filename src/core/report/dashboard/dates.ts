import type { AgendaItem, AgendaKind } from '../../analysis/agenda';
import { addDays, type CalendarDate, mondayOf } from '../../model/calendarDate';
import { type DashboardContext, placeOf } from './context';
import type { DateGroup, DateItem, DateSection, State } from './model';
import { dataTable } from './tables';
import { partyText, weekdayText } from './words';

const maxItems = 7;
/** What is beyond these is searched in the table and the Agenda view. */
const maxRest = 200;

const kindTexts: Readonly<Record<AgendaKind, string>> = {
  commitment: 'promise',
  task: 'task',
  plan: 'plan due',
  submission: 'to submit',
  start: 'starts',
  gate: 'gate',
  decision: 'to decide',
  prediction: 'prediction',
  reply: 'reply due',
  'next-step': 'next step',
  incentive: 'incentive ends',
  review: 'review due',
};

/** What is overdue, and what comes in the next four weeks. */
export function dateSection({ agenda, today }: DashboardContext): DateSection {
  const endOfWeek = addDays(mondayOf(today), 6);
  const groups = [
    groupOf('Overdue', 'attention', agenda, today, (date) => date < today),
    groupOf('Today', 'unknown', agenda, today, (date) => date === today),
    groupOf('This week', 'unknown', agenda, today, (date) => date > today && date <= endOfWeek),
    groupOf(
      'Next four weeks',
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
            text: 'Nothing is overdue and nothing is due in the next four weeks. Plans, promises and reviews show up here with their dates.',
          },
        }
      : {}),
    groups,
    table: dataTable(
      'All dates',
      ['Date', 'What', 'Kind'],
      agenda.map((item) => [
        { text: weekdayText(item.date, today) },
        { text: itemText(item), place: placeOf(item) },
        { text: kindTexts[item.kind] },
      ]),
    ),
  };
}

function groupOf(
  title: string,
  state: State,
  agenda: readonly AgendaItem[],
  today: CalendarDate,
  isIn: (date: CalendarDate) => boolean,
): DateGroup {
  const all = agenda.filter(({ date }) => isIn(date));
  const hidden = all.length - maxItems;
  const rest = Math.min(hidden, maxRest);
  return {
    title: `${title} (${all.length})`,
    state,
    items: all.slice(0, maxItems).map((item) => itemOf(item, today)),
    more: hidden <= 0 ? '' : rest < hidden ? `${rest} of ${hidden} more` : `${hidden} more`,
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

function itemText({ kind, text, from, to }: AgendaItem): string {
  if (kind !== 'commitment' || from === undefined || to === undefined) return text;
  return from === 'me'
    ? `You to ${partyText(to)}: ${text}`
    : `${partyText(from)} to ${partyText(to)}: ${text}`;
}
