import { assert } from 'chai';
import { FolderLooks } from '../../../src/extension/books/folderLooks';

/** A folder whose files come look by look; `pass` lets the pause between two looks pass. */
function folderOf(...contents: (string[] | undefined)[]) {
  const seen: (string[] | undefined)[] = [];
  const again: string[] = [];
  const waiting = new Set<() => void>();
  const folderLooks = new FolderLooks<string>(
    async () => {
      seen.push(contents[seen.length]);
      return seen.at(-1);
    },
    (file) => again.push(file),
    (task) => {
      waiting.add(task);
      return () => waiting.delete(task);
    },
  );
  const pass = async (): Promise<void> => {
    const tasks = [...waiting];
    waiting.clear();
    for (const task of tasks) task();
    await new Promise(setImmediate);
  };
  return { seen, again, waiting, folderLooks, pass };
}

describe('A folder that came', () => {
  it('is looked into a second time, and its files are looked at again', async () => {
    const { seen, again, waiting, folderLooks, pass } = folderOf(['a.md', 'b.md'], ['a.md', 'b.md']);
    await folderLooks.begin('new');
    await pass();
    assert.lengthOf(seen, 2);
    assert.deepEqual(again, ['a.md', 'b.md']);
    assert.isEmpty(waiting);
  });

  it('is looked into until nothing more comes, so that a late file is missed when it goes at once', async () => {
    const { again, waiting, folderLooks, pass } = folderOf(['a.md'], ['a.md', 'late.md'], ['a.md']);
    await folderLooks.begin('new');
    await pass();
    await pass();
    assert.deepEqual(again, ['a.md', 'a.md', 'late.md']);
    assert.isEmpty(waiting);
  });

  it('is left alone when it is a file', async () => {
    const { waiting, folderLooks } = folderOf(undefined);
    await folderLooks.begin('LICENSE');
    assert.isEmpty(waiting);
  });

  it('is not looked into any more once nobody listens', async () => {
    const { seen, folderLooks, pass } = folderOf(['a.md'], ['a.md']);
    await folderLooks.begin('new');
    folderLooks.dispose();
    await pass();
    assert.lengthOf(seen, 1);
  });
});
