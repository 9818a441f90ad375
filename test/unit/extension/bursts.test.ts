// First, since all that follows runs on it.
import '../support/fakeVscode';

import { assert } from 'chai';
import { type Burst, Bursts } from '../../../src/extension/books/bursts';
import { commonPath, foldersAbove, uriKey } from '../../../src/extension/books/paths';
import { WorkspaceEvents } from '../../../src/extension/books/workspaceEvents';
import { listeners, uriOf } from '../support/fakeVscode';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Bursts whose pauses pass when they are told to. */
function burstsOf(take: (burst: Burst<string>) => Promise<unknown>) {
  const waiting = new Map<object, { task: () => void; pause: number }>();
  const bursts = new Bursts<string>(String, take, (task, pause) => {
    const name = {};
    waiting.set(name, { task, pause });
    return () => waiting.delete(name);
  });
  const pass = async (pause: number): Promise<void> => {
    for (const one of [...waiting.values()]) if (one.pause <= pause) one.task();
    await settled();
  };
  return { bursts, waiting, pass };
}

describe('A burst of events', () => {
  it('leads to one look at all of them, each once', async () => {
    const taken: Burst<string>[] = [];
    const { bursts, waiting, pass } = burstsOf(async (burst) => taken.push(burst));
    for (let number = 0; number < 1000; number++) {
      for (const event of ['page', 'came', 'gone', 'page'] as const) bursts.add(event, `p${number}`);
    }
    await pass(100);
    assert.deepEqual(
      taken.map(({ page, came, changed, gone }) => [page, came, changed, gone].map(({ length }) => length)),
      [[1000, 1000, 0, 1000]],
    );
    assert.isEmpty(waiting);
  });

  it('that does not end is looked at all the same', async () => {
    const taken: Burst<string>[] = [];
    const { bursts, waiting } = burstsOf(async (burst) => taken.push(burst));
    bursts.add('page', 'a');
    bursts.add('page', 'b');
    [...waiting.values()].find(({ pause }) => pause === 1000)?.task();
    assert.deepEqual(taken[0]?.page, ['a', 'b']);
  });

  it('waits until the look before is done, and is not lost when that fails', async () => {
    const looks: (() => void)[] = [];
    const taken: Burst<string>[] = [];
    const { bursts, pass } = burstsOf((burst) => {
      taken.push(burst);
      return new Promise((_resolve, reject) => looks.push(() => reject(new Error('no'))));
    });
    bursts.add('page', 'a');
    await pass(100);
    bursts.add('page', 'b');
    await pass(1000);
    assert.lengthOf(taken, 1);
    looks[0]?.();
    await settled();
    await pass(100);
    assert.deepEqual(taken[1]?.page, ['b']);
  });
});

describe('A thousand events of the file system', () => {
  /** How often a thousand events make the sync look for known files, read files and walk folders. */
  async function looksOf(name: string, pathOf: (number: number) => string, known: readonly string[] = []) {
    listeners.clear();
    const looks = { known: 0, refreshes: 0, walks: 0 };
    const waiting = new Set<() => void>();
    const sync = {
      isRelevant: () => true,
      knownBelow: () => {
        looks.known++;
        return new Map(known.map((path) => [path, uriOf(path)]));
      },
      refresh: async () => {
        looks.refreshes++;
      },
      refreshFolders: async () => {
        looks.walks++;
        return undefined;
      },
    };
    const events = new WorkspaceEvents(sync as never, (task) => {
      waiting.add(task);
      return () => waiting.delete(task);
    });
    for (let number = 0; number < 1000; number++) {
      for (const listener of listeners.get(name) ?? []) listener(uriOf(pathOf(number)));
    }
    for (const task of [...waiting]) if (waiting.has(task)) task();
    await settled();
    events.dispose();
    return looks;
  }

  it('of created folders lead to one walk', async () => {
    assert.deepEqual(await looksOf('** onDidCreate', (number) => `/book/f${number}`), {
      known: 1,
      refreshes: 1,
      walks: 1,
    });
  });

  it('of created pages lead to one reading and no walk', async () => {
    assert.deepEqual(await looksOf('**/*.{md,MD} onDidCreate', (number) => `/book/f${number}.md`), {
      known: 1,
      refreshes: 1,
      walks: 0,
    });
  });

  it('of changed pages lead to one reading and no walk', async () => {
    assert.deepEqual(await looksOf('**/*.{md,MD} onDidChange', (number) => `/book/f${number}.md`), {
      known: 1,
      refreshes: 1,
      walks: 0,
    });
  });

  it('of changed folders lead to one walk', async () => {
    assert.deepEqual(await looksOf('** onDidChange', (number) => `/book/f${number}`), {
      known: 1,
      refreshes: 1,
      walks: 1,
    });
  });

  it('of deleted folders lead to one look at what is known, and no walk', async () => {
    assert.deepEqual(await looksOf('** onDidDelete', (number) => `/book/f${number}`, ['/book/f1/a.md']), {
      known: 1,
      refreshes: 1,
      walks: 0,
    });
  });
});

describe('The folders above a file', () => {
  it('are named from the nearest to the root', () => {
    assert.deepEqual(foldersAbove(uriKey(uriOf('/book/log/a.md'))), [
      'file:///book/log',
      'file:///book',
      'file://',
    ]);
  });

  it('have one in common with those of another', () => {
    assert.equal(commonPath('/book/log/2026', '/book/log/2027/a'), '/book/log');
    assert.equal(commonPath('/book/log', '/book/log/2026'), '/book/log');
    assert.equal(commonPath('/one', '/two'), '/');
  });
});
