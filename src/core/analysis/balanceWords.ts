import { duration, percent, plural, trimmed } from '../model/words';
import { type HorizonId, horizons } from '../schema/activities';
import type { Balance, BalanceState, HorizonBalance } from './balance';

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
  for (let digits = 0; digits < 3; digits++) {
    const shown = Number((share * 100).toFixed(digits));
    const seems = shown < lower ? 'below' : shown > upper ? 'above' : 'inside';
    if (state === 'no-data' || seems === state) return percent(share, digits);
  }
  return percent(share, 3);
}

export function bandText({ band: [lower, upper] }: HorizonBalance): string {
  return `${lower}–${upper} %`;
}

/** `62 % of 40–55 % · above` */
export function horizonDescription(horizon: HorizonBalance): string {
  if (horizon.state === 'no-data') return stateWords['no-data'];
  return `${shareText(horizon)} of ${bandText(horizon)} · ${stateWords[horizon.state]}`;
}

/** One sentence with all numbers. */
export function horizonSentence(horizon: HorizonBalance, balance: Balance): string {
  const title = horizonTitle(horizon.id);
  const { state, minutes, deviation } = horizon;
  if (state === 'no-data') return `${title}: ${duration(minutes)}; ${missingText(balance)}.`;
  const share = `${shareText(horizon)} of the time (${duration(minutes)})`;
  if (state === 'inside') return `${title}: ${share}, inside its band of ${bandText(horizon)}.`;
  const points = trimmed(Math.max(deviation, 0.1));
  return `${title}: ${share}, ${points} points ${state} its band of ${bandText(horizon)}.`;
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

/** `13 h`, `1.3 h`: short enough to stand behind a name. */
export function hoursText(minutes: number): string {
  if (minutes === 0) return 'no time';
  return `${trimmed(minutes / 60, minutes < 10 * 60 ? 1 : 0)} h`;
}
