import { paceText } from '../../analysis/figureWords';
import { type BudgetPace, overspentLines, pacesOf } from '../../analysis/pace';
import { salesCurveOf } from '../../analysis/salesCurve';
import type { CalendarDate } from '../../model/calendarDate';
import { dateOf } from '../../model/fields';
import type { Page } from '../../model/page';
import { enumeration, percent, plainAmount, plural, rounded } from '../../model/words';
import type { DashboardContext } from './context';
import type { BudgetCard, BudgetSection, Cell, Spending, State, Table } from './model';
import { dataTable, numbers } from './tables';
import { dayText, monthLabels, monthText, shortMoney } from './words';

/** More charts than these are no longer a look at a glance; the table has them all. */
const maxCards = 8;

/** Sales against the planned curve with the forecast, and spending against its pace, budget by budget. */
export function budgetSection(context: DashboardContext): BudgetSection {
  const { book, today } = context;
  const paces = pacesOf(book, today)
    .map((pace) => ({ pace, page: book.page(pace.path) as Page }))
    .sort((a, b) => rankOf(a.page, today) - rankOf(b.page, today) || urgency(a.pace) - urgency(b.pace));
  const hidden = paces.length - maxCards;
  return {
    ...(paces.length === 0
      ? {
          empty: {
            text: 'There is no budget page yet. With one, sales and spending are held against plan here.',
            action: { title: 'New Budget…', command: 'statusBook.newPage', type: 'budget' },
          },
        }
      : {}),
    budgets: paces.slice(0, maxCards).map(({ pace, page }) => cardOf(pace, page, context)),
    more: hidden > 0 ? `${plural(hidden, 'more budget')} in the table.` : '',
    table: overview(paces, context),
  };
}

/** Running budgets, then those to come, then those that have ended. */
function rankOf(page: Page, today: CalendarDate): number {
  if ((dateOf(page, 'end') ?? today) < today) return 2;
  return (dateOf(page, 'start') ?? today) > today ? 1 : 0;
}

/** Furthest behind its sales first; those without sales last. */
function urgency({ pace }: BudgetPace): number {
  return pace ?? Number.MAX_VALUE;
}

function cardOf(pace: BudgetPace, page: Page, { today, currency }: DashboardContext): BudgetCard {
  const curve = salesCurveOf(page, today);
  const { text, state, stateText } = salesWords(pace, today, currency);
  const spending = spendingOf(pace, page, currency);
  const months = curve.map(({ month }) => month);
  return {
    title: page.title,
    place: { path: page.path },
    state,
    stateText,
    months: monthLabels(months),
    planned: curve.map(({ planned }) => planned),
    actual: curve.map(({ actual }) => actual),
    forecast: curve.map(({ forecast }) => forecast),
    salesText: text,
    summary: `Sales of ${page.title} by month, added up. ${text}`,
    ...(spending ? { spending } : {}),
    currency,
    table: dataTable(
      `Sales of ${page.title}, added up, in ${currency}`,
      ['Through', numbers('Planned'), numbers('Sold'), numbers('Forecast')],
      curve.map(({ month, planned, actual, forecast }) => [
        { text: monthText(month), place: { path: page.path } },
        { text: expected(planned) },
        { text: exact(actual) },
        { text: expected(forecast) },
      ]),
    ),
  };
}

function salesWords(
  { salesActual, salesTarget, attainment, pace, forecast, behind, asOf }: BudgetPace,
  today: CalendarDate,
  currency: string,
): { text: string; state: State; stateText: string } {
  if (salesActual === null || salesTarget === null || attainment === null) {
    return { text: 'No sales are entered yet.', state: 'unknown', stateText: 'no data' };
  }
  const sold = `${shortMoney(salesActual, currency)} of ${shortMoney(salesTarget, currency)} sold (${percent(attainment)})`;
  const known = asOf === null ? '' : `, as of ${dayText(asOf, today)}`;
  if (pace === null) return { text: `${sold}${known}.`, state: 'unknown', stateText: 'not started' };
  const outlook =
    forecast === null
      ? 'It is too early for a forecast.'
      : `Forecast ${shortMoney(forecast, currency)} (${percent(forecast / salesTarget)}).`;
  return {
    text: `${sold}${known}; ${paceText(pace)} of plan by then. ${outlook}`,
    state: behind ? 'attention' : 'good',
    stateText: behind ? 'sales behind' : pace < 1 ? 'near plan' : 'on course',
  };
}

function spendingOf(pace: BudgetPace, page: Page, currency: string): Spending | undefined {
  const { spendActual, spendPlanned, spendBudget, offPace, behind } = pace;
  if (spendActual === null || spendBudget === null || spendBudget <= 0) return undefined;
  const isAhead = spendPlanned !== null && spendActual > spendPlanned;
  const overspent = overspentLines(page).map(({ item }) => item);
  const planned = spendPlanned === null ? '' : `; ${shortMoney(spendPlanned, currency)} planned by now`;
  const over = overspent.length === 0 ? '' : `. Overspent: ${enumeration(overspent)}`;
  const isAlarm = overspent.length > 0 || (offPace && isAhead && behind);
  return {
    spent: spendActual / spendBudget,
    planned: spendPlanned === null ? null : spendPlanned / spendBudget,
    text: `${shortMoney(spendActual, currency)} of ${shortMoney(spendBudget, currency)} spent${planned}${over}.`,
    state: isAlarm ? 'alarm' : offPace ? 'attention' : 'good',
    stateText:
      overspent.length > 0
        ? `${plural(overspent.length, 'line')} overspent`
        : offPace
          ? `spending ${isAhead ? 'ahead' : 'behind'}`
          : 'spending on pace',
  };
}

function overview(
  paces: readonly { pace: BudgetPace; page: Page }[],
  { today, currency }: DashboardContext,
): Table {
  return dataTable(
    `Budgets in ${currency}`,
    [
      'Budget',
      'As of',
      numbers('Sold'),
      numbers('Target'),
      numbers('Attained'),
      numbers('Pace'),
      numbers('Forecast'),
      numbers('Spent'),
      numbers('To be spent by now'),
      numbers('Budget'),
    ],
    paces.map(({ pace, page }): Cell[] => [
      { text: page.title, place: { path: page.path } },
      { text: pace.asOf === null ? '–' : dayText(pace.asOf, today) },
      { text: exact(pace.salesActual) },
      { text: exact(pace.salesTarget) },
      { text: share(pace.attainment) },
      { text: pace.pace === null ? '–' : paceText(pace.pace) },
      { text: expected(pace.forecast) },
      { text: exact(pace.spendActual) },
      { text: expected(pace.spendPlanned) },
      { text: exact(pace.spendBudget) },
    ]),
  );
}

function exact(value: number | null): string {
  return value === null ? '–' : plainAmount(value);
}

/** What is worked out from a plan or a pace. */
function expected(value: number | null): string {
  return value === null ? '–' : plainAmount(rounded(value));
}

function share(value: number | null): string {
  return value === null ? '–' : percent(value);
}
