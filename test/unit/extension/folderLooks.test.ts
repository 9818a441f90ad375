import { assert } from 'chai';
import { FolderLooks } from '../../../src/extension/books/folderLooks';

/** A folder whose files come look by look; `pass` lets the pause between two looks pass. */
function folderOf(...contents: (string[] | undefined)[]) {
  const seen: (string[] | undefined)[] = [];
  const again: string[] = [];
  const pauses: number[] = [];
  const waiting = new Set<() => void>();
  const folderLooks = new FolderLooks<string>(
    async () => {
      seen.push(contents[seen.length]);
      return seen.at(-1);
    },
    (file) => again.push(file),
    (task, pause) => {
      waiting.add(task);
      pauses.push(pause);
      return () => waiting.delete(task);
    },
  );
  const pass = async (): Promise<void> => {
    const tasks = [...waiting];
    waiting.clear();
    for (const task of tasks) task();
    await new Promise(setImmediate);
  };
  return { seen, again, pauses, waiting, folderLooks, pass };
}

describe('A folder that came', () => {
  it('is looked into a second time, and what has gone meanwhile is missed', async () => {
    const { seen, again, waiting, folderLooks, pass } = folderOf(['a.md', 'b.md'], ['a.md']);
    await folderLooks.begin(['new']);
    await pass();
    assert.lengthOf(seen, 2);
    assert.deepEqual(again, ['b.md']);
    assert.isEmpty(waiting);
  });

  it('is missed with all its files when it has gone itself', async () => {
    const { again, waiting, folderLooks, pass } = folderOf(['a.md', 'b.md'], undefined);
    await folderLooks.begin(['new']);
    await pass();
    assert.deepEqual(again, ['a.md', 'b.md']);
    assert.isEmpty(waiting);
  });

  it('is looked into until nothing more comes, ever less often', async () => {
    const { again, pauses, waiting, folderLooks, pass } = folderOf(
      ['a.md'],
      ['a.md', 'late.md'],
      ['a.md', 'late.md', 'later.md'],
      ['a.md', 'later.md'],
    );
    await folderLooks.begin(['new']);
    for (let looks = 0; looks < 3; looks++) await pass();
    assert.deepEqual(again, ['late.md']);
    assert.deepEqual(pauses, [1000, 2000, 4000]);
    assert.isEmpty(waiting);
  });

  it('is left alone when it is a file', async () => {
    const { waiting, folderLooks } = folderOf(undefined);
    await folderLooks.begin(['LICENSE']);
    assert.isEmpty(waiting);
  });

  it('is not looked into any more once nobody listens', async () => {
    const { seen, folderLooks, pass } = folderOf(['a.md'], ['a.md']);
    await folderLooks.begin(['new']);
    folderLooks.dispose();
    await pass();
    assert.lengthOf(seen, 1);
  });

  it('is not looked into again when nobody listens any more after the look that is under way', async () => {
    const { waiting, folderLooks } = folderOf(['a.md'], ['a.md']);
    const look = folderLooks.begin(['new']);
    folderLooks.dispose();
    await look;
    assert.isEmpty(waiting);
  });
});
