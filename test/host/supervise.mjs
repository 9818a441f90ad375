// supervise.mjs <folder or ''> <command> <args…>
// Runs the command as a process group of its own, ends the whole group when the starter disconnects or dies, and removes
// the folder after that.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const graceMilliseconds = 3000;
const [folder, command = '', ...args] = process.argv.slice(2);
const grouped = process.platform !== 'win32';
/** @type {import('node:child_process').ChildProcess} */
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: grouped });

/** @param {NodeJS.Signals} signal */
function signalTree(signal) {
  try {
    if (grouped && child.pid) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Nothing of it is left.
  }
}

function stop() {
  signalTree('SIGTERM');
  setTimeout(() => signalTree('SIGKILL'), graceMilliseconds).unref();
}

/** @param {number} code */
function leave(code) {
  signalTree('SIGKILL');
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.exit(code);
}

child.once('error', (error) => {
  console.error(`${command} could not be started: ${error.message}`);
  leave(127);
});
child.once('exit', (code) => leave(code ?? 1));
process.once('disconnect', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
