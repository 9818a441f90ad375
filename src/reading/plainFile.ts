import { type BigIntStats, constants, type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';

/** Lets the opening of a pipe return at once instead of waiting for whoever writes into it. Windows has no such thing. */
export const nonBlocking = constants.O_NONBLOCK ?? 0;

/** @throws an error with the code `EISDIR` for a folder, `ENOTFILE` for a pipe, a socket or a device */
export function expectPlainFile(stats: Stats | BigIntStats): void {
  if (stats.isFile()) return;
  const code = stats.isDirectory() ? 'EISDIR' : 'ENOTFILE';
  throw Object.assign(new Error('no plain file'), { code });
}

/**
 * Reads a file. Pipes, sockets and devices are not even opened: they may wait for ever, or do something.
 *
 * @throws the file system's error, or as `expectPlainFile`
 */
export async function readPlainFile(path: string): Promise<Uint8Array> {
  expectPlainFile(await stat(path));
  const file = await open(path, constants.O_RDONLY | nonBlocking);
  try {
    // It may be another one by now.
    expectPlainFile(await file.stat());
    return await file.readFile();
  } finally {
    await file.close();
  }
}
