import { Library } from '../../../src/core/index/library';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { benchDay as today } from '../../bench/generateBook';
import { quietPage } from '../../unit/support/books';
import { addGrowth, type Measuring } from './growth';

/** Where a pumped text stands in its page. */
interface Place {
  readonly before: string;
  readonly after: string;
  readonly pieces: readonly string[];
}

const decision = quietPage();
const log = '---\ntype: log\ndate: 2026-11-23\n---\n## Time\n\n';
const inYaml = { before: '---\ntype: decision\n', after: '\n---\nText.\n' };

const places: Readonly<Record<string, Place>> = {
  'a body': {
    before: decision,
    after: '',
    pieces: [
      ...['x', ' ', '\t', '\n', '\r', '\r\n', '\r\r\n', '\0', '\u200d', '\\', '&', '&#', '@', '@a', '@a -> '],
      ...[
        '# ',
        '#',
        '# a\n\n',
        'a\n=\n',
        'a\n',
        '\n-\n',
        '-',
        '---\n',
        '- ',
        '- a\n',
        '1. ',
        '1. a\n',
        '> ',
        '> a\n',
      ],
      ...['*', '_', '**a ', '*a_ ', '~~', '`', '` ', '`` ` ', '```\n', '~~~\n', '    a\n', 'a `b\n\n'],
      ...[
        '[',
        ']',
        '[[',
        '[[a',
        '[[a|',
        '[[a]] ',
        '[a]',
        '[a](',
        '[a](b) ',
        '[a](<',
        '[a](b "',
        '![',
        '[a]: b\n',
        '[a][b]',
      ],
      ...[
        '(',
        ')',
        '[^a]',
        '[^a]: b\n',
        '[^a]: b\n\n    c\n\n',
        '|',
        '| a ',
        '|-',
        'a|b\n-|-\n',
        'a|b\n',
        '| a | b |\n',
      ],
      ...[
        '<',
        '</',
        '<a ',
        '<a b="',
        '<!',
        '<!--',
        '<!-- ',
        '-->',
        '<!-- a -->',
        '<?',
        '<div>\n',
        '<div>',
        '<![CDATA[',
      ],
      ...[
        '<!-- status-book-ignore ',
        '<!-- status-book-ignore x -->',
        '<!-- status-book-ignore id-duplicate -->\n',
      ],
      ...[
        '<!-- status-book:begin a -->\n',
        '<<<<<<< a\n',
        '>>>>>>> a\n',
        '=======\n',
        '<<<<<<< a\n=======\n>>>>>>> b\n',
      ],
      ...[
        '{{',
        '{{ ',
        '{{date}}',
        '${',
        '${1:',
        'https://',
        'www.',
        'www.a ',
        'a@b.',
        ':',
        '.',
        ',',
        '"',
        "'",
      ],
    ],
  },
  'a promise': {
    before: `${decision}- [ ] @rnd -> @sales: `,
    after: ' x',
    pieces: [
      ...[
        'due:',
        'due: ',
        'due:2026-12-01 ',
        'due:2026-12-',
        'Due :',
        '(due:',
        '[due:: ',
        'every:',
        'every:1',
        '📅',
        '📅 ',
      ],
      ...[
        '2026-12-01 ',
        '1.',
        ', ',
        '-> ',
        '-> @a ',
        '@',
        '@a, ',
        '_',
        '-',
        '\\',
        '[a](',
        '`',
        '\n  a',
        'done:x.',
      ],
    ],
  },
  promises: {
    before: decision,
    after: '',
    pieces: [
      '- [ ] @rnd: x due:2026-01-01\n',
      '- [ ] x\n',
      '- [x] @a: y\n',
      '  - [ ] @rnd: y\n',
      '- [ ] @rnd x due:soon\n',
    ],
  },
  'a time entry': {
    before: `${log}- 1h`,
    after: ' x',
    pieces: [
      '1',
      ' ',
      '\t',
      ' liaison',
      ':',
      ' -',
      '-',
      '–',
      ',',
      '9:00-',
      ' h',
      'm',
      '\n  a',
      ' [[a',
      '~',
      '.',
    ],
  },
  'time entries': {
    before: log,
    after: '',
    pieces: [
      '- 1h liaison\n',
      '- 1h x\n',
      '- 9:00-10:00 liaison: a\n',
      '## Time\n\n- 1m liaison\n\n',
      '- late\n',
      '  - 1h liaison\n',
    ],
  },
  'front matter': {
    ...inYaml,
    pieces: [
      ...[
        'a',
        ' ',
        '\n',
        '\r',
        '#',
        ' #',
        'a: ',
        'a:\n',
        '"',
        "'",
        '\\',
        '- ',
        '- a\n',
        '[',
        '{',
        ']',
        '}',
        ',',
        ', ',
        '&a ',
        '*a ',
      ],
      ...['!', '!a ', '|', '>', '? ', ': ', '%', '@', '`', '...\n', '<<<<<<<', '=======\n', '# a\n'],
    ],
  },
  'a value': {
    before: '---\ntype: decision\ntitle: ',
    after: '\n---\nText.\n',
    pieces: [
      'a',
      ' ',
      'a ',
      ' #',
      ': ',
      ', ',
      '[',
      '[a, ',
      '{a: ',
      '"',
      '" ',
      "''",
      '\\"',
      '- ',
      '&a ',
      '|\n  ',
      '\n  a',
      '*a',
      '#',
    ],
  },
  'a list': {
    before: '---\ntype: decision\nproducts: [a',
    after: ']\n---\nText.\n',
    pieces: [', a', ', [[a]]', ', ', ', "a"', ', b c', ',\n  a', ', {a: 1}', ' a'],
  },
  'front matter never closed': {
    before: '---\ntype: ',
    after: '',
    pieces: ['x', ' ', '\t', ' #', '\n', 'a: b\n', '-', '---a\n', '# ', '"'],
  },
};

/** How often a piece stands in the smaller text; keeps the front matter of the larger one under its limit of 64 KB. */
const times = 80;
const factor = 4;

/** The pages by a name that shows where and what is pumped. */
export function pumpedPages(): [name: string, page: (times: number) => string][] {
  return Object.entries(places).flatMap(([place, { before, after, pieces }]) =>
    pieces.map((piece): [string, (count: number) => string] => [
      `${place} of ${JSON.stringify(piece)}`,
      (count) => `${before}${piece.repeat(count)}${after}`,
    ]),
  );
}

export function checkPage(text: string): number {
  const library = new Library();
  library.setFile('book.md', '---\ntype: book\n---\n');
  library.setFile('log/2026-11-23.md', text);
  const index = library.book('')?.index;
  if (!index) throw new Error('There is no book.');
  return new BookChecker(index, { today }).findings().length;
}

export const pumpedNames = pumpedPages().map(([name]) => name);

/** Counts the whole check of each page, on a text and on one several times as long. */
export function measurePumpedPages({ counter, growths }: Measuring): void {
  checkPage(decision);
  const pages = pumpedPages();
  const texts = pages.flatMap(([, page]) => [page(times), page(times * factor)]);
  const counts = counter.countEach(texts.map((text) => () => checkPage(text)));
  for (const [at, [name]] of pages.entries()) {
    const [small = 0, large = 0] = counts.slice(2 * at);
    addGrowth(growths, name, { material: `${times} times`, factor, small, large });
  }
}
