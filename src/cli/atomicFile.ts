import { randomBytes } from 'node:crypto';
import {
  type BigIntStats,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { constants, type FileHandle, link, lstat, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import envPaths from 'env-paths';
import { realPathWithin } from '../reading/containment';
import { expectPlainFile, nonBlocking } from '../reading/plainFile';
import { codeOf } from '../reading/reasons';

// Every file is written whole under another name, and takes its place in one step of the file system. Whenever the
// program is killed or the disk is full, the file is as before or as it should be.

/** What file systems without hard links answer. */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK']);

/**
 * Makes a file that is not there yet, in a folder that is.
 *
 * @returns false where there is something of that name; it is left as it is then
 * @throws the file system's error; nothing is left behind
 */
export async function createFile(path: string, content: string | Uint8Array): Promise<boolean> {
  return besides(path, content, undefined, async (temporary) => {
    try {
      // Fails where the name is taken, which renaming does not.
      await link(temporary, path);
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EEXIST') return false;
      if (code === undefined || !withoutLinks.has(code)) throw error;
    }
    if (await isTaken(path)) return false;
    await rename(temporary, path);
    return true;
  });
}

/**
 * Replaces what a file holds, and keeps its permissions and, where that is allowed, its owner. A link stays a link: the
 * file that it leads to is replaced.
 *
 * @param within a folder that the file must lie in, links followed; anywhere where it is absent
 * @returns false where the file does not hold `before` any more; it is left as it is then
 * @throws OutsideError, or the file system's error; the file is as it was
 */
export async function replaceFile(
  path: string,
  before: Uint8Array,
  after: Uint8Array,
  within?: string,
): Promise<boolean> {
  const real = await (within === undefined ? realpath(path) : realPathWithin(within, path));
  // Opened for writing, too, so that a write-protected file is refused although it could be replaced.
  const file = await open(real, constants.O_RDWR | nonBlocking);
  let stats: BigIntStats;
  try {
    stats = await file.stat({ bigint: true });
    expectPlainFile(stats);
    if (!(await file.readFile()).equals(before)) return false;
  } finally {
    await file.close();
  }
  return besides(real, after, stats, async (temporary) => {
    if (!isSame(stats, await lstat(real, { bigint: true }))) return false;
    await rename(temporary, real);
    return true;
  });
}

/**
 * Writes a temporary file, has it put in place, and removes it wherever that fails.
 *
 * @param like the file whose permissions and owner it gets
 */
async function besides<T>(
  path: string,
  content: string | Uint8Array,
  like: BigIntStats | undefined,
  putInPlace: (temporary: string) => Promise<T>,
): Promise<T> {
  const temporary = temporaryFile(dirname(path), like ? 0o600 : 0o666);
  try {
    const file = await open(temporary, 'r+');
    try {
      await file.writeFile(content);
      if (like) await takeOver(file, like);
      await file.sync();
    } finally {
      await file.close();
    }
    return await putInPlace(temporary);
  } finally {
    await rm(temporary, { force: true }).catch(() => {});
  }
}

/**
 * Makes an empty file. It comes into being in the folder where it will stand, so that it gets what that folder gives to
 * its files (access lists, labels). Where the user's cache lies on the same disk, it is moved there at once: what is left
 * of a program that was killed while it wrote lies in no book, and no synchronising program saw half of it. Otherwise it
 * stays, hidden, with a name that is taken for no page.
 *
 * @returns its path
 */
function temporaryFile(folder: string, mode: number): string {
  const away = join(envPaths('status-book', { suffix: '' }).cache, 'writing');
  for (const one of [folder, away]) removeLeftIn(one);
  const isAway = attempt(() => mkdirSync(away, { recursive: true, mode: 0o700 }));
  const name = `.status-book-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  const beside = join(folder, name);
  closeSync(openSync(beside, 'wx', mode));
  return isAway && attempt(() => renameSync(beside, join(away, name))) ? join(away, name) : beside;
}

const lookedThrough = new Set<string>();

/** Removes, once in a run, the temporary files of programs that were killed in a folder. */
function removeLeftIn(folder: string): void {
  if (lookedThrough.has(folder)) return;
  lookedThrough.add(folder);
  attempt(() => {
    for (const name of readdirSync(folder)) {
      const [, process] = /^\.status-book-(\d+)-[0-9a-f]{12}\.tmp$/.exec(name) ?? [];
      if (process === undefined || isRunning(Number(process))) continue;
      const path = join(folder, name);
      if (lstatSync(path).isFile()) rmSync(path, { force: true });
    }
  });
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // Of another user, for example.
    return codeOf(error) !== 'ESRCH';
  }
}

function attempt(run: () => void): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}

async function takeOver(file: FileHandle, { uid, gid, mode }: BigIntStats): Promise<void> {
  const own = await file.stat({ bigint: true });
  if (own.uid !== uid || own.gid !== gid) {
    await file
      .chown(Number(uid), Number(gid))
      .catch(() => file.chown(-1, Number(gid)))
      // Whoever may write a file but not give it away becomes its owner.
      .catch(() => {});
  }
  await file.chmod(Number(mode & 0o7777n));
}

function isSame(a: BigIntStats, b: BigIntStats): boolean {
  return a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs;
}

async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
