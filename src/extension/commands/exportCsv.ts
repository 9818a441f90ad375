import * as vscode from 'vscode';
import { t } from '../../core/model/message';
import { byteOrderMark } from '../../core/report/csv';
import { type CsvExport, csvExports, exportCsv } from '../../core/report/csvExports';
import type { BookSession } from '../books/bookSession';
import { saveFile } from '../reports/saveFile';
import { pickOne } from '../ui/questions';
import { say } from '../ui/words';
import type { BookChoice } from './bookChoice';

/** Saves time, budgets or voices for a spreadsheet. */
export class ExportCsv {
  constructor(
    private readonly session: BookSession,
    private readonly choice: BookChoice,
  ) {}

  /** @param given for key bindings: `what` is exported, and the file `to` save it to; asked for where they are absent */
  async run(given?: unknown): Promise<void> {
    const { what, to } = (given ?? {}) as { what?: unknown; to?: unknown };
    const book = await this.choice.choose();
    if (!book) return;
    const chosen = csvExports.find(({ id }) => id === what)?.id ?? (await pick());
    if (!chosen) return;
    // Excel takes a file for UTF-8 only with the mark.
    const text = `${byteOrderMark}${exportCsv(chosen, book.index, this.session.today)}`;
    await saveFile(text, {
      title: t`Export as CSV`,
      name: `${chosen}-${this.session.today}.csv`,
      folder: book.folder,
      filter: { [say(t`Comma-separated values`)]: ['csv'] },
      ...(to instanceof vscode.Uri ? { to } : {}),
    });
  }
}

async function pick(): Promise<CsvExport | undefined> {
  const rows = csvExports.map(({ id, title, description }) => ({
    label: title,
    detail: description,
    value: id,
  }));
  return pickOne(rows, { title: t`Export what as CSV?` });
}
