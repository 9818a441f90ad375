import assert from 'node:assert/strict';
import { onFault } from '../../../src/core/model/faults';
import { BackgroundCheck } from '../../../src/extension/books/backgroundCheck';

describe('the check of a book in the background', () => {
  const faults: string[] = [];
  let ignore: () => void;
  beforeEach(() => {
    faults.length = 0;
    ignore = onFault(({ part, error }) => faults.push(`${part}: ${(error as Error).message}`));
  });
  afterEach(() => ignore());

  /** Runs it until it ends; of its pieces, those before `works` fail. */
  async function runUntil(works: number): Promise<{ pieces: number; done: number }> {
    const seen = { pieces: 0, done: 0 };
    const backgroundCheck = new BackgroundCheck(
      () => {
        if (++seen.pieces < works) throw new Error('no such thing');
        return true;
      },
      () => void seen.done++,
    );
    backgroundCheck.begin();
    await backgroundCheck.finished();
    return seen;
  }

  it('goes on behind a piece that fails, and tells when it is done', async () => {
    assert.deepEqual(await runUntil(2), { pieces: 2, done: 1 });
  });

  it('reports what fails as itself', async () => {
    await runUntil(2);
    assert.deepEqual(faults, ['the check of the book: no such thing']);
  });

  it('ends where every piece fails, so that what waits for it goes on', async () => {
    const { pieces, done } = await runUntil(Number.POSITIVE_INFINITY);
    assert.deepEqual([pieces, done, faults.length], [11, 1, 11]);
  });
});
