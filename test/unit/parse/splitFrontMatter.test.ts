import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitFrontMatter, splitWithLibrary } from '../../../src/core/parse/splitFrontMatter';
import { runs } from '../support/runs';

const pieces = fc.constantFrom(
  ...[
    '---',
    '----',
    '--',
    '---js',
    '--- ',
    '---\t',
    '\n',
    '\r\n',
    '\r',
    ' ',
    'a: b',
    '# c',
    '...',
    'x',
    '\u2028',
    '===',
    '',
  ],
);
const endings = fc.constantFrom('\n', '\r\n', '\r', ' \n', '');

describe('front matter', () => {
  it('is split from the body as gray-matter splits it, whatever the text', () => {
    fc.assert(
      fc.property(endings, fc.array(pieces, { maxLength: 12 }), (ending, parts) => {
        const text = `---${ending}${parts.join('')}`;
        assert.deepEqual(splitFrontMatter(text), splitWithLibrary(text), JSON.stringify(text));
      }),
      { numRuns: runs(4000), interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
    );
  });

  it('takes the fast path where it is written as usual', () => {
    const text = '---\ntype: log\n---\n# Body\n';
    assert.deepEqual(splitFrontMatter(text), { yaml: 'type: log\n', start: 4, bodyStart: 18, closed: true });
  });
});
