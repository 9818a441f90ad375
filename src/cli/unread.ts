import { type Text, t } from '../core/model/message';
import { codeOf, reasonOf } from '../reading/reasons';

/** Links out of the book and what is no file are left out on purpose; all else should have been read. */
const onPurpose = new Set(['EOUTSIDE', 'ENOTFILE']);

/** What was not read, and why. */
export class Unread {
  private readonly reasons = new Map<string, Text>();
  private faultCount = 0;

  /** @param warn told of each of them, in one line */
  constructor(private readonly warn: (line: Text) => void) {}

  /** How many files and folders there are that should have been read but could not. */
  get faults(): number {
    return this.faultCount;
  }

  /**
   * @param path from the folder that is read
   */
  note(path: string, error: unknown, kind: 'file' | 'folder' = 'file'): void {
    const reason = reasonOf(error);
    this.reasons.set(path, reason);
    if (!onPurpose.has(codeOf(error) ?? '')) this.faultCount++;
    this.warn(
      kind === 'folder' ? t`The folder ${path} is left out: ${reason}.` : t`${path} is left out: ${reason}.`,
    );
  }

  /** Why a file was not read; undefined for one that was read, or is not there. */
  reasonOf(path: string): Text | undefined {
    return this.reasons.get(path);
  }
}
