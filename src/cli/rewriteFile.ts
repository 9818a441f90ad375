import { type FileHandle, open } from 'node:fs/promises';

/**
 * Replaces what a file holds. It stays the same file: its permissions, owner and links are kept. When it cannot be
 * written to the end, such as on a full disk, what it held before is put back.
 *
 * @returns false where the file no longer holds `before`; it is left as it is then
 * @throws the file system's error
 */
export async function rewriteFile(path: string, before: Uint8Array, after: Uint8Array): Promise<boolean> {
  const file = await open(path, 'r+');
  try {
    if (!(await file.readFile()).equals(before)) return false;
    try {
      await writeAll(file, after);
    } catch (error) {
      await writeAll(file, before);
      throw error;
    }
    return true;
  } finally {
    await file.close();
  }
}

/** The new content goes over the old one before the rest is cut off: there is never less in the file than needed. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written, bytes.length - written, written)).bytesWritten;
  }
  await file.truncate(bytes.length);
  await file.sync();
}
