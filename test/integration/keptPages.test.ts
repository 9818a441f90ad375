import { assert } from 'chai';
import * as vscode from 'vscode';
import { cacheParts, type FileStamp } from '../../src/core/index/pageCache';
import { BookFiles } from '../../src/extension/books/bookFiles';
import { BookSession } from '../../src/extension/books/bookSession';
import { KeptPages } from '../../src/extension/books/keptPages';
import { keyOf } from '../../src/extension/books/paths';
import { WorkspaceSync } from '../../src/extension/books/workspaceSync';
import { Clock } from '../../src/extension/clock';
import { Settings } from '../../src/extension/settings';
import { activate, eventually, fileUri, findingsOf, ruleOf, rulesOf, writeFile } from './support';

/** Hidden, so that nothing in it is taken for a page of the book. */
const keptFolder = '.kept';
/** No other test has opened a page in it. */
const scratch = 'kept-scratch';
const rival = `${scratch}/rival.md`;

function competitor(reviewed: string): string {
  return `---\ntype: competitor\nthreat: high\nreviewed: ${reviewed}\n---\n\n# Rival\n\n[[nobody]]\n`;
}

const stale = competitor('2026-01-01');
/** Of the same length. */
const fresh = competitor('2026-11-20');

async function discard(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await vscode.workspace.fs.delete(fileUri(path), { recursive: true }).then(undefined, () => undefined);
  }
}

/** Without what is read each time: templates, and pages that an editor holds. */
function keptOf(read: readonly string[]): string[] {
  const held = new Set(vscode.workspace.textDocuments.map(({ uri }) => keyOf(uri)));
  return read.filter((key) => !key.includes('/templates/') && !held.has(key));
}

/** Counts what is read, and sees the files as a minute later: what was written just now counts as written long ago. */
class LaterFiles extends BookFiles {
  readonly reads: string[] = [];

  override read(uri: vscode.Uri): Promise<string | undefined> {
    this.reads.push(keyOf(uri));
    return super.read(uri);
  }

  override async stampOf(uri: vscode.Uri): Promise<FileStamp | undefined> {
    const stamp = await super.stampOf(uri);
    return stamp && { ...stamp, seen: stamp.seen + 60_000 };
  }
}

describe('Pages that are kept from one opening of the workspace to the next', () => {
  const log = vscode.window.createOutputChannel('Status Book tests', { log: true });
  const settings = new Settings();
  const clock = new Clock(settings);

  /** What an opening of the workspace finds, by path and in the order of the pages, and which files it reads. */
  async function open(folder?: string): Promise<{ found: string; pages: number; read: readonly string[] }> {
    const session = new BookSession(clock, settings);
    const files = new LaterFiles(log);
    try {
      const sync = new WorkspaceSync(session, files, new KeptPages(folder ? fileUri(folder) : undefined));
      await sync.load();
      await sync.saved();
      const books = session.books();
      const found = JSON.stringify(books.map(({ root, checker }) => [root, checker.findings()]));
      return { found, pages: books[0]?.index.pageCount ?? 0, read: files.reads };
    } finally {
      session.dispose();
    }
  }

  const keptNames = async (): Promise<string[]> =>
    (await vscode.workspace.fs.readDirectory(fileUri(keptFolder))).map(([name]) => name).sort();

  before(activate);
  beforeEach(() => writeFile(rival, stale));
  afterEach(() => discard(keptFolder, scratch));
  after(() => {
    for (const each of [log, settings, clock]) each.dispose();
  });

  it('lie in the folder that VS Code gives, and nothing is left beside them', async () => {
    await open(keptFolder);
    const names = await keptNames();
    assert.include(names, cacheParts.files);
    assert.deepEqual(
      names.filter((name) => name !== cacheParts.files && !cacheParts.pages.includes(name)),
      [],
    );
  });

  it('save all reading but that of templates, and change nothing of what is found', async () => {
    const expected = await open();
    assert.isAbove(expected.pages, 100);
    assert.isAtLeast(expected.read.length, expected.pages);
    assert.deepEqual((await open(keptFolder)).found, expected.found);
    const again = await open(keptFolder);
    assert.equal(again.found, expected.found);
    const read = keptOf(again.read);
    assert.isEmpty(read, read.join());
  });

  it('are read anew where a file was written since, though it is as long as before', async () => {
    assert.include((await open(keptFolder)).found, 'Reviewed 326 days ago');
    assert.equal(fresh.length, stale.length);
    await writeFile(rival, fresh);
    const again = await open(keptFolder);
    assert.deepEqual(keptOf(again.read), [keyOf(fileUri(rival))]);
    assert.equal(again.found, (await open()).found);
    assert.notInclude(again.found, 'Reviewed 326 days ago');
  });

  it('follow pages that come, move and go meanwhile', async () => {
    await writeFile(`${scratch}/leaving.md`, stale);
    await open(keptFolder);
    await vscode.workspace.fs.delete(fileUri(`${scratch}/leaving.md`));
    await vscode.workspace.fs.rename(fileUri(rival), fileUri(`${scratch}/moved/rival.md`));
    await writeFile(`${scratch}/coming.md`, stale);
    assert.equal((await open(keptFolder)).found, (await open()).found);
    const again = await open(keptFolder);
    assert.equal(again.found, (await open()).found);
    assert.notInclude(again.found, 'leaving');
  });

  for (const [what, damage] of [
    ['cut off', (bytes: Uint8Array) => bytes.slice(0, bytes.length >> 1)],
    ['empty', () => new Uint8Array()],
    [
      'other by one bit',
      (bytes: Uint8Array) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)),
    ],
    ['no text', (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0xff)],
  ] as const) {
    it(`change nothing of what is found when one of their files is ${what}`, async () => {
      const { found } = await open(keptFolder);
      for (const name of [
        cacheParts.files,
        ...(await keptNames()).filter((each) => each !== cacheParts.files).slice(0, 3),
      ]) {
        const uri = fileUri(`${keptFolder}/${name}`);
        await vscode.workspace.fs.writeFile(uri, damage(await vscode.workspace.fs.readFile(uri)));
        assert.equal((await open(keptFolder)).found, found, name);
      }
    });
  }

  it('change nothing of what is found where they cannot be kept', async () => {
    await writeFile(keptFolder, 'A file in the place of the folder.');
    const { found } = await open();
    assert.equal((await open(keptFolder)).found, found);
    assert.equal((await open(keptFolder)).found, found);
  });
});

describe('A workspace that is read again', () => {
  before(activate);
  beforeEach(async () => {
    await writeFile(rival, stale);
    await rescanUntil(rival, (rules) => rules.includes('competitor-stale'));
  });
  afterEach(() => discard(scratch));

  async function rescanUntil(path: string, isWanted: (rules: readonly string[]) => boolean): Promise<void> {
    await vscode.commands.executeCommand('statusBook.rescan');
    await eventually(() => rulesOf(path), isWanted);
  }

  /** All that the extension tells of the pages of the sample book. */
  const shown = (): string[] =>
    vscode.languages
      .getDiagnostics()
      .filter(([uri]) => !uri.path.includes(`/${scratch}/`))
      .flatMap(([uri, diagnostics]) =>
        diagnostics
          .filter(({ source }) => source === 'Status Book')
          .map((diagnostic) => JSON.stringify([uri.toString(), ruleOf(diagnostic), diagnostic])),
      )
      .sort();

  it('shows exactly the same findings for all pages', async () => {
    const before = shown();
    assert.isAbove(before.length, 20);
    // Of the page that is written last is told last.
    await writeFile(`${scratch}/last.md`, stale);
    await rescanUntil(`${scratch}/last.md`, (rules) => rules.includes('competitor-stale'));
    assert.deepEqual(shown(), before);
  });

  it('shows the findings of a page as it was written meanwhile, though it is as long as before', async () => {
    await writeFile(rival, fresh);
    await rescanUntil(rival, (rules) => !rules.includes('competitor-stale'));
    assert.include(rulesOf(rival), 'reference-broken');
    await writeFile(rival, stale);
    await rescanUntil(rival, (rules) => rules.includes('competitor-stale'));
  });

  it('shows nothing of a page that is gone', async () => {
    await discard(rival);
    await rescanUntil(rival, (rules) => rules.length === 0);
    assert.deepEqual(findingsOf(rival), []);
  });
});
