import type { HorizonId } from '../schema/activities';
import type { Balance, HorizonBalance } from './balance';

/** Minutes that go to another horizon, or come from it. */
export interface Move {
  readonly horizon: HorizonId;
  readonly minutes: number;
}

/**
 * What brings a horizon back to the near bound of its band, in whole minutes of the window: either move time between
 * horizons, the total staying as it is, or add or drop some, the total changing with it.
 */
export interface BalanceAdvice {
  /** `out` for a horizon above its band, `in` for one below. */
  readonly direction: 'out' | 'in';
  /** Where the time goes, or comes from: first what puts others right as well, then what they have room for. */
  readonly moves: readonly Move[];
  /** Minutes to drop, or to add, instead; null where that is impossible or takes another horizon out of its band. */
  readonly change: number | null;
}

/** Undefined for a horizon inside its band, and where the balance is not judged. */
export function balanceAdvice(horizon: HorizonBalance, balance: Balance): BalanceAdvice | undefined {
  if (horizon.state !== 'above' && horizon.state !== 'below') return undefined;
  const direction = horizon.state === 'above' ? 'out' : 'in';
  const { totalMinutes: total } = balance;
  const [lower, upper] = horizon.band;
  const bound = direction === 'out' ? upper : lower;
  const apart = Math.abs(horizon.minutes - (bound * total) / 100);
  const change = bound === 100 ? null : wholeMinutes((100 * apart) / (100 - bound));
  return {
    direction,
    moves: movesOf(horizon, balance, direction, wholeMinutes(apart)),
    change: change !== null && keepsOthers(horizon, balance, direction, change) ? change : null,
  };
}

/** Rounded up, so that the band is reached; what is a whole minute but for its binary fraction stays one. */
function wholeMinutes(minutes: number): number {
  return Math.ceil(Number(minutes.toPrecision(12)));
}

function movesOf(
  { id }: HorizonBalance,
  { horizons, totalMinutes }: Balance,
  direction: BalanceAdvice['direction'],
  wanted: number,
): Move[] {
  const others = horizons.filter((other) => other.id !== id);
  // Of each other horizon: how much puts it right, and how much it can take or spare within its band.
  const limits = others.map(({ id: other, minutes, band: [lower, upper] }) => {
    const [from, to] = [(lower * totalMinutes) / 100 - minutes, (upper * totalMinutes) / 100 - minutes];
    const [needed, possible] = direction === 'out' ? [from, to] : [-to, -from];
    return { other, needed: Math.max(0, Math.ceil(needed)), possible: Math.max(0, Math.floor(possible)) };
  });
  const moved = new Map<HorizonId, number>();
  let left = wanted;
  const take = (other: HorizonId, most: number): void => {
    const minutes = Math.min(left, most);
    if (minutes <= 0) return;
    moved.set(other, (moved.get(other) ?? 0) + minutes);
    left -= minutes;
  };
  for (const { other, needed } of [...limits].sort((a, b) => b.needed - a.needed)) take(other, needed);
  const roomy = [...limits].sort((a, b) => b.possible - b.needed - (a.possible - a.needed));
  for (const { other, needed, possible } of roomy) take(other, possible - needed);
  // Bands that do not go together leave some: the roomiest takes it.
  const [roomiest] = roomy;
  if (roomiest) take(roomiest.other, left);
  return [...moved].map(([other, minutes]) => ({ horizon: other, minutes }));
}

/** Whether the others that are inside their bands stay there when time is added to a horizon, or dropped from it. */
function keepsOthers(
  { id, minutes: own }: HorizonBalance,
  { horizons, totalMinutes }: Balance,
  direction: BalanceAdvice['direction'],
  change: number,
): boolean {
  const total = totalMinutes + (direction === 'in' ? change : -change);
  if (total <= 0 || (direction === 'out' && change > own)) return false;
  return horizons.every(
    ({ id: other, state, minutes, band: [lower, upper] }) =>
      other === id ||
      state !== 'inside' ||
      (100 * minutes >= lower * total && 100 * minutes <= upper * total),
  );
}
