import { join } from 'node:path';
import type { Book } from '../core/index/library';
import { plural, type Text, t } from '../core/model/message';
import { applyEdits } from '../core/model/text';
import { type LeftFix, safeFixes } from '../core/rules/safeFixes';
import { readPlainFile } from '../reading/plainFile';
import { reasonOf } from '../reading/reasons';
import { decodeExactly, encodeLike } from '../reading/utf8';
import { replaceFile } from './atomicFile';
import type { CheckedBooks } from './checkedBooks';

/** A fix may make room for another one; more rounds than this mean that two of them undo each other. */
const maxRounds = 10;

/** Fixes that were left are named one by one up to this many. */
const maxLeftNamed = 20;

/**
 * Applies the fixes that need no look, on disk. A file that is not UTF-8, or that another program has changed since it
 * was read, is left as it is; all others keep every byte that no fix is about.
 *
 * @param warn told what was changed and what could not be
 */
export async function fixBooks(checked: CheckedBooks, warn: (line: Text) => void): Promise<void> {
  const run = new FixRun(checked, warn);
  for (let round = 0; round < maxRounds && (await run.round()); round++);
  await run.write();
}

interface MendedFile {
  /** What the file held when it was read. */
  readonly bytes: Uint8Array;
  readonly text: string;
  fixes: number;
}

class FixRun {
  private readonly files = new Map<string, MendedFile>();
  private readonly leftAlone = new Set<string>();
  /** By path: safe fixes that could not be made. */
  private readonly left = new Map<string, readonly LeftFix[]>();
  private problems = 0;

  constructor(
    private readonly checked: CheckedBooks,
    private readonly warn: (line: Text) => void,
  ) {}

  /** Mends every page once, in memory; false where nothing was left to do. */
  async round(): Promise<boolean> {
    let isChanged = false;
    for (const book of this.checked.books()) {
      for (const { path } of book.index.pages()) {
        if (await this.fixPage(book, path)) isChanged = true;
      }
    }
    return isChanged;
  }

  /** Writes each changed file once. */
  async write(): Promise<void> {
    const written: number[] = [];
    for (const [path, file] of this.files) {
      if (file.fixes === 0) continue;
      const problem = await this.writeFile(path, file);
      if (problem === undefined) {
        written.push(file.fixes);
        this.warn(t`Fixed ${path}: ${plural(file.fixes, 'fix', 'fixes')}.`);
      } else {
        this.checked.setText(path, file.text);
        this.tell(problem);
      }
    }
    const left = this.tellLeft();
    const fixes = written.reduce((sum, count) => sum + count, 0);
    if (fixes > 0) this.warn(t`${plural(fixes, 'fix', 'fixes')} in ${plural(written.length, 'file')}.`);
    else this.warn(this.problems + left > 0 ? t`Nothing was changed.` : t`Nothing to fix without you.`);
  }

  /** Says which safe fixes were not made and why; returns how many. */
  private tellLeft(): number {
    const all = [...this.left].flatMap(([path, left]) => left.map((one) => ({ path, ...one })));
    for (const { path, title, reason } of all.slice(0, maxLeftNamed)) {
      this.warn(t`Left ${path} as it is: “${title}” was not done. ${reason}`);
    }
    const more = all.length - maxLeftNamed;
    if (more > 0) this.warn(t`${plural(more, 'more fix', 'more fixes')} could not be made.`);
    return all.length;
  }

  private async fixPage(book: Book, pathInBook: string): Promise<boolean> {
    const path = this.checked.open.library.pathOf(book, pathInBook);
    const page = book.index.page(pathInBook);
    const text = this.checked.open.library.textOf(path);
    if (!page || text === undefined || this.leftAlone.has(path)) return false;
    const { edits, left } = safeFixes(page, text, this.checked.checkerOf(book), this.checked.contextOf(book));
    this.left.set(path, left);
    const fixed = applyEdits(text, edits);
    if (fixed === text) return false;
    const file = this.files.get(path) ?? (await this.readFile(path, text));
    if (!file) return false;
    this.checked.setText(path, fixed);
    file.fixes += edits.length;
    return true;
  }

  private async readFile(path: string, text: string): Promise<MendedFile | undefined> {
    const leave = (problem: Text): undefined => {
      this.leftAlone.add(path);
      this.tell(problem);
    };
    let bytes: Uint8Array;
    try {
      bytes = await readPlainFile(this.onDisk(path));
    } catch (error) {
      return leave(t`${path} cannot be read: ${reasonOf(error)}; it is left as it is.`);
    }
    const exact = decodeExactly(bytes);
    if (exact === undefined) return leave(t`${path} is not in UTF-8; it is left as it is.`);
    if (exact !== text) return leave(changedMeanwhile(path));
    const file = { bytes, text, fixes: 0 };
    this.files.set(path, file);
    return file;
  }

  /** Returns what went wrong, if anything. */
  private async writeFile(path: string, { bytes }: MendedFile): Promise<Text | undefined> {
    const after = encodeLike(this.checked.open.library.textOf(path) ?? '', bytes);
    try {
      const isWritten = await replaceFile(this.onDisk(path), bytes, after, this.checked.open.folder);
      return isWritten ? undefined : changedMeanwhile(path);
    } catch (error) {
      return t`${path} cannot be written: ${reasonOf(error)}; it is left as it is.`;
    }
  }

  private tell(problem: Text): void {
    this.problems++;
    this.warn(problem);
  }

  private onDisk(path: string): string {
    return join(this.checked.open.folder, path);
  }
}

function changedMeanwhile(path: string): Text {
  return t`${path} was changed by another program meanwhile; it is left as it is.`;
}
