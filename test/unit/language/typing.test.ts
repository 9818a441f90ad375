import assert from 'node:assert/strict';
import { enterAt } from '../../../src/core/language/typing/enter';
import { offeredTimes } from '../../../src/core/language/typing/offeredTimes';
import { pageLinkAt, pagePaths } from '../../../src/core/language/typing/pageLink';
import type { Page } from '../../../src/core/model/page';
import { applyEdits } from '../../../src/core/model/text';
import { parsePage } from '../../../src/core/parse/parsePage';
import { bookOf, lines, log, page, today } from '../support/books';
import { atCursor } from '../support/cursor';
import { english } from '../support/english';

const activitiesOf = (own = '') => bookOf({ 'book.md': page(`type: book${own}`) }).settings.activities;
const ownTitle = '\nactivities: [{id: accounts, title: Key accounts, horizon: daily}]';

function enterIn(marked: string, own = ''): string | undefined {
  const { text, position } = atCursor(marked);
  return enterAt(parsePage('log.md', text) as Page, text, position, activitiesOf(own));
}

describe('Enter in a log page', () => {
  it('goes on with the list behind a time entry', () => {
    assert.equal(enterIn(log(today, '9:00-10:15 liaison: call|')), 'continue');
    assert.equal(enterIn(log(today, '45m liaison|', '1h promotion')), 'continue');
    assert.equal(enterIn(log(today, '9:00-? liaison|').replaceAll('\n', '\r\n')), 'continue');
  });

  it('goes on behind an entry that names its activity by a title of the book', () => {
    assert.equal(enterIn(log(today, '45m Sales motivation: call|')), 'continue');
    assert.equal(enterIn(log(today, '45m Key accounts: call|'), ownTitle), 'continue');
    assert.equal(enterIn(log(today, '45m Key accounts: call|')), undefined);
  });

  it('goes on behind such an entry without a heading Time, and ends the list there', () => {
    assert.equal(enterIn(page('type: log', '- 45m Key accounts|'), ownTitle), 'continue');
    assert.equal(enterIn(page('type: log', lines('- 45m Key accounts', '- |')), ownTitle), 'end');
    assert.equal(enterIn(page('type: log', lines('- 45m Key accounts', '- |'))), undefined);
  });

  it('is plain within an entry, and behind what is none', () => {
    assert.equal(enterIn(log(today, '45m liaison: ca|ll')), undefined);
    assert.equal(enterIn(log(today, '9:00-10:15|')), undefined);
    assert.equal(enterIn(log(today, '[ ] call them|')), undefined);
    assert.equal(enterIn(page('type: log|\ndate: 2026-11-23', '- 45m liaison\n')), undefined);
  });

  it('is plain behind an entry with notes, which a new item would take over', () => {
    assert.equal(enterIn(log(today, '45m liaison|\n  - a note')), undefined);
    assert.equal(enterIn(log(today, '45m liaison\n  - a note|')), undefined);
  });

  it('is plain in a code fence and on other pages', () => {
    assert.equal(enterIn(log(today, '1h promotion\n\n```\n- 45m liaison|\n```')), undefined);
    assert.equal(enterIn(page('type: trend', '## Time\n- 45m liaison|\n')), undefined);
  });

  it('ends the list in an empty item under Time, and behind an entry elsewhere', () => {
    assert.equal(enterIn(log(today, '45m liaison', '|')), 'end');
    assert.equal(enterIn(page('type: log', lines('## Time', '', '* |'))), 'end');
    assert.equal(enterIn(page('type: log', lines('- 45m liaison', '- |'))), 'end');
  });

  it('is plain in an empty item of another list', () => {
    assert.equal(enterIn(page('type: log', lines('## Time', '- 45m liaison', '## Later', '- |'))), undefined);
    assert.equal(enterIn(log(today, '45m liaison\n  - |')), undefined);
  });
});

describe('The time offered for the next entry', () => {
  const noon = { today, minutes: 12 * 60 };
  /** What the line would read with each of the offers. */
  const offers = (marked: string, now = noon, own = ''): string[] => {
    const { text, position } = atCursor(marked);
    return offeredTimes(parsePage('log.md', text) as Page, text, position, now, activitiesOf(own)).map(
      ({ text: newText, range }) => applyEdits(text, [{ range, newText }]).split('\n')[position.line] ?? '',
    );
  };

  it('runs from the end of the entry before until now; else a timer starts', () => {
    assert.deepEqual(offers(log(today, '9:00-10:15 liaison', '|')), ['- 10:15-12:00 ', '- 12:00-? ']);
  });

  it('runs on from an entry that a title of the book names', () => {
    const marked = log(today, '9:00-10:15 Key accounts', '|');
    assert.deepEqual(offers(marked, noon, ownTitle), ['- 10:15-12:00 ', '- 12:00-? ']);
    assert.deepEqual(offers(marked), ['- 12:00-? ']);
  });

  it('is a timer where the entry before does not tell, or ended just now, or long ago', () => {
    assert.deepEqual(offers(log(today, '45m liaison', '|')), ['- 12:00-? ']);
    assert.deepEqual(offers(log(today, '9:00-12:00 liaison', '|')), ['- 12:00-? ']);
    assert.deepEqual(offers(log(today, '1:00-3:59 liaison', '|')), ['- 12:00-? ']);
    assert.deepEqual(offers(log(today, '|')), ['- 12:00-? ']);
  });

  it('goes on from the entry before on another day and ahead of the clock', () => {
    assert.deepEqual(offers(log('2026-11-20', '9:00-10:15 liaison', '|')), ['- 10:15-']);
    assert.deepEqual(offers(log(today, '9:00-14:00 liaison', '|')), ['- 14:00-']);
    assert.deepEqual(offers(log('2026-11-20', '45m liaison', '|')), []);
  });

  it('is none while a timer runs, and none behind the day’s end', () => {
    assert.deepEqual(offers(log(today, '9:00-? liaison', '|')), []);
    assert.deepEqual(offers(log('2026-11-20', '9:00-24:00 liaison', '|')), []);
  });

  it('goes on with what is typed of it', () => {
    assert.deepEqual(offers(log(today, '9:00-10:15 liaison', '10|')), ['- 10:15-12:00 ']);
    assert.deepEqual(offers(log(today, '9:00-10:15 liaison', '12:0|')), ['- 12:00-? ']);
    assert.deepEqual(offers(log(today, '9:00-10:15 liaison', '45m|')), []);
  });

  it('is none in other lists, without a space behind the marker, and within a line', () => {
    assert.deepEqual(offers(page('type: log\ndate: 2026-11-23', lines('## Waiting', '- |'))), []);
    assert.deepEqual(offers(page('type: log\ndate: 2026-11-23', lines('## Time', '-|'))), []);
    assert.deepEqual(offers(log(today, '|1h liaison')), []);
  });
});

describe('A page that is dropped or pasted', () => {
  const book = bookOf({
    'competitors/purenorth.md': page('type: competitor\ntitle: PureNorth'),
    'products/ro300.md': page('type: product\nid: aquelle-ro300\ntitle: RO300'),
    'products/more.md': page('type: product\nid: more'),
    'a/twin.md': page('type: trend'),
    'b/twin.md': page('type: trend'),
  });
  const inserted = (marked: string, ...paths: string[]) => {
    const { text, position } = atCursor(marked);
    const targets = paths.map((path) => book.page(path) as Page);
    return english.spoken(pageLinkAt(parsePage('x.md', text) as Page, text, position, targets, book));
  };

  it('becomes a wiki link by its id in the text', () => {
    assert.deepEqual(inserted(page('type: trend', 'See |\n'), 'competitors/purenorth.md'), {
      text: '[[purenorth]]',
      title: 'Insert Link to PureNorth',
    });
    assert.equal(inserted(page('type: trend', 'See |\n'), 'products/ro300.md')?.text, '[[aquelle-ro300]]');
  });

  it('becomes the bare id in front matter', () => {
    assert.deepEqual(
      inserted('---\ntype: strategy\nproducts: [|]\n---\n', 'products/ro300.md', 'products/more.md'),
      { text: 'aquelle-ro300, more', title: 'Insert 2 Page Ids' },
    );
  });

  it('becomes the bare id where a wiki link is begun already', () => {
    assert.equal(inserted(page('type: trend', 'See [[|]]\n'), 'competitors/purenorth.md')?.text, 'purenorth');
    assert.equal(
      inserted(page('type: trend', '[[more]] |\n'), 'competitors/purenorth.md')?.text,
      '[[purenorth]]',
    );
  });

  it('becomes one of several links', () => {
    assert.deepEqual(inserted(page('type: trend', '|\n'), 'competitors/purenorth.md', 'products/ro300.md'), {
      text: '[[purenorth]], [[aquelle-ro300]]',
      title: 'Insert Link to PureNorth and RO300',
    });
  });

  it('is left to others in the destination of a Markdown link, and where its id names another page', () => {
    assert.equal(inserted(page('type: trend', '[x](|)\n'), 'competitors/purenorth.md'), undefined);
    assert.equal(inserted(page('type: trend', '|\n'), 'b/twin.md'), undefined);
    assert.equal(inserted(page('type: trend', '|\n'), 'a/twin.md')?.text, '[[twin]]');
  });
});

describe('A text that is pasted', () => {
  it('is looked at as paths only where it holds nothing else', () => {
    assert.deepEqual(pagePaths('competitors/purenorth.md'), ['competitors/purenorth.md']);
    assert.deepEqual(pagePaths(' a.md\r\n"C:\\my book\\b.md"\n'), ['a.md', 'C:/my book/b.md']);
    for (const text of ['', 'a word', 'a.md and more', 'a.md\na word', '.md', 'a.md\n'.repeat(51)]) {
      assert.deepEqual(pagePaths(text), [], text);
    }
  });
});
