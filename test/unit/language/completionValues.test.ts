import assert from 'node:assert/strict';
import type { Files } from '../support/books';
import { page } from '../support/books';
import { offered } from '../support/completion';

const pages: Files = {
  'competitors/purenorth.md': page(
    'type: competitor\ntitle: PureNorth AB\nthreat: high\nreviewed: 2026-10-07',
    '# PureNorth\n\n## Summary\n',
  ),
  'competitors/osmaro.md': page('type: competitor\nthreat: low\nreviewed: 2026-11-20', '# Osmaro\n'),
  'products/aquelle-ro300.md': page(
    'type: product\ntitle: RO 300\nowner: Lena\nhealth: at-risk\nstage: growth\nupdated: 2026-11-20',
  ),
  'products/aquelle-ro200.md': page(
    'type: product\ntitle: RO 200\nowner: Lena\nhealth: on-track\nstage: retired\nupdated: 2026-11-20',
  ),
  'plans/answer.md': page('type: response\nstatus: active', '# Answer to the price cut\n'),
};

describe('Completion of values', () => {
  it('offers the page types', () => {
    const { labels } = offered('---\ntype: |\n---\n');
    assert.ok(labels.includes('competitor') && labels.includes('marketing-plan'));
  });

  it('offers the words of a choice with what they mean', () => {
    const list = offered('---\ntype: product\nhealth: |\n---\n');
    assert.deepEqual(list.labels, ['on-track', 'at-risk', 'off-track']);
    assert.match(list.item('at-risk').labelDetail ?? '', /may miss its goals/);
  });

  it('adds the space behind a bare colon', () => {
    assert.equal(
      offered('---\ntype: product\nhealth:|\n---\n').taking('at-risk'),
      '---\ntype: product\nhealth: at-risk\n---\n',
    );
  });

  it('keeps the comment behind a value', () => {
    assert.equal(
      offered('---\ntype: product\nhealth: o| # as told\n---\n').taking('on-track'),
      '---\ntype: product\nhealth: on-track # as told\n---\n',
    );
  });

  it('offers the other words in place of a complete one when asked', () => {
    const list = offered('---\ntype: product\nhealth: at-risk|\n---\n');
    assert.match(list.item('on-track').filterText ?? '', /^at-risk /);
    assert.equal(list.taking('on-track'), '---\ntype: product\nhealth: on-track\n---\n');
  });

  it('offers true and false', () => {
    assert.deepEqual(offered('---\ntype: new-product\nmustMeet:\n  Margin: |\n---\n').labels, [
      'true',
      'false',
    ]);
  });

  it('offers the numbers of a short scale', () => {
    assert.deepEqual(offered('---\ntype: voice\nseverity: |\n---\n').labels, ['1', '2', '3', '4']);
    assert.deepEqual(offered('---\ntype: voice\nsentiment: |\n---\n').labels, ['-2', '-1', '0', '1', '2']);
  });

  it('offers the workdays that are not listed yet', () => {
    const { labels } = offered('---\ntype: book\nworkdays: [mon, tue, |]\n---\n', { path: 'book.md' });
    assert.deepEqual(labels, ['wed', 'thu', 'fri', 'sat', 'sun']);
  });

  it('offers the departments of the book', () => {
    const files = { 'book.md': page('type: book\ndepartments: [sales, quality]') };
    assert.deepEqual(offered('---\ntype: new-product\nteam: [|]\n---\n', { files }).labels, [
      'sales',
      'quality',
    ]);
  });

  it('offers departments that pages mention for the list of book.md', () => {
    const files = { 'log/2026-11-20.md': page('type: log\ndate: 2026-11-20', 'Talk with @quality.\n') };
    const { labels } = offered('---\ntype: book\ndepartments: [sales, |]\n---\n', { path: 'book.md', files });
    assert.ok(labels.includes('quality') && labels.includes('rnd') && !labels.includes('sales'));
  });

  it('offers logged activities that the book does not know yet', () => {
    const files = {
      'log/2026-11-20.md': page(
        'type: log\ndate: 2026-11-20',
        '## Time\n\n- 1h certification: x\n- 1h liaison\n',
      ),
    };
    const { labels } = offered('---\ntype: book\nactivities:\n  - id: |\n---\n', { path: 'book.md', files });
    assert.deepEqual(labels, ['certification']);
  });

  it('offers texts that several pages share, such as owners', () => {
    assert.deepEqual(offered('---\ntype: trend\nowner: |\n---\n', { files: pages }).labels, ['Lena']);
  });
});

describe('Completion of references in fields', () => {
  it('offers the pages of the right type with title and state', () => {
    const list = offered('---\ntype: strategy\ncompetitors: [|]\n---\n', { files: pages });
    assert.deepEqual(list.labels, ['osmaro', 'purenorth']);
    const item = list.item('purenorth');
    assert.equal(item.labelDetail?.trim(), 'PureNorth AB');
    assert.equal(item.description, 'high · reviewed 47 days ago');
    assert.equal(item.filterText, 'purenorth PureNorth AB');
    assert.equal(item.path, 'competitors/purenorth.md');
  });

  it('replaces the whole id in brackets that are still open', () => {
    const text = '---\ntype: strategy\ncompetitors: [osmaro, pu|\nreviewed: 2026-11-01\n---\n';
    const list = offered(text, { files: pages });
    assert.equal(
      list.taking('purenorth'),
      '---\ntype: strategy\ncompetitors: [osmaro, purenorth\nreviewed: 2026-11-01\n---\n',
    );
  });

  it('leaves out what the list holds already, in brackets and below', () => {
    assert.deepEqual(
      offered('---\ntype: strategy\ncompetitors: [|, purenorth]\n---\n', { files: pages }).labels,
      ['osmaro'],
    );
    assert.deepEqual(
      offered('---\ntype: strategy\ncompetitors:\n  - purenorth\n  - |\n---\n', { files: pages }).labels,
      ['osmaro'],
    );
  });

  it('adds the dash below a name', () => {
    assert.equal(
      offered('---\ntype: strategy\ncompetitors:\n  |\n---\n', { files: pages }).taking('osmaro'),
      '---\ntype: strategy\ncompetitors:\n  - osmaro\n---\n',
    );
  });

  it('offers plans of every sort where any plan may stand', () => {
    assert.deepEqual(offered('---\ntype: trend\nresponse: |\n---\n', { files: pages }).labels, ['answer']);
  });

  it('puts retired products last', () => {
    assert.deepEqual(offered('---\ntype: trend\nproducts: [|]\n---\n', { files: pages }).labels, [
      'aquelle-ro300',
      'aquelle-ro200',
    ]);
  });

  it('does not offer the page itself', () => {
    const list = offered('---\ntype: competitor\ncompetitors: [|]\n---\n', {
      files: pages,
      path: 'competitors/osmaro.md',
    });
    assert.deepEqual(list.labels, ['purenorth']);
  });

  it('offers no page whose id another page has', () => {
    const files = { ...pages, 'competitors/z.md': page('type: competitor\nid: osmaro\ntitle: Second') };
    const list = offered('---\ntype: strategy\ncompetitors: [|]\n---\n', { files });
    assert.equal(list.item('osmaro').path, 'competitors/osmaro.md');
    assert.equal(list.labels.filter((label) => label === 'osmaro').length, 1);
  });

  it('quotes an id that front matter would read as something else', () => {
    const files = { 'products/a.md': page('type: product\nid: "a, b"') };
    const taking = (front: string): string => offered(front, { files }).taking('a, b');
    assert.match(taking('---\ntype: trend\nproducts: [|]\n---\n'), /products: \["a, b"\]/);
    assert.match(taking('---\ntype: trend\nproducts: ["|"]\n---\n'), /products: \["a, b"\]/);
  });

  it('works with Chinese ids', () => {
    const files = { 'products/净水器.md': page('type: product') };
    assert.equal(
      offered('---\r\ntype: trend\r\nproducts: [净|\r\n---\r\n', { files }).taking('净水器'),
      '---\r\ntype: trend\r\nproducts: [净水器\r\n---\r\n',
    );
  });

  it('narrows a large book down to what is typed, by id and title, in any letters', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1000 }, (_, n) => [
        `products/p-${n}.md`,
        page(`type: product\ntitle: Kettle ${n}`),
      ]),
    );
    const files = { ...many, 'products/aquelle-ro300.md': page('type: product\ntitle: Under the sink') };
    const at = (typed: string) => offered(`---\ntype: trend\nproducts: [${typed}|]\n---\n`, { files });
    assert.deepEqual(at('aqro3').labels, ['aquelle-ro300']);
    assert.deepEqual(at('sink').labels, ['aquelle-ro300']);
    assert.equal(at('').list?.isIncomplete, true);
    assert.equal(at('p-99').labels[0], 'p-99');
  });

  it('gives a small book whole, so that typing asks no more', () => {
    assert.equal(
      offered('---\ntype: trend\nproducts: [|]\n---\n', { files: pages }).list?.isIncomplete,
      false,
    );
  });
});

describe('Completion of dates in fields', () => {
  const due = (typed: string): string => `---\ntype: decision\ndue: ${typed}|\n---\n`;

  it('inserts days in words as days of the calendar', () => {
    const list = offered(due(''));
    const day = (label: string): string => /due: (.*)/.exec(list.taking(label))?.[1] as string;
    assert.equal(day('today'), '2026-11-23');
    assert.equal(day('tomorrow'), '2026-11-24');
    assert.equal(day('yesterday'), '2026-11-22');
    assert.equal(day('friday'), '2026-11-27');
    assert.equal(day('next friday'), '2026-12-04');
    assert.equal(day('end of month'), '2026-11-30');
    assert.equal(day('end of quarter'), '2026-12-31');
  });

  it('replaces words of several parts as they are typed', () => {
    const list = offered(due('next fr'));
    assert.equal(list.taking('next friday'), '---\ntype: decision\ndue: 2026-12-04\n---\n');
    assert.ok(list.item('next friday').filterText?.startsWith('next friday'));
  });

  it('counts days, weeks, months and years from today', () => {
    const day = (typed: string): string => /due: (.*)/.exec(offered(due(typed)).taking(typed))?.[1] as string;
    assert.equal(day('+2w'), '2026-12-07');
    assert.equal(day('-3d'), '2026-11-20');
    assert.equal(day('+1m'), '2026-12-23');
    assert.equal(day('+12m'), '2027-11-23');
    assert.equal(day('+1y'), '2027-11-23');
  });

  it('offers that day alone for a complete count', () => {
    const list = offered(due('+2w'));
    const matching = list.list?.items.filter(({ filterText }) => filterText?.startsWith('+2w'));
    assert.deepEqual(
      matching?.map(({ label }) => label),
      ['+2w'],
    );
  });

  it('keeps to the last day of a shorter month', () => {
    const list = offered(due('+1m'), { today: '2026-01-31' });
    assert.equal(list.taking('+1m'), '---\ntype: decision\ndue: 2026-02-28\n---\n');
  });

  it('offers the units while a number is typed, and asks again', () => {
    const list = offered(due('+12'));
    assert.deepEqual(list.labels.filter((label) => label.startsWith('+')).sort(), [
      '+12d',
      '+12m',
      '+12w',
      '+12y',
    ]);
    assert.equal(list.list?.isIncomplete, true);
  });

  it('leaves days to come for last where only a day gone by can stand', () => {
    const { labels } = offered('---\ntype: competitor\nreviewed: |\n---\n');
    assert.deepEqual(labels.slice(0, 2), ['today', 'yesterday']);
    assert.ok(labels.indexOf('tomorrow') > labels.indexOf('last monday'));
  });

  it('offers other days in place of a complete one', () => {
    const list = offered(due('2026-10-07'));
    assert.ok(list.item('today').filterText?.startsWith('2026-10-07 '));
    assert.equal(list.taking('today'), '---\ntype: decision\ndue: 2026-11-23\n---\n');
  });

  it('tells the weekday and how far away the day is', () => {
    const item = offered(due('')).item('next friday');
    assert.equal(item.description, 'Fri 4 Dec');
    assert.equal(item.documentation, 'Friday, in 11 days');
  });

  it('knows months and weeks', () => {
    const month = offered('---\ntype: budget\nsales:\n  actuals:\n    - month: |\n---\n');
    assert.match(month.taking('last month'), /month: 2026-10\n/);
    assert.match(offered('---\ntype: review\nweek: |\n---\n').taking('next week'), /week: 2026-W49\n/);
  });

  it('has an existing day for every word, on any day of the calendar', () => {
    for (const today of ['2024-02-29', '2026-12-31', '2026-01-01', '0001-01-01', '9999-12-31']) {
      const list = offered(due(''), { today });
      for (const label of list.labels) assert.match(list.taking(label), /due: \d{4}-\d{2}-\d{2}\n/, label);
    }
  });
});
