import { BookIndex } from '../index/bookIndex';
import type { CalendarDate } from '../model/calendarDate';
import { attempt, notComputed } from '../model/faults';
import { t } from '../model/message';
import { balanceSection } from './dashboard/balance';
import { budgetSection } from './dashboard/budgets';
import { competitorSection } from './dashboard/competitors';
import { DashboardContext } from './dashboard/context';
import { coverageSection } from './dashboard/coverage';
import { customerSection } from './dashboard/customers';
import { dateSection } from './dashboard/dates';
import { headlinesOf } from './dashboard/headlines';
import type { DashboardModel } from './dashboard/model';
import { predictionSection } from './dashboard/predictions';
import { timeSection } from './dashboard/time';
import { trustSection } from './dashboard/trust';

export type SectionId = keyof DashboardModel;

const sectionBuilders: { readonly [id in SectionId]: (context: DashboardContext) => DashboardModel[id] } = {
  balance: balanceSection,
  time: timeSection,
  competitors: competitorSection,
  budgets: budgetSection,
  trust: trustSection,
  customers: customerSection,
  predictions: predictionSection,
  coverage: coverageSection,
  dates: dateSection,
  // Last: the others have computed most of what it asks for.
  headlines: headlinesOf,
};

export const sectionIds = Object.keys(sectionBuilders) as readonly SectionId[];

/** As of a book without pages, and in its place a line that says that it could not be computed. */
function failedSection(id: SectionId, today: CalendarDate): DashboardModel[SectionId] {
  const text = notComputed(t`This`);
  const nothing = new DashboardContext(new BookIndex(), today);
  if (id !== 'headlines') return { ...sectionBuilders[id](nothing), empty: { text } };
  return headlinesOf(nothing).map(({ id: name, question }) => ({
    id: name,
    question,
    answer: '–',
    detail: text,
    state: 'unknown',
  }));
}

/** The dashboard of a book, from its analyses alone. */
export function dashboardOf(book: BookIndex, today: CalendarDate): DashboardModel {
  return Object.assign({}, ...dashboardParts(book, today)) as DashboardModel;
}

/** The dashboard in parts, so that others can do something in between: ten thousand pages take a while. */
export function* dashboardParts(book: BookIndex, today: CalendarDate): Generator<Partial<DashboardModel>> {
  const context = new DashboardContext(book, today);
  attempt(
    'the agenda of the dashboard',
    () => context.warmMemo(),
    () => undefined,
  );
  yield {};
  for (const id of sectionIds) {
    yield {
      [id]: attempt<DashboardModel[SectionId]>(
        `the section “${id}” of the dashboard`,
        () => sectionBuilders[id](context),
        () => failedSection(id, today),
      ),
    };
  }
}
