import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageTypes } from '../../../src/core/schema/schema';
import { bundleOf, folderOf, run, runBuilt } from '../../unit/cli/support';
import { page, plainBook, quietPage } from '../../unit/support/books';

const project = join(__dirname, '../../..');

/** A book with so many findings that their JSON does not fit into a pipe at once. */
function bookWithManyFindings(): string {
  const broken = quietPage('[[nowhere]]\n'.repeat(200));
  return folderOf({
    'book.md': plainBook,
    ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`p${index}.md`, broken])),
  });
}

describe('the command status-book', () => {
  const unexpected = String.raw`status-book: something went wrong inside (no such\n::error::thing). Please report it`;

  it('ends with 0, 1 or 2', () => {
    const folder = folderOf({
      'book.md': plainBook,
      'bad/book.md': plainBook,
      'bad/x.md': page('type: decision'),
    });
    assert.equal(runBuilt(['balance'], folder).code, 0);
    assert.equal(runBuilt(['check', 'bad'], folder).code, 1);
    assert.equal(runBuilt(['check', 'nowhere'], folder).code, 2);
  });

  for (const [what, preloaded] of [
    ['throws', "JSON.stringify = () => { throw new Error('no such\\n::error::thing'); };"],
    [
      'fails behind its back',
      "const { openSync } = fs; fs.openSync = (...all) => { queueMicrotask(() => { throw new Error('no such\\n::error::thing'); }); return openSync(...all); };",
    ],
    ['rejects', "Promise.reject(new Error('no such\\n::error::thing'));"],
  ] as const) {
    it(`ends with 2 and one friendly line where something in it ${what} that nobody expected`, () => {
      const folder = folderOf({
        'book.md': plainBook,
        'preloaded.cjs': `const fs = require('fs');\n${preloaded}`,
      });
      const environment = { NODE_OPTIONS: `--require=${join(folder, 'preloaded.cjs')}` };
      const { code, err } = runBuilt(['check', '--format', 'json', '--no-cache'], folder, environment);
      assert.equal(code, 2);
      assert.deepEqual(
        err.split('\n').filter((line) => !line.startsWith(unexpected)),
        [''],
      );
    });
  }

  it('writes all of its JSON into a pipe, and nothing else', () => {
    const { out, err, code } = runBuilt(
      ['check', '--format', 'json', '--today', '2026-11-23'],
      bookWithManyFindings(),
    );
    assert.ok(out.length > 500_000, `${out.length} characters`);
    assert.equal((JSON.parse(out) as { findings: unknown[] }).findings.length, 4_000);
    assert.deepEqual([err, code], ['', 1]);
  });

  it('is quiet when its reader leaves', async () => {
    const child = spawn(process.execPath, [bundleOf('src/cli/main.ts'), 'check'], {
      cwd: bookWithManyFindings(),
    });
    let err = '';
    child.stderr.on('data', (data: Buffer) => {
      err += data.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.once('close', resolve));
    assert.equal(err, '');
  });

  it('uses no colours in a pipe, with or without NO_COLOR', () => {
    const folder = folderOf({ 'book.md': plainBook, 'x.md': page('type: decision') });
    for (const environment of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }]) {
      assert.ok(!runBuilt(['check'], folder, environment).out.includes('\u001b'));
    }
  });

  it('takes the local date for today', () => {
    const folder = folderOf({ 'book.md': plainBook });
    const east = runBuilt(['check', '--format', 'json'], folder, { TZ: 'Pacific/Kiritimati' });
    const west = runBuilt(['check', '--format', 'json'], folder, { TZ: 'Pacific/Niue' });
    const day = ({ out }: { out: string }): string => (JSON.parse(out) as { today: string }).today;
    assert.match(day(east), /^\d{4}-\d{2}-\d{2}$/);
    assert.ok(day(west) < day(east), 'where it is 25 hours earlier it is another day');
  });

  it('prints help and version and ends with 0', async () => {
    for (const words of [['--help'], ['-h'], ['help'], ['help', 'check'], ['new', '--help']]) {
      const { code, out, err } = await run(words);
      assert.deepEqual([code, err], [0, ''], words.join(' '));
      assert.match(out, /^Usage: status-book/);
    }
    assert.match((await run(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('shows an example for every command in its help', async () => {
    for (const command of ['check', 'balance', 'figures', 'list', 'new', 'init', 'schema']) {
      assert.match((await run([command, '--help'])).out, new RegExp(`Examples:\\n  status-book ${command}`));
    }
  });

  it('prints the JSON Schema of one type or of all', async () => {
    const { out } = await run(['schema', 'competitor']);
    assert.equal(
      (JSON.parse(out) as { properties: { type: { const: string } } }).properties.type.const,
      'competitor',
    );
    assert.equal(
      (JSON.parse((await run(['schema'])).out) as { oneOf: unknown[] }).oneOf.length,
      pageTypes.length,
    );
  });
});

describe('a call that status-book cannot make sense of', () => {
  const book = folderOf({ 'book.md': plainBook, 'products/x.md': '', 'x.txt': '' });
  const books = folderOf({ 'a/book.md': plainBook, 'b c/book.md': plainBook });
  const noBooks = folderOf({ 'a.md': '# Notes', 'c/book.md': '# Not a book' });

  const calls: readonly [string, readonly string[], RegExp][] = [
    [book, [], /say what to do: check, balance, report, figures, export, list, new, init, schema/],
    [book, ['chekc'], /unknown command 'chekc'/],
    [book, ['help', 'chekc'], /no command “chekc”/],
    [book, ['check', '--format', 'csv'], /--format takes pretty, json, sarif or github, not “csv”/],
    [book, ['check', '--baseline'], /'--baseline <file>' argument missing/],
    [book, ['figures', '--format', 'pretty'], /--format takes json or csv, not “pretty”/],
    [book, ['figures', '--today', 'soon'], /--today takes a day of the calendar/],
    [book, ['check', '--today', '2026-02-30'], /--today takes a day of the calendar/],
    [book, ['check', '--today', 'tomorrow'], /--today takes a day of the calendar/],
    [book, ['check', '--today'], /'--today <day>' argument missing/],
    [book, ['check', '--rule', 'no-such-rule=off'], /no rule “no-such-rule”/],
    [book, ['check', '--rule', 'log-mising=off'], /Did you mean “log-missing”/],
    [book, ['check', '--rule', 'log-missing=loud'], /off, hint, information, warning or error/],
    [book, ['check', '--rule', 'log-missing'], /off, hint, information, warning or error/],
    [book, ['check', 'a', 'b'], /too many arguments/],
    [book, ['check', 'nowhere'], /nowhere cannot be opened: it does not exist/],
    [book, ['check', 'x.txt'], /x\.txt is a file/],
    [book, ['check', 'x.txt/y'], /cannot be opened/],
    [book, ['check', 'products'], /products lies inside the book \.;/],
    [join(book, 'products'), ['check'], /This folder lies inside the book \.\.;/],
    [noBooks, ['check'], /There is no status book in \./],
    [noBooks, ['check', 'c'], /“type: book”/],
    [books, ['balance'], /several books in \.; name one of them: a and b c\./],
    [books, ['figures'], /several books in \.; name one of them: a and b c\./],
    [books, ['new', 'log'], /several books/],
    [book, ['balance', '--from', '2026-12-01', '--to', '2026-11-01'], /later than --to/],
    [book, ['balance', '--from', '2026-13-01'], /--from takes a day/],
    [book, ['balance', '--by', 'year'], /--by takes day, week or month/],
    [book, ['balance', '--by', 'day', '--from', '1900-01-01'], /more than 4000 days/],
    [book, ['balance', '--format', 'xml'], /--format takes pretty, json or csv/],
    [book, ['list', '--type', 'competitr'], /Did you mean “competitor”/],
    [book, ['list', '--today', '2026-11-23'], /unknown option '--today'/],
    [book, ['new'], /missing required argument 'type'/],
    [book, ['new', 'rival'], /There is no page type “rival”/],
    [book, ['schema', 'rival'], /There is no page type “rival”/],
    [book, ['check', 'no\nwhere'], /no\\nwhere cannot be opened/],
  ];

  for (const [folder, words, message] of calls) {
    it(`gets one line and exit code 2: ${words.join(' ').replace('\n', '⏎') || '(nothing)'} ${message.source}`, async () => {
      const { code, out, err } = await run(words, { folder });
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^status-book: [^\n]+\n$/);
      assert.match(err, message);
    });
  }
});

describe('a folder full of traps', () => {
  it('is checked to the end', () => {
    const folder = folderOf({
      'book.md': plainBook,
      'empty.md': '',
      'page.md/inner.md': quietPage(),
      'gbk.md': Uint8Array.from([
        ...Buffer.from('---\ntype: decision\nsize: minor\nopened: 2026-11-20\ntitle: '),
        ...[0xd6, 0xd0, 0xce, 0xc4],
        ...Buffer.from('\n---\n'),
      ]),
      'nul.md': quietPage('\0\0\n'),
    });
    const words = 'Notes that go on and on, line after line, as a copied mailbox does.\n';
    writeFileSync(join(folder, 'huge.md'), quietPage('[[nowhere]]\n'));
    for (let part = 0; part < 60; part++)
      appendFileSync(join(folder, 'huge.md'), words.repeat((1 << 20) / words.length));
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    symlinkSync('../..', join(folder, 'a/b/loop'));
    symlinkSync('gone', join(folder, 'gone.md'));
    const { code, out, err } = runBuilt(['check', '--format', 'json', '--today', '2026-11-23'], folder);
    const { pages, findings } = JSON.parse(out) as {
      pages: number;
      findings: { path: string; rule: string }[];
    };
    assert.deepEqual(
      findings.map(({ path, rule }) => `${path} ${rule}`),
      ['gbk.md front-matter-syntax', 'huge.md reference-broken'],
    );
    assert.deepEqual([code, pages], [2, 5]);
    assert.equal(
      err,
      'gone.md is left out: it does not exist.\n1 file or folder could not be read, so this is not everything.\n',
    );
  });
});

describe('copying the sample book', () => {
  const copySample = (...words: string[]): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, [bundleOf('src/tools/copySample.ts'), ...words], { encoding: 'utf8' });

  it('moves its dates to the current week, with the same findings', async () => {
    const source = join(project, 'examples/aquelle');
    const target = join(folderOf(), 'copy');
    assert.equal(copySample(source, target, '2027-03-04').status, 0);
    const findings = async (folder: string, today: string): Promise<string[]> => {
      const { out } = await run(['check', folder, '--today', today, '--format', 'json']);
      const { findings: found } = JSON.parse(out) as {
        findings: { rule: string; severity: string; line: number }[];
      };
      return found.map(({ rule, severity, line }) => `${rule} ${severity} ${line}`).sort();
    };
    const original = await findings(source, '2026-11-23');
    assert.ok(original.length > 20);
    assert.deepEqual(await findings(target, '2027-03-01'), original);
  });

  it('copies files of other kinds as they are', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0xff, 0x00]);
    const source = folderOf({ 'book.md': plainBook, 'media/2026-11-23.png': picture });
    const target = join(folderOf(), 'copy');
    copySample(source, target, '2026-12-01');
    assert.deepEqual(readFileSync(join(target, 'media/2026-11-23.png')), Buffer.from(picture));
  });

  it('refuses to copy a book into itself, and a day that is none', () => {
    const source = folderOf({ 'book.md': plainBook });
    const inside = copySample(source, join(source, 'copy'), '2026-12-01');
    assert.deepEqual(
      [inside.status, inside.stderr],
      [1, 'The copy cannot be made inside the sample book itself.\n'],
    );
    assert.equal(copySample(source, join(folderOf(), 'copy'), '2026-02-30').status, 1);
    assert.equal(copySample(source).status, 1);
  });
});
