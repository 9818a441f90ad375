import { joined, ours, t } from '../../model/message';
import { contains } from '../../model/text';
import { ruleWithId } from '../../rules/allRules';
import type { HoverPart, HoverRequest } from './hoverRequest';
import { link, paragraphs, strong } from './hoverText';

/** Findings that are explained at one place at most. */
const most = 3;

/** Why what is found at a place matters, and what to do about it; the message itself is shown by the editor. */
export function findingHovers({ findingsOf, path, position, links }: HoverRequest): HoverPart[] {
  const seen = new Set<string>();
  return findingsOf(path)
    .filter(({ range }) => contains(range, position))
    .flatMap(({ rule: id, range }) => {
      const rule = ruleWithId(id);
      if (!rule || seen.has(id) || seen.size === most) return [];
      seen.add(id);
      const markdown = paragraphs([
        joined([strong(link(id, links.rule(id))), ours(rule.summary)], ' · '),
        ours(rule.explanation),
        joined([t`*What to do:*`, ours(rule.remedy)], ' '),
      ]);
      return [{ range, markdown }];
    });
}
