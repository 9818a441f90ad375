import { type CalendarDate, isCalendarDate } from '../../model/calendarDate';
import type { Severity } from '../../model/finding';
import { joined, ours, plural, type Text, t } from '../../model/message';
import { lowerCase, relativeDay } from '../../model/texts';
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
import { bullets, link, paragraphs, strong } from './hoverText';
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
  const rule = ruleNamed(type, path);
  const meaning = rule
    ? joined([ours(rule.summary), severityText[rule.severity]], ' ')
    : ours(spec.description);
  return { range, markdown: paragraphs([value, fieldText(spec, meaning, path, type, request)]) };
}

/** A name within `rules` is that of a rule; within other maps it is the user's own. */
function mapField(type: string, path: readonly string[]): FieldSpec | undefined {
  const parent = path.length > 1 ? fieldAt(type, path.slice(0, -1)) : undefined;
  const value = parent && itemKind(parent.value)?.kind === 'map' ? kindAt(type, path) : undefined;
  if (!parent || !value) return undefined;
  if (!isRoot(type)) return { ...parent, value };
  const rule = ruleNamed(type, path);
  return rule && { name: rule.id, value, description: rule.summary };
}

function ruleNamed(type: string, path: readonly string[]): Rule | undefined {
  const [field, name, ...others] = path;
  const isRule = isRoot(type) && field === 'rules' && others.length === 0;
  return isRule && name !== undefined ? ruleWithId(name) : undefined;
}

const severityText: Readonly<Record<Severity, Text>> = {
  error: t`By default an error.`,
  warning: t`By default a warning.`,
  information: t`By default an information.`,
  hint: t`By default a hint.`,
};

function fieldText(
  spec: FieldSpec,
  meaning: Text,
  path: readonly string[],
  type: string,
  request: HoverRequest,
): Text {
  const { value, required, name } = spec;
  const choice = choiceOf(value);
  const takes = choice
    ? bullets(choice.values.map((one) => joined([`\`${one.value}\``, ours(one.description)], ': ')))
    : t`Takes ${kindWords(value, request.book.settings.currency)}.`;
  const rules = rulesOfField(type, path, spec).map(({ id, summary }) =>
    joined([link(id, request.links.rule(id)), ours(summary)], ': '),
  );
  return paragraphs([
    joined([strong(name), required ? t`required` : t`optional`], ' · '),
    meaning,
    takes,
    ...(rules.length === 0
      ? []
      : [
          rules.length === 1 ? t`Watched by a rule:` : t`Watched by ${plural(rules.length, 'rule')}:`,
          bullets(rules),
        ]),
  ]);
}

/** What a value says; undefined where there is nothing to add to it. */
function valueText(kind: ValueKind, text: string, today: CalendarDate): Text | undefined {
  const found = choiceOf(kind)?.values.find(({ value }) => value === text);
  if (found) return t`${`\`${found.value}\``}: ${ours(found.description)}.`;
  return itemKind(kind)?.kind === 'date' && isCalendarDate(text)
    ? t`${fullDay(text)}, ${relativeDay(text, today)}.`
    : undefined;
}

function choiceOf(kind: ValueKind): EnumKind | undefined {
  const item = itemKind(kind);
  return item?.kind === 'enum' ? item : undefined;
}

function typeText(type: PageTypeSpec): Text {
  const activity = activities.find(({ id }) => id === type.activity);
  const required = type.fields.filter((field) => field.required).map(({ name }) => `\`${name}\``);
  return paragraphs([
    joined([strong(ours(type.title)), t`page type`], ' · '),
    ours(type.description),
    activity &&
      joined(
        [t`Belongs to the activity ${lowerCase(ours(activity.title))}.`, ours(activity.description)],
        ' ',
      ),
    required.length > 0 ? t`Required: ${required.join(', ')}.` : undefined,
    type.sections.length > 0
      ? t`Sections: ${type.sections.map(({ title }) => title).join(', ')}.`
      : undefined,
  ]);
}
