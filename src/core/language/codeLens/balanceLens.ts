import { type Balance, balanceOf, type HorizonBalance } from '../../analysis/balance';
import {
  bandText,
  horizonSentence,
  horizonTitle,
  missingText,
  shareText,
  stateWords,
  windowText,
} from '../../analysis/balanceWords';
import { pageFact } from '../../analysis/pageFact';
import { dateOf } from '../../model/fields';
import { joined, plural, type Text, t } from '../../model/message';
import { duration } from '../../model/texts';
import { isTimeHeading } from '../../parse/timeEntries';
import { timeUnbalanced } from '../../rules/time/balance';
import { isDaily } from '../../schema/schema';
import { type CodeLens, type LensContext, type LensText, topOfPage } from './codeLens';

/**
 * On a log page: the day’s time above the page, and above its `Time` heading the balance of the window that ends with the
 * day; not where the finding on the same balance says it.
 */
export function balanceLenses(context: LensContext): readonly CodeLens[] {
  const { page, today, isReported } = context;
  const date = dateOf(page, 'date');
  if (!isDaily(page.type) || date === undefined) return [];
  const day: CodeLens = { kind: 'balance', range: topOfPage, text: () => dayText(context, date) };
  if (date > today || isReported?.(timeUnbalanced.id)) return [day];
  const range = page.body.headings.find(isTimeHeading)?.range ?? page.typeLine;
  return [day, { kind: 'balance', range, text: () => windowLensText(context, date) }];
}

function dayText({ page, book, today }: LensContext, date: string): LensText {
  const total = pageFact(page, today, book.settings);
  if (date > today) return { title: t`${total}, not counted before its day` };
  const { horizons } = balanceOf(book, today, date, date);
  const parts = horizons
    .filter(({ minutes }) => minutes > 0)
    .map(({ id, minutes }) => joined([horizonTitle(id), duration(minutes)], ' '));
  const day = date === today ? t`Today: ${total}` : t`This day: ${total}`;
  return { title: joined([day, ...parts], ' · ') };
}

function windowLensText({ book, today }: LensContext, date: string): LensText {
  const balance = balanceOf(book, date);
  const { windowDays } = book.settings;
  const days = plural(windowDays, 'day');
  const state = balance.judged ? joined(balance.horizons.map(horizonText), ' · ') : missingText(balance);
  return {
    title: date === today ? t`Last ${days}: ${state}` : t`${days} to this day: ${state}`,
    tooltip: sentences(balance, windowDays),
    isWarning: balance.horizons.some(({ far }) => far),
    action: { kind: 'showActivities' },
  };
}

/** `Daily 62 % above 40–55 %` */
function horizonText(horizon: HorizonBalance): Text {
  return t`${horizonTitle(horizon.id)} ${shareText(horizon)} ${stateWords[horizon.state]} ${bandText(horizon)}`;
}

function sentences(balance: Balance, windowDays: number): Text {
  const horizons = balance.horizons.map((horizon) => horizonSentence(horizon, balance));
  return joined([...horizons, windowText(balance, windowDays)], '\n');
}
