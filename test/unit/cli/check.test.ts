import assert from 'node:assert/strict';
import { join } from 'node:path';
import { mock } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { sampleBook as sampleIndex } from '../dashboard/support';
import { page, plainBook, quietPage } from '../support/books';
import { folderOf, makePipe, refuse, run, runJson } from './support';

interface CheckJson {
  readonly version: number;
  readonly today: string;
  readonly pages: number;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly message: string;
    readonly fixes: readonly string[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

const sections = '## Summary\n## Strengths\n## Weaknesses\n## Pricing\n## Our answer\n';
const staleCompetitor = page('type: competitor\nthreat: medium\nreviewed: 2026-08-01', sections);
const freshCompetitor = page('type: competitor\nthreat: medium\nreviewed: 2026-11-20', sections);
const misspelled = page('type: decision\nsize: minor\nopened: 2026-11-20\nowmer: Ines');
const sampleBook = join(__dirname, '../../../examples/aquelle');

function check(folder: string, ...words: string[]): Promise<CheckJson> {
  return runJson(['check', ...words], folder);
}

async function exitCode(files: Readonly<Record<string, string>>, ...words: string[]): Promise<number | null> {
  return (await run(['check', ...words], { folder: folderOf({ 'book.md': plainBook, ...files }) })).code;
}

describe('status-book check', () => {
  it('ends with 0 where nothing is at warning or above', async () => {
    assert.equal(await exitCode({}), 0);
    assert.equal(await exitCode({ 'x.md': misspelled }), 0);
  });

  it('ends with 1 where something is', async () => {
    assert.equal(await exitCode({ 'competitors/x.md': staleCompetitor }), 1);
  });

  it('counts the severities that --rule sets', async () => {
    assert.equal(
      await exitCode({ 'competitors/x.md': staleCompetitor }, '--rule', 'competitor-stale=hint'),
      0,
    );
    assert.equal(await exitCode({ 'x.md': misspelled }, '--rule', 'field-misspelled=warning'), 1);
  });

  it('takes several --rule, the last one for a rule', async () => {
    const words = [
      '--rule',
      'competitor-stale=error',
      '--rule',
      'market-quiet=off',
      '--rule',
      'competitor-stale=off',
    ];
    assert.equal(await exitCode({ 'competitors/x.md': staleCompetitor }, ...words), 0);
  });

  it('looks at the book as of --today', async () => {
    assert.equal(await exitCode({ 'competitors/x.md': freshCompetitor }, '--today', '2026-11-23'), 0);
    assert.equal(await exitCode({ 'competitors/x.md': freshCompetitor }, '--today', '2027-11-23'), 1);
  });
});

describe('status-book check --format json', () => {
  it('prints one object with the fields of the format, in their order', async () => {
    const folder = folderOf({ 'book.md': plainBook, 'competitors/x.md': staleCompetitor });
    const { out } = await run(['check', '--format', 'json'], { folder });
    assert.equal(
      out,
      `{"version":1,"today":"2026-11-23","pages":2,"findings":[{"rule":"competitor-stale","severity":"warning",` +
        `"path":"competitors/x.md","line":4,"column":11,"endLine":4,"endColumn":21,` +
        `"message":"Reviewed 114 days ago; a medium-threat competitor is due every 90 days. Go through it and mark it as reviewed today.",` +
        `"fixes":["Mark as reviewed today"],` +
        `"messageId":"Reviewed {0, plural, one {# day} other {# days}} ago; a {1}-threat competitor is due every {2, plural, one {# day} other {# days}}. Go through it and mark it as reviewed today.",` +
        `"arguments":[114,"medium",90]}],"summary":{"error":0,"warning":1,"information":0,"hint":0}}\n`,
    );
  });

  it('is one line with all findings where there are thousands of them', async () => {
    const links = Array.from({ length: 2_500 }, (_, index) => `[[nobody-${index}]] ##[error] \u202e\n`);
    const decision = quietPage(links.join(''));
    const folder = folderOf({ 'book.md': plainBook, 'x.md': decision });
    const { out } = await run(['check', '--format', 'json'], { folder });
    const { findings, summary } = JSON.parse(out) as {
      findings: { line: number; rule: string }[];
      summary: { warning: number };
    };
    const broken = findings.filter(({ rule }) => rule === 'reference-broken').map(({ line }) => line);
    assert.deepEqual(
      broken,
      links.map((_, index) => index + 6),
    );
    assert.equal(summary.warning, 2_500);
    assert.equal(out.indexOf('\n'), out.length - 1);
  });

  it('sorts findings by path in UTF-16 code units, then place, then rule', async () => {
    const broken = page('type: decision\nsize: huge\nopened: x');
    const folder = folderOf({
      'book.md': plainBook,
      'b.md': broken,
      'B.md': broken,
      'ä.md': broken,
      'a/c.md': broken,
    });
    const { findings } = await check(folder);
    assert.deepEqual(
      findings.map(({ path, line }) => `${path}:${line}`),
      ['B.md:3', 'B.md:4', 'a/c.md:3', 'a/c.md:4', 'b.md:3', 'b.md:4', 'ä.md:3', 'ä.md:4'],
    );
  });

  it('counts columns in UTF-16 units from 1, whatever the line ends and the byte-order mark', async () => {
    const text =
      '\ufeff---\r\ntype: decision\r\nsize: minor\r\nopened: 2026-11-20\r\n---\r\n漏水 😀 [[nowhere]]\r\n';
    const { findings } = await check(folderOf({ 'book.md': plainBook, 'x.md': text }));
    assert.deepEqual(
      findings.map(({ rule, line, column, endLine, endColumn }) => [rule, line, column, endLine, endColumn]),
      [['reference-broken', 6, 9, 6, 16]],
    );
  });

  it('counts pages read as pages, excluded files not', async () => {
    const folder = folderOf({
      'book.md': page('type: book\nexclude: archive'),
      'a.md': quietPage(),
      'notes.md': '# Notes\n',
      'archive/old.md': staleCompetitor,
    });
    const { pages, findings } = await check(folder);
    assert.deepEqual([pages, findings], [2, []]);
  });

  it('names paths from the folder when the one book lies below it', async () => {
    const folder = folderOf({
      'books/water/book.md': plainBook,
      'books/water/competitors/x.md': staleCompetitor,
    });
    const { findings } = await check(folder);
    assert.deepEqual(
      findings.map(({ path }) => path),
      ['books/water/competitors/x.md'],
    );
  });

  it('goes through all books of a folder, each with its own settings', async () => {
    const folder = folderOf({
      'a/book.md': page('type: book\nrules: {competitor-stale: off}'),
      'a/x.md': staleCompetitor,
      'b/book.md': plainBook,
      'b/x.md': staleCompetitor,
      'b/inner/book.md': plainBook,
      'b/inner/x.md': staleCompetitor,
    });
    const { pages, findings } = await check(folder);
    assert.equal(pages, 6);
    assert.deepEqual(
      findings.map(({ path }) => path),
      ['b/inner/x.md', 'b/x.md'],
    );
  });

  it('lists the quick fixes that the editor would offer', async () => {
    const { findings } = await check(folderOf({ 'book.md': plainBook, 'x.md': misspelled }));
    assert.deepEqual(
      findings.map(({ rule, fixes }) => [rule, fixes]),
      [['field-misspelled', ['Rename to “owner”']]],
    );
  });

  it('agrees with its own summary on the sample book', async () => {
    const { findings, summary, pages } = await check(sampleBook);
    const counted: Record<string, number> = { error: 0, warning: 0, information: 0, hint: 0 };
    for (const { severity } of findings) counted[severity] = (counted[severity] ?? 0) + 1;
    assert.equal(pages, sampleIndex().pageCount);
    assert.ok(findings.length > 20);
    assert.deepEqual(summary, counted);
  });
});

describe('status-book check for people', () => {
  it('groups findings by page, places aligned, and ends with a summary', async () => {
    const folder = folderOf({
      'book.md': page('type: book\nrules: {section-missing: hint}'),
      'competitors/x.md': page('type: competitor\nthreat: medium\nreviewed: 2026-08-01', sections.slice(11)),
      'y.md': page(
        'type: decision\nsize: minor\nopened: 2026-11-20\nowmer: Ines',
        '\n\n\n\n[[nowhere]] and [[none]]\n',
      ),
      'z.md': page('type: decision\nsize: minor\nopened: soon'),
    });
    const { out } = await run(['check'], { folder });
    const withoutMessages = out.replace(/^(.*(?:error|warning|note|hint) +)\S.*?( {2}\S+)$/gm, '$1…$2');
    assert.equal(
      withoutMessages,
      [
        'competitors/x.md',
        '    2:7  · hint     …  section-missing',
        '   4:11  ▲ warning  …  competitor-stale',
        '',
        'y.md',
        '    5:1  ℹ note     …  field-misspelled',
        '   11:3  ▲ warning  …  reference-broken',
        '  11:19  ▲ warning  …  reference-broken',
        '',
        'z.md',
        '    4:9  ✖ error    …  field-invalid',
        '',
        '4 pages: 1 error, 3 warnings, 1 note, 1 hint',
        '',
      ].join('\n'),
    );
  });

  it('says so when there is nothing to report', async () => {
    assert.equal(
      (await run(['check'], { folder: folderOf({ 'book.md': plainBook }) })).out,
      '1 page: nothing to report\n',
    );
  });

  it('says how many books it went through', async () => {
    const folder = folderOf({ 'a/book.md': plainBook, 'b/book.md': plainBook });
    assert.equal((await run(['check'], { folder })).out, '2 pages in 2 books: nothing to report\n');
  });

  it('colours where colours are wanted, with the same words', async () => {
    const folder = folderOf({ 'book.md': plainBook, 'x.md': staleCompetitor });
    const plain = (await run(['check'], { folder })).out;
    const coloured = (await run(['check'], { folder, colors: true })).out;
    assert.ok(coloured.includes('\u001b[33m▲ warning'));
    assert.equal(stripVTControlCharacters(coloured), plain);
  });

  it('shows nothing of a page that would steer the terminal', async () => {
    const hostile = page('type: decision\nsize: "\\e]0;owned\\a\\e[2J\\u202e"\nopened: 2026-11-20');
    const { out } = await run(['check'], {
      folder: folderOf({ 'book.md': plainBook, 'x\u001b[31m.md': hostile }),
    });
    assert.match(out, /owned/);
    assert.doesNotMatch(out.replace(/\n/g, ''), /[\p{Cc}\u202e]/u);
  });
});

describe('status-book check of what cannot be read', () => {
  afterEach(() => mock.restoreAll());

  it('ends with exit code 2 and the name of the page, and reports what is found in the others', async () => {
    const folder = folderOf({ 'book.md': plainBook, 'closed.md': '', 'x.md': staleCompetitor });
    refuse('closed.md');
    const { code, out, err } = await run(['check'], { folder });
    assert.equal(code, 2);
    assert.match(out, /^x\.md\n.*competitor-stale\n\n2 pages: 1 warning\n$/);
    assert.equal(
      err,
      'closed.md is left out: you are not allowed to read or write it.\n' +
        '1 file or folder could not be read, so this is not everything.\n',
    );
  });

  it('prints valid JSON all the same', async () => {
    const folder = folderOf({ 'book.md': plainBook, 'closed.md': '' });
    refuse('closed.md');
    const { code, out } = await run(['check', '--format', 'json'], { folder });
    assert.deepEqual([code, (JSON.parse(out) as { pages: number }).pages], [2, 1]);
  });

  it('says that a book.md cannot be read, not that it makes no book', async () => {
    const folder = folderOf({ 'book.md': plainBook, 'x.md': staleCompetitor });
    refuse('book.md');
    const { code, err } = await run(['check'], { folder });
    assert.equal(code, 2);
    assert.match(
      err,
      /^status-book: The book\.md of \. cannot be read: you are not allowed to read or write it\.$/m,
    );
  });

  it('does not wait for a pipe named book.md, here or above', async () => {
    const folder = folderOf({ 'a/x.md': '' });
    makePipe(join(folder, 'book.md'));
    for (const [at, reason] of [
      ['a', 'There is no status book in'],
      ['.', 'book.md of . cannot be read: it is no file but a pipe'],
    ] as const) {
      const { code, err } = await run(['check', at], { folder });
      assert.equal(code, 2);
      assert.ok(err.includes(reason), err);
    }
    assert.equal((await run(['init', 'a'], { folder })).code, 0);
  });

  it('keeps a baseline as it is', async () => {
    const folder = folderOf({ 'book.md': plainBook, 'closed.md': '' });
    refuse('closed.md');
    const { code, err } = await run(['check', '--baseline', 'known.json', '--update-baseline'], { folder });
    assert.equal(code, 2);
    assert.match(err, /The baseline was not written, because not everything could be read\./);
  });
});
