// npm run bench: measures a generated book and writes docs/performance.md. Times differ from machine to machine; what
// counts are the ratios of one run. `npm run bench -- --sizes 1000,10000` chooses how many pages.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchDay, generateBook } from './generateBook';
import { type CoreTimes, measureInCore } from './inCore';
import { shown, summaryOf, type Times } from './measure';

const root = join(__dirname, '../..');
const { values } = parseArgs({ options: { sizes: { type: 'string', default: '100,1000,10000' } } });
const sizes = String(values.sizes).split(',').map(Number);
const wholeRuns = 5;

interface Measured {
  readonly size: number;
  readonly megabytes: number;
  readonly floor: Times;
  readonly check: Times;
  readonly checkMegabytes: number;
  readonly core: CoreTimes;
}

/** Reads all files of a folder and does nothing with them. */
const readAll = `const fs = require('node:fs'), path = require('node:path');
const folder = process.argv[1];
for (const name of fs.readdirSync(folder, { recursive: true })) if (name.endsWith('.md')) fs.readFileSync(path.join(folder, name), 'utf8');`;

/** Runs a program several times as a whole process, its files in the cache of the system. */
function timeProgram(args: readonly string[]): Times {
  const taken: number[] = [];
  for (let run = -1; run < wholeRuns; run++) {
    const start = performance.now();
    const { status, error } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    if (error || status === null || status > 1)
      throw new Error(`${args.join(' ')} failed: ${error ?? status}`);
    if (run >= 0) taken.push(performance.now() - start);
  }
  return summaryOf(taken);
}

async function measure(size: number, temporary: string): Promise<Measured> {
  const files = generateBook(size);
  const folder = join(temporary, String(size));
  let bytes = 0;
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    bytes += Buffer.byteLength(text);
  }
  console.log(`${size} pages, ${(bytes / 1e6).toFixed(1)} MB …`);
  const cli = join(root, 'dist/cli.js');
  const check = ['check', folder, '--today', benchDay, '--format', 'json'];
  const memory = join(temporary, 'memory.cjs');
  writeFileSync(
    memory,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(join(temporary, 'memory'))}, String(process.resourceUsage().maxRSS)));`,
  );
  const floor = timeProgram(['-e', readAll, folder]);
  const whole = timeProgram([cli, ...check]);
  spawnSync(process.execPath, ['--require', memory, cli, ...check], { stdio: 'ignore' });
  const checkMegabytes = Number(readFileSync(join(temporary, 'memory'), 'utf8')) / 1024;
  return {
    size,
    megabytes: bytes / 1e6,
    floor,
    check: whole,
    checkMegabytes,
    core: await measureInCore(files),
  };
}

function document(all: readonly Measured[]): string {
  const [processor] = cpus();
  const largest = all[all.length - 1] as Measured;
  const names = Object.keys(largest.core);
  return [
    '# Performance',
    '',
    'Written by `npm run bench`. Times are medians of several runs with warm files and differ from machine to machine; ratios of one run hold better.',
    '',
    `Measured on ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}, ${process.platform}.`,
    '',
    '## The command as a whole process',
    '',
    '| pages | text | reading all files (the floor) | `check` | ratio | memory |',
    '| ---: | ---: | ---: | ---: | ---: | ---: |',
    ...all.map(
      ({ size, megabytes, floor, check, checkMegabytes }) =>
        `| ${size.toLocaleString('en')} | ${megabytes.toFixed(1)} MB | ${shown(floor.median)} | ${shown(check.median)} | ${(check.median / floor.median).toFixed(1)} | ${checkMegabytes.toFixed(0)} MB |`,
    ),
    '',
    '## One keystroke, one request',
    '',
    'In the core, in a book that is read and checked: median, and in parentheses the 95th percentile. A frame is 16 ms.',
    '',
    `| what | ${all.map(({ size }) => `${size.toLocaleString('en')} pages`).join(' | ')} |`,
    `| --- | ${all.map(() => '---:').join(' | ')} |`,
    ...names.map((name) => {
      const cells = all.map(({ core }) => {
        const times = core[name] as Times;
        return `${shown(times.median)} (${shown(times.p95)})`;
      });
      return `| ${name} | ${cells.join(' | ')} |`;
    }),
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'status-book-bench-'));
  try {
    const all: Measured[] = [];
    for (const size of sizes) all.push(await measure(size, temporary));
    const text = document(all);
    writeFileSync(join(root, 'docs/performance.md'), text);
    console.log(text);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

void main();
