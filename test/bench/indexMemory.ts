// indexMemory.ts <folder>, with --expose-gc: how much memory the index of a book takes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Library } from '../../src/core/index/library';
import { BookChecker } from '../../src/core/rules/bookChecker';
import { answer } from './answer';
import { benchDay, generateBook } from './generateBook';

/** In bytes. */
export interface IndexMemory {
  /** Of the files. */
  readonly text: number;
  /** Of the index alone. */
  readonly index: number;
  /** Of the index with the findings of all pages. */
  readonly withFindings: number;
}

/** What is remembered weakly stays until the end of a task. */
async function inUse(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  const collect = globalThis.gc;
  if (!collect) throw new Error('Start Node with --expose-gc.');
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Lets the code be compiled, which takes memory of its own. */
function warmUp(): void {
  const library = new Library();
  for (const [path, text] of generateBook(300, 2)) library.setFile(path, text);
  const book = library.book('');
  if (book) new BookChecker(book.index, { today: benchDay }).findings();
}

async function measure(folder: string): Promise<IndexMemory> {
  warmUp();
  const before = await inUse();
  const library = new Library();
  let text = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.md')) continue;
    const bytes = readFileSync(join(folder, name));
    text += bytes.byteLength;
    library.setFile(name.replaceAll('\\', '/'), bytes.toString('utf8'));
  }
  const index = (await inUse()) - before;
  const book = library.book('');
  if (!book) throw new Error(`There is no book in ${folder}.`);
  const checker = new BookChecker(book.index, { today: benchDay });
  const count = checker.findings().length;
  const withFindings = (await inUse()) - before;
  // Both are still in use here: what nothing holds any more would not have been counted.
  if (count === 0 || !library.book('')) throw new Error('The generated book has no findings.');
  return { text, index, withFindings };
}

void measure(process.argv[2] as string).then(answer);
