import { createColors } from 'picocolors';
import type { Colors, Formatter } from 'picocolors/types';
import { type Severity, severityNames } from '../../core/model/finding';
import { plural } from '../../core/model/words';
import { plainText } from '../plainText';
import { type CheckedFinding, type CheckResult, severityCounts } from './checkResult';

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
  const pages = new Map<string, CheckedFinding[]>();
  for (const finding of result.findings) {
    const ofPage = pages.get(finding.path);
    if (ofPage) ofPage.push(finding);
    else pages.set(finding.path, [finding]);
  }
  const positions = result.findings.map((finding) => positionOf(finding).length);
  const width = positions.reduce((widest, length) => Math.max(widest, length), 0);
  const blocks = [...pages].map(([path, findings]) =>
    [colors.underline(plainText(path)), ...findings.map((finding) => line(finding, width, colors))].join(
      '\n',
    ),
  );
  return `${[...blocks, summary(result, colors)].join('\n\n')}\n`;
}

function positionOf({ range: { start } }: CheckedFinding): string {
  return `${start.line + 1}:${start.character + 1}`;
}

function line(finding: CheckedFinding, width: number, colors: Colors): string {
  const { icon, word, color } = looks[finding.severity];
  const position = colors.dim(positionOf(finding).padStart(width));
  const severity = color(colors)(`${icon} ${word.padEnd(widestWord)}`);
  return `  ${position}  ${severity}  ${plainText(finding.message)}  ${colors.dim(finding.rule)}`;
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
