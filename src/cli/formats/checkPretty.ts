import { createColors } from 'picocolors';
import type { Colors, Formatter } from 'picocolors/types';
import { type Finding, type Severity, severityNames } from '../../core/model/finding';
import { plural, type Text, t } from '../../core/model/message';
import { plainText } from '../plainText';
import { padEndTo, widest } from '../textWidth';
import { say } from '../words';
import { type CheckResult, severityCounts } from './checkResult';

interface SeverityLook {
  readonly icon: string;
  readonly word: Text;
  readonly counted: (count: number) => Text;
  readonly color: (colors: Colors) => Formatter;
}

const looks: Readonly<Record<Severity, SeverityLook>> = {
  error: {
    icon: '✖',
    word: t`error`,
    counted: (count) => t`${plural(count, 'error')}`,
    color: (colors) => colors.red,
  },
  warning: {
    icon: '▲',
    word: t`warning`,
    counted: (count) => t`${plural(count, 'warning')}`,
    color: (colors) => colors.yellow,
  },
  information: {
    icon: 'ℹ',
    word: t`note`,
    counted: (count) => t`${plural(count, 'note')}`,
    color: (colors) => colors.cyan,
  },
  hint: {
    icon: '·',
    word: t`hint`,
    counted: (count) => t`${plural(count, 'hint')}`,
    color: (colors) => colors.gray,
  },
};

/** For people: the findings under the page they stand on, a summary last. */
export function checkPretty(result: CheckResult, colors: Colors): string {
  let width = 0;
  for (const finding of result.findings) width = Math.max(width, positionOf(finding).length);
  const wordWidth = widest(severityNames.map((name) => say(looks[name].word)));
  const severities = new Map(severityNames.map((name) => [name, severityText(name, wordWidth, colors)]));
  const lines: string[] = [];
  let last: string | undefined;
  for (const { path, range, severity, message, rule } of result.findings) {
    if (path !== last) lines.push(...(last === undefined ? [] : ['']), colors.underline(plainText(path)));
    last = path;
    const position = colors.dim(positionOf({ range }).padStart(width));
    lines.push(`  ${position}  ${severities.get(severity)}  ${plainText(say(message))}  ${colors.dim(rule)}`);
  }
  if (last !== undefined) lines.push('');
  return `${[...lines, summary(result, colors)].join('\n')}\n`;
}

function positionOf({ range: { start } }: Pick<Finding, 'range'>): string {
  return `${start.line + 1}:${start.character + 1}`;
}

function severityText(severity: Severity, width: number, colors: Colors): string {
  const { icon, word, color } = looks[severity];
  return color(colors)(`${icon} ${padEndTo(say(word), width)}`);
}

/** `118 pages: 3 errors, 24 warnings, 40 notes` */
function summary(result: CheckResult, colors: Colors): string {
  const { books, pages, findings, known } = result;
  const where = books > 1 ? t`${plural(pages, 'page')} in ${books} books` : t`${plural(pages, 'page')}`;
  const counts = severityCounts(findings);
  const parts = severityNames.flatMap((severity) => {
    const { counted, color } = looks[severity];
    return counts[severity] === 0 ? [] : [color(colors)(say(counted(counts[severity])))];
  });
  const nothing = known === undefined ? t`nothing to report` : t`nothing new`;
  const found = parts.length === 0 ? colors.green(say(nothing)) : parts.join(', ');
  const text =
    known === undefined
      ? t`${where}: ${found}`
      : t`${where}: ${found}; ${plural(known, 'known finding')} left out`;
  return colors.bold(say(text));
}

/** The last line of the output, without colours. */
export function summaryText(result: CheckResult): string {
  return summary(result, createColors(false));
}
