import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanBody } from '../../../src/core/markdown/scanBody';
import { runs } from '../support/runs';
import { blockPage, emphasisPage, inlinePage, isComparable, punctuationPage } from './markdownPages';
import { scanWithRemark } from './remark';

/** More of them look further, with another seed each time. */
const settings = { numRuns: runs(80), ...(process.env.RUNS ? {} : { seed: 20261123 }) };

describe('the line scanner of bodies finds what remark finds', function () {
  this.timeout(0);

  for (const [name, pages] of [
    ['in blocks under random containers', blockPage],
    ['in paragraphs and headings full of inline constructs', inlinePage],
    ['in headings with much emphasis', emphasisPage],
    ['in random characters of Markdown', punctuationPage],
  ] as const) {
    it(name, () => {
      fc.assert(
        fc.property(pages.filter(isComparable), (text) =>
          assert.deepEqual(scanBody(text), scanWithRemark(text)),
        ),
        settings,
      );
    });
  }

  it('in task items full of inline constructs', () => {
    const item = inlinePage.map((text) => `- [ ] ${text.replace(/^[\s#>]+/, '')}`);
    fc.assert(
      fc.property(item, (text) => assert.deepEqual(scanBody(text), scanWithRemark(text))),
      settings,
    );
  });

  it('behind any front matter', () => {
    const page = fc.tuple(
      fc.constantFrom('---\ntype: log\n---\n', '---\r\na: b\r\n---\r\n', '---\r\r---\r'),
      blockPage.filter(isComparable),
    );
    fc.assert(
      fc.property(page, ([front, body]) => {
        assert.deepEqual(scanBody(front + body, 3), scanWithRemark(front + body, 3));
      }),
      { ...settings, numRuns: Math.ceil(settings.numRuns / 4) },
    );
  });
});
