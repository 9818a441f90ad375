import type { Rule } from '../core/rules/rule';
import { type Activity, activities } from '../core/schema/activities';
import { isDaily, isRoot, pageType } from '../core/schema/schema';

/** Rules that serve another duty than the pages they look at belong to. */
const ownDuties: Readonly<Record<string, string>> = {
  'department-silent': 'liaison',
  'commitment-overdue': 'liaison',
  'trust-low': 'liaison',
  'prediction-due': 'competitor-response',
  'prediction-unanswered': 'competitor-response',
  'threat-without-strategy': 'competitive-strategy',
};

/** The duty that a rule serves; undefined where it serves several, such as those of every plan. */
export function dutyOf(rule: Rule): Activity | undefined {
  const ids = new Set(
    [ownDuties[rule.id] ?? watchedTypes(rule).map((type) => pageType(type)?.activity)].flat(),
  );
  return ids.size === 1 ? activities.find(({ id }) => ids.has(id)) : undefined;
}

/** The page types that a rule watches; none where it watches every page. */
export function watchedTypes(rule: Rule): readonly string[] {
  if (rule.scope === 'page') return rule.types ?? [];
  if (rule.reads === 'any') return [];
  const types = rule.reads.filter((type) => !isRoot(type));
  const others = types.filter((type) => !isDaily(type));
  // Other pages’ rules read the log as their witness.
  return others.length > 0 ? others : types;
}
