import { bandText, horizonTitle, missingText, shareText } from '../../analysis/balanceWords';
import { enumeration, percent, plural } from '../../model/words';
import { latestLog } from './balance';
import type { DashboardContext } from './context';
import type { Cell, Headline } from './model';
import { capitalised, dayText, partyText, shortMoney } from './words';

/** The four questions that the dashboard answers before all others. */
export function headlinesOf(context: DashboardContext): Headline[] {
  return [
    balanceHeadline(context),
    competitorHeadline(context),
    waitingHeadline(context),
    salesHeadline(context),
  ];
}

function balanceHeadline(context: DashboardContext): Headline {
  const { balance, book } = context;
  const place = latestLog(context);
  const base = {
    id: 'balance' as const,
    question: 'Is my time in balance?',
    ...(place ? { place } : {}),
  };
  if (!balance.judged) {
    return {
      ...base,
      answer: 'Not enough data',
      detail: `${capitalised(missingText(balance))}.`,
      state: 'unknown',
    };
  }
  const out = balance.horizons.filter(({ state }) => state === 'below' || state === 'above');
  const days = plural(book.settings.windowDays, 'day');
  if (out.length === 0) {
    const shares = balance.horizons.map(
      (horizon) => `${horizonTitle(horizon.id).toLowerCase()} ${shareText(horizon)}`,
    );
    return {
      ...base,
      answer: 'Yes, all three horizons are in their bands',
      detail: `${enumeration(shares)} over the last ${days}.`,
      state: 'good',
    };
  }
  const answer = out.map((horizon) => {
    const amount = horizon.state === 'above' ? 'too much' : 'too little';
    return `${amount} ${horizonTitle(horizon.id).toLowerCase()} work (${shareText(horizon)})`;
  });
  const bands = out.map((horizon) => `${horizonTitle(horizon.id).toLowerCase()} ${bandText(horizon)}`);
  return {
    ...base,
    answer: `No: ${enumeration(answer)}`,
    detail: `Wanted: ${enumeration(bands)}, over the last ${days}.`,
    state: 'attention',
  };
}

function competitorHeadline({ competitors }: DashboardContext): Headline {
  const base = { id: 'competitors' as const, question: 'Which competitor is stale?' };
  const [first] = competitors;
  const place = first ? { place: { path: first.page.path } } : {};
  const clocked = competitors.flatMap(({ page, freshness }) => (freshness ? [{ page, freshness }] : []));
  if (clocked.length === 0) {
    const detail =
      competitors.length === 0 ? 'There is no competitor page yet.' : 'No competitor has been reviewed yet.';
    return { ...base, ...place, answer: 'Not known', detail, state: 'unknown' };
  }
  const late = clocked.filter(({ freshness }) => freshness.state !== 'fresh');
  const [worst, ...others] = late;
  if (!worst) {
    const [next] = clocked;
    const left = next ? next.freshness.cadence - next.freshness.age : 0;
    const when = left === 0 ? 'today' : `in ${plural(left, 'day')}`;
    return {
      ...base,
      ...place,
      answer: `None of ${clocked.length}`,
      detail: next ? `Next: ${next.page.title}, due ${when}.` : '',
      state: 'good',
    };
  }
  const { age, cadence, state } = worst.freshness;
  const also = others.map(({ page, freshness }) => ({
    text: `${page.title} (${freshness.age} of ${plural(freshness.cadence, 'day')})`,
    place: { path: page.path },
  }));
  const due = `Due every ${plural(cadence, 'day')}.`;
  return {
    ...base,
    place: { path: worst.page.path },
    answer: `${worst.page.title}: reviewed ${plural(age, 'day')} ago`,
    detail: also.length > 0 ? `${due} Late too: ${few(also)}.` : due,
    state: state === 'stale' ? 'alarm' : 'attention',
    ...restOf(also),
  };
}

function waitingHeadline({ waiting, today }: DashboardContext): Headline {
  const base = { id: 'waiting' as const, question: 'Who waits for me?' };
  const overdue = waiting.filter((item) => item.overdue > 0);
  const [first] = overdue.length > 0 ? overdue : waiting;
  if (!first) {
    return { ...base, answer: 'Nobody', detail: 'No promise of yours and no reply is open.', state: 'good' };
  }
  const place = { path: first.path, line: first.range.start.line };
  const name = (item: (typeof waiting)[number]) => (item.kind === 'reply' ? item.who : partyText(item.who));
  const next = waiting.find((item) => item.overdue <= 0);
  const upcoming = next ? `Next: ${name(next)} on ${dayText(next.date, today)}.` : '';
  if (overdue.length === 0) {
    return { ...base, place, answer: 'Nobody is kept waiting', detail: upcoming, state: 'good' };
  }
  const kept = overdue.map((item) => ({
    text: name(item),
    place: { path: item.path, line: item.range.start.line },
  }));
  const seen = new Set<string>();
  const who = kept.filter(({ text }) => !seen.has(text) && seen.add(text));
  const longest = `Longest: ${name(first)}, ${plural(first.overdue, 'day')}.`;
  return {
    ...base,
    place,
    answer: `${overdue.length} overdue: ${few(who)}`,
    detail: `${longest} ${upcoming}`.trim(),
    state: 'attention',
    ...restOf(who),
  };
}

function salesHeadline(context: DashboardContext): Headline {
  const { outlook, currency } = context;
  const base = { id: 'sales' as const, question: 'Will we reach the sales target?' };
  const [lowest] = outlook.rated;
  if (!lowest || outlook.share === null) {
    const [unrated] = outlook.unrated;
    return {
      ...base,
      ...(unrated ? { place: { path: unrated.path } } : {}),
      answer: 'Not known yet',
      detail: unrated
        ? 'It is too early for a forecast, or there are no sales yet.'
        : 'No budget runs today.',
      state: 'unknown',
    };
  }
  const isReached = outlook.share >= 1;
  const sums = `${shortMoney(outlook.forecast, currency)} of ${shortMoney(outlook.target, currency)}`;
  const furthest = `Furthest behind: ${context.titleOf(lowest.path)}, ${percent(lowest.share)}.`;
  return {
    ...base,
    place: { path: lowest.path },
    answer: `${isReached ? 'Yes' : 'Not at this pace'}: forecast ${percent(outlook.share)}`,
    detail: lowest.share < 1 ? `${sums}. ${furthest}` : `${sums}.`,
    state: isReached && !outlook.rated.some(({ behind }) => behind) ? 'good' : 'attention',
  };
}

const maxNamed = 4;
const maxListed = 50;

/** Names in a sentence; those of `restOf` are counted only. */
function few(cells: readonly Cell[]): string {
  const names = cells.map(({ text }) => text);
  return names.length <= maxNamed
    ? enumeration(names)
    : `${names.slice(0, maxNamed - 1).join(', ')} and ${names.length - maxNamed + 1} more`;
}

function restOf(cells: readonly Cell[]): { rest?: readonly Cell[] } {
  if (cells.length <= maxNamed) return {};
  return { rest: cells.slice(maxNamed - 1, maxNamed - 1 + maxListed) };
}
