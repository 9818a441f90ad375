import { t } from '../../model/message';
import { inSlices } from '../../model/slices';
import { checkedInSlices, type PageRule } from '../rule';

/** So many conflicts are looked at in one slice of work. */
const conflictsPerSlice = 128;

export const mergeConflict: PageRule = {
  id: 'merge-conflict',
  family: 'structure',
  severity: 'error',
  scope: 'page',
  needs: [],
  ownParts: ['names', 'conflicts'],
  summary: 'A merge was not finished: two versions stand on the page, one below the other.',
  explanation:
    'Where two people changed the same lines, Git writes both versions between lines of <<<<<<<, ======= and >>>>>>>. Which one is true is not known: time entries and tasks between these lines do not count, and of front matter with such lines none of the fields is known. Links and headings count.',
  remedy: 'Keep what is right and delete the lines of <<<<<<<, ======= and >>>>>>>.',
  ...checkedInSlices(({ conflicts }, _context, report) =>
    inSlices(conflicts, conflictsPerSlice, ({ range, lastLine, closed, inFrontMatter }) => {
      const where = closed ? t`to line ${lastLine + 1}` : t`and no line of >>>>>>> ends them`;
      const lost = inFrontMatter
        ? t`none of the page’s fields is known`
        : t`no time entry and no task between these lines counts`;
      report({
        range,
        message: t`Two versions of the page stand here, ${where}. Keep what is right and delete the lines of <<<<<<<, ======= and >>>>>>>; until then ${lost}.`,
      });
    }),
  ),
};
