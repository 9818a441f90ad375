import { paceText } from '../../analysis/figureWords';
import { type BudgetPace, overspentLines, pacesOf } from '../../analysis/pace';
import { salesCurveOf } from '../../analysis/salesCurve';
import type { CalendarDate } from '../../model/calendarDate';
import { dateOf } from '../../model/fields';
import { plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { rounded } from '../../model/rounding';
import { dayText, enumeration, monthLabels, monthText, percent, plainAmount } from '../../model/texts';
import type { DashboardContext } from './context';
import type { BudgetCard, BudgetSection, Cell, Spending, State, Table } from './model';
import { dataTable, numbers } from './tables';
import { shortMoney } from './words';

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
            text: t`There is no budget page yet. With one, sales and spending are held against plan here.`,
            action: { title: t`New Budget…`, command: 'statusBook.newPage', type: 'budget' },
          },
        }
      : {}),
    budgets: paces.slice(0, maxCards).map(({ pace, page }) => cardOf(pace, page, context)),
    more: hidden > 0 ? t`${plural(hidden, 'more budget')} in the table.` : '',
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
    summary: t`Sales of ${page.title} by month, added up. ${text}`,
    ...(spending ? { spending } : {}),
    currency,
    table: dataTable(
      t`Sales of ${page.title}, added up, in ${currency}`,
      [t`Through`, numbers(t`Planned`), numbers(t`Sold`), numbers(t`Forecast`)],
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
): { text: Text; state: State; stateText: Text } {
  if (salesActual === null || salesTarget === null || attainment === null) {
    return { text: t`No sales are entered yet.`, state: 'unknown', stateText: t`no data` };
  }
  const sold = t`${shortMoney(salesActual, currency)} of ${shortMoney(salesTarget, currency)} sold (${percent(attainment)})`;
  const known = asOf === null ? sold : t`${sold}, as of ${dayText(asOf, today)}`;
  if (pace === null) return { text: t`${known}.`, state: 'unknown', stateText: t`not started` };
  const outlook =
    forecast === null
      ? t`It is too early for a forecast.`
      : t`Forecast ${shortMoney(forecast, currency)} (${percent(forecast / salesTarget)}).`;
  return {
    text: t`${known}; ${paceText(pace)} of plan by then. ${outlook}`,
    state: behind ? 'attention' : 'good',
    stateText: behind ? t`sales behind` : pace < 1 ? t`near plan` : t`on course`,
  };
}

function spendingOf(pace: BudgetPace, page: Page, currency: string): Spending | undefined {
  const { spendActual, spendPlanned, spendBudget, offPace, behind } = pace;
  if (spendActual === null || spendBudget === null || spendBudget <= 0) return undefined;
  const isAhead = spendPlanned !== null && spendActual > spendPlanned;
  const overspent = overspentLines(page).map(({ item }) => item);
  const spent = t`${shortMoney(spendActual, currency)} of ${shortMoney(spendBudget, currency)} spent`;
  const planned =
    spendPlanned === null ? spent : t`${spent}; ${shortMoney(spendPlanned, currency)} planned by now`;
  const isAlarm = overspent.length > 0 || (offPace && isAhead && behind);
  return {
    spent: spendActual / spendBudget,
    planned: spendPlanned === null ? null : spendPlanned / spendBudget,
    text: overspent.length === 0 ? t`${planned}.` : t`${planned}. Overspent: ${enumeration(overspent)}.`,
    state: isAlarm ? 'alarm' : offPace ? 'attention' : 'good',
    stateText:
      overspent.length > 0
        ? t`${plural(overspent.length, 'line')} overspent`
        : offPace
          ? isAhead
            ? t`spending ahead`
            : t`spending behind`
          : t`spending on pace`,
  };
}

function overview(
  paces: readonly { pace: BudgetPace; page: Page }[],
  { today, currency }: DashboardContext,
): Table {
  return dataTable(
    t`Budgets in ${currency}`,
    [
      t`Budget`,
      t`As of`,
      numbers(t`Sold`),
      numbers(t`Target`),
      numbers(t`Attained`),
      numbers(t`Pace`),
      numbers(t`Forecast`),
      numbers(t`Spent`),
      numbers(t`To be spent by now`),
      numbers(t`Budget`),
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

function exact(value: number | null): Text {
  return value === null ? '–' : plainAmount(value);
}

/** What is worked out from a plan or a pace. */
function expected(value: number | null): Text {
  return value === null ? '–' : plainAmount(rounded(value));
}

function share(value: number | null): Text {
  return value === null ? '–' : percent(value);
}
