import assert from 'node:assert/strict';
import { join } from 'node:path';
import { page, plainBook, quiet } from '../support/books';
import { type FolderFiles, folderOf, type Outcome, type RunOptions, run } from './support';

const decision = quiet;

function github(files: FolderFiles, options: RunOptions = {}, ...words: string[]): Promise<Outcome> {
  const folder = folderOf({ 'book.md': plainBook, ...files });
  return run(['check', '--format', 'github', ...words], { folder, ...options });
}

describe('status-book check --format github', () => {
  it('prints one workflow command for each finding and nothing else', async () => {
    const { code, out, err } = await github({ 'x.md': page(decision, 'see [[nowhere]]\n') });
    assert.equal(
      out,
      '::warning file=x.md,line=6,col=7,endLine=6,endColumn=14,title=reference-broken::' +
        'No page of this book has the id “nowhere”. Correct the id or create the page.\n',
    );
    assert.deepEqual([code, err], [1, '2 pages: 1 warning\n']);
  });

  it('prints no command where there is nothing to report', async () => {
    const { code, out, err } = await github({});
    assert.deepEqual([code, out, err], [0, '', '1 page: nothing to report\n']);
  });

  it('tells errors, warnings and notices, the latter for information and hint', async () => {
    const kinds: string[] = [];
    for (const severity of ['error', 'warning', 'information', 'hint']) {
      const rule = `reference-broken=${severity}`;
      const { out } = await github({ 'x.md': page(decision, '[[nowhere]]\n') }, {}, '--rule', rule);
      kinds.push(out.split(' ')[0] ?? '');
    }
    assert.deepEqual(kinds, ['::error', '::warning', '::notice', '::notice']);
  });

  it('escapes percent signs and line ends everywhere, colons and commas in file names', async () => {
    const { out } = await github({
      'a, b: 5%\n::error::x.md': page(`${decision}\nid: x\nreviewed: "::, 7%\\r\\n::error::y"`),
    });
    assert.equal(out.split('\n').length, 2, 'one line');
    assert.match(out, /^::error file=a%2C b%3A 5%25%0A%3A%3Aerror%3A%3Ax\.md,line=6,/);
    assert.match(out, /“::, 7%25\\r\\n::error::y”/);
  });

  it('puts the worst first, since GitHub shows the first of each kind', async () => {
    const { out } = await github({
      'a.md': page(`${decision}\nowmer: Ines`),
      'b.md': page(decision, '[[nowhere]]\n'),
      'c.md': page('type: decision\nsize: minor\nopened: soon'),
    });
    assert.deepEqual(
      [...out.matchAll(/^::\w+ file=\w/gm)].map(([start]) => start),
      ['::error file=c', '::warning file=b', '::notice file=a'],
    );
  });

  it('lists every finding in the log where GitHub would drop some', async () => {
    const { out, err } = await github({ 'x.md': page(decision, '[[nowhere]]\n\n'.repeat(11)) });
    const log = err.split('\n');
    assert.equal(out.split('\n').length, 12);
    assert.deepEqual(log.slice(0, 4), [
      '2 pages: 11 warnings',
      'GitHub shows 10 annotations of each kind; here is everything.',
      '::group::All 11 findings',
      'warning: x.md:6:3 No page of this book has the id “nowhere”. Correct the id or create the page. (reference-broken)',
    ]);
    assert.deepEqual(log.slice(-3), [log[13], '::endgroup::', '']);
    assert.match(log[13] ?? '', /^warning: x\.md:26:3 /);
  });

  it('lists nothing in the log where GitHub shows all', async () => {
    const { err } = await github({ 'x.md': page(decision, '[[nowhere]]\n\n'.repeat(10)) });
    assert.equal(err, '2 pages: 10 warnings\n');
  });

  it('lets no page give a command through the log', async () => {
    const { err } = await github({
      '::error::.md': page(
        'type: decision\nsize: "##[error]x"\nopened: 2026-11-20',
        '[[nowhere]]\n'.repeat(11),
      ),
    });
    const commands = err.split('\n').filter((line) => /^\s*::|##\[/.test(line));
    assert.deepEqual(commands, ['::group::All 12 findings', '::endgroup::']);
  });

  it('names files from the checkout where the book lies in one', async () => {
    const checkout = folderOf({ 'docs/book.md': plainBook, 'docs/x.md': page(decision, '[[nowhere]]\n') });
    const { out } = await run(['check', '--format', 'github'], { folder: join(checkout, 'docs'), checkout });
    assert.match(out, /^::warning file=docs\/x\.md,/);
  });

  it('uses no colours', async () => {
    const { out, err } = await github({ 'x.md': page(decision, '[[nowhere]]\n') }, { colors: true });
    assert.ok(!(out + err).includes('\u001b'));
  });
});
