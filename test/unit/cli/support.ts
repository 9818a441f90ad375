import { execFileSync, spawnSync } from 'node:child_process';
import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mock } from 'node:test';
import { buildSync } from 'esbuild';
import { createColors } from 'picocolors';
import { runStatusBook } from '../../../src/cli/statusBook';
import { today } from '../support/books';

export type FolderFiles = Readonly<Record<string, string | Uint8Array>>;

/** Milliseconds after which a process counts as hanging. */
const hangs = 120_000;

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own with these files, removed when the tests have ended. */
export function folderOf(files: FolderFiles = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'status-book-cli-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Makes a named pipe, which nobody writes into: whoever reads it waits for ever. */
export function makePipe(path: string): void {
  execFileSync('mkfifo', [path]);
}

/** Lets the file system refuse to read files whose paths end so. */
export function refuse(ending: string): void {
  const original = fs.openSync as (...args: unknown[]) => unknown;
  mock.method(fs, 'openSync', (...args: unknown[]) => {
    if (String(args[0]).endsWith(ending)) throw Object.assign(new Error('refused'), { code: 'EACCES' });
    return original(...args);
  });
}

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly folder?: string;
  readonly colors?: boolean;
  readonly checkout?: string;
  readonly cacheFolder?: string;
}

/** Runs the command line within this process. */
export async function run(
  words: readonly string[],
  { folder = tmpdir(), colors = false, checkout, cacheFolder }: RunOptions = {},
): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runStatusBook(words, {
    currentFolder: folder,
    checkout,
    today,
    cacheFolder,
    colors: createColors(colors),
    out: (text) => out.push(text),
    warn: (line) => err.push(`${line}\n`),
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** Runs the command line and reads what it printed as JSON. */
export async function runJson<T>(words: readonly string[], folder: string): Promise<T> {
  const { out } = await run([...words, '--format', 'json'], { folder });
  return JSON.parse(out) as T;
}

let caches: string | undefined;

/** Where processes of their own keep what they keep from one run to the next. */
function cacheHome(): string {
  caches ??= folderOf();
  return caches;
}

/** Runs the bundled command in a process of its own. */
export function runBuilt(
  words: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundleOf('src/cli/main.ts'), ...words], {
    cwd: folder,
    env: { ...process.env, XDG_CACHE_HOME: cacheHome(), LOCALAPPDATA: cacheHome(), ...environment },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: hangs,
  });
  return { code: status, out: stdout, err: stderr };
}

const bundles = new Map<string, string>();

/** A program of the project as one plain JavaScript file, built at its first use. */
export function bundleOf(entryPoint: string): string {
  let outfile = bundles.get(entryPoint);
  if (outfile === undefined) {
    outfile = join(folderOf(), 'program.cjs');
    buildSync({
      entryPoints: [join(__dirname, '../../..', entryPoint)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'es2022',
      banner: { js: '#!/usr/bin/env node' },
      logLevel: 'error',
    });
    bundles.set(entryPoint, outfile);
  }
  return outfile;
}
