import * as vscode from 'vscode';
import { type Severity, severityNames } from '../../core/model/finding';
import { plural, type Text, t } from '../../core/model/message';
import { enumeration } from '../../core/model/texts';
import type { BookSession } from '../books/bookSession';
import type { WorkspaceSync } from '../books/workspaceSync';
import { inBackground } from '../ui/background';
import { notify } from '../ui/messages';
import { withProgress } from '../ui/progress';
import { flash } from '../ui/statusItem';

const counted: Readonly<Record<Severity, (count: number) => Text>> = {
  error: (count) => t`${plural(count, 'error')}`,
  warning: (count) => t`${plural(count, 'warning')}`,
  information: (count) => t`${plural(count, 'note')}`,
  hint: (count) => t`${plural(count, 'hint')}`,
};

/** Checks all books anew and says what was found. */
export class CheckBook {
  constructor(
    private readonly session: BookSession,
    private readonly flush: () => Promise<void>,
  ) {}

  async run(): Promise<void> {
    await this.flush();
    await withProgress(t`Checking the status book`, () => this.session.recheck());
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    inBackground(notify('information', summary(this.session)));
  }
}

/** Reads all files anew: for folders in which changes go unnoticed, such as linked ones. */
export class Rescan {
  constructor(
    private readonly session: BookSession,
    private readonly sync: WorkspaceSync,
  ) {}

  async run(): Promise<void> {
    await withProgress(t`Reading the status book`, (isStopped) => this.sync.load(isStopped));
    await this.session.recheck();
    flash(t`${plural(pageCount(this.session), 'page')} read.`);
  }
}

/** `118 pages checked: 6 errors, 40 warnings and 30 notes.` */
export function summary(session: Pick<BookSession, 'books'>): Text {
  const counts = new Map<Severity, number>();
  for (const { checker } of session.books()) {
    for (const { severity } of checker.findings()) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  }
  const found = severityNames.flatMap((severity) => {
    const count = counts.get(severity);
    return count ? [counted[severity](count)] : [];
  });
  const pages = plural(pageCount(session), 'page');
  return t`${pages} checked: ${found.length > 0 ? enumeration(found) : t`nothing to report`}.`;
}

function pageCount(session: Pick<BookSession, 'books'>): number {
  return session.books().reduce((sum, { index }) => sum + index.pageCount, 0);
}
