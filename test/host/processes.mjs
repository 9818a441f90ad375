import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} ProcessTree
 * @property {import('node:stream').Readable} stdout
 * @property {import('node:stream').Readable} stderr
 * @property {Promise<number>} ended the exit code, once the program and its children are gone
 * @property {() => Promise<void>} stop
 */

const supervisor = fileURLToPath(new URL('./supervise.mjs', import.meta.url));

/**
 * Starts a long-running program together with everything it starts itself, so that all of it ends at once:
 * by `stop()`, and also when this process ends for whatever reason (a crash or `kill -9` included).
 *
 * @param {string} command absolute path of the program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, removeAfter?: string }} [options] `removeAfter`: a folder that is
 *   removed when all has ended
 * @returns {ProcessTree}
 */
export function startProcessTree(command, args, options = {}) {
  const { removeAfter = '', ...spawnOptions } = options;
  const child = spawn(process.execPath, [supervisor, removeAfter, command, ...args], {
    ...spawnOptions,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32', // Ctrl+C reaches only this process, which then stops the tree in order
  });
  // Not 'close', which Node does not emit after a disconnect.
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  if (!child.stdout || !child.stderr) throw new Error(`${command} could not be started`);
  return {
    stdout: child.stdout,
    stderr: child.stderr,
    ended,
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/**
 * Runs a program to its end and returns its exit code and output.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runProcess(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Calls back with every complete line that a stream brings, and with the unfinished last one.
 *
 * @param {import('node:stream').Readable} stream
 * @param {(line: string) => void} callback
 * @returns {Promise<void>} resolves when the stream has ended
 */
export function onLine(stream, callback) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) callback(line);
  });
  return new Promise((resolve) => {
    stream.once('end', () => {
      if (rest) callback(rest);
      resolve();
    });
  });
}

/**
 * Calls back once when this process is asked to end: by a signal, or because the process that started it is gone (npm and
 * the shell between do not always pass a signal on).
 *
 * @param {() => void} callback
 */
export function onInterrupt(callback) {
  const starter = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== starter) interrupt();
  }, 1000);
  watch.unref();
  let interrupted = false;
  const interrupt = () => {
    if (interrupted) return;
    interrupted = true;
    clearInterval(watch);
    callback();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt);
}
