import type { Command } from 'commander';
import { jsonSchemaOf } from '../../core/schema/jsonSchema';
import { pageTypeOption } from '../options';
import type { ExitCode, Terminal } from '../terminal';

const help = `
Editors and other programs check front matter with it.

Examples:
  status-book schema                        for pages of every type
  status-book schema competitor > competitor.schema.json`;

export function addSchema(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('schema')
    .summary('JSON Schema of the front matter')
    .description('Prints the JSON Schema (2020-12) of the front matter of one page type, or of all.')
    .argument('[type]', 'a page type, such as competitor', pageTypeOption)
    .addHelpText('after', help)
    .action((type?: string) => {
      terminal.out(`${JSON.stringify(jsonSchemaOf(type), undefined, 2)}\n`);
      done(0);
    });
}
