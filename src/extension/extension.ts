import * as vscode from 'vscode';
import { faultLine, onFault } from '../core/model/faults';
import type { FixPlan } from '../core/model/fix';
import { t } from '../core/model/message';
import { once } from '../core/model/once';
import type { TreeNode } from '../core/report/trees/treeNode';
import { BookFiles } from './books/bookFiles';
import { BookSession } from './books/bookSession';
import { FollowRenames } from './books/followRenames';
import type { LocalFiles } from './books/localFiles';
import { UndoneRenames } from './books/undoneRenames';
import { WorkspaceEvents } from './books/workspaceEvents';
import { WorkspaceSync } from './books/workspaceSync';
import { Clock } from './clock';
import { applyFixCommand, CodeActions } from './codeActions';
import { ApplyFix } from './commands/applyFix';
import { BookChoice } from './commands/bookChoice';
import { CheckBook, Rescan } from './commands/checkBook';
import { CommitmentActions } from './commands/commitmentActions';
import { DailyLog } from './commands/dailyLog';
import { FirstLook } from './commands/firstLook';
import { InitialiseBook } from './commands/initialiseBook';
import { LogTime } from './commands/logTime';
import { MarkAsReviewed } from './commands/markAsReviewed';
import { NewPage } from './commands/newPage';
import { OpenSampleBook } from './commands/openSampleBook';
import { RowActions } from './commands/rowActions';
import { createTimer } from './commands/timerCommands';
import { TimerLog } from './commands/timerLog';
import { ContextKeys } from './contextKeys';
import { Dashboard } from './dashboard/dashboard';
import { Diagnostics } from './diagnostics';
import { Decorations } from './language/decorations';
import { registerLanguageFeatures } from './language/languageFeatures';
import { OpenPages } from './language/openPage';
import { PageEditor } from './pageEditor';
import { PagePreview } from './preview/pagePreview';
import { createReports } from './reports/reports';
import { RuleDocumentation } from './ruleDocumentation';
import { Settings } from './settings';
import { inBackground, reported } from './ui/background';
import { log } from './ui/log';
import { withQuietProgress } from './ui/progress';
import { useWords, wordsIn } from './ui/words';
import { uriOfNode } from './views/bookTree';
import { StatusBar } from './views/statusBar';
import { createViews } from './views/views';

/** What other extensions get; VS Code’s Markdown preview takes its plugin from here. */
export interface StatusBookApi extends Pick<PagePreview, 'extendMarkdownIt'> {
  /** Settled when the books of the workspace have been read. */
  readonly ready: Promise<void>;
}

/** The extension in a host that knows of files through VS Code alone: the browser. */
export function activate(context: vscode.ExtensionContext): StatusBookApi {
  return activateWith(context, undefined);
}

/** Puts the parts together; the same for the Node host and for the browser. Does not wait for the books to be read. */
export function activateWith(
  { subscriptions, extensionUri, globalState, workspaceState }: vscode.ExtensionContext,
  local: LocalFiles | undefined,
): StatusBookApi {
  useWords(wordsIn(vscode.env.language, vscode.l10n.bundle));
  const settings = new Settings();
  const clock = new Clock(settings);
  const files = new BookFiles(log, local);
  const session = new BookSession(clock, settings);
  const sync = new WorkspaceSync(session, files);
  const events = new WorkspaceEvents(sync);
  const flush = (): Promise<void> => events.flush();
  const documentation = new RuleDocumentation(extensionUri);
  const diagnostics = new Diagnostics(session, documentation);
  const ready = reported(() =>
    withQuietProgress(t`Reading the status book`, (isStopped) => sync.load(isStopped)),
  );
  const codeActions = new CodeActions(session, flush);
  const ignoreFaults = onFault((fault) => {
    log.warn(faultLine(fault));
    log.error(fault.error);
  });
  subscriptions.push({ dispose: ignoreFaults }, log, settings, clock, session, events, diagnostics);
  const renames = new FollowRenames({ session, settings, files, ready, flush });
  const undone = new UndoneRenames();
  subscriptions.push(
    new StatusBar(session),
    new ContextKeys(session, ready),
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, codeActions, CodeActions.metadata),
    registerLanguageFeatures({
      session,
      ready,
      pages: new OpenPages(session, flush),
      files,
      renames,
      undone,
      clock,
      documentation,
    }),
    renames,
    undone,
  );

  const preview = new PagePreview(session);
  subscriptions.push(preview, new Decorations(session));

  const dashboard = new Dashboard({ session, ready, extensionUri });
  subscriptions.push(dashboard);

  const choice = new BookChoice(session, ready);
  const editor = new PageEditor(session, sync, files);
  const firstLook = new FirstLook(globalState, ready);
  // Made, and their code loaded, when the first of them is run.
  const asked = once(() => {
    const dailyLog = new DailyLog(session, choice, editor, files);
    const newPage = new NewPage(session, choice, editor, dailyLog);
    return {
      dailyLog,
      newPage,
      logTime: new LogTime(session, choice, dailyLog, editor, clock),
      applyFix: new ApplyFix(session, editor, newPage),
      markAsReviewed: new MarkAsReviewed(session, editor),
      initialiseBook: new InitialiseBook(clock, editor, files, firstLook),
      sampleBook: new OpenSampleBook(extensionUri, clock, files, sync, editor, firstLook),
      checkBook: new CheckBook(session, flush),
      rescan: new Rescan(session, sync),
    };
  });
  const uriOf = (given: unknown): vscode.Uri | undefined =>
    given instanceof vscode.Uri ? given : given ? uriOfNode(session, given as TreeNode) : undefined;
  const reports = createReports({ session, settings, choice, editor, flush, uriOf });
  subscriptions.push(...reports.disposables);
  const timerLog = (): TimerLog => new TimerLog(session, asked().dailyLog, editor);
  const timer = createTimer({ session, choice, timerLog, clock, settings });
  subscriptions.push(timer.status);
  const views = createViews({
    session,
    clock,
    ready,
    memory: workspaceState,
    commitments: new CommitmentActions(session, editor),
    rows: new RowActions(
      session,
      (type) => asked().newPage.run(type),
      (given) => asked().logTime.run(given),
    ),
    report: reported,
  });
  subscriptions.push(...views.disposables);
  const commands: Readonly<Record<string, (...given: never[]) => Promise<void>>> = {
    ...views.commands,
    ...reports.commands,
    ...timer.commands,
    'statusBook.initialiseBook': () => asked().initialiseBook.run(),
    'statusBook.openSampleBook': (parent: unknown) => asked().sampleBook.run(parent),
    'statusBook.openDashboard': () => dashboard.open(),
    'statusBook.newPage': (type: unknown) => asked().newPage.run(type),
    'statusBook.openTodaysLog': () => asked().dailyLog.run(),
    'statusBook.logTime': (given: unknown) => asked().logTime.run(given),
    'statusBook.markAsReviewed': (given: unknown) => asked().markAsReviewed.run(uriOf(given)),
    'statusBook.checkBook': () => asked().checkBook.run(),
    'statusBook.rescan': () => asked().rescan.run(),
    [applyFixCommand]: (uri: vscode.Uri, plan: FixPlan) => asked().applyFix.run(uri, plan),
  };
  for (const [id, run] of Object.entries(commands)) {
    const command = (...given: never[]): Promise<void> => reported(() => run(...given));
    subscriptions.push(vscode.commands.registerCommand(id, command));
  }
  inBackground(reported(() => firstLook.resume()));
  return { extendMarkdownIt: preview.extendMarkdownIt, ready };
}
