import type { FieldSpec, ListKind, NumberKind, ObjectKind, TextKind, ValueKind } from './kinds';
import { fieldsOf, pageType, pageTypes, targetTypes } from './schema';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonSchema;

/** A JSON Schema, or a part of one: plain data. */
export interface JsonSchema {
  readonly [keyword: string]: JsonValue;
}

const dialect = 'https://json-schema.org/draft/2020-12/schema';
/** YAML reads `title: 2026` as a number; as a text it is as good. */
const scalarTypes = ['string', 'number', 'boolean'];

const definitions = {
  empty: { description: 'Left empty.', enum: [null, '', [], {}] },
  text: { type: scalarTypes },
  filledText: { type: scalarTypes, pattern: '\\S' },
  date: { type: 'string', format: 'date', pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$' },
  month: { type: 'string', pattern: '^\\d{4}-(?:0[1-9]|1[0-2])$' },
  week: { type: 'string', pattern: '^\\d{4}-W(?:0[1-9]|[1-4]\\d|5[0-3])$' },
  reference: { description: 'The id of a page.', type: ['string', 'number'], pattern: '\\S' },
} satisfies Record<string, JsonSchema>;

function defined(name: keyof typeof definitions): JsonSchema {
  return { $ref: `#/$defs/${name}` };
}

/**
 * The JSON Schema (2020-12) of the front matter of one page type; of all, told apart by `type`, where none is named.
 * Other fields are allowed, an optional field may be left empty, and a list accepts a single value. Dates are texts
 * `YYYY-MM-DD`. What a schema cannot say (references lead to pages, dates that lie in the past) is left to the rules.
 *
 * @throws RangeError for an unknown type
 */
export function jsonSchemaOf(typeId?: string): JsonSchema {
  if (typeId !== undefined) return { $schema: dialect, ...pageSchema(typeId), $defs: definitions };
  return {
    $schema: dialect,
    title: 'Page of a status book',
    type: 'object',
    required: ['type'],
    properties: { type: { enum: pageTypes.map(({ id }) => id) } },
    oneOf: pageTypes.map(({ id }) => ({ $ref: `#/$defs/${id}` })),
    $defs: { ...definitions, ...Object.fromEntries(pageTypes.map(({ id }) => [id, pageSchema(id)])) },
  };
}

function pageSchema(typeId: string): JsonSchema {
  const type = pageType(typeId);
  if (!type) throw new RangeError(`There is no page type “${typeId}”.`);
  const { properties, required } = fieldSchemas([...fieldsOf(typeId).values()]);
  return {
    title: type.title,
    description: type.description,
    type: 'object',
    required: ['type', ...required],
    properties: { type: { const: typeId }, ...properties },
  };
}

function fieldSchemas(fields: readonly FieldSpec[]): { properties: JsonSchema; required: string[] } {
  return {
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
    required: fields.filter((field) => field.required).map(({ name }) => name),
  };
}

function fieldSchema({ value, description, required }: FieldSpec): JsonSchema {
  const described = { description: `${description}${referenceNote(value)}` };
  if (required) return { ...described, ...valueSchema(value, true) };
  return { ...described, anyOf: [valueSchema(value), defined('empty')] };
}

/** Other programs read the schema: it is in English. */
const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function referenceNote(kind: ValueKind): string {
  if (kind.kind === 'list') return referenceNote(kind.of);
  if (kind.kind !== 'reference') return '';
  const types = targetTypes(kind);
  return types === 'any' ? ' The id of a page.' : ` The id of a page of type ${alternatives.format(types)}.`;
}

function valueSchema(kind: ValueKind, isFilled = false): JsonSchema {
  switch (kind.kind) {
    case 'text':
      return textSchema(kind, isFilled);
    case 'number':
      return numberSchema(kind);
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
    case 'month':
    case 'week':
    case 'reference':
      return defined(kind.kind);
    case 'enum':
      return { oneOf: kind.values.map(({ value, description }) => ({ const: value, description })) };
    case 'list':
      return listSchema(kind, isFilled);
    case 'object':
      return objectSchema(kind);
    case 'map':
      return { type: 'object', additionalProperties: valueSchema(kind.of) };
  }
}

function textSchema({ pattern }: TextKind, isFilled: boolean): JsonSchema {
  if (pattern) return { type: 'string', pattern: pattern.source };
  return defined(isFilled ? 'filledText' : 'text');
}

function numberSchema({ minimum, maximum, integer }: NumberKind): JsonSchema {
  return {
    type: integer ? 'integer' : 'number',
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

function listSchema({ of, length }: ListKind, isFilled: boolean): JsonSchema {
  const items = valueSchema(of, isFilled);
  if (length !== undefined) return { type: 'array', items, minItems: length, maxItems: length };
  return { anyOf: [{ type: 'array', items, ...(isFilled ? { minItems: 1 } : {}) }, items] };
}

function objectSchema({ fields }: ObjectKind): JsonSchema {
  const { properties, required } = fieldSchemas(fields);
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}
