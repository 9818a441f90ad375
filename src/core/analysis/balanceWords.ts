import { either, joined, number, ours, plural, type Text, t } from '../model/message';
import { rounded } from '../model/rounding';
import { duration, enumeration, lowerCase, percent, percentOf } from '../model/texts';
import { type HorizonId, horizons } from '../schema/activities';
import type { Balance, BalanceState, HorizonBalance } from './balance';
import { balanceAdvice } from './balanceAdvice';

export const stateWords: Readonly<Record<BalanceState, Text>> = {
  inside: t`inside`,
  above: t`above`,
  below: t`below`,
  'no-data': t`not enough data`,
};

export function horizonTitle(id: HorizonId): Text {
  return ours(horizons.find((horizon) => horizon.id === id)?.title ?? id);
}

/** The share with as few digits as show on which side of the band it lies: `55.3 %` for just above 55 %. */
export function shareText(horizon: HorizonBalance): Text {
  return horizon.share === null ? '–' : percent(horizon.share, sidesOf(horizon));
}

/** The same without the sign for percent: `55.3`. */
export function shareFigure(horizon: HorizonBalance): Text {
  return horizon.share === null ? '–' : t`${number(percentOf(horizon.share, sidesOf(horizon)))}`;
}

function sidesOf({ band: [lower, upper], state }: HorizonBalance): { readonly bounds?: readonly number[] } {
  return state === 'no-data' ? {} : { bounds: [0, lower / 100, upper / 100] };
}

export function bandText({ band: [lower, upper] }: HorizonBalance): Text {
  return t`${number(lower)}–${number(upper)} %`;
}

/** `62 % of 40–55 % · above` */
export function horizonDescription(horizon: HorizonBalance): Text {
  if (horizon.state === 'no-data') return stateWords['no-data'];
  return t`${shareText(horizon)} of ${bandText(horizon)} · ${stateWords[horizon.state]}`;
}

/**
 * What brings a horizon that is out of its band back to it: `Move 3 h 5 min of it to long-term work, or drop 6 h 50 min.`
 * Empty for one that is inside.
 */
export function adviceText(horizon: HorizonBalance, balance: Balance): Text {
  const advice = balanceAdvice(horizon, balance);
  if (!advice) return '';
  const isOut = advice.direction === 'out';
  const moves = enumeration(
    advice.moves.map(({ horizon: other, minutes }, index) => {
      const name = lowerCase(horizonTitle(other));
      if (!isOut) return t`${duration(minutes)} of ${name}`;
      return index === 0 ? t`${duration(minutes)} of it to ${name}` : t`${duration(minutes)} to ${name}`;
    }),
  );
  if (advice.change === null) return isOut ? t`Move ${moves} work.` : t`Move ${moves} work to it.`;
  const change = duration(advice.change);
  return isOut
    ? t`Move ${moves} work, or drop ${change}.`
    : t`Move ${moves} work to it, or add ${change} of it.`;
}

/** `2 points`: how far the share that is told lies outside its band. */
export function pointsText(horizon: HorizonBalance): Text {
  const [lower, upper] = horizon.band;
  const shown = percentOf(horizon.share ?? 0, sidesOf(horizon));
  const points = rounded(horizon.state === 'above' ? shown - upper : lower - shown, 3);
  return t`${plural(points, 'point')}`;
}

/** One sentence with all numbers, and one that says what to do. */
export function horizonSentence(horizon: HorizonBalance, balance: Balance): Text {
  const title = horizonTitle(horizon.id);
  const { state, minutes } = horizon;
  if (state === 'no-data') return t`${title}: ${duration(minutes)}; ${missingText(balance)}.`;
  const share = t`${shareText(horizon)} of the time (${duration(minutes)})`;
  if (state === 'inside') return t`${title}: ${share}, inside its band of ${bandText(horizon)}.`;
  const where = t`${title}: ${share}, ${pointsText(horizon)} ${either(state === 'above', 'above', 'below')} its band of ${bandText(horizon)}.`;
  return joined([where, adviceText(horizon, balance)], ' ');
}

export function missingText({ missingMinutes, totalMinutes }: Balance): Text {
  if (totalMinutes === 0 && missingMinutes === 0) return t`no time is logged`;
  return t`${duration(missingMinutes)} more to be logged before the balance is judged`;
}

export function windowText({ totalMinutes, unclassifiedMinutes }: Balance, windowDays: number): Text {
  const days = plural(windowDays, 'day');
  return unclassifiedMinutes > 0
    ? t`Last ${days}: ${duration(totalMinutes)} logged, ${duration(unclassifiedMinutes)} on unknown activities left out.`
    : t`Last ${days}: ${duration(totalMinutes)} logged.`;
}

/** `2 h 45 min`, or in words where there is none. */
export function timeText(minutes: number): Text {
  return minutes === 0 ? t`no time` : duration(minutes);
}
