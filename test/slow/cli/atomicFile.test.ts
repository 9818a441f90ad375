import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { mock } from 'node:test';
import { createFile, replaceFile } from '../../../src/cli/atomicFile';
import { folderOf, makePipe } from '../../unit/cli/support';
import { stopAt } from './fileSteps';

const before = 'before, and rather long';
const after = 'after';

const replace = (path: string, within?: string): Promise<boolean> =>
  replaceFile(path, Buffer.from(before), Buffer.from(after), within);

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** The steps that a good run takes. */
async function stepsOf(run: () => Promise<unknown>): Promise<number> {
  const steps = stopAt(Number.POSITIVE_INFINITY, 'fails');
  await run();
  mock.restoreAll();
  return steps();
}

describe('replacing a file', () => {
  afterEach(() => mock.restoreAll());

  it('writes longer and shorter contents', async () => {
    const path = join(folderOf({ x: before }), 'x');
    assert.equal(await replace(path), true);
    assert.equal(await replaceFile(path, Buffer.from(after), Buffer.from(before)), true);
    assert.equal(textOf(path), before);
  });

  it('writes nothing where the file holds something else by now', async () => {
    const path = join(folderOf({ x: 'other' }), 'x');
    assert.equal(await replace(path), false);
    assert.equal(textOf(path), 'other');
  });

  it('writes nothing over what another program writes while it is being written', async () => {
    const folder = folderOf({ x: before });
    const path = join(folder, 'x');
    const { lstat } = fs;
    mock.method(fs, 'lstat', (...args: Parameters<typeof lstat>) => {
      writeFileSync(path, 'theirs');
      return lstat(...args);
    });
    assert.equal(await replace(path), false);
    assert.deepEqual([textOf(path), readdirSync(folder)], ['theirs', ['x']]);
  });

  it('fails where there is no such file', async () => {
    await assert.rejects(replace(join(folderOf(), 'x')), { code: 'ENOENT' });
  });

  it('keeps the permissions of the file', async () => {
    const path = join(folderOf({ x: before }), 'x');
    for (const mode of [0o600, 0o640, 0o664, 0o755]) {
      writeFileSync(path, before);
      chmodSync(path, mode);
      await replace(path);
      assert.equal((statSync(path).mode & 0o7777).toString(8), mode.toString(8));
    }
  });

  it('keeps a link and replaces what it leads to', async () => {
    const folder = folderOf({ 'inner/x': before });
    symlinkSync('inner/x', join(folder, 'link'));
    assert.equal(await replace(join(folder, 'link'), folder), true);
    assert.ok(lstatSync(join(folder, 'link')).isSymbolicLink());
    assert.equal(textOf(join(folder, 'inner/x')), after);
    assert.deepEqual(readdirSync(folder).sort(), ['inner', 'link']);
  });

  it('refuses what leads out of the folder', async () => {
    const outside = folderOf({ x: before, 'y/z': before });
    const folder = folderOf();
    symlinkSync(join(outside, 'x'), join(folder, 'x'));
    symlinkSync(join(outside, 'y'), join(folder, 'y'));
    for (const path of ['x', 'y/z'])
      await assert.rejects(replace(join(folder, path), folder), { code: 'EOUTSIDE' });
    assert.deepEqual([textOf(join(outside, 'x')), textOf(join(outside, 'y/z'))], [before, before]);
  });

  it('takes a folder of a similar name for another one', async () => {
    const around = folderOf({ 'book-2/x': before, 'book/y': '' });
    symlinkSync('../book-2/x', join(around, 'book/x'));
    await assert.rejects(replace(join(around, 'book/x'), join(around, 'book')), { code: 'EOUTSIDE' });
  });

  it('opens no pipe', async () => {
    const path = join(folderOf(), 'pipe');
    makePipe(path);
    await assert.rejects(replace(path), { code: 'ENOTFILE' });
  });

  it('leaves the file as it was or as it should be when the program is killed at any step', async () => {
    const path = join(folderOf({ x: before }), 'x');
    const steps = await stepsOf(() => replace(path));
    assert.ok(steps >= 10, `${steps} steps`);
    const seen = new Set<string | undefined>();
    for (let step = 0; step < steps; step++) {
      for (const part of [false, true]) {
        const folder = folderOf({ x: before });
        stopAt(step, 'dies', part);
        await replace(join(folder, 'x')).catch(() => {});
        mock.restoreAll();
        seen.add(textOf(join(folder, 'x')));
        const left = readdirSync(folder).filter((name) => name !== 'x');
        assert.ok(
          left.every((name) => /^\.status-book-.*\.tmp$/.test(name)),
          left.join(),
        );
        // A second try works, whatever the first one left.
        const current = readFileSync(join(folder, 'x'));
        assert.equal(await replaceFile(join(folder, 'x'), current, Buffer.from('again')), true);
      }
    }
    assert.deepEqual([...seen].sort(), [after, before]);
  });

  it('leaves nothing but the file as it was when any step fails', async () => {
    const path = join(folderOf({ x: before }), 'x');
    const steps = await stepsOf(() => replace(path));
    for (let step = 0; step < steps; step++) {
      const folder = folderOf({ x: before });
      stopAt(step, 'fails', true);
      const outcome = await replace(join(folder, 'x')).catch((error: unknown) => error);
      mock.restoreAll();
      const isDone = outcome === true;
      assert.equal(textOf(join(folder, 'x')), isDone ? after : before, `step ${step}`);
      assert.deepEqual(readdirSync(folder), ['x'], `step ${step}`);
    }
  });
});

describe('what a killed program left', () => {
  /** A process that has ended. */
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const rest = `.status-book-${ended}-0123456789ab.tmp`;

  it('is removed from the folder at the next writing', async () => {
    const folder = folderOf({ x: before, [rest]: 'half' });
    await replace(join(folder, 'x'));
    assert.deepEqual(readdirSync(folder), ['x']);
  });

  it('stays where its program still runs, or where it is none of ours', async () => {
    const others = [
      `.status-book-${process.pid}-0123456789ab.tmp`,
      `.status-book-${ended}-0123456789ab.tmp.md`,
      `.status-book-${ended}-short.tmp`,
      `status-book-${ended}-0123456789ab.tmp`,
    ];
    const folder = folderOf({ x: before, ...Object.fromEntries(others.map((name) => [name, 'theirs'])) });
    mkdirSync(join(folder, rest));
    await replace(join(folder, 'x'));
    assert.deepEqual(readdirSync(folder).sort(), [...others, rest, 'x'].sort());
  });

  it('lies in no folder of the book while a file is being written', async () => {
    const folder = folderOf({ x: before });
    const { lstat } = fs;
    const seen: string[][] = [];
    mock.method(fs, 'lstat', (...args: Parameters<typeof lstat>) => {
      seen.push(readdirSync(folder));
      return lstat(...args);
    });
    await replace(join(folder, 'x'));
    mock.restoreAll();
    assert.deepEqual(seen, [['x']]);
  });

  it('is written beside the file where the cache cannot be used', async () => {
    const folder = folderOf({ x: before, cache: 'a file' });
    const { XDG_CACHE_HOME: cache } = process.env;
    process.env.XDG_CACHE_HOME = join(folder, 'cache');
    try {
      assert.equal(await replace(join(folder, 'x')), true);
    } finally {
      if (cache === undefined) delete process.env.XDG_CACHE_HOME;
      else process.env.XDG_CACHE_HOME = cache;
    }
    assert.deepEqual([textOf(join(folder, 'x')), readdirSync(folder).sort()], [after, ['cache', 'x']]);
  });
});

describe('making a file', () => {
  afterEach(() => mock.restoreAll());

  it('writes it whole', async () => {
    const folder = folderOf();
    assert.equal(await createFile(join(folder, 'x'), after), true);
    assert.deepEqual([textOf(join(folder, 'x')), readdirSync(folder)], [after, ['x']]);
  });

  it('never overwrites, neither a file nor a folder nor a link that leads nowhere', async () => {
    const folder = folderOf({ file: before });
    mkdirSync(join(folder, 'folder'));
    symlinkSync('nowhere', join(folder, 'link'));
    for (const name of ['file', 'folder', 'link'])
      assert.equal(await createFile(join(folder, name), after), false, name);
    assert.deepEqual(readdirSync(folder).sort(), ['file', 'folder', 'link']);
    assert.equal(textOf(join(folder, 'file')), before);
  });

  it('does so, too, where the file system has no hard links', async () => {
    const folder = folderOf({ there: before });
    mock.method(fs, 'link', () => Promise.reject(Object.assign(new Error('no'), { code: 'EPERM' })));
    assert.equal(await createFile(join(folder, 'x'), after), true);
    assert.equal(await createFile(join(folder, 'there'), after), false);
    assert.deepEqual([textOf(join(folder, 'x')), textOf(join(folder, 'there'))], [after, before]);
    assert.deepEqual(readdirSync(folder).sort(), ['there', 'x']);
  });

  it('makes one name of its own, which others may read', async () => {
    const path = join(folderOf(), 'x');
    await createFile(path, after);
    assert.equal(statSync(path).nlink, 1);
    assert.equal(statSync(path).mode & 0o777, 0o666 & ~process.umask());
  });

  for (const hasLinks of [true, false]) {
    const where = hasLinks ? 'where there are hard links' : 'where there are none';
    const refuseLinks = (): void => {
      if (hasLinks) return;
      mock.method(fs, 'link', () => Promise.reject(Object.assign(new Error('no'), { code: 'EPERM' })));
    };

    it(`leaves no file or all of it when the program is killed at any step, ${where}`, async () => {
      const path = join(folderOf(), 'x');
      refuseLinks();
      const steps = await stepsOf(() => createFile(path, after));
      assert.ok(steps >= 6, `${steps} steps`);
      for (let step = 0; step < steps; step++) {
        const folder = folderOf();
        refuseLinks();
        stopAt(step, 'dies', true);
        await createFile(join(folder, 'x'), after).catch(() => {});
        mock.restoreAll();
        assert.ok([undefined, after].includes(textOf(join(folder, 'x'))), `step ${step}`);
        // A second try works.
        await createFile(join(folder, 'x'), after);
        assert.equal(textOf(join(folder, 'x')), after);
      }
    });

    it(`leaves nothing, or all of it, when any step fails, ${where}`, async () => {
      const path = join(folderOf(), 'x');
      refuseLinks();
      const steps = await stepsOf(() => createFile(path, after));
      for (let step = 0; step < steps; step++) {
        const folder = folderOf();
        refuseLinks();
        stopAt(step, 'fails', true);
        const outcome = await createFile(join(folder, 'x'), after).catch(() => false);
        mock.restoreAll();
        const left = readdirSync(folder).filter((name) => !name.endsWith('.tmp'));
        assert.deepEqual(left, outcome ? ['x'] : [], `step ${step}`);
      }
    });
  }

  it('linked files of other names stay as they are', async () => {
    const folder = folderOf({ x: before });
    linkSync(join(folder, 'x'), join(folder, 'y'));
    await replace(join(folder, 'x'));
    assert.deepEqual([textOf(join(folder, 'x')), textOf(join(folder, 'y'))], [after, before]);
  });
});
