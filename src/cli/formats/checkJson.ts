import { jsonLine } from '../plainText';
import { type CheckResult, severityCounts } from './checkResult';

/** Lines and columns count from 1, columns in UTF-16 units. */
export function checkJson({ today, pages, findings, known }: CheckResult): string {
  const result = {
    version: 1,
    today,
    pages,
    findings: findings.map(({ rule, severity, path, range, message, fixes }) => ({
      rule,
      severity,
      path,
      line: range.start.line + 1,
      column: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
      message,
      fixes: fixes(),
    })),
    summary: severityCounts(findings),
    ...(known === undefined ? {} : { known }),
  };
  return jsonLine(result);
}
