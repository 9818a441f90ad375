import * as vscode from 'vscode';
import type { FixPlan } from '../core/model/fix';
import { BookFiles } from './books/bookFiles';
import { BookSession } from './books/bookSession';
import { WorkspaceEvents } from './books/workspaceEvents';
import { WorkspaceSync } from './books/workspaceSync';
import { Clock } from './clock';
import { applyFixCommand, CodeActions } from './codeActions';
import { ApplyFix } from './commands/applyFix';
import { BookChoice } from './commands/bookChoice';
import { CheckBook, Rescan } from './commands/checkBook';
import { DailyLog } from './commands/dailyLog';
import { InitialiseBook } from './commands/initialiseBook';
import { LogTime } from './commands/logTime';
import { MarkAsReviewed } from './commands/markAsReviewed';
import { NewPage } from './commands/newPage';
import { ContextKeys } from './contextKeys';
import { Diagnostics } from './diagnostics';
import { PageEditor, reported } from './pageEditor';
import { RuleDocumentation } from './ruleDocumentation';
import { Settings } from './settings';
import { ActivitiesView } from './views/activitiesView';
import type { ActivityNode } from './views/activityNode';
import { StatusBar } from './views/statusBar';

/** Puts the parts together; the same for the Node host and for the browser. */
export async function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('Status Book', { log: true });
  const settings = new Settings();
  const clock = new Clock(settings);
  const files = new BookFiles(log);
  const session = new BookSession(clock, settings);
  const sync = new WorkspaceSync(session, files);
  const events = new WorkspaceEvents(sync);
  const flush = (): void => events.flush();
  const diagnostics = new Diagnostics(session, new RuleDocumentation(extensionUri));
  const ready = reported(() => sync.load(), log);
  const activities = new ActivitiesView(session, ready);
  const codeActions = new CodeActions(session, flush, log);
  subscriptions.push(log, settings, clock, session, events, diagnostics, activities);
  subscriptions.push(
    new StatusBar(session),
    new ContextKeys(session, ready),
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, codeActions, CodeActions.metadata),
  );

  const choice = new BookChoice(session, ready);
  const editor = new PageEditor(session, sync, files);
  const dailyLog = new DailyLog(session, choice, editor);
  const logTime = new LogTime(session, choice, dailyLog, editor, clock);
  const newPage = new NewPage(session, choice, editor, dailyLog);
  const applyFix = new ApplyFix(session, editor, newPage);
  const markAsReviewed = new MarkAsReviewed(session, editor);
  const initialiseBook = new InitialiseBook(clock, editor, files);
  const checkBook = new CheckBook(session, flush);
  const rescan = new Rescan(session, sync);
  const uriOf = (given: unknown): vscode.Uri | undefined =>
    given instanceof vscode.Uri ? given : given ? activities.uriOf(given as ActivityNode) : undefined;
  const commands: Readonly<Record<string, (...given: never[]) => Promise<void>>> = {
    'statusBook.initialiseBook': () => initialiseBook.run(),
    'statusBook.newPage': (type: unknown) => newPage.run(type),
    'statusBook.openTodaysLog': () => dailyLog.run(),
    'statusBook.logTime': (given: unknown) => logTime.run(given),
    'statusBook.markAsReviewed': (given: unknown) => markAsReviewed.run(uriOf(given)),
    'statusBook.checkBook': () => checkBook.run(),
    'statusBook.rescan': () => rescan.run(),
    [applyFixCommand]: (uri: vscode.Uri, plan: FixPlan) => applyFix.run(uri, plan),
  };
  for (const [id, run] of Object.entries(commands)) {
    const command = (...given: never[]): Promise<void> => reported(() => run(...given), log);
    subscriptions.push(vscode.commands.registerCommand(id, command));
  }
  await ready;
}
