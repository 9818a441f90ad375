import { parentPort, workerData } from 'node:worker_threads';
import { type ReadFile, readPageFile, type UnreadableFile } from './readFile';
import { type ReadingOrder, WorkShare } from './workShare';

/** What a thread sends for each of its shares of the work. */
export type ReadShare = readonly (ReadFile | UnreadableFile)[];

// A thread of its own that reads files until all are read, beside the main one and others like it.
const order = workerData as ReadingOrder;
const share = new WorkShare(order);
for (let some = share.next(); some; some = share.next()) {
  parentPort?.postMessage(some.map((path) => plain(readPageFile(order.manner, path))));
  share.handOver();
}

/** As it can go from one thread to another. */
function plain(read: ReadFile | UnreadableFile): ReadFile | UnreadableFile {
  if (!('page' in read)) return read;
  const { id, title, type, packed } = read.page;
  return { ...read, page: { id, title, type, packed } };
}
