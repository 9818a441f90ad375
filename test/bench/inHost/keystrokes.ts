import * as vscode from 'vscode';
import { longestBlock, type Probe, workedSoFar } from './probe';

/** One page that is typed in; milliseconds for each keystroke. */
export interface Typing {
  readonly page: string;
  /** From the typed text being with the extension until VS Code tells of the new diagnostics. */
  readonly shown: readonly number[];
  /** From the typed text being with the extension until the extension has handed them over. */
  readonly sent: readonly number[];
  /** How long the host worked of that, where it can tell. */
  readonly busy: readonly number[];
  /** The longest time in which the host did nothing else, from the first keystroke to the last. */
  readonly longestBlock: number;
}

interface TypedPage {
  readonly name: string;
  readonly find: () => Promise<vscode.Uri>;
  /** A word of the page, and the same with its last character mistyped, which is a finding of this very page. */
  readonly right: string;
  readonly wrong: string;
}

const runs = 25;
const warmUp = 3;
const pause = 200;
const patience = 30_000;

const pages: readonly TypedPage[] = [
  { name: 'a log page', find: newestLog, right: '- 45m liaison', wrong: '- 45m liaisom' },
  {
    name: 'the competitor that most pages refer to',
    find: async () => fileUri('competitors/competitor-1.md'),
    right: 'threat: high',
    wrong: 'threat: higx',
  },
  {
    name: 'prose of book.md',
    find: async () => fileUri('book.md'),
    right: '@finance -> @me',
    wrong: '@financx -> @me',
  },
  { name: 'a setting of book.md', find: async () => fileUri('book.md'), right: 'fri]', wrong: 'frx]' },
];

export async function keystrokesIn(probe: Probe): Promise<Typing[]> {
  const all: Typing[] = [];
  for (const page of pages) all.push(await typeIn(page, probe));
  return all;
}

async function typeIn({ name, find, right, wrong }: TypedPage, probe: Probe): Promise<Typing> {
  const document = await vscode.workspace.openTextDocument(await find());
  const editor = await vscode.window.showTextDocument(document);
  await wait(1000);
  const shown: number[] = [];
  const sent: number[] = [];
  const busy: number[] = [];
  let begin = performance.now();
  for (let run = -warmUp; run < runs + ((runs + warmUp) % 2); run++) {
    if (run === 0) begin = performance.now();
    const [before, after] = document.getText().includes(right) ? [right, wrong] : [wrong, right];
    const taken = await typeOnce(editor, before, after, probe);
    if (run >= 0 && run < runs) {
      shown.push(taken.shown);
      sent.push(taken.sent);
      if (taken.busy !== undefined) busy.push(taken.busy);
    }
    await wait(pause);
  }
  const block = longestBlock(probe, begin, performance.now());
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  return { page: name, shown, sent, busy, longestBlock: block.length };
}

interface Taken {
  readonly shown: number;
  readonly sent: number;
  readonly busy?: number;
}

async function typeOnce(
  editor: vscode.TextEditor,
  old: string,
  typedText: string,
  probe: Probe,
): Promise<Taken> {
  const { document } = editor;
  const offset = document.getText().indexOf(old);
  if (offset < 0) throw new Error(`${document.uri.path} has no “${old}”.`);
  const before = findings(document.uri);
  let typed = 0;
  let workedBefore: number | undefined;
  const listening = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document !== document || event.contentChanges.length === 0 || typed > 0) return;
    typed = performance.now();
    workedBefore = workedSoFar();
  });
  try {
    const told = nextDiagnostics(document.uri, before);
    await editor.edit((builder) => {
      const place = (at: number): vscode.Position => document.positionAt(offset + at);
      builder.replace(new vscode.Range(place(0), place(old.length)), typedText);
    });
    const at = await told;
    const sent = probe.sent.get(document.uri.toString());
    if (!sent || sent.at < typed) throw new Error(`${document.uri.path} got diagnostics of somebody else.`);
    const isKnown = sent.worked !== undefined && workedBefore !== undefined;
    const work = isKnown ? { busy: (sent.worked ?? 0) - (workedBefore ?? 0) } : {};
    return { shown: at - typed, sent: sent.at - typed, ...work };
  } finally {
    listening.dispose();
  }
}

/** Settled when the findings of a page are others, with the time. */
function nextDiagnostics(uri: vscode.Uri, before: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      listening.dispose();
      reject(new Error(`${uri.path} got no new diagnostics.`));
    }, patience);
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((changed) => changed.toString() === uri.toString()) || findings(uri) === before) return;
      clearTimeout(limit);
      listening.dispose();
      resolve(performance.now());
    });
  });
}

function findings(uri: vscode.Uri): string {
  return vscode.languages
    .getDiagnostics(uri)
    .map(({ message }) => message)
    .join('\n');
}

async function newestLog(): Promise<vscode.Uri> {
  const entries = await vscode.workspace.fs.readDirectory(fileUri('log'));
  const names = entries.map(([name]) => name).sort();
  return fileUri(`log/${names[names.length - 1]}`);
}

function fileUri(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
