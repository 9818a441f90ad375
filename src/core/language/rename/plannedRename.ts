import type { TextEdit } from '../../model/text';
import type { FollowingNotes } from './noteQuestion';

/** What a renaming changes; all paths are the library’s. */
export interface PlannedRename {
  /** The files whose text may change, where they are before the renaming. */
  readonly pages: readonly string[];
  /**
   * The edits of one of them, from its text as it is now.
   *
   * @throws Refusal where it cannot be changed safely
   */
  editsOf(path: string, text: string): readonly TextEdit[];
  /** Absent where only pages follow. */
  readonly notes?: FollowingNotes;
  /** The file that gets another name. */
  readonly file?: { readonly from: string; readonly to: string };
}
