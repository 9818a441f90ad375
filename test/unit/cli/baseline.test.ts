import assert from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { mock } from 'node:test';
import { log, page, plainBook, quiet } from '../support/books';
import { type FolderFiles, folderOf, makePipe, type Outcome, run } from './support';

const decision = quiet;
const oldBook: FolderFiles = {
  'book.md': plainBook,
  'a.md': page(decision, '[[nowhere]]\n'),
  'b.md': page('type: decision\nsize: huge\nopened: 2026-11-20'),
};

/** Checks against `known.json` in the folder. */
function check(folder: string, ...words: string[]): Promise<Outcome> {
  return run(['check', '--baseline', 'known.json', ...words], { folder });
}

/** A folder whose `known.json` knows all that is wrong in these files. */
async function adopted(files: FolderFiles = oldBook, ...words: string[]): Promise<string> {
  const folder = folderOf(files);
  assert.equal((await check(folder, '--update-baseline', ...words)).code, 0);
  return folder;
}

function write(folder: string, path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

async function newFindings(folder: string, ...words: string[]): Promise<string[]> {
  const { out } = await check(folder, '--format', 'json', ...words);
  const { findings } = JSON.parse(out) as { findings: { path: string; line: number; rule: string }[] };
  return findings.map(({ path, line, rule }) => `${path}:${line} ${rule}`);
}

describe('status-book check --update-baseline', () => {
  it('writes what is wrong, in order, one line for each finding', async () => {
    const folder = folderOf({ ...oldBook, 'a.md': page(decision, '[[nowhere]]\n\n  [[nowhere]] \n') });
    const { code, out, err } = await check(folder, '--update-baseline');
    assert.equal(err, 'Wrote known.json: 3 known findings, 3 new, 0 gone.\n');
    assert.deepEqual([code, out], [0, '3 pages: nothing new; 3 known findings left out\n']);
    assert.equal(
      readFileSync(join(folder, 'known.json'), 'utf8'),
      [
        '{',
        '  "version": 1,',
        '  "findings": [',
        '    {"path":"a.md","rule":"reference-broken","place":"[[nowhere]]","count":2},',
        '    {"path":"b.md","rule":"field-invalid","place":"size: huge"}',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('tells how many findings came and went', async () => {
    const folder = await adopted();
    write(folder, 'a.md', page(decision));
    write(folder, 'b.md', page('type: decision\nsize: huge\nopened: soon', '[[gone]]\n'));
    const { code, err } = await check(folder, '--update-baseline');
    assert.deepEqual([code, err], [0, 'Wrote known.json: 3 known findings, 2 new, 1 gone.\n']);
    assert.deepEqual(await newFindings(folder), []);
  });

  it('leaves a file alone that knows it all already', async () => {
    const folder = await adopted();
    chmodSync(join(folder, 'known.json'), 0o444);
    const { code, err } = await check(folder, '--update-baseline');
    assert.deepEqual([code, err], [0, 'Kept known.json: 2 known findings, as before.\n']);
  });

  it('keeps the permissions of the file', async () => {
    const folder = await adopted();
    chmodSync(join(folder, 'known.json'), 0o640);
    write(folder, 'b.md', page(decision));
    await check(folder, '--update-baseline');
    assert.equal(statSync(join(folder, 'known.json')).mode & 0o777, 0o640);
  });

  it('writes an empty list where nothing is wrong', async () => {
    const folder = await adopted({ 'book.md': plainBook });
    assert.equal(
      readFileSync(join(folder, 'known.json'), 'utf8'),
      '{\n  "version": 1,\n  "findings": []\n}\n',
    );
    assert.deepEqual(await newFindings(folder), []);
  });

  it('writes into a folder that is not there yet, from where one stands', async () => {
    const folder = folderOf({ 'my book/book.md': plainBook });
    const words = ['check', 'my book', '--baseline', 'ci/known.json', '--update-baseline'];
    assert.equal(
      (await run(words, { folder })).err,
      'Wrote ci/known.json: 0 known findings, 0 new, 0 gone.\n',
    );
    assert.ok(existsSync(join(folder, 'ci/known.json')));
  });

  it('opens no pipe', async () => {
    const folder = folderOf(oldBook);
    makePipe(join(folder, 'known.json'));
    const { code, err } = await check(folder, '--update-baseline');
    assert.equal(code, 2);
    assert.match(err, /known\.json cannot be read: it is no file but a pipe, a socket or a device\.\n$/);
  });

  it('is written whole or not at all', async () => {
    const folder = await adopted();
    const before = readFileSync(join(folder, 'known.json'), 'utf8');
    write(folder, 'c.md', page(decision, '[[nowhere]]\n'));
    mock.method(fs, 'rename', () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })));
    const { code, err } = await check(folder, '--update-baseline');
    mock.restoreAll();
    assert.deepEqual([code, err], [2, 'status-book: known.json cannot be written: the disk is full.\n']);
    assert.equal(readFileSync(join(folder, 'known.json'), 'utf8'), before);
    assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'b.md', 'book.md', 'c.md', 'known.json']);
  });

  it('never writes over a file that is no baseline', async () => {
    const folder = folderOf({ ...oldBook, 'known.json': '{"name": "something else"}' });
    const { code, out, err } = await check(folder, '--update-baseline');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /known\.json is no baseline that can be read: it has no list “findings”\./);
    assert.equal(readFileSync(join(folder, 'known.json'), 'utf8'), '{"name": "something else"}');
  });
});

describe('status-book check --baseline', () => {
  it('reports nothing that is known, and says how much that is', async () => {
    const { code, out, err } = await check(await adopted());
    assert.deepEqual([code, out, err], [0, '3 pages: nothing new; 2 known findings left out\n', '']);
  });

  it('reports what is new, which counts for the exit code', async () => {
    const folder = await adopted();
    write(folder, 'c.md', page(decision, '[[nowhere]]\n'));
    const { code, out } = await check(folder);
    assert.equal(code, 1);
    assert.match(
      out,
      /^c\.md\n {2}6:3 .*reference-broken\n\n4 pages: 1 warning; 2 known findings left out\n$/,
    );
  });

  it('says in JSON how many are left out, and counts them nowhere else', async () => {
    const { out } = await check(await adopted(), '--format', 'json');
    const result = JSON.parse(out) as Record<string, unknown>;
    assert.deepEqual(
      [result.findings, result.summary, result.known],
      [[], { error: 0, warning: 0, information: 0, hint: 0 }, 2],
    );
  });

  it('adds nothing to JSON without a baseline', async () => {
    const { out } = await run(['check', '--format', 'json'], { folder: folderOf(oldBook) });
    assert.deepEqual(Object.keys(JSON.parse(out) as object), [
      'version',
      'today',
      'pages',
      'findings',
      'summary',
    ]);
  });

  it('leaves known findings out of every format', async () => {
    const folder = await adopted();
    const sarif = JSON.parse((await check(folder, '--format', 'sarif')).out) as {
      runs: { results: unknown[] }[];
    };
    assert.deepEqual(sarif.runs[0]?.results, []);
    const github = await check(folder, '--format', 'github');
    assert.deepEqual([github.out, github.err], ['', '3 pages: nothing new; 2 known findings left out\n']);
  });

  it('knows findings whose lines have moved or are indented otherwise', async () => {
    const folder = await adopted();
    write(folder, 'a.md', page(`title: Moved\n${decision}`, '\nMore words.\n\n   [[nowhere]]\n'));
    assert.deepEqual(await newFindings(folder), []);
  });

  it('knows findings whose messages count days', async () => {
    const stale = page(
      'type: trend\nfactor: market\nobserved: 2026-01-10\nimpact: 2',
      '## What we see\n## So what\n',
    );
    const folder = await adopted({ 'book.md': plainBook, 'x.md': stale });
    assert.deepEqual(await newFindings(folder, '--today', '2027-03-01'), []);
  });

  it('reports a line again that was changed and is still wrong', async () => {
    const folder = await adopted();
    write(folder, 'b.md', page('type: decision\nsize: enormous\nopened: 2026-11-20'));
    assert.deepEqual(await newFindings(folder), ['b.md:3 field-invalid']);
  });

  it('knows as many of the same as there were', async () => {
    const folder = await adopted();
    write(folder, 'a.md', page(decision, '[[nowhere]]\n\n[[nowhere]]\n'));
    assert.deepEqual(await newFindings(folder), ['a.md:8 reference-broken']);
  });

  it('tells departments apart, whose findings all stand on one line', async () => {
    const book = page('type: book\ndepartments: [sales, rnd, service]');
    const files = { 'book.md': book, '1.md': log('2026-09-01', '1h liaison: @sales @rnd') };
    const quiet = ['--rule', 'log-missing=off', '--rule', 'sales-silent=off', '--rule', 'market-quiet=off'];
    const folder = await adopted(
      { ...files, '2.md': log('2026-11-20', '1h liaison: @service') },
      ...quiet,
      '--rule',
      'exploration-quiet=off',
    );
    assert.match(
      readFileSync(join(folder, 'known.json'), 'utf8'),
      /"rule":"department-silent","place":"rnd"\}/,
    );
    write(folder, '2.md', log('2026-11-20', '1h liaison: @rnd'));
    const { out } = await check(folder, ...quiet, '--rule', 'exploration-quiet=off');
    assert.match(out, /@service .*department-silent/);
    assert.match(out, /; 0 known findings left out/);
  });

  it('knows the balance of time when it stands on the next day’s log page', async () => {
    const files = { 'book.md': plainBook, '1.md': log('2026-11-20', '20h liaison', '20h liaison') };
    const quiet = ['department-silent', 'log-missing', 'time-over-24h', 'exploration-quiet', 'market-quiet'];
    const rules = [...quiet, 'sales-silent'].flatMap((rule) => ['--rule', `${rule}=off`]);
    const folder = await adopted(files, ...rules);
    assert.match(
      readFileSync(join(folder, 'known.json'), 'utf8'),
      /"rule":"time-unbalanced","place":"daily"/,
    );
    write(folder, '2.md', log('2026-11-23', '1h liaison'));
    assert.deepEqual(await newFindings(folder, ...rules), []);
  });

  it('tells missing sections of a page apart', async () => {
    const trend = 'type: trend\nfactor: market\nobserved: 2026-11-10\nimpact: 2';
    const folder = await adopted({ 'book.md': plainBook, 'x.md': page(trend, '# T\n## So what\n') });
    write(folder, 'x.md', page(trend, '# T\n## What we see\n'));
    assert.equal((await newFindings(folder)).length, 1);
  });

  it('says when known findings are gone', async () => {
    const folder = await adopted();
    write(folder, 'b.md', page(decision));
    const one = await check(folder);
    write(folder, 'a.md', page(decision));
    const two = await check(folder);
    assert.deepEqual(
      [one.err, two.err],
      [
        '1 finding of known.json is gone; --update-baseline takes it out.\n',
        '2 findings of known.json are gone; --update-baseline takes them out.\n',
      ],
    );
  });

  it('goes with paths from the folder, for several books at once', async () => {
    const files = { 'x/book.md': plainBook, 'x/a.md': oldBook['a.md'] ?? '', 'y/book.md': plainBook };
    const folder = await adopted(files);
    write(folder, 'y/a.md', page(decision, '[[nowhere]]\n'));
    assert.deepEqual(await newFindings(folder), ['y/a.md:6 reference-broken']);
  });

  for (const sample of ['aquelle', 'neglected']) {
    it(`knows on the next day what was wrong in ${sample} the day before`, async () => {
      const folder = folderOf();
      cpSync(join(__dirname, '../../../examples', sample), folder, { recursive: true });
      const before = await run(['check', '--format', 'json'], { folder });
      await check(folder, '--update-baseline');
      const after = await check(folder, '--format', 'json', '--today', '2026-11-24');
      const withoutCounts = ({ out }: Outcome): string[] =>
        (
          JSON.parse(out) as { findings: { path: string; rule: string; line: number; message: string }[] }
        ).findings.map(
          ({ path, rule, line, message }) =>
            `${path}:${line} ${rule} ${message.replace(/[-+]?\d[\d.,]* (?:days?|h|min|points|EUR|%)|[\d.]+ %/g, '#')}`,
        );
      const known = new Set(withoutCounts(before));
      assert.ok(known.size > 15);
      assert.deepEqual(
        withoutCounts(after).filter((finding) => known.has(finding)),
        [],
      );
    });
  }
});

describe('a baseline that cannot be used', () => {
  const cases: readonly [name: string, content: string, message: RegExp][] = [
    ['is not JSON', '{"version": 1,\n<<<<<<< HEAD\n', /it is not valid JSON/],
    ['is empty', '', /it is not valid JSON/],
    ['is no object', '7', /it has no list “findings”/],
    ['is of another version', '{"version": 2, "findings": []}', /its version is 2, not 1/],
    ['has no version', '{"findings": []}', /its version is missing, not 1/],
    [
      'holds something else',
      '{"version": 1, "findings": [{"path": "a.md"}]}',
      /entry 1 of its list is no finding/,
    ],
    [
      'counts oddly',
      '{"version": 1, "findings": [{"path": "a", "rule": "b", "place": "c", "count": 0}]}',
      /entry 1 of its list is no finding/,
    ],
  ];
  for (const [name, content, message] of cases) {
    it(`stops the check before pages are changed: one that ${name}`, async () => {
      const misspelled = page(`${decision}\nowmer: Ines`);
      const folder = folderOf({ 'book.md': plainBook, 'x.md': misspelled, 'known.json': content });
      const { code, out, err } = await check(folder, '--fix');
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^status-book: known\.json is no baseline that can be read: [^\n]+\n$/);
      assert.match(err, message);
      assert.equal(readFileSync(join(folder, 'x.md'), 'utf8'), misspelled);
    });
  }

  it('is missed with a hint how to make one', async () => {
    const { code, err } = await check(folderOf(oldBook));
    assert.equal(code, 2);
    assert.equal(
      err,
      'status-book: There is no baseline known.json. Make one of what is found today: add --update-baseline.\n',
    );
  });

  it('is named when it is a folder', async () => {
    const { code, err } = await check(folderOf({ ...oldBook, 'known.json/x': '' }), '--update-baseline');
    assert.equal(code, 2);
    assert.match(err, /The baseline known\.json cannot be read: it is a folder, not a file\./);
  });

  it('is asked for where --update-baseline stands alone', async () => {
    const { code, err } = await run(['check', '--update-baseline'], { folder: folderOf(oldBook) });
    assert.equal(code, 2);
    assert.match(err, /--update-baseline needs a file to write: --baseline known\.json/);
  });
});
