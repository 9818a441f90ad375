import { pageSnippets } from '../core/edit/snippets';
import { severityNames } from '../core/model/finding';
import { allRules } from '../core/rules/allRules';
import { formatDocument } from './formatDocument';
import { ruleDocuments } from './ruleDocuments';

/** Every file that is wholly derived from the tables, by path from the repository’s root. */
export function generatedFiles(): Record<string, string> {
  return {
    'docs/format.md': formatDocument(),
    ...Object.fromEntries(
      Object.entries(ruleDocuments()).map(([name, text]) => [`docs/rules/${name}`, text]),
    ),
    'snippets/status-book.code-snippets': `${JSON.stringify(pageSnippets(), null, 2)}\n`,
  };
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
