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
import { duration, plural } from '../../model/words';
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
  if (date > today) return { title: `${total}, not counted before its day` };
  const { horizons } = balanceOf(book, today, date, date);
  const parts = horizons
    .filter(({ minutes }) => minutes > 0)
    .map(({ id, minutes }) => `${horizonTitle(id)} ${duration(minutes)}`);
  return { title: [`${date === today ? 'Today' : 'This day'}: ${total}`, ...parts].join(' · ') };
}

function windowLensText({ book, today }: LensContext, date: string): LensText {
  const balance = balanceOf(book, date);
  const { windowDays } = book.settings;
  const window = `${date === today ? 'Last ' : ''}${plural(windowDays, 'day')}${date === today ? '' : ' to this day'}`;
  return {
    title: `${window}: ${balance.judged ? balance.horizons.map(horizonText).join(' · ') : missingText(balance)}`,
    tooltip: sentences(balance, windowDays),
    isWarning: balance.horizons.some(({ far }) => far),
    action: { kind: 'showActivities' },
  };
}

/** `Daily 62 % above 40–55 %` */
function horizonText(horizon: HorizonBalance): string {
  return `${horizonTitle(horizon.id)} ${shareText(horizon)} ${stateWords[horizon.state]} ${bandText(horizon)}`;
}

function sentences(balance: Balance, windowDays: number): string {
  const horizons = balance.horizons.map((horizon) => horizonSentence(horizon, balance));
  return [...horizons, windowText(balance, windowDays)].join('\n');
}
