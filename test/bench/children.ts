import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const projectFolder = join(__dirname, '../..');
export const commandLine = join(projectFolder, 'dist/cli.js');

/**
 * Runs a file of this folder in a process of its own, whose heap holds nothing else.
 *
 * @param file its name, such as `inCore.ts`; it writes its answer with `answer`
 * @throws when it fails
 */
export function askChild<T>(file: string, args: readonly string[], nodeOptions: readonly string[] = []): T {
  const folder = mkdtempSync(join(tmpdir(), 'status-book-bench-child-'));
  try {
    const target = join(folder, 'answer.json');
    const { status, error } = spawnSync(
      process.execPath,
      [...nodeOptions, '--import', 'tsx', join(__dirname, file), ...args],
      {
        cwd: projectFolder,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, STATUS_BOOK_BENCH_ANSWER: target },
      },
    );
    if (error || status !== 0) throw new Error(`${file} failed: ${error ?? status}`);
    return JSON.parse(readFileSync(target, 'utf8')) as T;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
