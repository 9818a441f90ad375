import assert from 'node:assert/strict';
import fs, { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mock } from 'node:test';
import fc from 'fast-check';
import { cacheText } from '../../../src/cli/cache/cacheText';
import { generateBook } from '../../bench/generateBook';
import { type FolderFiles, folderOf, run } from '../../unit/cli/support';
import { readConformanceCases } from '../../unit/support/conformanceCases';

const formats = ['json', 'pretty', 'sarif', 'github'];

/** What a check prints and how it ends, in every format. */
async function outcomes(
  folder: string,
  cache: readonly string[],
  more: readonly string[] = [],
): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const format of formats) {
    all.push(await run(['check', folder, '--format', format, ...cache, ...more]));
  }
  return all;
}

const without = ['--no-cache'];

/** Files so old that their stamps can be relied on. */
function age(folder: string): void {
  const before = Date.now() / 1000 - 3600;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.md')) utimesSync(join(folder, name), before, before);
}

/** The clock of a later run: what was written just now counts as written long ago. */
function laterRuns(): void {
  const now = Date.now();
  mock.method(Date, 'now', () => now + 60_000);
}

/** How many pages are read while something is done. */
async function pagesRead(action: () => Promise<unknown>): Promise<number> {
  const original = fs.openSync as (...args: unknown[]) => unknown;
  let count = 0;
  const reading = mock.method(fs, 'openSync', (...args: unknown[]) => {
    if (String(args[0]).endsWith('.md')) count++;
    return original(...args);
  });
  await action();
  reading.mock.restore();
  return count;
}

const book = {
  'book.md': '---\ntype: book\n---\n',
  'a.md': '---\ntype: competitor\nthreat: high\nreviewed: 2026-01-01\n---\n\n[[b]] [[nobody]]\n',
  'b.md': '---\ntype: trend\nfactor: market\nobserved: 2026-11-01\nimpact: 2\n---\n',
  'log/2026-11-20.md': '---\ntype: log\ndate: 2026-11-20\n---\n\n## Time\n\n- 1h liaison: [[a]]\n',
};

function opened(files: FolderFiles = book): { folder: string; cache: string[]; kept: string } {
  const folder = folderOf(files);
  const kept = folderOf();
  return { folder, kept, cache: ['--cache-dir', kept] };
}

function keptFiles(kept: string): string[] {
  const names = readdirSync(kept, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.txt')).map((name) => join(kept, name));
}

describe('what check keeps from one run to the next', () => {
  beforeEach(laterRuns);
  afterEach(() => mock.restoreAll());

  it('saves the next run from reading any page', async () => {
    const { folder, cache } = opened();
    assert.equal(await pagesRead(() => run(['check', folder, ...cache])), 4);
    assert.equal(await pagesRead(() => run(['check', folder, ...cache])), 0);
  });

  it('holds no longer when a page was written, came or went', async () => {
    const { folder, cache } = opened();
    const check = ['check', folder, ...cache];
    await run(check);
    writeFileSync(join(folder, 'a.md'), `${book['a.md']}More.\n`);
    assert.equal(await pagesRead(() => run(check)), 4);
    assert.equal(await pagesRead(() => run(check)), 0);
    writeFileSync(join(folder, 'c.md'), book['b.md']);
    assert.equal(await pagesRead(() => run(check)), 5);
    rmSync(join(folder, 'c.md'));
    assert.equal(await pagesRead(() => run(check)), 4);
  });

  it('holds for other formats, and once the titles of fixes were printed for all of them', async () => {
    const { folder, cache } = opened();
    const readFor = (format: string): Promise<number> =>
      pagesRead(() => run(['check', folder, '--format', format, ...cache]));
    const counts: number[] = [];
    for (const format of ['pretty', 'github', 'json', 'pretty', 'json']) counts.push(await readFor(format));
    assert.deepEqual(counts, [4, 0, 4, 0, 0]);
  });

  it('changes nothing of what is found, in a folder with the books of all conformance cases of a day', async () => {
    const cases = readConformanceCases(join(__dirname, '../../conformance'));
    const [{ today = '' } = {}] = cases;
    const sameDay = cases.filter((one) => one.today === today);
    assert.ok(sameDay.length > 500, String(sameDay.length));
    const files = sameDay.flatMap((one, at) => [...one.files].map(([path, text]) => [`${at}/${path}`, text]));
    const { folder, cache } = opened(Object.fromEntries(files));
    const check = ['check', folder, '--today', today, '--format', 'json'];
    const expected = await run([...check, ...without]);
    assert.deepEqual(await run([...check, ...cache]), expected);
    assert.deepEqual(await run([...check, ...cache]), expected, 'again');
  });

  it('changes nothing of what is found in a generated book, in any format', async () => {
    const { folder, cache } = opened(Object.fromEntries(generateBook(60)));
    const expected = await outcomes(folder, without);
    assert.deepEqual(await outcomes(folder, cache), expected);
    assert.deepEqual(await outcomes(folder, cache), expected);
  });

  it('holds for one day and one choice of rules', async () => {
    const { folder, cache } = opened();
    await run(['check', folder, ...cache]);
    for (const more of [['--today', '2027-03-01'], ['--rule', 'reference-broken=off'], []]) {
      assert.deepEqual(await outcomes(folder, cache, more), await outcomes(folder, without, more));
    }
  });

  it('counts pages of several books to the right ones', async () => {
    const inner = Object.fromEntries(Object.entries(book).map(([path, text]) => [`inner/${path}`, text]));
    const { folder, cache } = opened({ ...book, ...inner });
    const expected = await outcomes(folder, without);
    await run(['check', folder, ...cache]);
    assert.deepEqual(await outcomes(folder, cache), expected);
  });

  it('notices a page of the same length and time of writing', async () => {
    const { folder, cache } = opened();
    age(folder);
    await run(['check', folder, ...cache]);
    const path = join(folder, 'a.md');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, book['a.md'].replace('nobody', 'nobodX'));
    utimesSync(path, atime, mtime);
    assert.match((await run(['check', folder, ...cache])).out, /nobodX/);
  });

  it('is not kept where a page was written a moment before: another writing may leave the same time', async () => {
    const { folder, cache } = opened();
    const { ctimeMs } = statSync(join(folder, 'log/2026-11-20.md'));
    mock.method(Date, 'now', () => ctimeMs + 50);
    await run(['check', folder, ...cache]);
    laterRuns();
    assert.equal(await pagesRead(() => run(['check', folder, ...cache])), 4);
  });

  it('is as good as nothing where it is damaged', async () => {
    const { folder, cache, kept } = opened();
    const expected = await run(['check', folder, ...without]);
    await run(['check', folder, ...cache]);
    for (const path of keptFiles(kept)) {
      const whole = readFileSync(path, 'utf8');
      const middle = whole.length >> 1;
      const flipped = String.fromCharCode(whole.charCodeAt(middle) ^ 1);
      const damages = [
        '',
        '\n',
        whole.slice(0, middle),
        whole.slice(0, -1),
        `${whole}x\n`,
        whole.replace(/\d/, '7x'),
      ];
      for (const damaged of [...damages, `${whole.slice(0, middle)}${flipped}${whole.slice(middle + 1)}`]) {
        writeFileSync(path, damaged);
        assert.deepEqual(await run(['check', folder, ...cache]), expected, path);
      }
    }
  });

  it('is ignored where it has another shape than a result, though its sum is right', async () => {
    const { folder, cache, kept } = opened();
    const expected = await run(['check', folder, ...without]);
    await run(['check', folder, ...cache]);
    const path = keptFiles(kept)[0] as string;
    const [kind = '', key = '', result = ''] = readFileSync(path, 'utf8').split('\n');
    const whole = JSON.parse(result);
    const [finding] = whole.findings;
    for (const other of [
      null,
      [],
      { ...whole, books: 'x' },
      { ...whole, pages: -1 },
      { ...whole, findings: [{}] },
      { ...whole, findings: [{ ...finding, message: 1 }] },
      { ...whole, findings: [{ ...finding, severity: 'bad' }] },
      { ...whole, findings: [{ ...finding, range: { start: { line: 0 } } }] },
      { ...whole, findings: [{ ...finding, related: [null] }] },
      { ...whole, titles: ['x'] },
    ]) {
      writeFileSync(path, cacheText(kind, [key, JSON.stringify(other)]));
      assert.deepEqual(await run(['check', folder, ...cache]), expected, JSON.stringify(other));
    }
  });

  it('is left out silently where it cannot be written', async () => {
    const { folder, kept } = opened();
    const expected = await run(['check', folder, ...without]);
    writeFileSync(join(kept, 'file'), '');
    assert.deepEqual(await run(['check', folder, '--cache-dir', join(kept, 'file')]), expected);
  });

  it('lies in the usual place unless one is named, and nowhere where none is wanted', async () => {
    const { folder, kept } = opened();
    await run(['check', folder], { cacheFolder: kept });
    assert.equal(keptFiles(kept).length, 1);
    const other = folderOf();
    await run(['check', folder, '--no-cache'], { cacheFolder: other });
    assert.deepEqual(readdirSync(other), []);
  });

  it('makes no page of one book a page of another', async () => {
    const { folder, cache } = opened();
    const other = folderOf({ ...book, 'a.md': '# No page any more\n' });
    await run(['check', folder, ...cache]);
    assert.deepEqual(await run(['check', other, ...cache]), await run(['check', other, ...without]));
  });

  it('changes nothing of what is found while pages come, change and go', async function () {
    this.timeout(60_000);
    const texts = fc.constantFrom(
      ...Object.values(book),
      '# No page\n',
      '---\ntype: [\n---\n',
      '---\ntype: book\nexclude: [log]\n---\n',
    );
    const paths = fc.constantFrom(...Object.keys(book), 'c.md', 'templates/trend.md');
    const edits = fc.array(fc.tuple(paths, fc.option(texts, { nil: undefined })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 4 }), async (rounds) => {
        const { folder, cache } = opened({ ...book, 'templates/x.md': '' });
        for (const round of rounds) {
          for (const [path, text] of round) {
            if (text === undefined) rmSync(join(folder, path), { force: true });
            else writeFileSync(join(folder, path), text);
          }
          assert.deepEqual(await run(['check', folder, ...cache]), await run(['check', folder, ...without]));
        }
      }),
      { numRuns: 15 },
    );
  });
});
