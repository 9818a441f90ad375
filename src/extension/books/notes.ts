import type { FollowingNotes } from '../../core/language/rename/noteQuestion';
import { t } from '../../core/model/message';
import { log } from '../ui/log';
import { askModal } from '../ui/messages';
import { simultaneousReads } from './bookFiles';
import type { BookSession } from './bookSession';
import { forEachConcurrently } from './concurrency';
import type { PageEdits } from './pageEdits';

const changeThem = t`Change Them, Too`;
const leaveThem = t`Leave Them`;

/** Notes that are no pages belong to their writers: they follow a renaming only where that is wanted. */
export class Notes {
  constructor(
    private readonly session: BookSession,
    private readonly edits: PageEdits,
  ) {}

  /** The notes that are to follow, by the library’s paths; asks where there are any. */
  async toFollow({ editsOf, question }: FollowingNotes): Promise<readonly string[]> {
    const linking: string[] = [];
    await forEachConcurrently(this.session.notes(), simultaneousReads, async (path) => {
      const uri = this.session.uriOfKey(path);
      const text = uri && (await this.edits.text(uri));
      if (text !== undefined && changes(path, text, editsOf)) linking.push(path);
    });
    if (linking.length === 0) return [];
    const answer = await askModal(
      'information',
      question(linking.length),
      [changeThem, leaveThem],
      leaveThem,
    );
    return answer === changeThem ? linking.sort() : [];
  }
}

function changes(path: string, text: string, editsOf: FollowingNotes['editsOf']): boolean {
  try {
    return editsOf(path, text).length > 0;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    log.warn(`The links of a note stay as they are: ${error.message}`);
    return false;
  }
}
