import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { expectPlainFile, nonBlocking } from './plainFile';
import { decode } from './utf8';

/** Room for the bytes of one file after the other. */
const room = Buffer.allocUnsafeSlow(1024 * 1024);

/**
 * The text of a file in UTF-8 without byte-order mark, unreadable bytes as replacement characters, line ends as they
 * are.
 *
 * @throws the file system's error, or as `expectPlainFile`
 */
export function readText(file: string): string {
  const descriptor = openSync(file, constants.O_RDONLY | nonBlocking);
  try {
    const stats = fstatSync(descriptor);
    expectPlainFile(stats);
    const { size } = stats;
    // Some file systems do not tell the size.
    if (size === 0 || size > room.length) return decode(readFileSync(descriptor));
    let length = 0;
    for (let read = -1; read !== 0 && length < size; length += read)
      read = readSync(descriptor, room, length, size - length, null);
    return decode(room.subarray(0, length));
  } finally {
    closeSync(descriptor);
  }
}
