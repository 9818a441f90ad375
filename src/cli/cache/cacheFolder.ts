import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../../core/index/contentHash';

const dayMilliseconds = 86_400_000;
/** What was made for a folder that nobody checks any more is removed after so many days. */
const keptDays = 90;
/** The parent may be a folder that others use, too: nothing of theirs is touched. */
const prefix = 'status-book-';
const content = 'result.txt';
/** Tells backup programs (bford.info/cachedir), and us, that a folder is a cache that we made. */
const markName = 'CACHEDIR.TAG';
const mark = `Signature: 8a477f597d28d172789f06886806bc55
# This folder was made by “status-book check” and may be removed.
`;

/**
 * Where a text is kept from one run to the next, for one folder of books. It can be made again: what cannot be read or
 * written is left out. A folder without our mark is somebody else's: nothing in it is read, written or removed.
 */
export class CacheFolder {
  private readonly folder: string;

  /**
   * @param parent holds the caches of all folders
   * @param checked the folder that is checked, absolute
   */
  constructor(
    private readonly parent: string,
    checked: string,
  ) {
    this.folder = join(parent, `${prefix}${contentHash(checked)}`);
  }

  read(): string | undefined {
    return isOurs(this.folder) ? readIfThere(join(this.folder, content)) : undefined;
  }

  /** Another run reads the text as it was before or as it is now, never half of it. */
  write(text: string): void {
    try {
      if (!this.make()) return;
      const temporary = join(this.folder, `${content}.${process.pid}`);
      try {
        writeFileSync(temporary, text, { mode: 0o600 });
        renameSync(temporary, join(this.folder, content));
      } catch {
        rmSync(temporary, { force: true });
      }
      this.removeOld();
    } catch {
      // It can be made again.
    }
  }

  /** False where the folder is not ours. */
  private make(): boolean {
    mkdirSync(this.parent, { recursive: true });
    try {
      // Only for the one whose books these are.
      mkdirSync(this.folder, { mode: 0o700 });
      writeFileSync(join(this.folder, markName), mark, { mode: 0o600 });
    } catch {
      // It is there already.
    }
    return isOurs(this.folder);
  }

  private removeOld(): void {
    const now = Date.now();
    utimesSync(this.folder, now / 1000, now / 1000);
    for (const name of readdirSync(this.parent)) {
      if (!name.startsWith(prefix)) continue;
      const folder = join(this.parent, name);
      if (!isOurs(folder) || now - lstatSync(folder).mtimeMs <= keptDays * dayMilliseconds) continue;
      remove(folder);
    }
  }
}

function isOurs(folder: string): boolean {
  try {
    return lstatSync(folder).isDirectory() && readIfThere(join(folder, markName)) === mark;
  } catch {
    return false;
  }
}

/** Removes what we made; a folder into which somebody put something else stays as it is. */
function remove(folder: string): void {
  const names = readdirSync(folder);
  if (!names.every(isOurFile)) return;
  // The mark last: what is left of a folder is still known as ours.
  for (const name of [...names.filter((one) => one !== markName), markName]) rmSync(join(folder, name));
  rmdirSync(folder);
}

function isOurFile(name: string): boolean {
  return name === markName || name === content || /^result\.txt\.\d+$/.test(name);
}

function readIfThere(file: string): string | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
