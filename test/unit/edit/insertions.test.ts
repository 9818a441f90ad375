import assert from 'node:assert/strict';
import { insertLinesEdits } from '../../../src/core/edit/insertLines';
import { insertSectionsEdits } from '../../../src/core/edit/insertSection';
import { addEntryEdits } from '../../../src/core/edit/logTime';
import type { Page } from '../../../src/core/model/page';
import { applyEdits, type TextEdit } from '../../../src/core/model/text';
import { parsePage } from '../../../src/core/parse/parsePage';
import { page } from '../support/books';

type Edit = (page: Page, text: string) => TextEdit[];

function edited(text: string, edit: Edit): string {
  const parsed = parsePage('a.md', text);
  assert.ok(parsed);
  return applyEdits(text, edit(parsed, text));
}

const entry: Edit = (parsed, text) => addEntryEdits(parsed, text, '2h liaison: new');
const quote: Edit = (parsed, text) => insertLinesEdits(parsed, text, undefined, ['> so']);
const sections: Edit = (parsed, text) => insertSectionsEdits(parsed, text, ['What we see', 'So what']);
const logged = (body: string): string => page('type: log\ndate: 2026-11-20', body);
const trend = (body: string): string => page('type: trend', body);
const voice = (body: string): string => page('type: voice', body);

/** A body before and after an edit. */
const cases: readonly (readonly [what: string, edit: Edit, of: (body: string) => string, string, string])[] =
  [
    [
      'an entry goes below the line of an underlined heading',
      entry,
      logged,
      'Time\n----\n',
      'Time\n----\n\n- 2h liaison: new\n',
    ],
    [
      'a quote goes below the line of an underlined title',
      quote,
      voice,
      'The\ntitle\n===\nText\n',
      'The\ntitle\n===\n\n> so\n\nText\n',
    ],
    [
      'a title that begins with # in its text is underlined, too',
      quote,
      voice,
      '#tag\n===\n',
      '#tag\n===\n\n> so\n',
    ],
    [
      'an entry goes behind the last one without line ending',
      entry,
      logged,
      '## Time\n- 1h promotion',
      '## Time\n- 1h promotion\n- 2h liaison: new\n',
    ],
    [
      'an entry keeps blank lines and what follows',
      entry,
      logged,
      '## Time\n\n\nText\n',
      '## Time\n\n- 2h liaison: new\n\nText\n'.replace('new\n\n', 'new\n\n'),
    ],
    ['an entry fills an empty item', entry, logged, '## Time\n\n- \n', '## Time\n\n- 2h liaison: new\n'],
    [
      'an entry goes before the comment of an empty section',
      entry,
      logged,
      '## Time\n\n<!-- hint -->\n',
      '## Time\n\n- 2h liaison: new\n\n<!-- hint -->\n',
    ],
    [
      'an entry does not see a heading or items in quotes',
      entry,
      logged,
      '> ## Time\n> - 1h liaison\n',
      '> ## Time\n> - 1h liaison\n\n## Time\n\n- 2h liaison: new\n',
    ],
    [
      'an entry goes behind the notes of the last one',
      entry,
      logged,
      '## Time\n- 1h promotion\n  - note\n\n      code\n',
      '## Time\n- 1h promotion\n  - note\n\n      code\n- 2h liaison: new\n',
    ],
    [
      'an entry goes behind a fence in the last one',
      entry,
      logged,
      '## Time\n- 1h promotion\n  ```\n  x\n',
      '## Time\n- 1h promotion\n  ```\n  x\n- 2h liaison: new\n',
    ],
    [
      'sections go to the end of a page without line ending',
      sections,
      trend,
      '# T\n\nText',
      '# T\n\nText\n\n## What we see\n\n<!-- The signs, with numbers and dates. -->\n\n## So what\n\n<!-- What it means for our customers and for us. -->\n',
    ],
    [
      'sections go behind trailing blank lines, which stay',
      sections,
      trend,
      '# T\n\n\n',
      '# T\n\n\n## What we see\n\n<!-- The signs, with numbers and dates. -->\n\n## So what\n\n<!-- What it means for our customers and for us. -->\n',
    ],
    [
      'sections go before an underlined heading',
      sections,
      trend,
      '# T\nSo what\n---\n',
      '# T\n\n## What we see\n\n<!-- The signs, with numbers and dates. -->\n\nSo what\n---\n',
    ],
    [
      'sections go behind indented code',
      sections,
      trend,
      '# T\n\n    code\n',
      '# T\n\n    code\n\n## What we see\n\n<!-- The signs, with numbers and dates. -->\n\n## So what\n\n<!-- What it means for our customers and for us. -->\n',
    ],
    [
      'new lines end as their neighbour does',
      entry,
      logged,
      '# A\r\nText\n## Time\r\n- 1h promotion\r\n\nMore\n',
      '# A\r\nText\n## Time\r\n- 1h promotion\r\n- 2h liaison: new\r\n\nMore\n',
    ],
    [
      'one CR LF makes no other one',
      entry,
      logged,
      '# A\r\n\n## Time\n- 1h promotion\n',
      '# A\r\n\n## Time\n- 1h promotion\n- 2h liaison: new\n',
    ],
    [
      'lone CRs end lines, too',
      entry,
      logged,
      '# A\r## Time\r- 1h promotion\r',
      '# A\r## Time\r- 1h promotion\r- 2h liaison: new\r',
    ],
    [
      'a CR before CR LF is a line of its own',
      entry,
      logged,
      '## Time\r\n- 1h promotion\r\r\nText\r\n',
      '## Time\r\n- 1h promotion\r- 2h liaison: new\r\r\nText\r\n',
    ],
  ];

describe('what is inserted into a body', () => {
  for (const [what, edit, of, before, after] of cases) {
    it(what, () => {
      assert.equal(edited(of(before), edit), of(after));
    });
  }

  for (const [what, edit, of] of [
    ['an entry', entry, logged],
    ['sections', sections, trend],
  ] as const) {
    for (const [construct, body] of [
      ['a code fence', '# A\n\n```\nx\n'],
      ['a code fence', '~~~~\n# A\n~~~\n'],
      ['a comment (“<!--”)', '<!-- open\n# A\n'],
      ['“<script>”', '<script>\n# A\n'],
    ] as const) {
      it(`${what} is refused behind ${construct} that is never closed`, () => {
        assert.throws(
          () => edited(of(body), edit),
          (error: Error) =>
            error instanceof RangeError &&
            /^Nothing was changed in a\.md: /.test(error.message) &&
            error.message.includes(`${construct} that begins on line`) &&
            error.message.endsWith('is never closed; close it and try again.'),
        );
      });
    }
  }

  it('says what is wrong with an entry that is none', () => {
    assert.throws(
      () => edited(logged('## Time\n'), (parsed, text) => addEntryEdits(parsed, text, '2h two words')),
      /Nothing was changed in a\.md: .*text after the activity needs a colon/,
    );
  });

  it('leaves out sections that are there', () => {
    const body = '# T\n\n### WHAT WE SEE\n\nText\n\n### So what\n';
    assert.equal(edited(trend(body), sections), trend(body));
  });
});
