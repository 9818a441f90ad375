import type { Command } from 'commander';
import { t } from '../../core/model/message';
import { jsonSchemaOf } from '../../core/schema/jsonSchema';
import { pageTypeOption } from '../options';
import type { ExitCode, Terminal } from '../terminal';
import { say } from '../words';

const help = t`
Editors and other programs check front matter with it.

Examples:
  status-book schema                        for pages of every type
  status-book schema competitor > competitor.schema.json`;

export function addSchema(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('schema')
    .summary(say(t`JSON Schema of the front matter`))
    .description(say(t`Prints the JSON Schema (2020-12) of the front matter of one page type, or of all.`))
    .argument('[type]', say(t`a page type, such as competitor`), pageTypeOption)
    .addHelpText('after', () => say(help))
    .action((type?: string) => {
      terminal.out(`${JSON.stringify(jsonSchemaOf(type), undefined, 2)}\n`);
      done(0);
    });
}
