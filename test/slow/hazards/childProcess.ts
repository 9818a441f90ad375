import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { plainBook } from '../../unit/support/books';
import type { ChildFile } from './checkInChild';

export interface ChildResult {
  readonly pages: number;
  readonly findings: readonly { path: string; line: number; rule: string; message: string }[];
}

/** Milliseconds after which a process counts as hanging. */
const hangs = 60_000;

let bundle: string | undefined;

/** Checks a book in a process of its own, as often as asked; fails unless that process ends by itself and well. */
export function checkInChild(files: Readonly<Record<string, ChildFile>>, times = 1): ChildResult {
  const input = JSON.stringify({ files: { 'book.md': plainBook, ...files }, times });
  const child = spawnSync(process.execPath, [bundled()], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: hangs,
  });
  assert.equal(
    child.status,
    0,
    `the process ended with ${child.status ?? child.signal}: ${child.stderr.slice(0, 2000)}`,
  );
  return JSON.parse(child.stdout) as ChildResult;
}

/** The script as one plain JavaScript file, built at its first use. */
function bundled(): string {
  if (bundle === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'status-book-hazards-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    bundle = join(folder, 'checkInChild.cjs');
    buildSync({
      entryPoints: [join(__dirname, 'checkInChild.ts')],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    });
  }
  return bundle;
}
