import assert from 'node:assert/strict';
import type { SeverityOrOff } from '../../../src/core/model/finding';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { bookOf, type Files, findingsOf, inBrief, log, page, quiet, today } from '../support/books';

const stale = page(
  'type: competitor\nthreat: high\nreviewed: 2026-10-01',
  '## Summary\n## Strengths\n## Weaknesses\n## Pricing\n## Our answer\n',
);
const veryStale = stale.replace('2026-10-01', '2026-09-01');

function severitiesOf(rules: string, options: ReadonlyMap<string, SeverityOrOff> = new Map()): string[] {
  const files: Files = { 'book.md': page(`type: book\n${rules}`), 'a.md': stale, 'b.md': veryStale };
  return findingsOf('competitor-stale', files, { severities: options }).map(({ severity }) => severity);
}

describe('the severity of a finding', () => {
  it('is the one that the rule gives it', () => {
    assert.deepEqual(severitiesOf(''), ['warning', 'error']);
  });

  it('is the one that the book sets, for all findings of the rule', () => {
    assert.deepEqual(severitiesOf('rules: {competitor-stale: hint}'), ['hint', 'hint']);
  });

  it('is the one of the options before that of the book', () => {
    assert.deepEqual(
      severitiesOf('rules: {competitor-stale: hint}', new Map([['competitor-stale', 'error']])),
      ['error', 'error'],
    );
    assert.deepEqual(
      severitiesOf('rules: {competitor-stale: off}', new Map([['competitor-stale', 'information']])),
      ['information', 'information'],
    );
  });

  it('takes the finding away when it is off', () => {
    assert.deepEqual(severitiesOf('rules: {competitor-stale: off}'), []);
    assert.deepEqual(severitiesOf('', new Map([['competitor-stale', 'off']])), []);
  });

  it('is not touched by unknown rules and unknown words', () => {
    assert.deepEqual(severitiesOf('rules: {competitor-stales: off, competitor-stale: loud}'), [
      'warning',
      'error',
    ]);
  });

  it('changes with the options of a checker', () => {
    const checker = new BookChecker(bookOf({ 'a.md': stale }), { today });
    checker.setSeverities(new Map([['competitor-stale', 'off']]));
    const found = (): string[] => inBrief(checker.findings()).filter((brief) => brief.includes('stale'));
    assert.deepEqual(found(), []);
    checker.setSeverities(new Map());
    assert.deepEqual(found(), ['a.md:4 competitor-stale warning']);
  });
});

describe('a suppression', () => {
  const decision = quiet;
  const found = (body: string): string[] =>
    inBrief(findingsOf('reference-broken', { 'x.md': page(decision, body) }));

  it('holds for the line behind it', () => {
    const far = '\n'.repeat(12);
    assert.deepEqual(found(`${far}<!-- status-book-ignore reference-broken -->\n[[a]]\n\n[[b]]\n`), [
      'x.md:21 reference-broken warning',
    ]);
  });

  it('does not hold for its own line or the one before it', () => {
    const far = '\n'.repeat(12);
    assert.equal(found(`${far}[[a]]\n[[b]] <!-- status-book-ignore reference-broken -->\n`).length, 2);
  });

  it('holds for the whole page in the first ten lines of its body', () => {
    const comment = '<!-- status-book-ignore reference-broken -->';
    const rest = `\n\n${'\n'.repeat(20)}[[a]]\n`;
    assert.deepEqual(found(`${'\n'.repeat(9)}${comment}${rest}`), []);
    assert.equal(found(`${'\n'.repeat(10)}${comment}${rest}`).length, 1);
  });

  it('holds for findings in front matter too', () => {
    const text = page(
      'type: competitor\nthreat: high\nreviewed: 2026-01-01',
      '<!-- status-book-ignore competitor-stale -->\n',
    );
    assert.deepEqual(findingsOf('competitor-stale', { 'x.md': text }), []);
  });

  it('holds for the rules it names alone', () => {
    assert.equal(found('<!-- status-book-ignore section-missing -->\n[[a]]\n').length, 1);
    assert.equal(found('<!-- status-book-ignore section-missing, reference-broken -->\n[[a]]\n').length, 0);
    assert.equal(found('<!-- status-book-ignore -->\n[[a]]\n').length, 1);
    assert.equal(found('<!-- status-book-ignore reference -->\n[[a]]\n').length, 1);
  });

  it('in book.md holds for findings about the book as a whole', () => {
    const files = { 'log/2026-11-13.md': log('2026-11-13', '1h liaison') };
    assert.ok(findingsOf('log-missing', files).length > 0);
    const quiet = page('type: book', '<!-- status-book-ignore log-missing -->\n');
    assert.deepEqual(findingsOf('log-missing', { ...files, 'book.md': quiet }), []);
  });

  it('on one page leaves the others alone', () => {
    const files = {
      'x.md': page(decision, '<!-- status-book-ignore reference-broken -->\n[[a]]\n'),
      'y.md': page(decision, '[[a]]\n'),
    };
    assert.deepEqual(inBrief(findingsOf('reference-broken', files)), ['y.md:6 reference-broken warning']);
  });
});
