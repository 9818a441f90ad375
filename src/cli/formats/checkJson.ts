import type { Finding } from '../../core/model/finding';
import { jsonLine } from '../plainText';
import { say } from '../words';
import { type CheckResult, severityCounts } from './checkResult';
import { messageData } from './messageData';

/** So many findings are written at once: all of them as one text would need several times the memory. */
const findingsAtOnce = 1_000;

/** One line, in pieces. Lines and columns count from 1, columns in UTF-16 units. */
export function* checkJson(result: CheckResult): Generator<string> {
  const { today, pages, findings, known } = result;
  yield `${inner({ version: 1, today, pages })},"findings":[`;
  for (let from = 0; from < findings.length; from += findingsAtOnce) {
    const some = findings.slice(from, from + findingsAtOnce).map((finding) => found(finding, result));
    yield (from === 0 ? '' : ',') + inner(some);
  }
  const summary = { summary: severityCounts(findings), ...(known === undefined ? {} : { known }) };
  yield `],${jsonLine(summary).slice(1)}`;
}

function found(finding: Finding, { fixesOf }: CheckResult) {
  const { rule, severity, path, range, message } = finding;
  return {
    rule,
    severity,
    path,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    message: say(message),
    fixes: fixesOf(finding),
    ...messageData(message),
  };
}

/** An object without its closing brace, or what stands between the brackets of a list. */
function inner(value: object): string {
  const line = jsonLine(value).trimEnd();
  return Array.isArray(value) ? line.slice(1, -1) : line.slice(0, -1);
}
