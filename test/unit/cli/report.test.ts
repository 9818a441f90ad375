import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { log, page, plainBook, today } from '../support/books';
import { folderOf, run } from './support';

const files = {
  'book.md': plainBook.replace('---\n', '---\ntitle: Lamps\n'),
  'log/2026-11-16.md': log('2026-11-16', '2h liaison'),
  'products/lamp.md': page(
    'type: product\nstage: growth\nhealth: on-track\nupdated: 2026-11-20',
    '# The lamp\n',
  ),
};

const report = (words: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  run(['report', ...words], { folder: folderOf({ ...files, ...more }) });

describe('status-book report', () => {
  it('prints the review of this week as Markdown', async () => {
    const { code, out, err } = await report([]);
    assert.equal(code, 0);
    assert.equal(err, '');
    assert.match(out, /^---\ntype: review\nweek: 2026-W48\n---\n\n# Week 48 of 2026\n/);
  });

  it('prints a past week as of its Sunday', async () => {
    const { out } = await report(['--week', '2026-W47']);
    assert.match(out, /As of Sunday, 22 November 2026\.\n\n- \*\*Time\*\*: 2 h logged/);
  });

  it('prints months and quarters', async () => {
    assert.match((await report(['--month', '2026-11'])).out, /# November 2026\n[\s\S]*## Next month\n/);
    assert.match(
      (await report(['--quarter', '2026-Q4'])).out,
      /# Quarter 4 of 2026\n[\s\S]*## Next quarter\n/,
    );
  });

  it('looks from the day it is told', async () => {
    assert.match(
      (await report(['--today', '2026-11-17'])).out,
      /week: 2026-W47\n[\s\S]*As of Tuesday, 17 November/,
    );
  });

  it('prints one HTML page', async () => {
    const { out } = await report(['--week', '2026-W47', '--format', 'html']);
    assert.match(out, /^<!doctype html>.*<\/html>\n$/s);
    assert.match(out, /From the status book “Lamps”/);
  });

  it('keeps the words of the page that is there', async () => {
    const own = page('type: review\nweek: 2026-W47', '# My week\n\n## Time\n\nToo many calls.\n');
    const { out, err } = await report(['--week', '2026-W47'], { 'reviews/w.md': own });
    assert.equal(err, '');
    assert.match(out, /# My week\n/);
    assert.match(out, /end time [0-9a-f]{8} -->\n\nToo many calls\.\n/);
  });

  it('never writes a file', async () => {
    const own = page('type: review\nweek: 2026-W47', '# My week\n');
    const folder = folderOf({ ...files, 'reviews/w.md': own });
    await run(['report', '--week', '2026-W47'], { folder });
    assert.equal(readFileSync(join(folder, 'reviews/w.md'), 'utf8'), own);
  });

  it('says which parts it left as they are', async () => {
    const { out } = await report(['--week', '2026-W47']);
    const edited = out
      .replace('2 h logged', 'many hours logged')
      .replace('<!-- status-book:begin stuck -->', '');
    const { out: again, err, code } = await report(['--week', '2026-W47'], { 'reviews/w.md': edited });
    assert.equal(code, 0);
    assert.match(err, /reviews\/w\.md: “Summary” was changed by hand between its marks/);
    assert.match(err, /the marks of “Stuck” are damaged/);
    assert.match(again, /many hours logged/);
  });

  it('prints the one-pager of a product, as Markdown and HTML', async () => {
    assert.match((await report(['--product', 'lamp'])).out, /^# The lamp\n/);
    assert.match((await report(['--product', 'lamp', '--format', 'html'])).out, /<h1[^>]*>The lamp<\/h1>/);
  });

  const wrong: readonly (readonly [words: readonly string[], message: RegExp])[] = [
    [['--week', '2026-11'], /--week takes an ISO week such as 2026-W47, not “2026-11”/],
    [['--month', '2026-W47'], /--month takes a month such as 2026-11/],
    [['--quarter', '4'], /--quarter takes a quarter such as 2026-Q4/],
    [['--week', '2026-W49'], /Week 49 of 2026 begins on 2026-11-30, after 2026-11-23/],
    [['--week', '2026-W47', '--product', 'lamp'], /only one of --week and --product/],
    [['--product', 'lampe'], /There is no product “lampe” in this book\. Did you mean “lamp”\?/],
    [['--product', 'x'], /The products are lamp\./],
    [['--format', 'pdf'], /--format takes markdown or html/],
  ];
  for (const [words, message] of wrong) {
    it(`refuses ${words.join(' ')}`, async () => {
      const { code, out, err } = await report(words);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, message);
    });
  }

  it('refuses a review page whose rest is hidden in a code block', async () => {
    const own = page('type: review\nweek: 2026-W47', '# W\n\n```\n');
    const { code, err } = await report(['--week', '2026-W47'], { 'reviews/w.md': own });
    assert.equal(code, 2);
    assert.match(err, /reviews\/w\.md: a code block/);
  });
});

describe('status-book export', () => {
  const exported = (words: readonly string[]) => run(['export', ...words], { folder: folderOf(files) });

  it('prints time entries', async () => {
    const { code, out } = await exported(['time']);
    assert.equal(code, 0);
    assert.match(out, /^date,start,.*\r\n2026-11-16,,,120,2,liaison,/);
  });

  it('begins with a byte order mark when asked to', async () => {
    assert.ok((await exported(['voices', '--bom'])).out.startsWith('\ufeffid,title'));
    assert.ok((await exported(['voices'])).out.startsWith('id,title'));
  });

  it('counts up to the day it is told', async () => {
    assert.equal((await exported(['time', '--today', '2026-11-15'])).out.split('\r\n').length, 2);
    assert.ok(today > '2026-11-16');
  });

  it('refuses what cannot be exported', async () => {
    const { code, err } = await exported(['plans']);
    assert.equal(code, 2);
    assert.match(err, /export takes time, budgets or voices, not “plans”/);
  });
});
