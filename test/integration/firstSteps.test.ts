import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  activate,
  bookFolder,
  closeEditors,
  eventually,
  exists,
  fileUri,
  findingsOf,
  readFile,
  writeFile,
} from './support';

const inside = 'aquelle-sample';

/** The Markdown files below a folder of the workspace, as paths from there. */
async function pagesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (path: string): Promise<void> => {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(fileUri(`${folder}/${path}`))) {
      if (type === vscode.FileType.Directory) await walk(`${path}${name}/`);
      else found.push(path + name);
    }
  };
  await walk('');
  return found.sort();
}

describe('Open Sample Book', () => {
  before(activate);
  afterEach(async () => {
    await closeEditors();
    for (const name of [inside, `${inside}-2`]) {
      if (await exists(name)) await vscode.workspace.fs.delete(fileUri(name), { recursive: true });
    }
    await eventually(
      () => findingsOf(`${inside}/competitors/purenorth.md`).length,
      (count) => count === 0,
    );
  });

  it('writes the whole sample into a new folder, as it reads today, shows it and checks its pages', async () => {
    await vscode.commands.executeCommand('statusBook.openSampleBook', bookFolder());
    assert.equal(
      vscode.window.activeTextEditor?.document.uri.toString(),
      fileUri(`${inside}/book.md`).toString(),
    );
    const written = await pagesBelow(inside);
    const original = (await pagesBelow('')).filter((path) => !path.startsWith('aquelle-sample'));
    assert.isAtLeast(written.length, 100);
    assert.deepEqual(
      written.filter((path) => !original.includes(path)),
      [],
    );
    for (const path of ['book.md', 'competitors/purenorth.md', 'log/2026-11-23.md']) {
      assert.equal(await readFile(`${inside}/${path}`), await readFile(path), path);
    }
    await eventually(
      () => findingsOf(`${inside}/competitors/purenorth.md`).length,
      (count) => count === findingsOf('competitors/purenorth.md').length && count > 0,
    );
  });

  it('leaves a folder alone that is there, and takes another name', async () => {
    await writeFile(`${inside}/book.md`, 'mine');
    await vscode.commands.executeCommand('statusBook.openSampleBook', bookFolder());
    assert.equal(await readFile(`${inside}/book.md`), 'mine');
    assert.equal(await readFile(`${inside}-2/book.md`), await readFile('book.md'));
  });
});

describe('The walkthrough', () => {
  const extension = vscode.extensions.getExtension('product-status-book.product-status-book');
  const [walkthrough] = extension?.packageJSON.contributes.walkthroughs ?? [];

  it('has steps whose pictures are in the package and speak for themselves', async () => {
    assert.isAtLeast(walkthrough.steps.length, 4);
    for (const { media } of walkthrough.steps) {
      const uri = vscode.Uri.joinPath((extension as vscode.Extension<unknown>).extensionUri, media.svg);
      const picture = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      assert.include(picture, 'var(--vscode-', media.svg);
      assert.notMatch(picture, /(?:fill|stroke)="#/, media.svg);
      // Some of these are nearly transparent in the default themes.
      assert.notMatch(picture, /--vscode-charts-/, media.svg);
      assert.isNotEmpty(media.altText);
    }
  });

  it('leads to commands that there are, and completes its steps by such', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const texts: string[] = walkthrough.steps.map(({ description }: { description: string }) => description);
    const welcome: string[] = extension?.packageJSON.contributes.viewsWelcome.map(
      ({ contents }: { contents: string }) => contents,
    );
    const events: string[] = walkthrough.steps.flatMap(
      (step: { completionEvents: string[] }) => step.completionEvents,
    );
    const named = [
      ...[...texts, ...welcome].flatMap((text) =>
        [...text.matchAll(/\(command:([\w.]+)/g)].map(([, id]) => id),
      ),
      ...events.flatMap((event) => /^onCommand:(.*)$/.exec(event)?.[1] ?? []),
    ];
    assert.isAtLeast(named.length, 10);
    assert.deepEqual(
      // Commands that show a view container come into being with it.
      named.filter((id) => !known.has(id as string) && !id?.startsWith('workbench.view.')),
      [],
    );
  });
});
