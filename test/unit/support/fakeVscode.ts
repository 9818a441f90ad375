import Module from 'node:module';

/** What a part of VS Code was given to show. */
export interface Shown {
  readonly medium: string;
  readonly texts: readonly string[];
}

/** All that was shown since `clear`. */
export const shown: Shown[] = [];
/** What the next pick or message is answered with. */
export const answers: unknown[] = [];
/** The quick pick that is open. */
export const open: { pick?: FakePick } = {};

function show(medium: string) {
  return (...given: unknown[]): Promise<unknown> => {
    shown.push({ medium, texts: textsIn(given) });
    // Nobody answers a line of the log.
    return Promise.resolve(medium === 'log' ? undefined : answers.shift());
  };
}

/** Every text in what was given, functions for validation asked as well. */
function textsIn(given: unknown): string[] {
  if (typeof given === 'string') return [given];
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([name, value]) =>
    name === 'validateInput' ? textsIn(value('')) : name === 'value' ? [] : textsIn(value),
  );
}

export class FakePick {
  title = '';
  placeholder = '';
  prompt = '';
  items: { label: string; value?: unknown }[] = [];
  activeItems: unknown[] = [];
  selectedItems: unknown[] = [];
  value = '';
  private accepted: () => void = () => undefined;
  private hidden: () => void = () => undefined;
  isShown = false;

  onDidChangeValue(): void {}
  onDidAccept(call: () => void): void {
    this.accepted = call;
  }
  onDidHide(call: () => void): void {
    this.hidden = call;
  }
  show(): void {
    this.isShown = true;
    const { title, placeholder, prompt, items } = this;
    shown.push({ medium: 'pick', texts: textsIn([title, placeholder, prompt, items]) });
  }
  hide(): void {
    this.isShown = false;
    this.hidden();
  }
  dispose(): void {}
  accept(): void {
    this.accepted();
  }
}

class FakeStatusItem {
  text = '';
  tooltip = '';
  name = '';
  show(): void {
    shown.push({ medium: 'status', texts: [this.text, this.name] });
  }
  hide(): void {}
}

class FakeMarkdown {
  constructor(public value = '') {}
  appendMarkdown(text: string): this {
    this.value += text;
    return this;
  }
  appendText(text: string): this {
    this.value += text.replace(/[\\`*_{}[\]()#+\-!~]/g, '\\$&');
    return this;
  }
}

const channel = Object.fromEntries(['debug', 'info', 'warn', 'error'].map((level) => [level, show('log')]));

const newPick = (): FakePick => {
  open.pick = new FakePick();
  return open.pick;
};

/** What listens to the file system and to documents, by the names of events. */
export const listeners = new Map<string, ((event: never) => void)[]>();

const event = (name: string) => (listener: (event: never) => void) => {
  listeners.set(name, [...(listeners.get(name) ?? []), listener]);
  return { dispose: () => listeners.delete(name) };
};

const events = (prefix: string, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, event(prefix + name)]));

/** As much of a URI as paths need. */
export function uriOf(path: string): never {
  return { scheme: 'file', authority: '', path, toString: () => `file://${path}` } as never;
}

const vscode = {
  workspace: {
    createFileSystemWatcher: (pattern: string) => ({
      ...events(`${pattern} `, 'onDidCreate', 'onDidChange', 'onDidDelete'),
      dispose: () => undefined,
    }),
    ...events(
      '',
      'onDidRenameFiles',
      'onDidCreateFiles',
      'onDidDeleteFiles',
      'onDidOpenTextDocument',
      'onDidCloseTextDocument',
      'onDidChangeTextDocument',
      'onDidChangeWorkspaceFolders',
    ),
  },
  window: {
    showInformationMessage: show('message'),
    showWarningMessage: show('message'),
    showErrorMessage: show('message'),
    showInputBox: show('input'),
    showQuickPick: show('pick'),
    showOpenDialog: show('message'),
    showSaveDialog: show('message'),
    createQuickPick: newPick,
    createInputBox: newPick,
    createStatusBarItem: () => new FakeStatusItem(),
    createOutputChannel: () => channel,
    setStatusBarMessage: show('status'),
    withProgress: show('progress'),
  },
  StatusBarAlignment: { Left: 1 },
  ProgressLocation: { Window: 1, Notification: 2 },
  ThemeColor: class {},
  MarkdownString: FakeMarkdown,
};

const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
const load = loader._load;
loader._load = (request, ...rest) => (request === 'vscode' ? vscode : load.call(loader, request, ...rest));
