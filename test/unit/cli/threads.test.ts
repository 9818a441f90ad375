import assert from 'node:assert/strict';
import { join } from 'node:path';
import { mock } from 'node:test';
import { fewestTogether } from '../../../src/reading/readTogether';
import { generateBook } from '../../bench/generateBook';
import { bundleOf, folderOf, refuse, run } from './support';

/** A large book with pages that cannot be parsed, are none, or are no text. */
function largeBook(): string {
  const damaged = {
    'broken.md': '---\ntype: [\n---\n',
    'open.md': '---\ntype: log\n',
    'notes.md': '# Notes\n',
    'empty.md': '',
    'bytes.md': Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0x00]),
    'templates/log.md': '---\ntype: log\n---\n\n## Time\n',
  };
  return folderOf({ ...Object.fromEntries(generateBook(fewestTogether + 300)), ...damaged });
}

describe('a large book', function () {
  this.timeout(120_000);
  let folder: string;
  let script: string;
  before(() => {
    folder = largeBook();
    script = bundleOf('src/reading/readerThread.ts');
  });

  afterEach(() => mock.restoreAll());

  const check = (): string[] => ['check', folder, '--format', 'json'];

  it('says the same, byte for byte, in one thread and in several, with a cache and without', async () => {
    const expected = await run([...check(), '--no-cache']);
    assert.match(expected.out, /broken\.md/);
    for (const count of [1, 3]) {
      const threads = { script, count };
      assert.deepEqual(await run([...check(), '--no-cache'], { threads }), expected);
      const kept = ['--cache-dir', folderOf()];
      assert.deepEqual(await run([...check(), ...kept], { threads }), expected);
      assert.deepEqual(await run([...check(), ...kept], { threads }), expected);
    }
  });

  it('is read whole where the threads cannot begin', async () => {
    const threads = { script: join(folder, 'no-such-program.js'), count: 2 };
    const expected = await run([...check(), '--no-cache']);
    assert.deepEqual(await run([...check(), '--no-cache'], { threads }), expected);
  });

  it('is read whole where a thread fails', async () => {
    const failing = join(folderOf({ 'failing.js': 'throw new Error("no");' }), 'failing.js');
    const expected = await run([...check(), '--no-cache']);
    const threads = { script: failing, count: 2 };
    assert.deepEqual(await run([...check(), '--no-cache'], { threads }), expected);
  });

  it('tells of files that cannot be read in the order of their paths', async () => {
    const closed = ['a-closed.md', 'log/closed.md', 'z-closed.md'];
    const pages = Object.fromEntries(generateBook(fewestTogether));
    const other = folderOf({ ...pages, ...Object.fromEntries(closed.map((path) => [path, 'x'])) });
    refuse('closed.md');
    // Threads that fail leave all to this one, whose file system refuses.
    const failing = join(folderOf({ 'failing.js': 'throw new Error("no");' }), 'failing.js');
    const { err } = await run(['check', other, '--no-cache'], { threads: { script: failing, count: 2 } });
    const lines = err.split('\n').filter((line) => line !== '');
    assert.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      closed,
    );
  });
});
