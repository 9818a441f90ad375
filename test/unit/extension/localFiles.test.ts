import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { localFiles } from '../../../src/node/localFiles';
import { folderOf, makePipe } from '../cli/support';

async function textOf(folder: string, path: string): Promise<string | undefined> {
  const bytes = await localFiles.read(join(folder, path), folder);
  return bytes && Buffer.from(bytes).toString();
}

describe('reading local files in the Node host', () => {
  it('reads files and links inside of the folder', async () => {
    const folder = folderOf({ 'a/x.md': 'text' });
    symlinkSync('a/x.md', join(folder, 'y.md'));
    assert.deepEqual([await textOf(folder, 'a/x.md'), await textOf(folder, 'y.md')], ['text', 'text']);
  });

  it('has nothing where there is no file', async () => {
    assert.equal(await textOf(folderOf(), 'x.md'), undefined);
  });

  it('refuses what leads out of the folder, by itself or through its folder', async () => {
    const outside = folderOf({ 'key.txt': 'secret', 'x.md': 'secret' });
    const folder = folderOf();
    symlinkSync(join(outside, 'key.txt'), join(folder, 'log.md'));
    symlinkSync(outside, join(folder, 'plans'));
    for (const path of ['log.md', 'plans/x.md'])
      await assert.rejects(textOf(folder, path), { code: 'EOUTSIDE' });
  });

  it('waits for no pipe', async () => {
    const folder = folderOf();
    makePipe(join(folder, 'x.md'));
    await assert.rejects(textOf(folder, 'x.md'), { code: 'ENOTFILE' });
  });

  it('refuses a new file behind a link out of the folder, not one in folders to be made', async () => {
    const folder = folderOf();
    symlinkSync(folderOf(), join(folder, 'plans'));
    await assert.rejects(localFiles.expectWithin(folder, join(folder, 'plans/a/x.md')), { code: 'EOUTSIDE' });
    await localFiles.expectWithin(folder, join(folder, 'new/a/x.md'));
  });
});
