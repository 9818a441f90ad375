import { hasLogOn, isLogTaken } from '../analysis/logs';
import type { FixPlan, Question } from '../model/fix';
import { ours, type Text, t } from '../model/message';
import { enumeration } from '../model/texts';
import type { ReferenceKind } from '../schema/kinds';
import { dailyType, fieldsOf, targetTypes } from '../schema/schema';
import type { RuleContext } from './rule';

/** Creates the log page of today; nothing where there is one. */
export function createTodaysLog({ book, today }: RuleContext): FixPlan[] {
  if (hasLogOn(book, today) || isLogTaken(book, today)) return [];
  const type = dailyType.id;
  return [{ kind: 'createPage', title: t`Create today’s log`, id: today, type, pageTitle: today }];
}

/** The questions for fields of a new page that only the user can decide. */
export function askedFor(typeId: string, ...names: readonly string[]): Question[] {
  return names.flatMap((name) => {
    const spec = fieldsOf(typeId).get(name);
    return spec ? [{ name, prompt: ours(spec.description), value: spec.value }] : [];
  });
}

/** Names a page in a field, picked from those of the book; nothing where there is none to pick from. */
export function pickReference(
  title: Text,
  field: string,
  to: ReferenceKind,
  { book }: RuleContext,
  object: readonly (string | number)[] = [],
): FixPlan[] {
  const types = targetTypes(to);
  if (types === 'any' || !types.some((type) => book.pagesOfType(type).length > 0)) return [];
  const ask: Question[] = [{ name: 'page', prompt: t`Pick the ${enumerationOf(types)}.`, value: to }];
  return [{ kind: 'setFields', title, object, values: { [field]: '{page}' }, ask }];
}

function enumerationOf(types: readonly string[]): Text {
  return types.length > 2 ? t`plan` : enumeration(types.map((type) => type.replaceAll('-', ' ')));
}
