import { duration, enumeration, percent, plural, trimmed } from '../model/words';
import { type HorizonId, horizons } from '../schema/activities';
import type { Balance, BalanceState, HorizonBalance } from './balance';
import { balanceAdvice } from './balanceAdvice';

export const stateWords: Readonly<Record<BalanceState, string>> = {
  inside: 'inside',
  above: 'above',
  below: 'below',
  'no-data': 'not enough data',
};

export function horizonTitle(id: HorizonId): string {
  return horizons.find((horizon) => horizon.id === id)?.title ?? id;
}

/** The share with as few digits as show on which side of the band it lies: `55.3 %` for just above 55 %. */
export function shareText({ share, band: [lower, upper], state }: HorizonBalance): string {
  if (share === null) return '–';
  return percent(share, state === 'no-data' ? {} : { bounds: [0, lower / 100, upper / 100] });
}

export function bandText({ band: [lower, upper] }: HorizonBalance): string {
  return `${lower}–${upper} %`;
}

/** `62 % of 40–55 % · above` */
export function horizonDescription(horizon: HorizonBalance): string {
  if (horizon.state === 'no-data') return stateWords['no-data'];
  return `${shareText(horizon)} of ${bandText(horizon)} · ${stateWords[horizon.state]}`;
}

/**
 * What brings a horizon that is out of its band back to it: `Move 3 h 5 min of it to long-term work, or drop 6 h 50 min.`
 * Empty for one that is inside.
 */
export function adviceText(horizon: HorizonBalance, balance: Balance): string {
  const advice = balanceAdvice(horizon, balance);
  if (!advice) return '';
  const isOut = advice.direction === 'out';
  const moves = advice.moves.map(({ horizon: other, minutes }, index) => {
    const name = horizonTitle(other).toLowerCase();
    if (!isOut) return `${duration(minutes)} of ${name}`;
    return `${duration(minutes)}${index === 0 ? ' of it' : ''} to ${name}`;
  });
  const move = `Move ${enumeration(moves)} work${isOut ? '' : ' to it'}`;
  if (advice.change === null) return `${move}.`;
  return `${move}, or ${isOut ? 'drop' : 'add'} ${duration(advice.change)}${isOut ? '' : ' of it'}.`;
}

/** `2 points`: how far the share that is told lies outside its band. */
export function pointsText(horizon: HorizonBalance): string {
  const [lower, upper] = horizon.band;
  const shown = Number.parseFloat(shareText(horizon));
  const points = trimmed(horizon.state === 'above' ? shown - upper : lower - shown, 3);
  return `${points} ${points === '1' ? 'point' : 'points'}`;
}

/** One sentence with all numbers, and one that says what to do. */
export function horizonSentence(horizon: HorizonBalance, balance: Balance): string {
  const title = horizonTitle(horizon.id);
  const { state, minutes } = horizon;
  if (state === 'no-data') return `${title}: ${duration(minutes)}; ${missingText(balance)}.`;
  const share = `${shareText(horizon)} of the time (${duration(minutes)})`;
  if (state === 'inside') return `${title}: ${share}, inside its band of ${bandText(horizon)}.`;
  return `${title}: ${share}, ${pointsText(horizon)} ${state} its band of ${bandText(horizon)}. ${adviceText(horizon, balance)}`;
}

export function missingText({ missingMinutes, totalMinutes }: Balance): string {
  if (totalMinutes === 0 && missingMinutes === 0) return 'no time is logged';
  return `${duration(missingMinutes)} more to be logged before the balance is judged`;
}

export function windowText({ totalMinutes, unclassifiedMinutes }: Balance, windowDays: number): string {
  const apart =
    unclassifiedMinutes > 0 ? `, ${duration(unclassifiedMinutes)} on unknown activities left out` : '';
  return `Last ${plural(windowDays, 'day')}: ${duration(totalMinutes)} logged${apart}.`;
}

/** `2 h 45 min`, or in words where there is none. */
export function timeText(minutes: number): string {
  return minutes === 0 ? 'no time' : duration(minutes);
}
