import { Worker } from 'node:worker_threads';
import type { ReadShare } from './readerThread';
import { type ReadFile, readPageFile, type UnreadableFile } from './readFile';
import { type ReadingOrder, WorkShare } from './workShare';

/** Threads that may read files beside the main one. */
export interface ReaderThreads {
  /** The program that they run. */
  readonly script: string;
  readonly count: number;
}

/** Below so many files a thread of its own takes longer to begin than the others to end. */
export const fewestTogether = 1500;

/**
 * Reads files and hands each over, in no order. Threads take what is left to be read; where one cannot begin or fails, the
 * main one reads what it had.
 */
export async function readTogether(
  order: Omit<ReadingOrder, 'counter'>,
  threads: ReaderThreads,
  take: (read: ReadFile | UnreadableFile) => void,
): Promise<void> {
  const counter = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const workerData: ReadingOrder = { ...order, counter };
  const missing = new Set(order.paths);
  const takeShare = (share: ReadShare): void => {
    for (const read of share) if (missing.delete(read.path)) take(read);
  };
  const ended = Array.from({ length: threads.count }, () => runThread(threads.script, workerData, takeShare));
  const share = new WorkShare(order.paths, counter);
  for (let some = share.next(); some; some = share.next())
    takeShare(some.map((path) => readPageFile(order.folder, path, order.keepsTexts)));
  await Promise.all(ended);
  takeShare([...missing].map((path) => readPageFile(order.folder, path, order.keepsTexts)));
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
