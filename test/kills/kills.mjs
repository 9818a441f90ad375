// Kills every writing command at random moments and looks for files that are torn or empty.
// `node test/kills/kills.mjs [kills] [path of cli.js] [the one command, as “check --fix”]`, after `npm run build`. Exit code 1 where there was one.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFolder, temporaryFolder } from '../host/folders.mjs';

const kills = Number(process.argv[2] ?? 500);
const program = process.argv[3] ?? join(projectFolder, 'dist', 'cli.js');
const today = ['--today', '2026-11-23'];
const temporaryName = /(?:^|\/)\.status-book-\d+-[0-9a-f]{12}\.tmp$/;
const book = '---\ntype: book\n---\n';

/** @param {string} body */
const competitor = (body) => `---\ntype: competitor\nthreat: High\nreviewd: 2026-11-20\n---\n${body}`;

/** @param {number} count @returns {Record<string, string>} */
function pages(count) {
  const body = 'lorem ipsum dolor sit amet\n'.repeat(800);
  const all = Array.from({ length: count }, (_, index) => [`c/c${index}.md`, competitor(body)]);
  return { 'book.md': book, ...Object.fromEntries(all) };
}

const oldBaseline = JSON.stringify({
  version: 1,
  findings: Array.from({ length: 20_000 }, (_, index) => ({ path: `old${index}.md`, rule: 'r', place: 'p' })),
});

/** @type {{ name: string, words: string[], files: Record<string, string> }[]} */
const allCommands = [
  { name: 'check --fix', words: ['check', '--fix', ...today], files: pages(30) },
  {
    name: 'check --update-baseline',
    words: ['check', '--baseline', 'known.json', '--update-baseline', '--no-cache', ...today],
    files: { ...pages(20), 'known.json': oldBaseline },
  },
  { name: 'new', words: ['new', 'competitor', '--id', 'x', ...today], files: { 'book.md': book } },
  { name: 'init', words: ['init', '--product', 'A', '--product', 'B', ...today], files: {} },
];

const commands = allCommands.filter(({ name }) => (process.argv[4] ?? name) === name);

/** @param {string} folder @param {Record<string, string>} files */
function write(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** @param {string} folder @returns {Map<string, string>} */
function contents(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** @param {string} folder */
function stampOf(folder) {
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).length : 0;
}

/** @param {number} limit milliseconds */
async function untilSomethingComes(
  /** @type {string} */ folder,
  /** @type {() => boolean} */ isOver,
  limit = 20_000,
) {
  const before = stampOf(folder);
  const end = Date.now() + limit;
  while (!isOver() && stampOf(folder) === before && Date.now() < end) await pause(0);
}

const temporary = await temporaryFolder('kills');
const env = { ...process.env, XDG_CACHE_HOME: join(temporary.path, 'cache'), NO_COLOR: '1' };
let damaged = 0;
for (const { name, words, files } of commands) {
  const done = join(temporary.path, 'done');
  write(done, files);
  const started = Date.now();
  spawnSync(process.execPath, [program, ...words], { cwd: done, env });
  const total = Date.now() - started;
  const after = contents(done);
  const before = new Map(Object.entries(files));
  const seen = { before: 0, between: 0, after: 0, temporary: 0 };
  const folder = join(temporary.path, 'run');
  for (let kill = 0; kill < Math.ceil(kills / commands.length); kill++) {
    write(folder, files);
    const child = spawn(process.execPath, [program, ...words], { cwd: folder, env, stdio: 'ignore' });
    let isOver = false;
    const ended = new Promise((resolve) => child.once('exit', resolve)).then(() => {
      isOver = true;
    });
    // Half of them while files are being written, half at any moment.
    if (kill % 2 === 0) {
      await untilSomethingComes(folder, () => isOver);
      await pause(Math.random() * 20);
    } else await pause(Math.random() * total * 1.1);
    child.kill('SIGKILL');
    await ended;
    const now = contents(folder);
    const changed = [...now].filter(([path, text]) => !temporaryName.test(path) && before.get(path) !== text);
    for (const [path, text] of changed) {
      if (after.get(path) === text) continue;
      damaged++;
      console.log(`${name}: ${path} is neither as before nor as after, ${text.length} characters`);
    }
    for (const path of before.keys()) {
      if (now.has(path)) continue;
      damaged++;
      console.log(`${name}: ${path} is gone`);
    }
    const all = [...after].filter(([path, text]) => before.get(path) !== text).length;
    seen[changed.length === 0 ? 'before' : changed.length < all ? 'between' : 'after']++;
    if ([...now.keys()].some((path) => temporaryName.test(path))) seen.temporary++;
    // What was left does not stand in the way.
    if (kill % 10 === 0) {
      const { status } = spawnSync(process.execPath, [program, ...words], { cwd: folder, env });
      const isDone = name === 'new' || name === 'init' ? existsSync(join(folder, 'book.md')) : status !== 2;
      if (!isDone) {
        damaged++;
        console.log(`${name}: a second try failed`);
      }
    }
  }
  console.log(`${name}: ${JSON.stringify(seen)}`);
}
await temporary.remove();
console.log(`${kills} kills, ${damaged} damaged`);
process.exitCode = damaged > 0 ? 1 : 0;
