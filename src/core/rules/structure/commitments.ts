import { listByRange } from '../../model/byRange';
import { unknownDepartments } from '../../model/commitment';
import { replaceBy } from '../../model/fix';
import { isSameText, t } from '../../model/message';
import { nearestNames } from '../../model/nearest';
import { inSlices } from '../../model/slices';
import { enumeration } from '../../model/texts';
import { checkedInSlices, type PageRule } from '../rule';

const problemsAt = listByRange(
  ({ tasks, commitments }) => [...tasks, ...commitments].flatMap(({ problems }) => problems),
  ({ range }) => range,
);

/** So many tasks are looked at in one slice of work. */
const tasksPerSlice = 128;

export const commitmentInvalid: PageRule = {
  id: 'commitment-invalid',
  family: 'structure',
  severity: 'warning',
  scope: 'page',
  needs: [],
  summary: 'A commitment names an unknown department or an impossible date, or a task’s day is not read.',
  explanation:
    'A task that starts with a department (“- [ ] @rnd -> @sales: …”) is a promise. With a department that book.md does not list, or a date that is no day of the calendar, it can neither be watched nor counted. A day that is nearly written as such (“Due:”, “due: 5.12.2026”) is reported on ordinary tasks, too, so that none is silently not read; so is a period that cannot be read (“every:week”).',
  remedy:
    'Write a department of book.md (or @me), dates as due:YYYY-MM-DD and periods as every:1w (2d, 1w, 1m, 1q, 1y).',
  ...checkedInSlices(function* (page, { settings }, report) {
    const tasks = [...page.tasks, ...page.commitments];
    yield* inSlices(tasks, tasksPerSlice, ({ problems }) => {
      for (const { message, range } of problems) report({ range, message: t`${message}.` });
    });
    const known = enumeration(settings.departments.map((id) => `@${id}`));
    yield* inSlices(page.commitments, tasksPerSlice, (commitment) => {
      for (const { name, range } of unknownDepartments(commitment, settings)) {
        report({
          range,
          message: t`“@${name}” is no department of this book. Known are @me, ${known}.`,
          data: { department: name },
        });
      }
    });
  }),
  fixes(finding, page, { settings }) {
    const { department } = finding.data ?? {};
    if (typeof department !== 'string') {
      const problem = problemsAt(page, finding.range).find(({ message }) =>
        isSameText(finding.message, t`${message}.`),
      );
      return problem ? replaceBy(finding.range, problem.rewrites) : [];
    }
    const nearest = nearestNames(department, ['me', ...settings.departments]);
    return replaceBy(
      finding.range,
      nearest.map((id) => `@${id}`),
    );
  },
};
