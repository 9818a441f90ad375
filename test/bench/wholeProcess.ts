import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from './children';
import { benchDay } from './generateBook';
import { summaryOf, type Times } from './measure';

/** What is timed as a whole process, in the order of a round. */
export const processKinds = ['floor', 'cold', 'warm', 'changed', 'uncached'] as const;
export type ProcessKind = (typeof processKinds)[number];

/** Kinds are left out where the command cannot do them, or where they would tell nothing new. */
export type ProcessTimes = Readonly<Partial<Record<ProcessKind, Times>>>;

/** A book on disk. */
export interface BookOnDisk {
  readonly size: number;
  readonly folder: string;
  readonly bytes: number;
  /** A path in it whose page may be changed. */
  readonly logPage: string;
}

/** Reads all files of a folder and does nothing with them. */
const readAll = `const fs = require('node:fs'), path = require('node:path');
const folder = process.argv[1];
for (const name of fs.readdirSync(folder, { recursive: true })) if (name.endsWith('.md')) fs.readFileSync(path.join(folder, name), 'utf8');`;

/** True when `check` keeps what it has read in a cache folder. */
export function hasCache(): boolean {
  const { stdout } = spawnSync(process.execPath, [commandLine, 'check', '--help'], { encoding: 'utf8' });
  return stdout.includes('--cache-dir') && stdout.includes('--no-cache');
}

export function checkArguments(folder: string, cache?: string, format = 'json'): string[] {
  const cacheOptions = cache ? ['--cache-dir', cache] : hasCacheOption() ? ['--no-cache'] : [];
  return [commandLine, 'check', folder, '--today', benchDay, '--format', format, ...cacheOptions];
}

/** Milliseconds after which `check` relies on the time at which a page was written. */
const writtenLongAgo = 2100;

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

let known: boolean | undefined;
function hasCacheOption(): boolean {
  known ??= hasCache();
  return known;
}

/**
 * Times the kinds in turn, so that what else the machine does meets all of them alike. The files are in the memory of
 * the system: they have just been written, and the first round does not count.
 */
export function measureProcesses(book: BookOnDisk, cache: string): ProcessTimes {
  const { folder, size } = book;
  const rounds = size > 10_000 ? 3 : size > 1000 ? 5 : 7;
  const all: readonly ProcessKind[] = hasCacheOption() ? processKinds : ['floor', 'uncached'];
  // Nothing is cached in a cold run either, so that at the largest size one of the two will do.
  const kinds = all.filter((kind) => size <= 10_000 || all.length === 2 || kind !== 'uncached');
  const page = join(folder, book.logPage);
  const text = readFileSync(page, 'utf8');
  const programs: Readonly<Record<ProcessKind, (round: number) => readonly string[]>> = {
    floor: () => ['-e', readAll, folder],
    cold: () => {
      pause(writtenLongAgo);
      rmSync(cache, { recursive: true, force: true });
      mkdirSync(cache, { recursive: true });
      return checkArguments(folder, cache);
    },
    warm: () => checkArguments(folder, cache),
    changed: (round) => {
      writeFileSync(page, `${text}\nChanged ${'again '.repeat(round + 2)}.\n`);
      return checkArguments(folder, cache);
    },
    uncached: () => checkArguments(folder),
  };
  const taken = new Map<ProcessKind, number[]>(kinds.map((kind) => [kind, []]));
  try {
    const first = size > 10_000 ? 0 : -1;
    if (first === 0) timeProgram(programs.floor(0));
    for (let round = first; round < rounds; round++) {
      for (const kind of kinds) {
        if (kind === 'changed' && size > 10_000 && round > 0) continue;
        const program = programs[kind](round);
        const time = timeProgram(program);
        if (round >= 0) taken.get(kind)?.push(time);
      }
    }
  } finally {
    writeFileSync(page, text);
  }
  return Object.fromEntries([...taken].map(([kind, times]) => [kind, summaryOf(times)]));
}

/** @throws when the program cannot be run, or says so by its exit code */
export function timeProgram(args: readonly string[]): number {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const time = performance.now() - start;
  if (error || status === null || status > 1)
    throw new Error(`${args.join(' ')} failed: ${error ?? status}\n${stderr}`);
  return time;
}
