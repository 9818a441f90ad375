import { type CalendarDate, isCalendarDate } from '../../model/calendarDate';
import { relativeDay } from '../../model/dayWords';
import { plural } from '../../model/words';
import { ruleWithId } from '../../rules/allRules';
import type { Rule } from '../../rules/rule';
import { activities } from '../../schema/activities';
import type { EnumKind, FieldSpec, ValueKind } from '../../schema/kinds';
import type { PageTypeSpec } from '../../schema/pageType';
import { isRoot, pageType } from '../../schema/schema';
import { fullDay } from '../dates/dateText';
import type { FieldNamePlace, FieldValuePlace } from '../place';
import { fieldAt, itemKind, kindAt, typeField } from '../place/kindAt';
import { rulesOfField } from './fieldRules';
import type { HoverPart, HoverRequest } from './hoverRequest';
import { bullets, link, paragraphs } from './hoverText';
import { kindWords } from './kindWords';

/** What a field means, what it takes, and who looks at it; of a value first what it says. */
export function fieldHover(
  place: FieldNamePlace | FieldValuePlace,
  type: string,
  request: HoverRequest,
): HoverPart | undefined {
  const { range } = place;
  if (range.start.character === range.end.character) return undefined;
  const path = place.kind === 'fieldName' ? [...place.parents, place.name] : place.path;
  if (place.kind === 'fieldValue' && path.length === 1 && path[0] === typeField.name) {
    const spec = pageType(place.text.trim());
    return spec && { range, markdown: typeText(spec) };
  }
  const spec = fieldAt(type, path) ?? mapField(type, path);
  if (!spec) return undefined;
  const value =
    place.kind === 'fieldValue' ? valueText(spec.value, place.text.trim(), request.today) : undefined;
  return { range, markdown: paragraphs([value, fieldText(spec, path, type, request)]) };
}

/** A name within `rules` is that of a rule; within other maps it is the user's own. */
function mapField(type: string, path: readonly string[]): FieldSpec | undefined {
  const parent = path.length > 1 ? fieldAt(type, path.slice(0, -1)) : undefined;
  const value = parent && itemKind(parent.value)?.kind === 'map' ? kindAt(type, path) : undefined;
  const name = path[path.length - 1] as string;
  const rule = isRoot(type) && path[0] === 'rules' ? ruleWithId(name) : undefined;
  if (!parent || !value || (isRoot(type) && !rule)) return undefined;
  return rule
    ? { name, value, description: `${rule.summary} By default ${severityWords(rule)}.` }
    : { ...parent, value };
}

function severityWords({ severity }: Rule): string {
  return severity === 'error' || severity === 'information' ? `an ${severity}` : `a ${severity}`;
}

function fieldText(spec: FieldSpec, path: readonly string[], type: string, request: HoverRequest): string {
  const { value, required, description, name } = spec;
  const choice = choiceOf(value);
  const takes = choice
    ? bullets(choice.values.map((one) => `\`${one.value}\`: ${one.description}`))
    : `Takes ${kindWords(value, request.book.settings.currency)}.`;
  const rules = rulesOfField(type, path, spec).map(
    ({ id, summary }) => `${link(id, request.links.rule(id))}: ${summary}`,
  );
  return paragraphs([
    `**${name}** · ${required ? 'required' : 'optional'}`,
    description,
    takes,
    rules.length === 0
      ? undefined
      : `Watched by ${rules.length === 1 ? 'a rule' : plural(rules.length, 'rule')}:\n\n${bullets(rules)}`,
  ]);
}

/** What a value says; undefined where there is nothing to add to it. */
function valueText(kind: ValueKind, text: string, today: CalendarDate): string | undefined {
  const found = choiceOf(kind)?.values.find(({ value }) => value === text);
  if (found) return `\`${found.value}\`: ${found.description}.`;
  return itemKind(kind)?.kind === 'date' && isCalendarDate(text)
    ? `${fullDay(text)}, ${relativeDay(text, today)}.`
    : undefined;
}

function choiceOf(kind: ValueKind): EnumKind | undefined {
  const item = itemKind(kind);
  return item?.kind === 'enum' ? item : undefined;
}

function typeText(type: PageTypeSpec): string {
  const activity = activities.find(({ id }) => id === type.activity);
  const required = type.fields.filter((field) => field.required).map(({ name }) => `\`${name}\``);
  return paragraphs([
    `**${type.title}** · page type`,
    type.description,
    activity && `Belongs to the activity ${activity.title.toLowerCase()}. ${activity.description}`,
    required.length > 0 ? `Required: ${required.join(', ')}.` : undefined,
    type.sections.length > 0 ? `Sections: ${type.sections.map(({ title }) => title).join(', ')}.` : undefined,
  ]);
}
