import type { Colors, Formatter } from 'picocolors/types';
import type { Balance, BalanceState, HorizonBalance } from '../../core/analysis/balance';
import { duration, percent } from '../../core/model/words';
import { horizons } from '../../core/schema/activities';
import { plainText } from '../plainText';
import { padEndTo, widest } from '../textWidth';
import type { BalanceResult, NamedBalance } from './balanceResult';

interface StateLook {
  readonly icon: string;
  readonly word: string;
  readonly color: (colors: Colors) => Formatter;
}

const looks: Readonly<Record<BalanceState, StateLook>> = {
  inside: { icon: '✔', word: 'inside', color: (colors) => colors.green },
  above: { icon: '▲', word: 'above', color: (colors) => colors.yellow },
  below: { icon: '▼', word: 'below', color: (colors) => colors.yellow },
  'no-data': { icon: '·', word: 'not judged', color: (colors) => colors.gray },
};

const horizonTitles = new Map(horizons.map(({ id, title }) => [id, title]));

/** Widths in columns of the terminal. */
const narrowestName = 26;
const durationWidth = 13;
const shareWidth = 9;

/** For people: each horizon with its band and state, its activities below it. */
export function balancePretty(result: BalanceResult, colors: Colors): string {
  const { whole, periods } = result;
  const blocks = [
    colors.bold(`${whole.from} to ${whole.to}: ${duration(whole.totalMinutes)}`),
    ...whole.horizons.map((horizon) => horizonBlock(horizon, result, colors)),
    ...(periods ? [periodTable(periods, colors)] : []),
    ...remarks(whole),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function horizonBlock(
  { id, band, state, minutes }: HorizonBalance,
  result: BalanceResult,
  colors: Colors,
): string {
  const { whole, titles } = result;
  const { icon, word, color } = looks[state];
  const titleOf = (activity: string): string => plainText(titles.get(activity) ?? activity);
  const nameWidth = Math.max(narrowestName, widest([...titles.keys()].map(titleOf))) + 2;
  const amounts = (spent: number): string =>
    duration(spent).padStart(durationWidth) + share(spent, whole.totalMinutes).padStart(shareWidth);
  const name = colors.bold((horizonTitles.get(id) ?? id).padEnd(nameWidth));
  const bandState = `band ${band[0]}–${band[1]} %   ${color(colors)(`${icon} ${word}`)}`;
  const lines = whole.activities
    .filter(({ horizon }) => horizon === id)
    .map((activity) => {
      const line = `  ${padEndTo(titleOf(activity.id), nameWidth - 2)}${amounts(activity.minutes)}`;
      return activity.minutes === 0 ? colors.dim(line) : line;
    });
  return [`${name}${amounts(minutes)}   ${bandState}`, ...lines].join('\n');
}

function share(minutes: number, total: number): string {
  return total === 0 ? '–' : percent(minutes / total);
}

function periodTable(periods: readonly NamedBalance[], colors: Colors): string {
  const header = ['', 'total', ...horizons.map(({ title }) => title.toLowerCase())];
  const rows = periods.map(({ name, balance }) => [
    name,
    duration(balance.totalMinutes),
    ...balance.horizons.map(({ minutes }) => share(minutes, balance.totalMinutes)),
  ]);
  const line = ([name = '', ...cells]: string[]): string =>
    `${name.padEnd(12)}${cells.map((text) => text.padStart(durationWidth)).join('')}`;
  return [colors.dim(line(header)), ...rows.map(line)].join('\n');
}

function remarks({ judged, totalMinutes, missingMinutes, unclassifiedMinutes }: Balance): string[] {
  const lines: string[] = [];
  if (totalMinutes === 0) lines.push('No time is logged in these days.');
  else if (!judged)
    lines.push(`Not enough data: the balance is judged when ${duration(missingMinutes)} more are logged.`);
  if (unclassifiedMinutes > 0) {
    lines.push(`${duration(unclassifiedMinutes)} on activities that the book does not know are not counted.`);
  }
  return lines.length > 0 ? [lines.join('\n')] : [];
}
