import { either, plural, type Text, t } from '../../model/message';
import type { TextEdit } from '../../model/text';

/** Notes that are no pages belong to their writers: they follow only where that is wanted. */
export interface FollowingNotes {
  /**
   * The edits of a note, from its text as it is now; paths are the library’s.
   *
   * @throws Refusal where it cannot be changed safely
   */
  editsOf(path: string, text: string): readonly TextEdit[];
  /** What to ask where so many notes have edits. */
  question(notes: number): FollowQuestion;
}

/** What is asked, and what is to be known for an answer. */
export interface FollowQuestion {
  readonly message: Text;
  readonly detail: Text;
}

/**
 * The question whether notes that are no pages shall follow, too.
 *
 * @param notes so many of them link to what is renamed or moved
 * @param what `it`, or a name where nothing was said of it before
 * @param isMore true where references of pages follow as well
 */
export function noteQuestion(notes: number, what: Text, isMore: boolean): FollowQuestion {
  const ofNotes = plural(notes, 'note that is no page links', 'notes that are no pages link');
  return {
    message: t`${ofNotes} to ${what}${either(isMore, ', too', '')}.`,
    detail: t`A note is a Markdown file that has no type, or one of another program. Only the names in its links change.`,
  };
}
