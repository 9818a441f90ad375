// npm test: every kind of test, two stages at a time, and one line at the end that sums them all up.
// `node test/run.mjs --only unit,web` runs some of the stages; `--at-once 1` one after the other.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { projectFolder, temporaryFolder } from './host/folders.mjs';
import { onInterrupt, onLine, startProcessTree } from './host/processes.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} [script] an npm script with its arguments
 * @property {string[]} [program] else a JavaScript file with its arguments
 * @property {readonly string[]} [after] the stages that have to end first, where they are run at all
 * @property {number} minutes after which the stage is stopped and has failed
 * @property {'tests' | 'one' | 'none'} counts what a good run of it counts: the tests it tells of, one, or none
 */

const reporter = ['--reporter', './test/resultsReporter.ts'];
const mochaInTypeScript = [
  'node_modules/mocha/bin/mocha.js',
  '--no-config',
  '--no-package',
  '--require',
  'tsx',
  ...reporter,
];
// A window of VS Code is not ours: a test that fails gets a new one and is run again, twice at most.
const browserTests = [...mochaInTypeScript, '--timeout', '120000', '--retries', '2'];
/** About half of the time that all browser tests take. */
const someBrowserTests = ['dashboard', 'firstSteps', 'preview'].map((name) => `test/browser/${name}.test.ts`);

/** In the order in which they begin, as soon as they may. @type {Stage[]} */
const stages = [
  { name: 'host', program: ['test/host/install.mjs'], minutes: 15, counts: 'none' },
  { name: 'build', script: ['build'], minutes: 3, counts: 'none' },
  { name: 'lint', script: ['check:lint'], minutes: 3, counts: 'one' },
  { name: 'types', script: ['check:types'], minutes: 5, counts: 'one' },
  { name: 'unit', script: ['unit:one', '--', ...reporter], minutes: 15, counts: 'tests' },
  {
    name: 'slow',
    program: [...mochaInTypeScript, '--timeout', '60000', 'test/slow/**/*.test.ts'],
    minutes: 15,
    counts: 'tests',
  },
  {
    name: 'node',
    program: ['test/host/integration.mjs', 'node'],
    after: ['host', 'build'],
    minutes: 15,
    counts: 'tests',
  },
  {
    name: 'web',
    program: ['test/host/integration.mjs', 'web'],
    after: ['host', 'build'],
    minutes: 15,
    counts: 'tests',
  },
  {
    name: 'browser-1',
    program: [...browserTests, ...someBrowserTests],
    after: ['host', 'build'],
    minutes: 20,
    counts: 'tests',
  },
  {
    name: 'browser-2',
    program: [
      ...browserTests,
      ...someBrowserTests.flatMap((file) => ['--ignore', file]),
      'test/browser/**/*.test.ts',
    ],
    after: ['host', 'build'],
    minutes: 20,
    counts: 'tests',
  },
];

/**
 * @param {Stage} stage
 * @returns {[string, string[]]}
 */
function commandLine({ script, program = [] }) {
  if (!script) return [process.execPath, program];
  const npm = process.env.npm_execpath;
  return npm ? [process.execPath, [npm, 'run', ...script]] : ['npm', ['run', ...script]];
}

/**
 * @typedef {object} Results
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} failures what failed and why
 */

/**
 * Runs one stage, printing what it prints behind its name.
 *
 * @param {Stage} stage
 * @param {string} temporary the folder for its temporary files
 * @returns {Promise<Results>}
 */
async function runStage(stage, temporary) {
  const started = Date.now();
  /** @type {Results | undefined} */
  let results;
  const [command, args] = commandLine(stage);
  const env = { ...process.env, STATUS_BOOK_TEMPORARY: temporary };
  const tree = startProcessTree(command, args, { cwd: projectFolder, env });
  const output = onLine(tree.stdout, (line) => {
    const text = /^##results (.*)$/.exec(line)?.[1];
    if (text) results = JSON.parse(text);
    else console.log(`${stage.name} | ${line}`);
  });
  const errors = onLine(tree.stderr, (line) => console.error(`${stage.name} | ${line}`));
  let timedOut = false;
  const limit = setTimeout(() => {
    timedOut = true;
    tree.stop();
  }, stage.minutes * 60_000);
  const [code] = await Promise.all([tree.ended, output, errors]);
  clearTimeout(limit);
  const ending = timedOut ? `stopped after ${stage.minutes} minutes` : `FAILED (exit code ${code})`;
  const sum = judge(stage, code === 0 && !timedOut, results, ending);
  const note = timedOut || sum.failed > 0 ? ending : 'ok';
  console.log(`--- ${stage.name}: ${note}, ${Math.round((Date.now() - started) / 1000)} s`);
  return sum;
}

/**
 * What a stage adds to the sum. One that ends badly, or tells of no test though it should, has a failure at least.
 *
 * @param {Stage} stage
 * @param {boolean} endedWell
 * @param {Results | undefined} results
 * @param {string} ending what is said of a bad end
 * @returns {Results}
 */
function judge({ counts }, endedWell, results, ending) {
  if (counts === 'tests' && results && results.failed > 0) return results;
  const passed = counts === 'tests' ? (results?.passed ?? 0) : endedWell && counts === 'one' ? 1 : 0;
  if (endedWell && (passed > 0 || counts === 'none')) return { passed, failed: 0, failures: [] };
  return { passed, failed: 1, failures: [endedWell ? 'no test ran' : ending] };
}

/**
 * Runs stages, so many at once, each when those that it comes after have ended.
 *
 * @param {readonly Stage[]} wanted
 * @param {number} atOnce
 * @param {(stage: Stage) => Promise<void>} run
 */
async function runAll(wanted, atOnce, run) {
  const waiting = [...wanted];
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  while (waiting.length > 0 || running.size > 0) {
    const isOpen = (/** @type {string} */ name) =>
      running.has(name) || waiting.some((stage) => stage.name === name);
    const next = waiting.findIndex(({ after = [] }) => !after.some(isOpen));
    const [stage] = running.size < atOnce && next >= 0 ? waiting.splice(next, 1) : [];
    if (stage) {
      console.log(`=== ${stage.name}`);
      running.set(
        stage.name,
        run(stage).finally(() => running.delete(stage.name)),
      );
    } else await Promise.race(running.values());
  }
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, 'at-once': { type: 'string', default: '2' } },
});
const names = values.only?.split(',') ?? stages.map(({ name }) => name);
/** `browser` stands for both of its halves. @param {Stage} stage */
const isWanted = ({ name }) => names.includes(name) || names.includes(name.replace(/-\d$/, ''));
const unknown = names.filter(
  (name) => !stages.some((stage) => stage.name.replace(/-\d$/, '') === name || stage.name === name),
);
if (unknown.length > 0) {
  console.error(
    `There is no stage ${unknown.join(', ')}. The stages are ${stages.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const temporary = await temporaryFolder('tests');
process.once('exit', () => rmSync(temporary.path, { recursive: true, force: true }));
onInterrupt(() => process.exit(130));

const started = Date.now();
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];
await runAll(stages.filter(isWanted), Number(values['at-once']), async (stage) => {
  const results = await runStage(stage, temporary.path);
  total.passed += results.passed;
  total.failed += results.failed;
  failures.push(...results.failures.map((failure) => `${stage.name}: ${failure}`));
});
// What went wrong stands where a long output is cut last.
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `- ${failure}`).join('\n')}`);
console.log(`\nAll took ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
