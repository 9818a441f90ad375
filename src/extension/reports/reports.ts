import type * as vscode from 'vscode';
import { once } from '../../core/model/once';
import type { BookSession } from '../books/bookSession';
import type { BookChoice } from '../commands/bookChoice';
import { ExportCsv } from '../commands/exportCsv';
import { ProductOnePager } from '../commands/onePager';
import { WriteReview } from '../commands/review';
import { SaveAsHtml } from '../commands/saveAsHtml';
import type { PageEditor } from '../pageEditor';
import type { Settings } from '../settings';
import { OnePagerDocuments } from './onePagerDocuments';

export interface ReportParts {
  readonly session: BookSession;
  readonly settings: Settings;
  readonly choice: BookChoice;
  readonly editor: PageEditor;
  /** Takes over what has been typed and not been looked at yet. */
  flush(): Promise<void>;
  /** The page that a tree node or a menu stands for. */
  uriOf(given: unknown): vscode.Uri | undefined;
}

/** Reviews, one-pagers and exports with their commands. */
export function createReports({ session, settings, choice, editor, flush, uriOf }: ReportParts) {
  const documents = new OnePagerDocuments(session, settings);
  const saveAsHtml = new SaveAsHtml(session, documents);
  const review = once(() => new WriteReview(session, settings, choice, editor, saveAsHtml));
  const onePager = once(() => new ProductOnePager(session, choice, documents, saveAsHtml));
  const exportCsv = once(() => new ExportCsv(session, choice));
  const upToDate = (run: (given: unknown) => Promise<void>) => async (given: unknown) => {
    await flush();
    return run(given);
  };
  return {
    disposables: [documents, saveAsHtml],
    commands: {
      'statusBook.writeReview': upToDate((week) => review().run('week', week)),
      'statusBook.writeMonthlyReview': upToDate((month) => review().run('month', month)),
      'statusBook.writeQuarterlyReview': upToDate((quarter) => review().run('quarter', quarter)),
      'statusBook.openOnePager': upToDate((given) => onePager().run(uriOf(given))),
      'statusBook.saveAsHtml': upToDate((given) => saveAsHtml.run(given)),
      'statusBook.exportCsv': upToDate((given) => exportCsv().run(given)),
    },
  };
}
