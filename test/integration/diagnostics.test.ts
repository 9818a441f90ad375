import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  activate,
  closeEditors,
  eventually,
  fileUri,
  findingsOf,
  readFile,
  ruleOf,
  rulesOf,
  writeFile,
} from './support';

const folderOfTests = 'scratch';

function competitor(reviewed: string): string {
  return `---
type: competitor
threat: high
reviewed: ${reviewed}
---

# Scratch

## Summary

## Strengths

## Weaknesses

## Pricing

## Our answer
`;
}

describe('Diagnostics', () => {
  before(activate);
  afterEach(async () => {
    await closeEditors();
    if (await vscode.workspace.fs.stat(fileUri(folderOfTests)).then(undefined, () => undefined)) {
      await vscode.workspace.fs.delete(fileUri(folderOfTests), { recursive: true });
    }
  });

  it('cover pages that no editor shows, with exact range, source, severity and rule', () => {
    // A page that no other test opens: VS Code keeps documents for a while after their editor is closed.
    const path = 'competitors/osmaro.md';
    assert.isFalse(vscode.workspace.textDocuments.some(({ uri }) => uri.path.endsWith(path)));
    const finding = findingsOf(path).find((candidate) => ruleOf(candidate) === 'competitor-stale');
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
    assert.isTrue(finding?.range.isEqual(new vscode.Range(4, 10, 4, 20)));
    assert.match(finding?.message ?? '', /^Reviewed 187 days ago; .* due every 90 days/);
  });

  it('link each finding to a page of documentation that is there', async () => {
    const code = findingsOf('competitors/purenorth.md')[0]?.code;
    const target = typeof code === 'object' ? code.target : undefined;
    assert.exists(target);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target as vscode.Uri));
    assert.include(text, `# ${ruleOf(findingsOf('competitors/purenorth.md')[0] as vscode.Diagnostic)}`);
  });

  it('relate the unbalanced time to the band in book.md', async () => {
    const finding = await eventually(
      () => findingsOf('log/2026-11-23.md').find((candidate) => ruleOf(candidate) === 'time-unbalanced'),
      (found) => found !== undefined,
    );
    const place = finding?.relatedInformation?.[0];
    assert.equal(place?.location.uri.toString(), fileUri('book.md').toString());
  });

  it('leave Markdown files alone that are no pages', async () => {
    await writeFile(`${folderOfTests}/notes.md`, '# Notes\n\n[[nowhere]]\n');
    await writeFile(`${folderOfTests}/rival.md`, competitor('2026-01-01'));
    await eventually(
      () => rulesOf(`${folderOfTests}/rival.md`),
      (rules) => rules.includes('competitor-stale'),
    );
    assert.deepEqual(rulesOf(`${folderOfTests}/notes.md`), []);
  });

  it('follow typing before anything is saved, and the disk again after a revert', async () => {
    const path = `${folderOfTests}/rival.md`;
    await writeFile(path, competitor('2026-01-01'));
    await eventually(
      () => rulesOf(path),
      (rules) => rules.includes('competitor-stale'),
    );
    const document = await vscode.workspace.openTextDocument(fileUri(path));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.replace(new vscode.Range(3, 10, 3, 20), '2026-11-20'));
    await eventually(
      () => rulesOf(path),
      (rules) => !rules.includes('competitor-stale'),
    );
    assert.isTrue(document.isDirty);
    assert.include(await readFile(path), '2026-01-01');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually(
      () => rulesOf(path),
      (rules) => rules.includes('competitor-stale'),
    );
  });

  it('follow files that are created, changed and deleted outside', async () => {
    const path = `${folderOfTests}/rival.md`;
    await writeFile(path, competitor('2026-01-01'));
    await eventually(
      () => rulesOf(path),
      (rules) => rules.includes('competitor-stale'),
    );
    await writeFile(path, competitor('2026-11-20'));
    await eventually(
      () => rulesOf(path),
      (rules) => !rules.includes('competitor-stale'),
    );
    await writeFile(path, competitor('2026-01-01'));
    await eventually(
      () => rulesOf(path),
      (rules) => rules.includes('competitor-stale'),
    );
    await vscode.workspace.fs.delete(fileUri(path));
    await eventually(
      () => rulesOf(path),
      (rules) => rules.length === 0,
    );
  });

  it('go with a folder that is deleted as a whole', async () => {
    const path = `${folderOfTests}/deep/er/rival.md`;
    await writeFile(path, competitor('2026-01-01'));
    await eventually(
      () => rulesOf(path),
      (rules) => rules.includes('competitor-stale'),
    );
    await vscode.workspace.fs.delete(fileUri(folderOfTests), { recursive: true });
    await eventually(
      () => rulesOf(path),
      (rules) => rules.length === 0,
    );
  });

  it('go with the files of a folder that is deleted and made again at once', async () => {
    await writeFile(`${folderOfTests}/old/rival.md`, competitor('2026-01-01'));
    await eventually(
      () => rulesOf(`${folderOfTests}/old/rival.md`),
      (rules) => rules.includes('competitor-stale'),
    );
    await vscode.workspace.fs.delete(fileUri(`${folderOfTests}/old`), { recursive: true });
    await writeFile(`${folderOfTests}/old/other.md`, competitor('2026-01-01'));
    await eventually(
      () => rulesOf(`${folderOfTests}/old/other.md`),
      (rules) => rules.includes('competitor-stale'),
    );
    await eventually(
      () => rulesOf(`${folderOfTests}/old/rival.md`),
      (rules) => rules.length === 0,
    );
  });

  it('move with a page that is renamed in the editor, and with its folder', async () => {
    await writeFile(`${folderOfTests}/one/rival.md`, competitor('2026-01-01'));
    await eventually(
      () => rulesOf(`${folderOfTests}/one/rival.md`),
      (rules) => rules.includes('competitor-stale'),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fileUri(`${folderOfTests}/one`), fileUri(`${folderOfTests}/two`));
    await vscode.workspace.applyEdit(edit);
    await eventually(
      () => rulesOf(`${folderOfTests}/two/rival.md`),
      (rules) => rules.includes('competitor-stale'),
    );
    await eventually(
      () => rulesOf(`${folderOfTests}/one/rival.md`),
      (rules) => rules.length === 0,
    );
  });

  it('skip folders that start with a dot', async () => {
    await writeFile(`${folderOfTests}/.trash/rival.md`, competitor('2026-01-01'));
    await writeFile(`${folderOfTests}/seen.md`, competitor('2026-01-01'));
    await eventually(
      () => rulesOf(`${folderOfTests}/seen.md`),
      (rules) => rules.includes('competitor-stale'),
    );
    assert.deepEqual(rulesOf(`${folderOfTests}/.trash/rival.md`), []);
  });

  it('open and close a book of its own with its book.md', async () => {
    // VS Code does not watch a folder that was made in a folder too new to be watched itself.
    for (const path of [`${folderOfTests}/outer.md`, `${folderOfTests}/inner/rival.md`]) {
      await writeFile(path, competitor('2026-01-01'));
      await eventually(
        () => rulesOf(path),
        (rules) => rules.includes('competitor-stale'),
      );
    }
    const path = `${folderOfTests}/inner/rival.md`;
    await writeFile(
      `${folderOfTests}/inner/book.md`,
      '---\ntype: book\nrules: {competitor-stale: off}\n---\n\n# Inner\n',
    );
    await eventually(
      () => rulesOf(path),
      (rules) => !rules.includes('competitor-stale'),
    );
    await vscode.workspace.fs.delete(fileUri(`${folderOfTests}/inner/book.md`));
    await eventually(
      () => rulesOf(path),
      (rules) => rules.includes('competitor-stale'),
    );
  });

  it('follow the day that is set, and the real one when it is unset', async () => {
    const path = `${folderOfTests}/rival.md`;
    await writeFile(path, competitor('2026-10-24'));
    const configuration = vscode.workspace.getConfiguration('statusBook');
    const set = (day: string | undefined) =>
      configuration.update('today', day, vscode.ConfigurationTarget.Workspace);
    try {
      await set('2026-11-23');
      await eventually(
        () => rulesOf('competitors/purenorth.md'),
        (rules) => rules.includes('competitor-stale'),
      );
      await eventually(
        () => rulesOf(path),
        (rules) => !rules.includes('competitor-stale'),
      );
      await set('2026-11-24');
      await eventually(
        () => rulesOf(path),
        (rules) => rules.includes('competitor-stale'),
      );
    } finally {
      await set(undefined);
    }
    await eventually(
      () => ({ rules: rulesOf(path), today: vscode.workspace.getConfiguration('statusBook').get('today') }),
      ({ rules }) => !rules.includes('competitor-stale'),
    );
  });

  it('take severities from the settings before those of the book', async () => {
    const configuration = vscode.workspace.getConfiguration('statusBook');
    const severityOf = () =>
      findingsOf('competitors/purenorth.md').find((finding) => ruleOf(finding) === 'competitor-stale')
        ?.severity;
    try {
      await configuration.update(
        'rules',
        { 'competitor-stale': 'hint' },
        vscode.ConfigurationTarget.Workspace,
      );
      await eventually(severityOf, (severity) => severity === vscode.DiagnosticSeverity.Hint);
      await configuration.update(
        'rules',
        { 'competitor-stale': 'off' },
        vscode.ConfigurationTarget.Workspace,
      );
      await eventually(severityOf, (severity) => severity === undefined);
    } finally {
      await configuration.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually(severityOf, (severity) => severity === vscode.DiagnosticSeverity.Warning);
  });
});
