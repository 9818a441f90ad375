import type { Colors, Formatter } from 'picocolors/types';
import type { Balance, BalanceState, HorizonBalance } from '../../core/analysis/balance';
import { bandText, horizonTitle } from '../../core/analysis/balanceWords';
import { joined, type Text, t } from '../../core/model/message';
import { duration, lowerCase, percent } from '../../core/model/texts';
import { horizons } from '../../core/schema/activities';
import { plainText } from '../plainText';
import { padEndTo, widest } from '../textWidth';
import { say } from '../words';
import type { BalanceResult, NamedBalance } from './balanceResult';

interface StateLook {
  readonly icon: string;
  readonly word: Text;
  readonly color: (colors: Colors) => Formatter;
}

const looks: Readonly<Record<BalanceState, StateLook>> = {
  inside: { icon: '✔', word: t`inside`, color: (colors) => colors.green },
  above: { icon: '▲', word: t`above`, color: (colors) => colors.yellow },
  below: { icon: '▼', word: t`below`, color: (colors) => colors.yellow },
  'no-data': { icon: '·', word: t`not judged`, color: (colors) => colors.gray },
};

/** Widths in columns of the terminal. */
const narrowestName = 26;
const durationWidth = 13;
const shareWidth = 9;

/** For people: each horizon with its band and state, its activities below it. */
export function balancePretty(result: BalanceResult, colors: Colors): string {
  const { whole, periods } = result;
  const blocks = [
    colors.bold(say(t`${whole.from} to ${whole.to}: ${duration(whole.totalMinutes)}`)),
    ...whole.horizons.map((horizon) => horizonBlock(horizon, result, colors)),
    ...(periods ? [periodTable(periods, colors)] : []),
    ...remarks(whole),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function horizonBlock(horizon: HorizonBalance, result: BalanceResult, colors: Colors): string {
  const { id, state, minutes } = horizon;
  const { whole, titles } = result;
  const { icon, word, color } = looks[state];
  const titleOf = (activity: string): string => plainText(say(titles.get(activity) ?? activity));
  const nameWidth = Math.max(narrowestName, widest([...titles.keys()].map(titleOf))) + 2;
  const amounts = (spent: number): string =>
    say(duration(spent)).padStart(durationWidth) + share(spent, whole.totalMinutes).padStart(shareWidth);
  const name = colors.bold(padEndTo(say(horizonTitle(id)), nameWidth));
  const bandState = `${say(t`band ${bandText(horizon)}`)}   ${color(colors)(`${icon} ${say(word)}`)}`;
  const lines = whole.activities
    .filter((activity) => activity.horizon === id)
    .map((activity) => {
      const line = `  ${padEndTo(titleOf(activity.id), nameWidth - 2)}${amounts(activity.minutes)}`;
      return activity.minutes === 0 ? colors.dim(line) : line;
    });
  return [`${name}${amounts(minutes)}   ${bandState}`, ...lines].join('\n');
}

function share(minutes: number, total: number): string {
  return total === 0 ? '–' : say(percent(minutes / total));
}

function periodTable(periods: readonly NamedBalance[], colors: Colors): string {
  const header = ['', say(t`total`), ...horizons.map(({ id }) => say(lowerCase(horizonTitle(id))))];
  const rows = periods.map(({ name, balance }) => [
    name,
    say(duration(balance.totalMinutes)),
    ...balance.horizons.map(({ minutes }) => share(minutes, balance.totalMinutes)),
  ]);
  const line = ([name = '', ...cells]: string[]): string =>
    `${name.padEnd(12)}${cells.map((text) => text.padStart(durationWidth)).join('')}`;
  return [colors.dim(line(header)), ...rows.map(line)].join('\n');
}

function remarks({ judged, totalMinutes, missingMinutes, unclassifiedMinutes }: Balance): string[] {
  const lines: Text[] = [];
  if (totalMinutes === 0) lines.push(t`No time is logged in these days.`);
  else if (!judged)
    lines.push(t`Not enough data: the balance is judged when ${duration(missingMinutes)} more are logged.`);
  if (unclassifiedMinutes > 0) {
    lines.push(
      t`${duration(unclassifiedMinutes)} on activities that the book does not know are not counted.`,
    );
  }
  return lines.length > 0 ? [say(joined(lines, '\n'))] : [];
}
