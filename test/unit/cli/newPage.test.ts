import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { mock } from 'node:test';
import { plainFields } from '../../../src/cli/frontMatterValues';
import { parsePage } from '../../../src/core/parse/parsePage';
import { pageTypes } from '../../../src/core/schema/schema';
import { plainBook } from '../support/books';
import { folderOf, type Outcome, run, runJson } from './support';

const emptyBook = { 'book.md': plainBook };

async function create(
  words: readonly string[],
  folder = folderOf(emptyBook),
): Promise<Outcome & { folder: string }> {
  return { ...(await run(['new', ...words], { folder })), folder };
}

/** The front matter of the page that these words create. */
async function fieldsOf(path: string, ...words: string[]): Promise<unknown> {
  const { code, err, folder } = await create(words);
  assert.deepEqual([code, err], [0, '']);
  const written = parsePage(path, readFileSync(join(folder, path), 'utf8'));
  assert.ok(written);
  return plainFields(written.fields);
}

/** The one line that tells why these words create nothing. */
async function refusal(words: readonly string[], folder = folderOf(emptyBook)): Promise<string> {
  const before = await runJson<{ pages: unknown[] }>(['list'], folder);
  const { code, out, err } = await create(words, folder);
  assert.deepEqual([code, out], [2, '']);
  assert.deepEqual(await runJson(['list'], folder), before);
  assert.match(err, /^status-book: [^\n]+\n$/);
  return err;
}

describe('status-book new', () => {
  it('writes a page from its skeleton into the folder of its type', async () => {
    const { out, folder } = await create(['competitor', '--id', 'purenorth', '--set', 'threat=high']);
    assert.match(out, /^Wrote competitors\/purenorth\.md\nStill to fill in:\n {2}reviewed {2}/);
    const text = readFileSync(join(folder, 'competitors/purenorth.md'), 'utf8');
    assert.match(text, /^---\ntype: competitor\nthreat: high\nreviewed:\n---\n\n# Purenorth\n\n## Summary\n/);
  });

  it('names the path from where one stands', async () => {
    const folder = folderOf({ 'my book/book.md': plainBook });
    assert.match(
      (await create(['region', 'my book', '--id', 'dach'], folder)).out,
      /^Wrote my book\/regions\/dach\.md\n/,
    );
    assert.ok(existsSync(join(folder, 'my book/regions/dach.md')));
  });

  it('says what is still to fill in', async () => {
    const { out } = await create(['voice', '--id', 'leak']);
    assert.equal(
      out,
      'Wrote voices/leak.md\nStill to fill in:\n  customer   Who said it.\n  received   The day on which it reached us.\n  sentiment  From -2 (angry) to 2 (delighted).\n',
    );
  });

  it('writes pages of every type that have no wrong value', async () => {
    const folder = folderOf(emptyBook);
    for (const { id } of pageTypes.filter((type) => type.id !== 'book')) {
      assert.equal((await create([id, '--id', `new-${id}`], folder)).code, 0, id);
    }
    const { findings } = await runJson<{ findings: { rule: string }[] }>(['check'], folder);
    const wrong = [
      'front-matter-syntax',
      'field-invalid',
      'type-unknown',
      'section-missing',
      'time-entry-invalid',
    ];
    assert.deepEqual(
      findings.filter(({ rule }) => wrong.includes(rule)),
      [],
    );
  });

  it('takes numbers, lists and inner fields', async () => {
    const words = ['--id', 'spring', '--set', 'sales.target=250000', '--set', 'sales.weights=1,2,3'];
    assert.deepEqual(
      await fieldsOf(
        'budgets/spring.md',
        'budget',
        ...words,
        '--set',
        'lines.item=Shows',
        '--set',
        'lines.planned=0.5',
      ),
      {
        type: 'budget',
        start: null,
        end: null,
        sales: { target: 250000, weights: [1, 2, 3] },
        lines: [{ item: 'Shows', planned: 0.5 }],
      },
    );
  });

  it('keeps texts as they are, whatever YAML makes of them', async () => {
    for (const text of [
      'Fix: x',
      '"quoted" # no comment',
      '- dash',
      '2026',
      'yes',
      '[a, b]',
      'a=b',
      '漏水 😀',
      '@sales',
      "it's",
    ]) {
      const fields = (await fieldsOf(
        'x/../products/p.md',
        'product',
        '--id',
        'p',
        '--set',
        `line=${text}`,
      )) as { line: unknown };
      assert.equal(fields.line, text);
    }
  });

  it('takes the values of a list separated by commas, in brackets or one by one; a text keeps its comma', async () => {
    const products = async (...words: string[]): Promise<unknown> =>
      ((await fieldsOf('strategy/p.md', 'proposal', '--id', 'p', ...words)) as { products: unknown })
        .products;
    assert.deepEqual(await products('--set', 'products=a, b'), ['a', 'b']);
    assert.deepEqual(await products('--set', 'products=[a, "b"]'), ['a', 'b']);
    assert.deepEqual(await products('--set', 'products=a', '--set', 'products=b'), ['a', 'b']);
    const segment = await fieldsOf(
      'segments/s.md',
      'segment',
      '--id',
      's',
      '--set',
      'needs=quiet, cheap',
      '--set',
      'needs=new',
    );
    assert.deepEqual((segment as { needs: unknown }).needs, ['quiet, cheap', 'new']);
  });

  it('makes the id from the title, letters of every script kept', async () => {
    const { out } = await create(['voice', '--set', 'title=Leak at Peeters, 漏水', '--set', 'customer=x']);
    assert.match(out, /^Wrote voices\/leak-at-peeters-漏水\.md\n/);
  });

  it('names a log after its day and a review after its week', async () => {
    assert.equal((await create(['log'])).out, 'Wrote log/2026-11-23.md\n');
    assert.equal((await create(['log', '--set', 'date=2026-11-20'])).out, 'Wrote log/2026-11-20.md\n');
    assert.equal((await create(['log', '--today', '2026-11-19'])).out, 'Wrote log/2026-11-19.md\n');
    assert.equal((await create(['review'])).out, 'Wrote reviews/2026-w48.md\n');
  });

  it('notes references to pages that are not there yet', async () => {
    const { out, code } = await create(['proposal', '--id', 'p', '--set', 'products=ro300']);
    assert.equal(code, 0);
    assert.match(out, /\nNote: No page of this book has the id “ro300”\./);
  });

  it('never overwrites a page', async () => {
    const folder = folderOf(emptyBook);
    await create(['log'], folder);
    assert.match(
      await refusal(['log'], folder),
      /There is a page “2026-11-23” already: log\/2026-11-23\.md\./,
    );
  });

  it('never overwrites a file that is no page', async () => {
    const folder = folderOf({ ...emptyBook, 'regions/dach.md': 'my notes' });
    assert.match(await refusal(['region', '--id', 'dach'], folder), /regions\/dach\.md is there already/);
    assert.equal(readFileSync(join(folder, 'regions/dach.md'), 'utf8'), 'my notes');
  });

  it('leaves no file on a full disk, so that a second try works', async () => {
    const folder = folderOf(emptyBook);
    mock.method(fs, 'link', () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })));
    const { code, err } = await create(['region', '--id', 'dach'], folder);
    mock.restoreAll();
    assert.deepEqual([code, err], [2, 'status-book: regions/dach.md cannot be written: the disk is full.\n']);
    assert.deepEqual(readdirSync(join(folder, 'regions')), []);
    assert.equal((await create(['region', '--id', 'dach'], folder)).code, 0);
  });

  it('writes nothing through a link that leads out of the book', async () => {
    const outside = folderOf();
    const folder = folderOf(emptyBook);
    symlinkSync(outside, join(folder, 'regions'));
    const { code, err } = await create(['region', '--id', 'dach'], folder);
    assert.equal(code, 2);
    assert.match(err, /^status-book: regions\/dach\.md cannot be written: it leads out of the book\.$/m);
    assert.deepEqual(readdirSync(outside), []);
  });

  it('writes nothing out of its book into another one of the folder', async () => {
    const folder = folderOf({ 'book/book.md': plainBook, 'other/x.txt': '' });
    symlinkSync('../other', join(folder, 'book/regions'));
    assert.match(await refusal(['region', '--id', 'dach'], folder), /leads out of the book/);
    assert.deepEqual(readdirSync(join(folder, 'other')), ['x.txt']);
  });

  it('says why a page cannot be written', async () => {
    const folder = folderOf(emptyBook);
    writeFileSync(join(folder, 'regions'), 'a file where a folder should be');
    const { code, err } = await create(['region', '--id', 'dach'], folder);
    assert.equal(code, 2);
    assert.match(err, /regions\/dach\.md cannot be written|regions\/dach\.md is there already/);
  });

  it('refuses values that the field cannot take', async () => {
    assert.match(
      await refusal(['voice', '--id', 'x', '--set', 'sentiment=9']),
      /“sentiment” is “9”; it takes a number from -2 to 2/,
    );
    assert.match(await refusal(['log', '--set', 'date=2026-02-30']), /“date” is “2026-02-30”/);
    assert.match(await refusal(['competitor', '--id', 'x', '--set', 'threat=hihg']), /“threat” is “hihg”/);
    assert.match(
      await refusal(['competitor', '--id', 'x', '--set', 'reviewed=2026-11-24']),
      /later than today/,
    );
  });

  it('refuses fields that the type does not have, and tells which is meant', async () => {
    assert.match(
      await refusal(['voice', '--id', 'x', '--set', 'recived=2026-11-20']),
      /Did you mean “received”\?/,
    );
    assert.match(await refusal(['budget', '--id', 'x', '--set', 'sales.targt=1']), /Did you mean “target”\?/);
    assert.match(await refusal(['voice', '--id', 'x', '--set', '__proto__=1']), /no such field/);
    assert.match(await refusal(['voice', '--id', 'x', '--set', 'customer.name=x']), /no such field/);
  });

  it('refuses words for --set that set nothing', async () => {
    assert.match(await refusal(['voice', '--id', 'x', '--set', 'customer']), /field=value/);
    assert.match(await refusal(['voice', '--id', 'x', '--set', 'customer=']), /has no value/);
    assert.match(await refusal(['voice', '--id', 'x', '--set', 'type=log']), /--set type/);
    assert.match(await refusal(['voice', '--id', 'x', '--set', 'id=y']), /--id/);
    assert.match(await refusal(['budget', '--id', 'x', '--set', 'sales=1']), /sales\.target/);
    assert.match(
      await refusal(['voice', '--id', 'x', '--set', 'customer=a', '--set', 'customer=b']),
      /twice/,
    );
  });

  it('refuses ids that are no plain file name', async () => {
    for (const id of [
      '../x',
      'a/b',
      'C:\\x',
      '.hidden',
      'a b',
      "it's",
      '50%',
      'a&b',
      '$HOME',
      'a;b',
      'x.md',
      'a\u202eb',
      'a\u200bb',
      'a\u001bb',
      '::error::x',
      'x]]',
      '',
      '-',
      'con',
      'a\n',
      'x'.repeat(101),
    ]) {
      assert.match(await refusal(['voice', '--id', id]), /cannot be the id of a page/);
    }
  });

  it('says which character an id cannot hold, and what it may be', async () => {
    const allowed = 'An id has letters, digits, hyphens, underscores and dots, such as purenorth-2.';
    const refused = async (id: string): Promise<string> => refusal(['voice', '--id', id]);
    assert.equal(
      await refused("it's"),
      `status-book: “it's” cannot be the id of a page. An id cannot hold “'”. ${allowed}\n`,
    );
    assert.match(await refused('a b'), /An id cannot hold a blank\./);
    assert.match(await refused('a\u202eb'), /“a\\u202eb” .* An id cannot hold the character \\u202e\./);
  });

  it('takes ids of every script, with digits, dots and underscores', async () => {
    for (const id of ['漏水', 'café', 'नमस्ते', 'release-2.0', 'Q4_2026'])
      assert.equal((await create(['voice', '--id', id])).code, 0, id);
  });

  it('asks for an id or a title where nothing gives one', async () => {
    assert.match(await refusal(['voice']), /--id my-page, or a title/);
  });

  it('leaves new books to init', async () => {
    assert.match(await refusal(['book', '--id', 'x']), /status-book init/);
  });
});
