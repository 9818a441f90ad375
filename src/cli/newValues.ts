import { either, joined, plural, t } from '../core/model/message';
import { Refusal } from '../core/model/refusal';
import type { FieldSpec, ValueKind } from '../core/schema/kinds';
import { fieldsOf } from '../core/schema/schema';
import { didYouMean } from './options';

/** Values by field, dotted for inner ones; several for a list. */
export type NewValues = Readonly<Record<string, string | readonly string[]>>;

/**
 * Reads the `field=value` words of `--set` for a page type. A list takes its values separated by commas or in several
 * words; whether each value is valid is left to the rules.
 *
 * @throws Refusal for a field that the type does not have, or that takes no single value
 */
export function readNewValues(typeId: string, words: readonly string[]): NewValues {
  const values = new Map<string, string | readonly string[]>();
  for (const word of words) {
    const { name, value } = split(word);
    const kind = leafSpec(typeId, name).value;
    const previous = values.get(name);
    if (kind.kind === 'list') {
      values.set(name, [...(typeof previous === 'object' ? previous : []), ...listItems(value, kind.of)]);
    } else if (previous !== undefined) {
      throw new Refusal(t`--set ${name} is given twice, but “${name}” takes one value.`);
    } else values.set(name, value);
  }
  return Object.fromEntries(values);
}

/** The field that a dotted name means, for its description. */
export function describedField(typeId: string, name: string): FieldSpec | undefined {
  const [first = '', ...inner] = name.split('.');
  return inner.reduce<FieldSpec | undefined>(
    (spec, part) => spec && innerFields(spec.value)?.find((field) => field.name === part),
    fieldsOf(typeId).get(first),
  );
}

function split(word: string): { name: string; value: string } {
  const equals = word.indexOf('=');
  const name = word.slice(0, equals).trim();
  if (equals < 0 || name === '')
    throw new Refusal(t`--set takes field=value, such as --set owner=Ines, not “${word}”.`);
  if (name === 'type') throw new Refusal(t`--set type: the type is the first word behind “new”.`);
  if (name === 'id') throw new Refusal(t`--set id: give the id with --id.`);
  const value = word
    .slice(equals + 1)
    .replace(/\s+/g, ' ')
    .trim();
  if (value === '') throw new Refusal(t`--set ${name}= has no value; leave it out to fill it in later.`);
  return { name, value };
}

function leafSpec(typeId: string, name: string): FieldSpec {
  let fields: readonly FieldSpec[] = [...fieldsOf(typeId).values()];
  let spec: FieldSpec | undefined;
  for (const part of name.split('.')) {
    spec = fields.find((field) => field.name === part);
    if (!spec) throw unknownField(typeId, name, part, fields);
    fields = innerFields(spec.value) ?? [];
  }
  if (!spec) throw unknownField(typeId, name, name, fields);
  if (fields.length > 0) {
    const inner = fields.map((field) => `${name}.${field.name}`).join(', ');
    throw new Refusal(t`--set ${name}: this field has fields of its own: ${inner}.`);
  }
  if (spec.value.kind === 'map') throw new Refusal(t`--set ${name}: write this field in the page itself.`);
  return spec;
}

function unknownField(typeId: string, name: string, part: string, fields: readonly FieldSpec[]): Refusal {
  const names = fields.map((field) => field.name);
  const near = didYouMean(part, names);
  const hint =
    near.length > 0 || names.length === 0
      ? near
      : [
          t`There ${either(names.length === 1, 'is', 'are')} ${plural(names.length, 'field')}: ${names.join(', ')}.`,
        ];
  return new Refusal(joined([t`--set ${name}: a page of type ${typeId} has no such field.`, ...hint], ' '));
}

function innerFields(kind: ValueKind): readonly FieldSpec[] | undefined {
  if (kind.kind === 'object') return kind.fields;
  return kind.kind === 'list' && kind.of.kind === 'object' ? kind.of.fields : undefined;
}

function listItems(value: string, of: ValueKind): string[] {
  const inBrackets = /^\[(.*)\]$/.exec(value)?.[1];
  // A comma may belong to a text; to a name, a day or a number it cannot.
  if (inBrackets === undefined && of.kind === 'text' && of.names === undefined) return [value];
  return (inBrackets ?? value)
    .split(',')
    .map((item) => item.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((item) => item !== '');
}
