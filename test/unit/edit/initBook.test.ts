import assert from 'node:assert/strict';
import { type NewBookOptions, namesIn, newBookFiles } from '../../../src/core/edit/initBook';
import { addEntryEdits, entryText } from '../../../src/core/edit/logTime';
import { addDays } from '../../../src/core/model/calendarDate';
import { applyEdits } from '../../../src/core/model/text';
import { parsePage } from '../../../src/core/parse/parsePage';
import { bookOf, checkerOf, type Files, inBrief, today } from '../support/books';

const growing = { stage: 'growth', health: 'on-track' };

const answers = {
  company: ' Aquelle: home & office ',
  manager: 'Ines “the boss” Claes',
  currency: 'twd',
  products: ['Aquelle RO 300', '飛泉 淨水器', 'Café: 2 L'],
  states: new Map(['Aquelle RO 300', '飛泉 淨水器', 'Café: 2 L'].map((name) => [name, growing])),
};

function newBook(options: Omit<NewBookOptions, 'today'> = answers, day = today): Files {
  return Object.fromEntries(newBookFiles({ today: day, ...options }).map(({ path, text }) => [path, text]));
}

describe('a new book', () => {
  for (const [name, options] of Object.entries({ 'all answers given': answers, 'no answer given': {} })) {
    it(`has no finding on its first day, ${name}`, () => {
      assert.deepEqual(inBrief(checkerOf(newBook(options)).findings()), []);
    });

    it(`has on the next day nothing but notes on days without a log, ${name}`, () => {
      const tomorrow = checkerOf(newBook(options), { today: addDays(today, 1) }).findings();
      assert.deepEqual(
        tomorrow.filter(({ rule, severity }) => rule !== 'log-missing' || severity !== 'information'),
        [],
      );
    });
  }

  it('has no finding on any day of the week that it is begun on', () => {
    for (let day = 0; day < 7; day++) {
      const start = addDays(today, day);
      const found = checkerOf(newBook(answers, start), { today: start }).findings();
      assert.deepEqual(inBrief(found), []);
    }
  });

  it('asks on the third day for the log of the second', () => {
    const later = checkerOf(newBook(), { today: addDays(today, 2) }).findings();
    assert.ok(later.some(({ rule, data }) => rule === 'log-missing' && data?.day === addDays(today, 1)));
  });

  it('holds the answers where the book reads them', () => {
    const { settings } = bookOf(newBook());
    assert.equal(settings.company, 'Aquelle: home & office');
    assert.equal(settings.manager, 'Ines “the boss” Claes');
    assert.equal(settings.currency, 'TWD');
  });

  it('names the departments, so that they can be changed', () => {
    assert.match(
      newBook()['book.md'] ?? '',
      /^departments: \[sales, manufacturing, rnd, marketing, service, finance\]$/m,
    );
  });

  it('has a status sheet for each product, under its name', () => {
    const products = bookOf(newBook()).pagesOfType('product');
    assert.deepEqual(
      products.map(({ path, title }) => [path, title]),
      [
        ['products/aquelle-ro-300.md', 'Aquelle RO 300'],
        ['products/café-2-l.md', 'Café: 2 L'],
        ['products/飛泉-淨水器.md', '飛泉 淨水器'],
      ],
    );
  });

  it('states nothing of a product of which nothing was said, and names what is missing', () => {
    const files = newBookFiles({ today, products: ['RO 300', 'CT 1'], states: new Map([['CT 1', growing]]) });
    const sheet = (path: string): string => files.find((file) => file.path === path)?.text ?? '';
    assert.match(sheet('products/ro-300.md'), /^stage:\nhealth:\nupdated:$/m);
    assert.match(sheet('products/ct-1.md'), /^stage: growth\nhealth: on-track\nupdated: 2026-11-23$/m);
    assert.deepEqual(
      files.map(({ missing }) => missing),
      [[], [], ['stage', 'health', 'updated'], []],
    );
  });

  it('takes a product named twice once, and one named like another page under an id of its own', () => {
    const states = new Map(['RO 300', 'Book'].map((name) => [name, growing]));
    const files = newBook({ products: ['RO 300', 'ro-300', 'Book', ' ', '…'], states });
    assert.deepEqual(
      Object.keys(files).filter((path) => path.startsWith('products/')),
      ['products/ro-300.md', 'products/book-product.md'],
    );
    assert.deepEqual(inBrief(checkerOf(files).findings()), []);
  });

  it('has a first log page that takes a time entry', () => {
    const path = `log/${today}.md`;
    const files = newBook();
    const log = parsePage(path, files[path] ?? '');
    assert.ok(log);
    const entry = entryText({ time: '1h', activity: 'liaison', summary: 'talks' });
    const text = applyEdits(files[path] ?? '', addEntryEdits(log, files[path] ?? '', entry));
    const book = bookOf({ ...files, [path]: text });
    assert.deepEqual(
      book.page(path)?.entries.map(({ minutes }) => minutes),
      [60],
    );
  });
});

describe('the names in an answer', () => {
  it('are separated by commas of any script, semicolons or lines', () => {
    assert.deepEqual(namesIn(' RO 300, CT 1;US 2，飛泉\n,, …'), ['RO 300', 'CT 1', 'US 2', '飛泉']);
  });
});
