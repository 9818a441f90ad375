import { type FixPlan, replaceBy } from '../../model/fix';
import { getOrMake } from '../../model/maps';
import { type Text, t } from '../../model/message';
import { nearestNames } from '../../model/nearest';
import { inSlices } from '../../model/slices';
import { checkedInSlices, type PageRule } from '../rule';

/** So many comments are looked at in one slice of work. */
const commentsPerSlice = 128;

/** @param ruleIds the ids of all rules, this one among them */
export function suppressionUnknown(ruleIds: () => readonly string[]): PageRule {
  return {
    id: 'suppression-unknown',
    family: 'structure',
    severity: 'information',
    scope: 'page',
    needs: [],
    ownParts: ['names', 'suppressions'],
    summary: 'A comment that is to hide findings names no rule.',
    explanation:
      'A comment such as “<!-- status-book-ignore competitor-stale: asked on Monday -->” hides the findings of the rules that it names: on the next line, or on the whole page where it stands in the first ten lines of the body. Ids are parted by blanks or commas; a reason may follow behind a colon. One that names no rule, or a misspelled one, hides nothing.',
    remedy: 'Write the id of the rule, which stands behind each finding, or delete the comment.',
    ...checkedInSlices((page, _context, report) => {
      const known = new Set(ruleIds());
      const hints = new Map<string, string>();
      return inSlices(page.suppressions, commentsPerSlice, ({ names, range }) => {
        if (names.length === 0) {
          report({
            range,
            message: t`This comment names no rule, so it hides nothing. Write the rule’s id behind “status-book-ignore”, such as competitor-stale.`,
          });
        }
        const told = new Set<string>();
        for (const { text, range: place } of names) {
          if (known.has(text) || told.has(text)) continue;
          told.add(text);
          const hint = getOrMake(hints, text, (): Text => {
            const [near] = nearestNames(text, known, 1);
            return near === undefined
              ? t`Write the id that stands behind the finding.`
              : t`Did you mean “${near}”?`;
          });
          report({
            range: place,
            message: t`There is no rule “${text}”, so this hides nothing. ${hint}`,
            data: { written: text },
          });
        }
      });
    }),
    fixes({ range, data }): FixPlan[] {
      return typeof data?.written === 'string' ? replaceBy(range, nearestNames(data.written, ruleIds())) : [];
    },
  };
}
