import { createColors } from 'picocolors';
import type { Colors, Formatter } from 'picocolors/types';
import { type Finding, type Severity, severityNames } from '../../core/model/finding';
import { plural } from '../../core/model/words';
import { plainText } from '../plainText';
import { say } from '../words';
import { type CheckResult, severityCounts } from './checkResult';

interface SeverityLook {
  readonly icon: string;
  readonly word: string;
  readonly color: (colors: Colors) => Formatter;
}

const looks: Readonly<Record<Severity, SeverityLook>> = {
  error: { icon: '✖', word: 'error', color: (colors) => colors.red },
  warning: { icon: '▲', word: 'warning', color: (colors) => colors.yellow },
  information: { icon: 'ℹ', word: 'note', color: (colors) => colors.cyan },
  hint: { icon: '·', word: 'hint', color: (colors) => colors.gray },
};

const widestWord = Math.max(...Object.values(looks).map(({ word }) => word.length));

/** For people: the findings under the page they stand on, a summary last. */
export function checkPretty(result: CheckResult, colors: Colors): string {
  let width = 0;
  for (const finding of result.findings) width = Math.max(width, positionOf(finding).length);
  const severities = new Map(severityNames.map((name) => [name, severityText(name, colors)]));
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

function severityText(severity: Severity, colors: Colors): string {
  const { icon, word, color } = looks[severity];
  return color(colors)(`${icon} ${word.padEnd(widestWord)}`);
}

/** `118 pages: 3 errors, 24 warnings, 40 notes` */
function summary(result: CheckResult, colors: Colors): string {
  const { books, pages, findings, known } = result;
  const where = `${plural(pages, 'page')}${books > 1 ? ` in ${books} books` : ''}`;
  const counts = severityCounts(findings);
  const parts = severityNames.flatMap((severity) => {
    const { word, color } = looks[severity];
    return counts[severity] === 0 ? [] : [color(colors)(plural(counts[severity], word))];
  });
  const nothing = known === undefined ? 'nothing to report' : 'nothing new';
  const found = parts.length === 0 ? colors.green(nothing) : parts.join(', ');
  const leftOut = known === undefined ? '' : `; ${plural(known, 'known finding')} left out`;
  return colors.bold(`${where}: ${found}${leftOut}`);
}

/** The last line of the output, without colours. */
export function summaryText(result: CheckResult): string {
  return summary(result, createColors(false));
}
