import * as vscode from 'vscode';

/** Where the page of a rule is read: the extension brings it along, so that it opens without a network. */
export class RuleDocumentation {
  constructor(private readonly extensionUri: vscode.Uri) {}

  of(rule: string): vscode.Uri {
    return vscode.Uri.joinPath(this.extensionUri, 'docs', 'rules', `${rule}.md`);
  }
}
