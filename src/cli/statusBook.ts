import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { faultLine, onFault } from '../core/model/faults';
import { joined, type Text, t } from '../core/model/message';
import { Refusal } from '../core/model/refusal';
import { addBalance } from './commands/balance';
import { addCheck } from './commands/check';
import { addExport } from './commands/export';
import { addFigures } from './commands/figures';
import { addInit } from './commands/init';
import { addList } from './commands/list';
import { addNew } from './commands/newPage';
import { addReport } from './commands/report';
import { addSchema } from './commands/schema';
import { plainText } from './plainText';
import type { ExitCode, Terminal, World } from './terminal';
import { say } from './words';

const commands = [
  addCheck,
  addBalance,
  addReport,
  addFigures,
  addExport,
  addList,
  addNew,
  addInit,
  addSchema,
];

const help = t`
A status book is a folder of Markdown pages with a book.md at its root.

Start here:
  status-book init my-book        makes a new, empty book
  status-book check my-book       tells what needs your attention
  status-book help new            explains one command`;

/** So many parts that fail are named; a rule may fail on every page. */
const maxFaults = 20;

/**
 * Runs the command line.
 *
 * @param words what stands behind `status-book`
 */
export async function runStatusBook(words: readonly string[], world: World): Promise<ExitCode> {
  const terminal: Terminal = {
    ...world,
    print: (lines) => world.out(lines.map((line) => `${plainText(say(line))}\n`).join('')),
    warn: (line) => world.warn(plainText(say(line))),
    command: (line) => world.warn(line),
  };
  let code: ExitCode = 0;
  const program = programFor(terminal, (exitCode) => {
    code = exitCode;
  });
  const told = new Set<string>();
  const ignoreFaults = onFault((fault) => {
    const line = `status-book: ${plainText(faultLine(fault))}`;
    if (told.size < maxFaults && told.size < told.add(line).size) terminal.warn(line);
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    terminal.warn(joined(['status-book', lineFor(error, program, words)], ': '));
    return 2;
  } finally {
    ignoreFaults();
  }
}

function programFor(terminal: Terminal, done: (code: ExitCode) => void): Command {
  const program = new Command('status-book')
    .description(say(t`Keeps an eye on a product status book from the command line.`))
    .version(version, '--version', say(t`print the version`))
    .helpOption('-h, --help', say(t`explain the command`))
    .helpCommand('help [command]', say(t`explain a command`))
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: () => {}, outputError: () => {} })
    .addHelpText('after', () => say(help));
  for (const addTo of commands) addTo(program, terminal, done);
  return program;
}

function lineFor(error: unknown, program: Command, words: readonly string[]): Text {
  if (error instanceof Refusal) return error.text;
  if (error instanceof CommanderError) {
    if (error.code === 'commander.help') {
      const names = program.commands.map((command) => command.name()).join(', ');
      return words.length > 1
        ? t`there is no command “${words[words.length - 1] ?? ''}”: ${names}. “status-book --help” explains them.`
        : t`say what to do: ${names}. “status-book --help” explains them.`;
    }
    const message = error.message.replace(/^error: /, '').replace(/\n\(([^()]*)\)/, '. $1');
    const sentence = /[.?!]$/.test(message) ? message : `${message}.`;
    return t`${sentence} “status-book --help” tells what there is.`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return t`something went wrong inside (${reason}). Please report it together with the command that you gave.`;
}
