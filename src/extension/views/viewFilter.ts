import * as vscode from 'vscode';
import type { BookTree } from './bookTree';

/** Asks for the text of a view's filter; the view follows while it is typed, and is as before where the user gives up. */
export function askFilter(tree: BookTree, title: string): Promise<void> {
  const before = tree.filter;
  const box = vscode.window.createInputBox();
  box.title = `Filter: ${title}`;
  box.prompt = 'Shows the rows with all of these words. Empty shows everything.';
  box.placeholder = 'For instance a product, a department or “late”';
  box.value = before;
  return new Promise((resolve) => {
    let isAccepted = false;
    box.onDidChangeValue((text) => tree.setFilter(text));
    box.onDidAccept(() => {
      isAccepted = true;
      tree.setFilter(box.value.trim());
      box.hide();
    });
    box.onDidHide(() => {
      if (!isAccepted) tree.setFilter(before);
      box.dispose();
      resolve();
    });
    box.show();
  });
}
