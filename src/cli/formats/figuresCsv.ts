import { type CsvValue, csv } from './csv';
import type { FiguresResult } from './figuresResult';

type Row = readonly [analysis: string, subject: string, measure: string, value: CsvValue];

/**
 * One row for each number: the analysis, what it is about (a page, a horizon, a department, a pair of them; empty for
 * the whole book), what is measured, and the value.
 */
export function figuresCsv(figures: FiguresResult): string {
  const { trend, freshness, pace, trust, calibration, backlog, improvements, lineChanges, contacts } =
    figures;
  const rows: Row[] = [
    ...trend.flatMap(({ horizon, ...measures }) => rowsOf('trend', horizon, measures)),
    ...freshness.flatMap(({ path, ...measures }) => rowsOf('freshness', path, measures)),
    ...pace.flatMap(({ path, ...measures }) => rowsOf('pace', path, measures)),
    ...trust.flatMap(({ from, to, ...measures }) => rowsOf('trust', `${from} -> ${to}`, measures)),
    ...rowsOf('calibration', '', calibration),
    ...rowsOf('backlog', '', { total: backlog.total }),
    ...backlog.pages.flatMap(({ path, ...measures }) => rowsOf('backlog', path, measures)),
    ...improvements.flatMap(({ path, ...measures }) => rowsOf('improvements', path, measures)),
    ...lineChanges.flatMap(({ path, ...measures }) => rowsOf('lineChanges', path, measures)),
    ...contacts.flatMap((contact) =>
      rowsOf('contacts', 'path' in contact ? contact.path : contact.department, { last: contact.last }),
    ),
  ];
  return csv([['analysis', 'subject', 'measure', 'value'], ...rows]);
}

function rowsOf(analysis: string, subject: string, measures: object): Row[] {
  return (Object.entries(measures) as [string, CsvValue][]).map(([measure, value]) => [
    analysis,
    subject,
    measure,
    value,
  ]);
}
