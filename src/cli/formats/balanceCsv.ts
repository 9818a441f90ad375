import type { Balance } from '../../core/analysis/balance';
import type { BalanceResult } from './balanceResult';
import { type CsvValue, csv } from './csv';

const header = ['from', 'to', 'horizon', 'activity', 'minutes', 'share', 'bandFrom', 'bandTo', 'state'];

/** One row for each horizon, without an activity, and one for each activity; minutes on unknown activities last. */
export function balanceCsv({ whole, periods }: BalanceResult): string {
  const balances = periods ? periods.map(({ balance }) => balance) : [whole];
  return csv([header, ...balances.flatMap(rowsOf)]);
}

function rowsOf({
  from,
  to,
  totalMinutes,
  unclassifiedMinutes,
  horizons,
  activities,
}: Balance): CsvValue[][] {
  const share = (minutes: number): number | null => (totalMinutes === 0 ? null : minutes / totalMinutes);
  const rows: CsvValue[][] = horizons.flatMap(({ id, minutes, band: [lower, upper], state }) => [
    [from, to, id, '', minutes, share(minutes), lower / 100, upper / 100, state],
    ...activities
      .filter(({ horizon }) => horizon === id)
      .map((activity) => [from, to, id, activity.id, activity.minutes, share(activity.minutes), '', '', '']),
  ]);
  return [...rows, [from, to, '', 'unknown', unclassifiedMinutes, '', '', '', '']];
}
