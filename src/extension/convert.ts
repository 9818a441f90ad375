import * as vscode from 'vscode';
import type { Finding, Severity } from '../core/model/finding';
import { either, plural, t } from '../core/model/message';
import type { Range, TextEdit } from '../core/model/text';
import { inLabel } from './ui/plainText';

export const diagnosticSource = 'Status Book';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Faded: what the book does not count. */
const unnecessary: ReadonlySet<string> = new Set(['time-future']);

export interface FindingPlaces {
  /** The file of a page, from its path in the book. */
  uriOf(path: string): vscode.Uri;
  documentationOf(rule: string): vscode.Uri;
}

export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function toDiagnostic(finding: Finding, places: FindingPlaces): vscode.Diagnostic {
  const { rule, severity, message, range, related } = finding;
  const diagnostic = new vscode.Diagnostic(toRange(range), inLabel(message), severities[severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: rule, target: places.documentationOf(rule) };
  if (related && related.length > 0) {
    diagnostic.relatedInformation = related.map(
      (place) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(places.uriOf(place.path), toRange(place.range)),
          inLabel(place.message),
        ),
    );
  }
  if (unnecessary.has(rule)) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}

/** Says at the top of a file that more was found than is shown. */
export function toRemainder(count: number): vscode.Diagnostic {
  const message = t`${plural(count, 'more finding')} of this page ${either(count === 1, 'is', 'are')} not shown. Correct some of those that are, or run “status-book check”.`;
  const top = new vscode.Range(0, 0, 0, 0);
  const diagnostic = new vscode.Diagnostic(top, inLabel(message), vscode.DiagnosticSeverity.Information);
  diagnostic.source = diagnosticSource;
  return diagnostic;
}

/** True for the diagnostic that was made of a finding. */
export function isDiagnosticOf(diagnostic: vscode.Diagnostic, finding: Finding): boolean {
  const { code } = diagnostic;
  const rule = typeof code === 'object' ? code.value : code;
  return (
    diagnostic.source === diagnosticSource &&
    rule === finding.rule &&
    diagnostic.range.isEqual(toRange(finding.range))
  );
}

export function toTextEdits(edits: readonly TextEdit[]): vscode.TextEdit[] {
  return edits.map((edit) => vscode.TextEdit.replace(toRange(edit.range), edit.newText));
}
