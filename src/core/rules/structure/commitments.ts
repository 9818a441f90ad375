import { unknownDepartments } from '../../model/commitment';
import { replaceBy } from '../../model/fix';
import { nearestNames } from '../../model/nearest';
import { enumeration } from '../../model/words';
import type { PageRule } from '../rule';

export const commitmentInvalid: PageRule = {
  id: 'commitment-invalid',
  family: 'structure',
  severity: 'warning',
  scope: 'page',
  needs: [],
  summary: 'A commitment names an unknown department or an impossible date.',
  explanation:
    'A task that starts with a department (“- [ ] @rnd -> @sales: …”) is a promise. With a department that book.md does not list, or a date that is no day of the calendar, it can neither be watched nor counted.',
  remedy: 'Write a department of book.md (or @me) and dates as due:YYYY-MM-DD.',
  check(page, { settings }, report) {
    for (const commitment of page.commitments) {
      for (const { message, range } of commitment.problems) report({ range, message: `${message}.` });
      for (const { name, range } of unknownDepartments(commitment, settings)) {
        report({
          range,
          message: `“@${name}” is no department of this book. Known are @me, ${enumeration(settings.departments.map((id) => `@${id}`))}.`,
          data: { department: name },
        });
      }
    }
  },
  fixes(finding, _page, { settings }) {
    const department = String(finding.data?.department ?? '');
    const nearest = nearestNames(department, ['me', ...settings.departments]);
    return replaceBy(
      finding.range,
      nearest.map((id) => `@${id}`),
    );
  },
};
