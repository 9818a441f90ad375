import envPaths from 'env-paths';
import { createColors } from 'picocolors';
import { version } from '../../package.json';
import type { CalendarDate } from '../core/model/calendarDate';
import { t } from '../core/model/message';
import { codeOf, reasonOf } from '../reading/reasons';
import { plainText } from './plainText';
import type { ExitCode, World } from './terminal';

/** The calendar date where this machine is. The one place that reads the clock. */
function localToday(): CalendarDate {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function wantsColors(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR;
}

let outputFailed = false;
let hasFailed = false;

async function tellOutputFailed(error: unknown): Promise<void> {
  const { say } = await import('./words');
  world.warn(say(t`status-book: the output cannot be written: ${reasonOf(error)}.`));
}

/** A reader such as `head` may close our output early: that is no fault. A full disk is. */
function watchOutput(stream: NodeJS.WriteStream): void {
  stream.on('error', (error) => {
    if (codeOf(error) === 'EPIPE') return;
    if (!outputFailed) void tellOutputFailed(error);
    outputFailed = true;
    process.exitCode = 2;
  });
}

const world: World = {
  currentFolder: process.cwd(),
  checkout: process.env.GITHUB_WORKSPACE || undefined,
  today: localToday(),
  cacheFolder: envPaths('status-book', { suffix: '' }).cache,
  colors: createColors(wantsColors()),
  out: (text) => process.stdout.write(text),
  warn: (line) => process.stderr.write(`${line}\n`),
};

/** What nobody expected still ends with a line that says so; it needs no words that might have failed. */
function fail(error: unknown): void {
  hasFailed = true;
  const reason = error instanceof Error ? error.message : String(error);
  world.warn(plainText(`status-book: something went wrong inside (${reason}). Please report it.`));
  process.exitCode = 2;
}

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
watchOutput(process.stdout);
watchOutput(process.stderr);

async function run(words: readonly string[]): Promise<ExitCode> {
  // Asked for by every set-up of a build server; nothing needs to be loaded for it.
  if (words.length === 1 && words[0] === '--version') {
    world.out(`${version}\n`);
    return 0;
  }
  const { runStatusBook } = await import('./statusBook');
  return runStatusBook(words, world);
}

// The exit code is set rather than exited with, so that all output is written first.
run(process.argv.slice(2)).then((code) => {
  if (!outputFailed && !hasFailed) process.exitCode = code;
}, fail);
