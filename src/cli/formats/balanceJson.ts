import type { Balance } from '../../core/analysis/balance';
import { jsonLine } from '../plainText';
import type { BalanceResult } from './balanceResult';

/** Shares and bands are fractions of 1; a share is unrounded, and null where nothing is logged. */
export function balanceJson({ today, whole, periods }: BalanceResult): string {
  const result = {
    version: 1,
    today,
    ...measures(whole),
    ...(periods ? { periods: periods.map(({ balance }) => measures(balance)) } : {}),
  };
  return jsonLine(result);
}

function measures({
  from,
  to,
  totalMinutes,
  unclassifiedMinutes,
  judged,
  horizons,
  activities,
}: Balance): object {
  return {
    from,
    to,
    totalMinutes,
    unclassifiedMinutes,
    judged,
    horizons: horizons.map(({ id, minutes, share, band: [lower, upper], state }) => ({
      id,
      minutes,
      share,
      band: [lower / 100, upper / 100],
      state,
    })),
    activities: activities.map(({ id, horizon, minutes }) => ({ id, horizon, minutes })),
  };
}
