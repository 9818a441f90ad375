// Stands in for the extension's main file: watches the host from before the extension is loaded.
import * as vscode from 'vscode';
import { startProbe, workedSoFar } from './probe';

const probe = startProbe();

interface Extension {
  activate(context: vscode.ExtensionContext): { readonly ready?: Promise<void> } | Promise<unknown>;
}

/** Notes when the rows of a view come back. */
function watchViews(): void {
  const create = vscode.window.createTreeView;
  Reflect.set(vscode.window, 'createTreeView', (view: string, options: vscode.TreeViewOptions<unknown>) => {
    const { treeDataProvider: provider } = options;
    const getChildren = provider.getChildren.bind(provider);
    provider.getChildren = async (node?: unknown) => {
      const rows = await getChildren(node);
      if (!node && rows && rows.length > 0) probe.rows.push({ view, at: performance.now() });
      return rows;
    };
    return create(view, options);
  });
}

/** Notes when diagnostics are handed over. */
function watchDiagnostics(): void {
  const create = vscode.languages.createDiagnosticCollection;
  Reflect.set(vscode.languages, 'createDiagnosticCollection', (name?: string) => {
    const collection = create(name);
    const set = collection.set.bind(collection) as (...given: unknown[]) => void;
    const watched = (...given: unknown[]): void => {
      set(...given);
      const [first] = given;
      const uris = Array.isArray(first) ? first.map(([uri]) => uri) : [first];
      probe.lastSent = performance.now();
      const sent = { at: probe.lastSent, worked: workedSoFar() };
      for (const uri of uris) probe.sent.set(String(uri), sent);
    };
    // The collection is frozen.
    return new Proxy({} as vscode.DiagnosticCollection, {
      get: (_, name) => {
        if (name === 'set') return watched;
        const value = Reflect.get(collection, name);
        return typeof value === 'function' ? value.bind(collection) : value;
      },
    });
  });
}

export async function activate(context: vscode.ExtensionContext): Promise<unknown> {
  watchViews();
  watchDiagnostics();
  if (context.storageUri) probe.storage = context.storageUri.toString();
  const begin = performance.now();
  Reflect.set(probe, 'startedAt', begin);
  // @ts-expect-error: stands for the built extension
  const extension = (await import('status-book-extension')) as Extension;
  probe.loaded = performance.now();
  const api = (await extension.activate(context)) as { readonly ready?: Promise<void> };
  probe.returned = performance.now();
  void Promise.resolve(api?.ready).then(() => {
    probe.ready = performance.now();
  });
  void vscode.commands.executeCommand('statusBook.activities.focus');
  return api;
}
