import { escapedText } from '../../core/model/escapedText';
import { type Finding, type Severity, severityNames } from '../../core/model/finding';
import { plural, t } from '../../core/model/message';
import { plainText } from '../plainText';
import type { Terminal } from '../terminal';
import { say } from '../words';
import { summaryText } from './checkPretty';
import type { CheckResult } from './checkResult';

const commands: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** GitHub shows no more annotations of each kind for one step, and drops the rest silently. */
const shownOfEachKind = 10;

/** Workflow commands of GitHub Actions, the worst first: those are shown when there are too many. */
export function checkGithub(result: CheckResult): string {
  return worstFirst(result)
    .map((finding) => `${command(finding, result)}\n`)
    .join('');
}

/**
 * What the log of the step shows beside the annotations: the sum, and where there are more findings than GitHub shows,
 * all of them with their places.
 */
export function logGithub(result: CheckResult, { warn, command }: Pick<Terminal, 'warn' | 'command'>): void {
  const summary = summaryText(result);
  const counts = new Map<string, number>();
  for (const { severity } of result.findings)
    counts.set(commands[severity], (counts.get(commands[severity]) ?? 0) + 1);
  warn(summary);
  if (Math.max(0, ...counts.values()) <= shownOfEachKind) return;
  warn(t`GitHub shows ${shownOfEachKind} annotations of each kind; here is everything.`);
  command(`::group::${say(t`All ${plural(result.findings.length, 'finding')}`)}`);
  for (const finding of worstFirst(result)) warn(logLine(finding, result));
  command('::endgroup::');
}

function worstFirst({ findings }: CheckResult): Finding[] {
  const rank = ({ severity }: Finding): number => severityNames.indexOf(severity);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

function command(
  { severity, path, range: { start, end }, rule, message }: Finding,
  result: CheckResult,
): string {
  const properties = {
    file: result.checkoutPath(path),
    line: start.line + 1,
    col: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    title: rule,
  };
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapedProperty(escapedText(String(value), '\r\n'))}`,
  );
  return `::${commands[severity]} ${written.join(',')}::${escapedData(plainText(say(message)))}`;
}

function logLine({ severity, path, range: { start }, rule, message }: Finding, result: CheckResult): string {
  const place = `${result.checkoutPath(path)}:${start.line + 1}:${start.character + 1}`;
  return `${severity}: ${place} ${say(message)} (${rule})`;
}

/** As in `@actions/core`, which writes to the process itself. */
function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
