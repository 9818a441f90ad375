import { allRules } from '../../rules/allRules';
import type { Rule } from '../../rules/rule';
import type { FieldSpec } from '../../schema/kinds';
import { isRoot } from '../../schema/schema';
import { itemKind } from '../place/kindAt';

/**
 * The rules that look at a field: those that hold for every field of its sort, and those of its page type that name it
 * in their own words.
 *
 * @param path names from the outermost field inwards
 */
export function rulesOfField(pageType: string, path: readonly string[], spec: FieldSpec): Rule[] {
  const general = new Set(generalRules(path, spec));
  return allRules.filter(
    (rule) =>
      general.has(rule.id) ||
      (looksAt(rule, pageType) && namedFields(rule).some((name) => isNamed(name, path))),
  );
}

function generalRules(path: readonly string[], { required, value }: FieldSpec): string[] {
  return [
    ...(path.join('.') === 'type' ? ['type-unknown'] : []),
    ...(path.join('.') === 'id' ? ['id-duplicate'] : []),
    ...(required ? ['field-missing'] : []),
    ...(itemKind(value)?.kind === 'reference' ? ['reference-broken'] : []),
  ];
}

/** Rules of other pages name the settings that they go by, too. */
function looksAt(rule: Rule, pageType: string): boolean {
  if (isRoot(pageType)) return true;
  if (rule.scope === 'book') return rule.reads === 'any' || rule.reads.includes(pageType);
  return rule.types === undefined ? false : rule.types.includes(pageType);
}

const named = new Map<Rule, readonly string[]>();

/** The fields that a rule's texts name: in backticks, or in a formula by a name of several words. */
function namedFields(rule: Rule): readonly string[] {
  let names = named.get(rule);
  if (!names) {
    const text = [rule.summary, rule.explanation, rule.remedy].join('\n');
    const quoted = [...text.matchAll(/`([\w.-]+)(?::[^`]*)?`/g)].map(([, name]) => name as string);
    names = [...quoted, ...(text.replace(/`[^`]*`/g, '').match(/\b[a-z]+[A-Z]\w*\b/g) ?? [])];
    named.set(rule, names);
  }
  return names;
}

/** `next.by` names the field `by` in `next`; `by` alone does, too, and `next.by` explains `next`. */
function isNamed(name: string, path: readonly string[]): boolean {
  const whole = path.join('.');
  return (
    name === whole || name.startsWith(`${whole}.`) || (path.length > 1 && name === path[path.length - 1])
  );
}
