import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes files by their paths in a folder, which is made where there is none; returns how many bytes they have. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): number {
  const made = new Set<string>();
  let bytes = 0;
  for (const [path, text] of files) {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(target, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}
