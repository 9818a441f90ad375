import { assert } from 'chai';
import * as vscode from 'vscode';
import { BookFiles } from '../../src/extension/books/bookFiles';

const scheme = 'status-book-test';

/** A file system that cannot be searched, as some in the browser. */
class UnsearchableFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly files: Readonly<Record<string, Uint8Array>>) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const type = path in this.files ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: 0, size: this.files[path]?.length ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const start = path === '/' ? '/' : `${path}/`;
    const names = new Map<string, vscode.FileType>();
    for (const file of Object.keys(this.files)) {
      if (!file.startsWith(start)) continue;
      const [name = '', ...rest] = file.slice(start.length).split('/');
      names.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    // A link that leads back to its own folder.
    names.set('loop', vscode.FileType.Directory | vscode.FileType.SymbolicLink);
    return [...names];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.files[uri.path];
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  createDirectory(): void {}
  writeFile(): void {}
  delete(): void {}
  rename(): void {}
}

describe('Files of a file system that cannot be searched', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const gbk = new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]);
  const log = vscode.window.createOutputChannel('Status Book tests', { log: true });
  const files = new BookFiles(log, undefined, 100);
  let registration: vscode.Disposable;
  const folder = vscode.Uri.parse(`${scheme}:/team/book`);

  before(() => {
    registration = vscode.workspace.registerFileSystemProvider(
      scheme,
      new UnsearchableFiles({
        '/team/book/book.md': bytes('\ufeff---\r\ntype: book\r\n---\r\n'),
        '/team/book/plans/a b.md': bytes('# Plan'),
        '/team/book/plans/old-book.md': bytes('# No book'),
        '/team/book/picture.png': bytes(''),
        '/team/book/.git/x.md': bytes('# Hidden'),
        '/team/book/node_modules/lib/readme.md': bytes('# Foreign'),
        '/team/book/gbk.md': gbk,
      }),
    );
  });
  after(() => {
    registration.dispose();
    log.dispose();
  });

  it('are found by walking, without hidden folders and without following links in a circle', async () => {
    const found = (await files.find(folder)).map(({ path }) => path).sort();
    assert.deepEqual(found, [
      '/team/book/book.md',
      '/team/book/gbk.md',
      '/team/book/plans/a b.md',
      '/team/book/plans/old-book.md',
    ]);
  });

  it('are found by name', async () => {
    const found = (await files.find(folder, 'book.md')).map(({ path }) => path);
    assert.deepEqual(found, ['/team/book/book.md']);
  });

  it('are read without byte-order mark and with their line ends', async () => {
    const text = await files.read(vscode.Uri.joinPath(folder, 'book.md'));
    assert.equal(text, '---\r\ntype: book\r\n---\r\n');
  });

  it('are read in the encoding of the settings where they are no UTF-8', async () => {
    const uri = vscode.Uri.joinPath(folder, 'gbk.md');
    const configuration = vscode.workspace.getConfiguration('files');
    await configuration.update('encoding', 'gbk', vscode.ConfigurationTarget.Workspace);
    try {
      assert.equal(await files.read(uri), '中文');
    } finally {
      await configuration.update('encoding', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('are undefined where there is none', async () => {
    assert.isUndefined(await files.read(vscode.Uri.joinPath(folder, 'gone.md')));
  });
});
