import { Worker } from 'node:worker_threads';
import type { ReadShare } from './readerThread';
import { type ReadFile, type ReadingManner, readPageFile, type UnreadableFile } from './readFile';
import { type ReadingOrder, WorkShare } from './workShare';

/** Threads that may read files beside the main one. */
export interface ReaderThreads {
  /** The program that they run. */
  readonly script: string;
  readonly count: number;
}

/** A hundredth of a second’s work. */
const usualShare = { shareSize: 100, mostWaiting: Number.POSITIVE_INFINITY };
/** For a thread with something better to do: it takes all shares that wait in one go. */
const smallShare = { shareSize: 20, mostWaiting: 3 };

/** Below so many files a thread of its own takes longer to begin than the others to end. */
export const fewestTogether = 1500;

/**
 * Reads files in threads of their own and hands each over, in no order.
 *
 * @param isFree true where this thread takes its share, having nothing better to do
 * @returns what was not read, because a thread could not begin or failed
 */
export async function readTogether(
  manner: ReadingManner,
  paths: readonly string[],
  { script, count }: ReaderThreads,
  take: (read: ReadFile | UnreadableFile) => void,
  isFree: boolean,
): Promise<readonly string[]> {
  const counters = new SharedArrayBuffer(WorkShare.counterBytes);
  const order: ReadingOrder = { manner, paths, counters, ...(isFree ? usualShare : smallShare) };
  const share = new WorkShare(order);
  const missing = new Set(paths);
  const takeShare = (files: ReadShare): void => {
    for (const read of files) if (missing.delete(read.path)) take(read);
  };
  const ended = Array.from({ length: count }, () =>
    runThread(script, order, (files) => {
      takeShare(files);
      // Not before others were let in: as long as more comes, a thread takes it over in one go.
      setImmediate(() => share.takeOver());
    }),
  );
  if (isFree) {
    for (let some = share.next(); some; some = share.next())
      takeShare(some.map((path) => readPageFile(manner, path)));
  }
  await Promise.all(ended);
  return [...missing];
}

/** Settled when the thread has ended, in whatever way. */
function runThread(
  script: string,
  workerData: ReadingOrder,
  take: (share: ReadShare) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const thread = new Worker(script, { workerData });
    thread.on('message', take);
    thread.on('error', () => resolve());
    thread.on('exit', () => resolve());
  });
}
