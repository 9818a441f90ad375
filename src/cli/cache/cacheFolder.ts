import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../../core/index/contentHash';

const dayMilliseconds = 86_400_000;
/** What was made for a folder that nobody checks any more is thrown away after so many days. */
const keptDays = 90;
/** The parent may be a folder that others use, too: nothing of theirs is touched. */
const prefix = 'status-book-';

/**
 * Where things are kept from one run to the next, for one folder of books. All of it can be made again: what cannot be
 * read or written is left out without a word.
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

  read(name: string): string | undefined {
    try {
      return readFileSync(join(this.folder, name), 'utf8');
    } catch {
      return undefined;
    }
  }

  /** Another run reads the file as it was before or as it is now, never half of it. */
  write(name: string, text: string): void {
    const temporary = join(this.folder, `${name}.${process.pid}`);
    try {
      // Only for the one whose books these are.
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      writeFileSync(temporary, text, { mode: 0o600 });
      renameSync(temporary, join(this.folder, name));
      this.clear();
    } catch {
      discard(temporary);
    }
  }

  private clear(): void {
    const now = Date.now();
    utimesSync(this.folder, now / 1000, now / 1000);
    for (const name of readdirSync(this.parent)) {
      if (!name.startsWith(prefix)) continue;
      const folder = join(this.parent, name);
      if (now - statSync(folder).mtimeMs > keptDays * dayMilliseconds) rmSync(folder, { recursive: true });
    }
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It lies in the way of nothing.
  }
}
