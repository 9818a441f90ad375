import { assert } from 'chai';
import * as vscode from 'vscode';

/** How long the extension may take to notice something. */
const patienceMilliseconds = 15_000;

/** The folder that is open: a copy of the sample book. */
export function bookFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.exists(folder);
  return folder as vscode.Uri;
}

export function fileUri(path: string): vscode.Uri {
  return vscode.Uri.joinPath(bookFolder(), path);
}

export async function writeFile(path: string, text: string): Promise<vscode.Uri> {
  const uri = fileUri(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function readFile(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(path)));
}

export async function exists(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(fileUri(path));
    return true;
  } catch {
    return false;
  }
}

/** Starts the extension and waits until it has read the book. */
export async function activate(): Promise<void> {
  await vscode.extensions.getExtension('product-status-book.product-status-book')?.activate();
  // What the tests before left behind and took away again is known from here on.
  await vscode.commands.executeCommand('statusBook.rescan');
  await eventually(
    () => rulesOf('competitors/purenorth.md'),
    (rules) => rules.includes('competitor-stale'),
  );
}

export function findingsOf(path: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(fileUri(path))
    .filter(({ source }) => source === 'Status Book')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function rulesOf(path: string): string[] {
  return findingsOf(path).map(ruleOf);
}

/**
 * Reads again and again until what is read is as wanted: the extension says nothing when it is done.
 *
 * @throws when it is not as wanted in time; the message shows what was read last
 */
export async function eventually<T>(
  read: () => T | Thenable<T>,
  isWanted: (value: T) => boolean,
): Promise<T> {
  const end = Date.now() + patienceMilliseconds;
  for (;;) {
    const value = await read();
    if (isWanted(value)) return value;
    if (Date.now() > end) throw new Error(`Still not as wanted: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The quick fixes that are offered where the first finding of a rule on a page stands. */
export async function fixesFor(path: string, rule: string): Promise<vscode.CodeAction[]> {
  const document = await vscode.workspace.openTextDocument(fileUri(path));
  const finding = await eventually(
    () => findingsOf(path).find((candidate) => ruleOf(candidate) === rule),
    (found) => found !== undefined,
  );
  return fixesAt(document, finding?.range as vscode.Range);
}

export function fixesAt(document: vscode.TextDocument, range: vscode.Range): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

/** Applies a fix as a click on it does: its edit, then its command. */
export async function applyFix(fix: vscode.CodeAction | undefined): Promise<void> {
  assert.exists(fix);
  if (fix?.edit) assert.isTrue(await vscode.workspace.applyEdit(fix.edit));
  if (fix?.command) {
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
  }
}

/** Throws unsaved changes away and closes everything, so that a test leaves nothing behind. */
export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  // The command may return before the last editor is gone, which would then close the next test's.
  await eventually(
    () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length,
    (open) => open === 0,
  );
}

/** Puts a file back as it was, and waits until an open document of it is, too. */
export async function restoreFile(path: string, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(await writeFile(path, text));
  await eventually(
    () => document.getText(),
    (shown) => shown === text.replace(/^\ufeff/, ''),
  );
}

/** Activates the extension, and leaves no editor open and a file as it was behind every test; gives its text. */
export function keptFile(path: string): () => string {
  let original = '';
  before(async () => {
    await activate();
    original = await readFile(path);
  });
  afterEach(async () => {
    await closeEditors();
    await restoreFile(path, original);
  });
  return () => original;
}
