import assert from 'node:assert/strict';
import { quietPage } from '../../unit/support/books';
import { checkInChild } from './childProcess';

const decision = quietPage();
const long = 50_000;

/** The findings in brief: `path:line rule`. */
function brief(files: Readonly<Record<string, string>>): string[] {
  return checkInChild(files).findings.map(({ path, line, rule }) => `${path}:${line} ${rule}`);
}

describe('texts that would make a regular expression run for ever', () => {
  it('matches exclude patterns of many stars against long paths', () => {
    const book = `---\ntype: book\nexclude: ["${'*a'.repeat(40)}b", "${'**/'.repeat(60)}x", "(a+)+$", "[[[", "{a,b}"]\n---\n`;
    const path = `${'a'.repeat(120)}.md`;
    const folders = `${'a/'.repeat(100)}y.md`;
    const files = { 'book.md': book, [path]: decision, [folders]: decision };
    assert.deepEqual(checkInChild(files), { pages: 3, findings: [] });
  });

  it('reads field names of repeated letters', () => {
    const name = `${'a'.repeat(1000)}!`;
    const files = { 'x.md': decision.replace('size', `${name}: 1\n"(a+)+$": 2\nsize`) };
    assert.deepEqual(brief(files), []);
  });

  it('reads ids that look like regular expressions', () => {
    const files = {
      'x.md': decision.replace('size', 'id: "(a+)+$"\nsize'),
      'y.md': `${decision}[[(a+)+$]] [[((((]]\n`,
    };
    assert.deepEqual(brief(files), ['y.md:6 reference-broken']);
  });

  it('reads departments that look like regular expressions', () => {
    const book = '---\ntype: book\ndepartments: ["(a+)+$", "[", "*", "\\\\"]\n---\n';
    const item = `- [ ] @${'a'.repeat(long)}!: x due:2026-01-01`;
    assert.deepEqual(brief({ 'book.md': book, 'x.md': `${decision}${item}\n` }), [
      ...Array(4).fill('book.md:3 field-invalid'),
      'x.md:6 commitment-invalid',
    ]);
  });

  it('reads departments of many hyphens', () => {
    const item = `- [ ] @a${'-'.repeat(long)} -> @sales: x`;
    assert.deepEqual(brief({ 'x.md': `${decision}${item}\n` }), ['x.md:6 commitment-invalid']);
  });

  it('reads tasks of nothing but white space and dates', () => {
    const spaces = `- [ ] ${' '.repeat(long)}x`;
    const dates = `- [ ] @rnd: ${'due: '.repeat(long / 5)}`;
    assert.deepEqual(brief({ 'x.md': `${decision}${spaces}\n${dates}\n` }), []);
  });

  it('reads headings of repeated marks', () => {
    const body = [
      '#'.repeat(long),
      `# ${'*'.repeat(long)}`,
      `# ${'# '.repeat(long)}`,
      `# ${'`'.repeat(long)}`,
      `# ${'<a '.repeat(5000)}`,
    ];
    assert.deepEqual(brief({ 'x.md': `${decision}${body.join('\n\n')}\n` }), []);
  });

  it('reads links that are never closed', () => {
    const body = [
      '[['.repeat(long),
      '['.repeat(long),
      '[a]('.repeat(10_000),
      '!['.repeat(long),
      '[[a|'.repeat(10_000),
    ];
    assert.deepEqual(brief({ 'x.md': `${decision}${body.join('\n\n')}\n` }), []);
  });

  it('reads comments that are never closed', () => {
    assert.deepEqual(brief({ 'x.md': `${decision}${'<!-- status-book-ignore '.repeat(10_000)}\n` }), []);
  });

  it('reads a suppression of very many words', () => {
    const comment = `<!-- status-book-ignore ${'a '.repeat(long)}\t-->`;
    assert.deepEqual(brief({ 'x.md': `${decision}${comment}\n\n[[nowhere]]\n` }), [
      'x.md:6 suppression-unknown',
      'x.md:8 reference-broken',
    ]);
  });

  it('reads time entries of long digits and white space', () => {
    const entries = [
      `- ${'1'.repeat(long)}h x`,
      `- 1h${' '.repeat(long)}`,
      `- 1h x${' '.repeat(long)}y`,
      `- 9:00${' '.repeat(long)}-`,
    ];
    const log = `---\ntype: log\ndate: 2026-11-23\n---\n## Time\n${entries.join('\n')}\n`;
    assert.deepEqual(brief({ 'log/2026-11-23.md': log }), [
      'log/2026-11-23.md:6 time-entry-invalid',
      'log/2026-11-23.md:7 time-entry-invalid',
      'log/2026-11-23.md:8 time-entry-invalid',
      'log/2026-11-23.md:9 time-entry-invalid',
    ]);
  });

  it('reads nested lists and quotes of any depth', () => {
    const body = ['> '.repeat(long), `${'- '.repeat(long)}x`, `${'1. '.repeat(10_000)}x`];
    assert.deepEqual(brief({ 'x.md': `${decision}${body.join('\n\n')}\n` }), []);
  });

  it('reads a window of days longer than the calendar', () => {
    const book =
      '---\ntype: book\nbalance: {windowDays: 999999999999, minimumHours: 1}\nrules: {log-missing: off}\n---\n';
    const log = '---\ntype: log\ndate: 2026-11-23\n---\n## Time\n- 2h liaison\n';
    const found = brief({ 'book.md': book, 'log/2026-11-23.md': log });
    assert.deepEqual(found, Array(3).fill('log/2026-11-23.md:5 time-unbalanced'));
  });
});
