import type { TextEdit } from '../../model/text';
import { plural } from '../../model/words';

/** Notes that are no pages belong to their writers: they follow only where that is wanted. */
export interface FollowingNotes {
  /**
   * The edits of a note, from its text as it is now; paths are the library’s.
   *
   * @throws RangeError where it cannot be changed safely
   */
  editsOf(path: string, text: string): readonly TextEdit[];
  /** What to ask where so many notes have edits. */
  question(notes: number): { readonly message: string; readonly detail: string };
}

/**
 * The question whether notes that are no pages shall follow, too.
 *
 * @param notes so many of them link to what is renamed or moved
 * @param what `it`, or a name where nothing was said of it before
 * @param isMore true where references of pages follow as well
 */
export function noteQuestion(
  notes: number,
  what: string,
  isMore: boolean,
): { readonly message: string; readonly detail: string } {
  const [are, link] = notes === 1 ? ['is no page', 'links'] : ['are no pages', 'link'];
  return {
    message: `${plural(notes, 'note')} that ${are} ${link} to ${what}${isMore ? ', too' : ''}.`,
    detail:
      'A note is a Markdown file that has no type, or one of another program. Only the names in its links change.',
  };
}
