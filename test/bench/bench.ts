// npm run bench: measures generated books and writes docs/performance.md. Times differ from machine to machine; what
// counts are the ratios of one run.
//   npm run bench -- --sizes 100,1000      how many pages (default: 100, 1,000, 10,000 and 100,000)
//   npm run bench -- --only core,process   some of the parts: process, memory, core, host, troubled,
//                                        long, peers
//   npm run bench -- --no-peers            without the other tools; --all-peers: the slow ones at 10,000 pages, too
//   npm run bench -- --web                 in the browser's extension host, too
//   npm run bench -- --out FILE            where the page goes instead
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { askChild, projectFolder } from './children';
import { performanceDocument } from './document';
import { generateBook } from './generateBook';
import type { CoreTimes } from './inCore';
import { measureLongPages } from './longPageTimes';
import { shownPages } from './measure';
import { measureMemory } from './memory';
import { measurePeers, type PeerTime } from './peers';
import { type BookResults, type Part, parts, type Results } from './results';
import { measureTroubled } from './troubledBooks';
import { type BookOnDisk, measureProcesses } from './wholeProcess';
import { writeFiles } from './writeFiles';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000,100000' },
    only: { type: 'string', default: parts.join(',') },
    'no-peers': { type: 'boolean', default: false },
    'all-peers': { type: 'boolean', default: false },
    web: { type: 'boolean', default: false },
    out: { type: 'string', default: join(projectFolder, 'docs/performance.md') },
  },
});

/** Beyond this only what grows with the book as a whole is measured. */
const largestInDetail = 10_000;

function chosenSizes(): number[] {
  const sizes = options.sizes.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 50))
    throw new Error('--sizes takes numbers of pages from 50 on, such as 100,1000.');
  return [...new Set(sizes)].sort((a, b) => a - b);
}

function chosenParts(): ReadonlySet<Part> {
  const chosen = options.only.split(',') as Part[];
  const unknown = chosen.find((part) => !parts.includes(part));
  if (unknown !== undefined) throw new Error(`--only takes ${parts.join(', ')}, not “${unknown}”.`);
  return new Set(chosen.filter((part) => part !== 'peers' || !options['no-peers']));
}

function writeBook(size: number, temporary: string): BookOnDisk {
  const folder = join(temporary, String(size));
  const files = generateBook(size);
  const bytes = writeFiles(folder, files);
  const logPage = [...files.keys()].find((path) => path.startsWith('log/')) as string;
  return { size, folder, bytes, logPage };
}

const failures: string[] = [];

/** Measures one part; where that fails, the page says so instead. */
async function attempt<T>(what: string, measure: () => T | Promise<T>): Promise<T | undefined> {
  console.log(`${what} …`);
  try {
    return await measure();
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    console.error(error);
    failures.push(`${what}: ${reason.replaceAll(tmpdir(), '')}`);
    return undefined;
  }
}

async function measureBook(
  book: BookOnDisk,
  wanted: ReadonlySet<Part>,
  temporary: string,
): Promise<BookResults> {
  const { size, bytes } = book;
  const results: BookResults = { size, bytes };
  const pages = shownPages(size);
  if (wanted.has('process')) {
    const cache = join(temporary, `cache-${size}`);
    const times = await attempt(`${pages}, the command`, () => measureProcesses(book, cache));
    if (times) results.process = times;
    rmSync(cache, { recursive: true, force: true });
  }
  if (wanted.has('memory')) {
    const memory = await attempt(`${pages}, memory`, () => measureMemory(book, temporary));
    if (memory) results.memory = memory;
  }
  if (wanted.has('core') && size <= largestInDetail) {
    const ask = (): CoreTimes => askChild<CoreTimes>('inCore.ts', [String(size)]);
    const core = await attempt(`${pages}, keystrokes and requests`, ask);
    if (core) results.core = core;
  }
  return results;
}

/** In VS Code at 1,000 and 10,000 pages, or at all sizes where neither is asked for. */
async function measureHosts(books: readonly BookOnDisk[], results: readonly BookResults[]): Promise<void> {
  const { measureInHost } = await import('../host/bench.mjs');
  const usual = books.filter(({ size }) => size === 1000 || size === largestInDetail);
  const opened = usual.length > 0 ? usual : books.filter(({ size }) => size <= largestInDetail);
  const host = await attempt('In VS Code', () => measureInHost('node', opened));
  const web = options.web && (await attempt('In VS Code, browser', () => measureInHost('web', opened)));
  for (const result of results) {
    const inNode = host?.[result.size];
    const inBrowser = web ? web[result.size] : undefined;
    if (inNode) result.host = inNode;
    if (inBrowser) result.web = inBrowser;
  }
}

/** Of the largest size up to so many pages. */
const troubledPages = 6000;

async function measureTrouble(
  books: readonly BookResults[],
  temporary: string,
): Promise<Results['troubled'] | undefined> {
  const size = Math.min(troubledPages, Math.max(...books.map((book) => book.size)));
  const times = await attempt(`${shownPages(size)} with troubles`, () => measureTroubled(size, temporary));
  return times && { size, times };
}

function comparePeers(books: readonly BookOnDisk[], temporary: string): PeerTime[] {
  const usual = books.filter(({ size }) => size === 1000 || size === largestInDetail);
  const compared = usual.length > 0 ? usual : books.slice(0, 1);
  return measurePeers({ books: compared, temporary, all: options['all-peers'] });
}

async function main(): Promise<void> {
  const wanted = chosenParts();
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'status-book-bench-')));
  try {
    const books: BookOnDisk[] = [];
    const measured: BookResults[] = [];
    for (const size of chosenSizes()) {
      const book = writeBook(size, temporary);
      measured.push(await measureBook(book, wanted, temporary));
      // The largest one is not opened again.
      if (size > largestInDetail) rmSync(book.folder, { recursive: true, force: true });
      else books.push(book);
    }
    if (wanted.has('host')) await measureHosts(books, measured);
    const troubled = wanted.has('troubled') && (await measureTrouble(measured, temporary));
    const longPages = wanted.has('long')
      ? await attempt('Pages of 1 MB', () => measureLongPages(temporary))
      : undefined;
    const peers = wanted.has('peers') ? { peers: comparePeers(books, temporary) } : {};
    const results: Results = {
      books: measured,
      ...(troubled ? { troubled } : {}),
      ...(longPages ? { longPages } : {}),
      ...peers,
      failures,
    };
    const text = performanceDocument(results);
    writeFileSync(resolve(options.out), text);
    console.log(text);
    if (failures.length > 0) process.exitCode = 1;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
