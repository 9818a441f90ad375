import { allSnippets } from '../core/edit/snippets';
import { severityNames } from '../core/model/finding';
import { overridableFields } from '../core/model/settingsOverrides';
import { allRules } from '../core/rules/allRules';
import type { FieldSpec } from '../core/schema/kinds';
import { fieldsOf, rootType } from '../core/schema/schema';
import { formatDocument } from './formatDocument';
import { grammarFiles } from './grammars';
import { ruleDocuments } from './ruleDocuments';

/** Every file that is wholly derived from the tables, by path from the repository’s root. */
export function generatedFiles(): Record<string, string> {
  return {
    'docs/format.md': formatDocument(),
    ...Object.fromEntries(
      Object.entries(ruleDocuments()).map(([name, text]) => [`docs/rules/${name}`, text]),
    ),
    ...grammarFiles(),
    'snippets/status-book.code-snippets': `${JSON.stringify(allSnippets(), null, 2)}\n`,
  };
}

/** The settings that set fields of `book.md` otherwise, by name. */
export function overrideSettings(): Record<string, object> {
  return Object.fromEntries(
    overridableFields.map((name, index) => {
      const spec = fieldsOf(rootType.id).get(name) as FieldSpec;
      const more = `Wins over \`${name}\` in \`book.md\`, as far as it goes.`;
      const { description: _, ...schema } = settingSchema(spec) as { description: string };
      const setting = {
        ...schema,
        scope: 'resource',
        order: 3 + index,
        default: {},
        additionalProperties: false,
      };
      return [`statusBook.${name}`, { ...setting, markdownDescription: `${spec.description} ${more}` }];
    }),
  );
}

function settingSchema({ value, description }: FieldSpec): object {
  switch (value.kind) {
    case 'object': {
      const properties = Object.fromEntries(value.fields.map((field) => [field.name, settingSchema(field)]));
      return { type: 'object', description, properties };
    }
    case 'list': {
      const { description: _, ...items } = settingSchema({ name: '', description, value: value.of }) as {
        description: string;
      };
      const length = value.length === undefined ? {} : { minItems: value.length, maxItems: value.length };
      return { type: 'array', description, items, ...length };
    }
    case 'number': {
      const { minimum, maximum, integer } = value;
      return {
        type: integer ? 'integer' : 'number',
        description,
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
      };
    }
    default:
      throw new Error(`A setting cannot hold the kind ${value.kind} yet.`);
  }
}

/** The setting `statusBook.rules` of the manifest. */
export function rulesSetting(): object {
  return {
    type: 'object',
    scope: 'resource',
    order: 1,
    markdownDescription: 'The severity of single rules, or `off`. Wins over `rules` in `book.md`.',
    default: {},
    additionalProperties: false,
    properties: Object.fromEntries(
      allRules.map(({ id, summary }) => [
        id,
        { type: 'string', enum: ['off', ...[...severityNames].reverse()], description: summary },
      ]),
    ),
  };
}
