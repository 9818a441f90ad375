import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/model/text';
import { parsePage } from '../../../src/core/parse/parsePage';
import { newReviewText, reviewPageOf, updateReview } from '../../../src/core/report/review/reviewPage';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { pageType } from '../../../src/core/schema/schema';
import { bookOf, libraryOf, lines, log, page, plainBook, today } from '../support/books';

import { runs } from '../support/runs';
import { period, refusal, review, sampleFiles, say, sayElsewhere } from './support';

const path = 'reviews/2026-W48.md';
const small = bookOf({ 'log/2026-11-23.md': log(today, '2h liaison: a call', '1h exploration') });
const ofWeek = review('2026-W48', small);
const sections = (pageType('review')?.sections ?? []).map(({ title }) => title);

function update(text: string, keepChanged = true) {
  const result = updateReview(path, text, ofWeek, keepChanged, say);
  assert.equal(applyEdits(text, result.edits), result.text, 'the edits make the text');
  return result;
}

/** What is left of a page when all marked blocks are taken out. */
function prose(text: string): string {
  return text.replace(/<!-- status-book:begin [\s\S]*?<!-- status-book:end [^>]*-->/g, '');
}

function headingsOf(text: string): string[] {
  return (parsePage(path, text)?.body.headings ?? []).map((heading) => heading.text);
}

describe('the page of a review', () => {
  it('has the sections that its type wants, in their order', () => {
    const headings = headingsOf(newReviewText(ofWeek, say));
    assert.deepEqual(
      headings.filter((heading) => sections.includes(heading)),
      sections,
    );
    assert.equal(headings[0], 'Week 48 of 2026');
  });

  for (const id of ['2026-W47', '2026-W48', '2026-11', '2026-Q4']) {
    it(`brings no finding as ${id} of the sample book`, () => {
      const library = libraryOf(sampleFiles());
      const book = library.book('')?.index ?? assert.fail();
      library.setFile(`reviews/new-${id}.md`, newReviewText(review(id, book), say));
      const found = new BookChecker(book, { today }).findingsOf(`reviews/new-${id}.md`);
      assert.deepEqual(found, []);
    });
  }

  it('adds nothing to the book’s findings elsewhere', () => {
    const library = libraryOf(sampleFiles());
    const book = library.book('')?.index ?? assert.fail();
    const before = new BookChecker(book, { today }).findings();
    library.setFile('reviews/new.md', newReviewText(review('2026-Q4', book), say));
    assert.deepEqual(new BookChecker(book, { today }).findings(), before);
  });

  it('is the same when it is written again with itself in the book', () => {
    const library = libraryOf(sampleFiles());
    const book = library.book('')?.index ?? assert.fail();
    const text = newReviewText(review('2026-W48', book), say);
    library.setFile(path, text);
    assert.deepEqual(updateReview(path, text, review('2026-W48', book), true, say).edits, []);
  });

  it('connects the review with the pages it names', () => {
    const library = libraryOf(sampleFiles());
    const book = library.book('')?.index ?? assert.fail();
    library.setFile(path, newReviewText(review('2026-W48', book), say));
    const targets = book.referencesFrom(path).map((reference) => book.resolve(reference)?.id);
    for (const id of ['purenorth', 'voice-leak-peeters', 'budget-dach-2026', 'new-bio-cartridge']) {
      assert.ok(targets.includes(id), id);
    }
    assert.ok(!targets.includes(undefined));
  });
});

describe('updating the page of a review', () => {
  const written = newReviewText(ofWeek, say);

  it('changes nothing where nothing has changed', () => {
    assert.deepEqual(update(written).edits, []);
  });

  it('finds the marks and headings of a page that was written in another language', () => {
    const text = newReviewText(ofWeek, sayElsewhere);
    assert.match(text, /⟦Time⟧/);
    assert.deepEqual(
      headingsOf(text).filter((heading) => sections.includes(heading)),
      sections,
    );
    const { text: result, damaged, changed } = update(text);
    assert.deepEqual([damaged, changed], [[], []]);
    const blocks = (all: string): string[] => all.split(/(?=<!-- status-book:begin)/).slice(1);
    assert.deepEqual(blocks(result), blocks(written));
  });

  it('names the marks of each section as it always did', () => {
    const names = (id: string): string[] => review(id, small).sections.map(({ name }) => name);
    const week = ['summary', 'time', 'commitments', 'customers', 'sales-and-budget'];
    const stand = ['stale', 'stuck', 'next-week'];
    assert.deepEqual(names('2026-W48'), [...week, ...stand]);
    assert.deepEqual(names('2026-11'), [...week, 'market', ...stand, 'next-month']);
    assert.deepEqual(names('2026-Q4'), [...week, 'market', ...stand, 'next-quarter']);
  });

  it('writes what has changed and keeps what the user wrote around it', () => {
    const text = written
      .replace('## Customers\n', '## Customers\n\nMy own words.\n')
      .replace('3 h logged', '9 h logged');
    const withSum = update(text, false).text;
    assert.equal(withSum, written.replace('## Customers\n', '## Customers\n\nMy own words.\n'));
  });

  it('puts the marks under the headings of a page without them, and keeps every line', () => {
    const own = lines(
      '---',
      'type: review',
      '---',
      '# My week',
      '',
      '## Time',
      '',
      'A good one.',
      '',
      '## Stuck',
      '- the valve',
    );
    const { text } = update(own);
    const left = prose(text)
      .split('\n')
      .filter((line) => line !== '');
    for (const line of own.split('\n')) assert.ok(line === '' || left.includes(line), line);
    assert.deepEqual(
      headingsOf(text).filter((heading) => sections.includes(heading)),
      sections,
    );
    assert.ok(text.includes('## Time\n\n<!-- status-book:begin time -->'));
    assert.ok(/end time [0-9a-f]{8} -->\n\nA good one\.\n/.test(text));
    assert.ok(/end stuck [0-9a-f]{8} -->\n\n- the valve\n/.test(text));
    assert.deepEqual(update(text).edits, []);
  });

  const odd: Readonly<Record<string, string>> = {
    'without any heading': page('type: review', 'Just words.\n'),
    'without a body': '---\ntype: review\n---\n',
    'without a line ending at its end': '---\ntype: review\n---',
    'with an underlined heading': page('type: review', 'Time\n====\n\nWords.\n'),
    'with a heading as its last line': '---\ntype: review\n---\n## Time',
    'with a heading glued to its text': page('type: review', '## Time\nWords.\n### Detail\nMore.\n'),
    'with headings in another order': page('type: review', '## Next week\nA\n\n## Time\nB\n'),
    'with marks in a code block': page(
      'type: review',
      '```\n<!-- status-book:end time -->\n```\n\n## Time\n',
    ),
    'with a list before the next heading': page('type: review', '## Commitments\n- a\n- b\n## Stale\n1. c\n'),
    'with the skeleton’s hints': page(
      'type: review',
      '# W\n\n## Time\n\n<!-- How the week’s time was divided. -->\n',
    ),
  };
  for (const [what, text] of Object.entries(odd)) {
    for (const ending of ['\n', '\r\n']) {
      it(`writes into a page ${what}, with ${JSON.stringify(ending)}, and once only`, () => {
        const own = text.replaceAll('\n', ending);
        const { text: result, damaged } = update(own);
        assert.deepEqual(damaged, []);
        assert.deepEqual(
          sections.filter((title) => !headingsOf(result).includes(title)),
          [],
        );
        assert.deepEqual(update(result).edits, []);
        const left = prose(result).split(/\r\n|\n/);
        for (const line of own.split(ending)) assert.ok(left.includes(line), line);
        if (ending === '\r\n' && text.includes('\n')) assert.ok(!/[^\r]\n/.test(result), 'only CRLF');
      });
    }
  }

  it('keeps the user’s own line endings', () => {
    const own = page('type: review', 'Words.\n').replaceAll('\n', '\r\n');
    const { text } = update(own);
    assert.ok(!/[^\r]\n/.test(text));
    assert.deepEqual(update(text).edits, []);
  });

  it('ends its lines as those next to them end, where a page mixes line endings', () => {
    const own = `${page('type: review', '# W\n\n')}## Time\r\n\r\nWords.\r\n\r\n## Customers\n\nMore.\n`;
    const blockIn = (text: string, name: string): string =>
      text.slice(text.indexOf(`begin ${name} `), text.indexOf(`end ${name} `));
    const { text } = update(own);
    const again = update(text.replace('3 h logged', '9 h logged'), false);
    for (const result of [text, again.text]) {
      assert.match(blockIn(result, 'time'), /\r\n/);
      assert.doesNotMatch(blockIn(result, 'time'), /[^\r]\n/);
      assert.doesNotMatch(blockIn(result, 'customers'), /\r/);
    }
    assert.deepEqual(update(again.text, false).edits, []);
  });

  const damages: Readonly<Record<string, (text: string) => string>> = {
    'the closing mark gone': (text) => text.replace(/<!-- status-book:end time [0-9a-f]+ -->/, ''),
    'the opening mark gone': (text) => text.replace('<!-- status-book:begin time -->', ''),
    'an opening mark twice': (text) => text.replace('<!-- status-book:begin time -->', '$&\n\n$&'),
    'the marks in the wrong order': (text) =>
      text
        .replace('<!-- status-book:begin time -->', 'MARK')
        .replace(/<!-- status-book:end time [0-9a-f]+ -->/, '<!-- status-book:begin time -->')
        .replace('MARK', '<!-- status-book:end time 00000000 -->'),
  };
  for (const [what, damage] of Object.entries(damages)) {
    it(`leaves a section alone and reports it, with ${what}`, () => {
      const text = damage(written.replace('3 h logged', '9 h logged'));
      const result = update(text, false);
      assert.deepEqual(result.damaged, ['Time']);
      const timePart = (all: string): string =>
        all.slice(all.indexOf('## Time'), all.indexOf('## Commitments'));
      assert.equal(timePart(result.text), timePart(text));
      assert.ok(!result.text.includes('9 h logged'), 'the others are written');
    });
  }

  it('reports what was changed by hand between the marks, and keeps it when asked to', () => {
    const text = written.replace('No time on', 'Sadly, no time on');
    assert.deepEqual(update(text, true).changed, ['Time']);
    assert.deepEqual(update(text, true).edits, []);
    assert.equal(update(text, false).text, written);
  });

  it('does not take other white space or line endings for a change by hand', () => {
    assert.deepEqual(update(written.replaceAll('\n', '\r\n')).changed, []);
    assert.deepEqual(update(written.replace(/\|\n/g, '|  \n')).changed, []);
  });

  it('writes between marks that are empty', () => {
    const text = page(
      'type: review',
      '## Time\n\n<!-- status-book:begin time -->\n<!-- status-book:end time -->\n\nMine.\n',
    );
    const result = update(text);
    assert.deepEqual(result.changed, []);
    assert.ok(/\| Daily +\|[\s\S]*end time [0-9a-f]{8} -->\n\nMine\./.test(result.text));
  });

  it('refuses a page in which nothing behind a place can be read', () => {
    const text = page('type: review', '# W\n\n```\nnever closed\n');
    assert.throws(
      () => update(text),
      refusal(/code block, a comment or the front matter in it is never closed/),
    );
  });

  it('keeps any prose around the marks byte for byte', () => {
    const words = fc.string({
      unit: fc.constantFrom(...'ab *_-#>|`[]()!<x1.\n\r\t\\~@:é漢'.split('')),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 9, maxLength: 9 }), (all) => {
        let index = 0;
        const own = written
          .replace('3 h logged', '9 h logged')
          .replace(/(?=<!-- status-book:begin)/g, () => `${safe(all[index++] ?? '')}\n\n`);
        const result = updateOrRefuse(own);
        if (result !== undefined) assert.equal(prose(result), prose(own));
      }),
      { numRuns: runs(50) },
    );
  });
});

/** Prose that would hide what follows is another matter: it is refused, and tested above. */
function safe(words: string): string {
  return words.replace(/`|~|</g, '').replace(/\r(?!\n)/g, '');
}

function updateOrRefuse(text: string): string | undefined {
  const { text: result, damaged } = updateReview(path, text, ofWeek, false, say);
  return damaged.length > 0 ? undefined : result;
}

describe('finding the page of a review', () => {
  it('takes the one of that week, whatever its id', () => {
    const book = bookOf({ 'reviews/mine.md': page('type: review\nid: my-review\nweek: 2026-W48') });
    assert.equal(reviewPageOf(book, period('2026-W48')).existing?.id, 'my-review');
    assert.equal(reviewPageOf(book, period('2026-W47')).existing, undefined);
  });

  it('takes a month’s and a quarter’s by its id', () => {
    const book = bookOf({ 'reviews/2026-11.md': page('type: review') });
    assert.equal(reviewPageOf(book, period('2026-11')).existing?.path, 'reviews/2026-11.md');
    assert.deepEqual(reviewPageOf(book, period('2026-Q4')), { path: 'reviews/2026-Q4.md' });
  });

  it('never takes a file or an id that is another’s', () => {
    const book = bookOf({
      'reviews/2026-W48.md': 'No page.\n',
      'products/x.md': page('type: product\nid: review-2026-W48'),
    });
    assert.deepEqual(reviewPageOf(book, period('2026-W48')), { path: 'reviews/review-2026-W48-2.md' });
  });

  it('has no week in the front matter of a month', () => {
    assert.ok(!newReviewText(review('2026-11', { 'book.md': plainBook }), say).includes('week:'));
    assert.ok(newReviewText(ofWeek, say).includes('\nweek: 2026-W48\n'));
  });
});
