import assert from 'node:assert/strict';
import { page, plainBook } from '../support/books';
import { folderOf, run } from './support';

const files = {
  'book.md': plainBook,
  'partners/maes.md': page(
    'type: partner\nid: studio-maes\nkind: dealer\ntier: A\nlastOrder: 2026-11-02\nproducts: ro300\n' +
      'tags: [kitchen, "a;b"]\nincentive: {goal: "=SUM(A1)", budget: 012}\nphone: +32 9\nreach: .inf\nnone:',
    '# Kitchen studio Maes\n',
  ),
  'voices/leak.md': page(
    'type: voice\ntitle: 漏水\ncustomer: "Peeters, Aalst"\nreceived: 2026-11-19\nsentiment: -2',
  ),
  'notes.md': '# No page\n',
};

async function list(...words: string[]): Promise<string> {
  return (await run(['list', ...words], { folder: folderOf(files) })).out;
}

describe('status-book list --format json', () => {
  it('prints pages by path with their front matter as plain values', async () => {
    assert.deepEqual(JSON.parse(await list('--format', 'json')), {
      version: 1,
      pages: [
        { id: 'book', type: 'book', title: 'book', path: 'book.md', fields: {} },
        {
          id: 'studio-maes',
          type: 'partner',
          title: 'Kitchen studio Maes',
          path: 'partners/maes.md',
          fields: {
            kind: 'dealer',
            tier: 'A',
            lastOrder: '2026-11-02',
            products: 'ro300',
            tags: ['kitchen', 'a;b'],
            incentive: { goal: '=SUM(A1)', budget: 12 },
            phone: '+32 9',
            reach: '.inf',
            none: null,
          },
        },
        {
          id: 'leak',
          type: 'voice',
          title: '漏水',
          path: 'voices/leak.md',
          fields: { customer: 'Peeters, Aalst', received: '2026-11-19', sentiment: -2 },
        },
      ],
    });
  });

  it('keeps the order of the fields', async () => {
    assert.match(
      await list('--format', 'json'),
      /\{"id":"leak","type":"voice","title":"漏水","path":"voices\/leak.md","fields":\{/,
    );
  });

  it('lists one type alone with --type', async () => {
    const { pages } = JSON.parse(await list('--type', 'voice', '--format', 'json')) as {
      pages: { id: string }[];
    };
    assert.deepEqual(
      pages.map(({ id }) => id),
      ['leak'],
    );
  });

  it('takes fields with the names of built-in properties for data', async () => {
    const folder = folderOf({
      'book.md': plainBook,
      'x.md': page('type: trend\n__proto__: {a: 1}\nconstructor: b'),
    });
    const { out } = await run(['list', '--type', 'trend', '--format', 'json'], { folder });
    assert.match(out, /"fields":\{"__proto__":\{"a":1\},"constructor":"b"\}/);
  });

  it('goes through all books of a folder, by path from there', async () => {
    const folder = folderOf({
      'b/book.md': plainBook,
      'a/book.md': plainBook,
      'a/x.md': page('type: region'),
    });
    const { pages } = JSON.parse((await run(['list', '--format', 'json'], { folder })).out) as {
      pages: { path: string }[];
    };
    assert.deepEqual(
      pages.map(({ path }) => path),
      ['a/book.md', 'a/x.md', 'b/book.md'],
    );
  });
});

describe('status-book list --format csv', () => {
  it('has a column for each field, known ones first, and a row for each page', async () => {
    assert.equal(
      await list('--format', 'csv'),
      [
        'id,type,title,path,kind,tier,lastOrder,incentive,customer,received,sentiment,products,tags,phone,reach,none',
        'book,book,book,book.md,,,,,,,,,,,,',
        'studio-maes,partner,Kitchen studio Maes,partners/maes.md,dealer,A,2026-11-02,' +
          '"{""goal"":""=SUM(A1)"",""budget"":12}",,,,ro300,kitchen; a;b,\'+32 9,.inf,',
        'leak,voice,漏水,voices/leak.md,,,,,"Peeters, Aalst",2026-11-19,-2,,,,,',
        '',
      ].join('\r\n'),
    );
  });
});

describe('status-book list for people', () => {
  it('groups pages under the titles of their types and counts them', async () => {
    assert.equal(
      await list(),
      [
        'Status book (1)',
        '  book  book.md  book',
        '',
        'Partner (1)',
        '  studio-maes  partners/maes.md  Kitchen studio Maes',
        '',
        'Voice of the customer (1)',
        '  leak  voices/leak.md  漏水',
        '',
        '3 pages',
        '',
      ].join('\n'),
    );
  });

  it('aligns Chinese ids and paths, whose characters take two columns', async () => {
    const region = page('type: region\ntitle: R');
    const folder = folderOf({ 'book.md': plainBook, '漏水器.md': region, 'a.md': region, 'é👍.md': region });
    const { out } = await run(['list', '--type', 'region'], { folder });
    assert.equal(
      out,
      [
        'Region (3)',
        '  a       a.md       R',
        '  é👍     é👍.md     R',
        '  漏水器  漏水器.md  R',
        '',
        '3 pages',
        '',
      ].join('\n'),
    );
  });

  it('shows pages of misspelled types last, and none of foreign ones', async () => {
    const folder = folderOf({
      'book.md': plainBook,
      'a.md': page('type: competitr\ntitle: A'),
      'b.md': page('type: survey'),
    });
    const { out } = await run(['list'], { folder });
    assert.match(out, /\n\nUnknown type “competitr” \(1\)\n {2}a .*\n\n2 pages\n$/);
  });
});
