import { bandText, horizonTitle, missingText, shareText } from '../../analysis/balanceWords';
import { joined, plural, type Text, t } from '../../model/message';
import { capitalised, dayText, enumeration, lowerCase, percent } from '../../model/texts';
import { latestLog } from './balance';
import type { DashboardContext } from './context';
import type { Cell, Headline } from './model';
import { partyText, sentences, shortMoney } from './words';

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
    question: t`Is my time in balance?`,
    ...(place ? { place } : {}),
  };
  if (!balance.judged) {
    return {
      ...base,
      answer: t`Not enough data`,
      detail: t`${capitalised(missingText(balance))}.`,
      state: 'unknown',
    };
  }
  const out = balance.horizons.filter(({ state }) => state === 'below' || state === 'above');
  const days = plural(book.settings.windowDays, 'day');
  if (out.length === 0) {
    const shares = balance.horizons.map(
      (horizon) => t`${lowerCase(horizonTitle(horizon.id))} ${shareText(horizon)}`,
    );
    return {
      ...base,
      answer: t`Yes, all three horizons are in their bands`,
      detail: t`${enumeration(shares)} over the last ${days}.`,
      state: 'good',
    };
  }
  const answer = out.map((horizon) => {
    const name = lowerCase(horizonTitle(horizon.id));
    return horizon.state === 'above'
      ? t`too much ${name} work (${shareText(horizon)})`
      : t`too little ${name} work (${shareText(horizon)})`;
  });
  const bands = out.map((horizon) => t`${lowerCase(horizonTitle(horizon.id))} ${bandText(horizon)}`);
  return {
    ...base,
    answer: t`No: ${enumeration(answer)}`,
    detail: t`Wanted: ${enumeration(bands)}, over the last ${days}.`,
    state: 'attention',
  };
}

function competitorHeadline({ competitors }: DashboardContext): Headline {
  const base = { id: 'competitors' as const, question: t`Which competitor is stale?` };
  const [first] = competitors;
  const place = first ? { place: { path: first.page.path } } : {};
  const clocked = competitors.flatMap(({ page, freshness }) => (freshness ? [{ page, freshness }] : []));
  if (clocked.length === 0) {
    const detail =
      competitors.length === 0
        ? t`There is no competitor page yet.`
        : t`No competitor has been reviewed yet.`;
    return { ...base, ...place, answer: t`Not known`, detail, state: 'unknown' };
  }
  const late = clocked.filter(({ freshness }) => freshness.state !== 'fresh');
  const [worst, ...others] = late;
  if (!worst) {
    const [next] = clocked;
    const left = next ? next.freshness.cadence - next.freshness.age : 0;
    return {
      ...base,
      ...place,
      answer: t`None of ${clocked.length}`,
      detail: !next
        ? ''
        : left === 0
          ? t`Next: ${next.page.title}, due today.`
          : t`Next: ${next.page.title}, due in ${plural(left, 'day')}.`,
      state: 'good',
    };
  }
  const { age, cadence, state } = worst.freshness;
  const also = others.map(({ page, freshness }) => ({
    text: t`${page.title} (${freshness.age} of ${plural(freshness.cadence, 'day')})`,
    place: { path: page.path },
  }));
  const due = t`Due every ${plural(cadence, 'day')}.`;
  return {
    ...base,
    place: { path: worst.page.path },
    answer: t`${worst.page.title}: reviewed ${plural(age, 'day')} ago`,
    detail: also.length > 0 ? t`${due} Late too: ${few(also)}.` : due,
    state: state === 'stale' ? 'alarm' : 'attention',
    ...restOf(also),
  };
}

function waitingHeadline({ waiting, today }: DashboardContext): Headline {
  const base = { id: 'waiting' as const, question: t`Who waits for me?` };
  const overdue = waiting.filter((item) => item.overdue > 0);
  const [first] = overdue.length > 0 ? overdue : waiting;
  if (!first) {
    return {
      ...base,
      answer: t`Nobody`,
      detail: t`No promise of yours and no reply is open.`,
      state: 'good',
    };
  }
  const place = { path: first.path, line: first.range.start.line };
  const name = (item: (typeof waiting)[number]) => (item.kind === 'reply' ? item.who : partyText(item.who));
  const next = waiting.find((item) => item.overdue <= 0);
  const upcoming = next ? t`Next: ${name(next)} on ${dayText(next.date, today)}.` : '';
  if (overdue.length === 0) {
    return { ...base, place, answer: t`Nobody is kept waiting`, detail: upcoming, state: 'good' };
  }
  const kept = overdue.map((item) => ({
    text: name(item),
    place: { path: item.path, line: item.range.start.line },
  }));
  const seen = new Set<string>();
  const who = kept.filter((_, index) => {
    const name = overdue[index]?.who ?? '';
    return !seen.has(name) && seen.add(name);
  });
  const longest = t`Longest: ${name(first)}, ${plural(first.overdue, 'day')}.`;
  return {
    ...base,
    place,
    answer: t`${overdue.length} overdue: ${few(who)}`,
    detail: sentences(longest, upcoming),
    state: 'attention',
    ...restOf(who),
  };
}

function salesHeadline(context: DashboardContext): Headline {
  const { outlook, currency } = context;
  const base = { id: 'sales' as const, question: t`Will we reach the sales target?` };
  const [lowest] = outlook.rated;
  if (!lowest || outlook.share === null) {
    const [unrated] = outlook.unrated;
    return {
      ...base,
      ...(unrated ? { place: { path: unrated.path } } : {}),
      answer: t`Not known yet`,
      detail: unrated
        ? t`It is too early for a forecast, or there are no sales yet.`
        : t`No budget runs today.`,
      state: 'unknown',
    };
  }
  const isReached = outlook.share >= 1;
  const sums = t`${shortMoney(outlook.forecast, currency)} of ${shortMoney(outlook.target, currency)}`;
  const furthest = t`Furthest behind: ${context.titleOf(lowest.path)}, ${percent(lowest.share)}.`;
  return {
    ...base,
    place: { path: lowest.path },
    answer: isReached
      ? t`Yes: forecast ${percent(outlook.share)}`
      : t`Not at this pace: forecast ${percent(outlook.share)}`,
    detail: lowest.share < 1 ? t`${sums}. ${furthest}` : t`${sums}.`,
    state: isReached && !outlook.rated.some(({ behind }) => behind) ? 'good' : 'attention',
  };
}

const maxNamed = 4;
const maxListed = 50;

/** Names in a sentence; those of `restOf` are counted only. */
function few(cells: readonly Cell[]): Text {
  const names = cells.map(({ text }) => text);
  return names.length <= maxNamed
    ? enumeration(names)
    : t`${joined(names.slice(0, maxNamed - 1), ', ')} and ${names.length - maxNamed + 1} more`;
}

function restOf(cells: readonly Cell[]): Pick<Headline, 'rest' | 'more'> {
  if (cells.length <= maxNamed) return {};
  const rest = cells.slice(maxNamed - 1, maxNamed - 1 + maxListed);
  return { rest, more: t`Show ${rest.length} more` };
}
