import assert from 'node:assert/strict';
import { parsePage } from '../../../src/core/parse/parsePage';
import { onePagerOf } from '../../../src/core/report/onePager/onePager';
import { bookOf, type Files, lines, page, today } from '../support/books';
import { sampleFiles, say } from './support';

const path = 'products/lamp.md';
const product = (fields: string, body = ''): string =>
  page(`type: product\nstage: growth\nhealth: at-risk\nupdated: 2026-11-20\n${fields}`, `# Lamp\n${body}`);

function onePager(files: Files, at = path): string {
  const book = bookOf(files);
  const found = book.page(at) ?? assert.fail();
  return onePagerOf(found, files[at] ?? '', { book, today }, say);
}

function sectionOf(text: string, title: string): string {
  return (
    text
      .split('\n## ')
      .find((part) => part.startsWith(title))
      ?.slice(title.length)
      .trim() ?? ''
  );
}

describe('the one-pager of a product', () => {
  it('tells state, numbers, market, plans, risks and dates, in this order', () => {
    const headings = onePager({ [path]: product('') }).match(/^#+ .*/gm);
    assert.deepEqual(headings, ['# Lamp', '## Numbers', '## Market', '## Plans', '## Risks', '## Dates']);
  });

  it('begins with the health, and what the page’s Status says first', () => {
    const body = lines(
      '',
      '## Status',
      '',
      'Sells well, see [[glow|Glow]].',
      'Mostly.',
      '',
      'More detail.',
      '',
      '## Issues',
    );
    const text = onePager({ [path]: product('line: Desk', body) });
    assert.match(
      text,
      /^# Lamp\n\nDesk · as of Monday, 23 November 2026\n\n\*\*At risk\*\* · growth · status of Fri 20 Nov\n\nSells well, see Glow\. Mostly\.\n\n## Numbers/,
    );
  });

  it('does without words where the Status holds a list or nothing', () => {
    for (const body of ['\n## Status\n\n- a\n', '\n## Status\n\n## Issues\n\nx\n', '']) {
      assert.match(onePager({ [path]: product('', body) }), /status of Fri 20 Nov\n\n## Numbers/);
    }
  });

  it('warns of a status that is old', () => {
    const text = onePager({ [path]: product('').replace('2026-11-20', '2026-10-01') });
    assert.match(text, /status of Thu 1 Oct \(53 days old\)/);
  });

  it('works out the margin', () => {
    assert.match(
      onePager({ [path]: product('price: 449\ncost: 214') }),
      /Price 449 EUR, cost 214 EUR, margin 235 EUR \(52 % of the price\)\./,
    );
    assert.match(onePager({ [path]: product('price: 449') }), /Price 449 EUR; its cost is not entered\./);
    assert.match(onePager({ [path]: product('') }), /Price and cost are not entered\./);
  });

  it('names competitors by threat, with a warning where the page is old', () => {
    const competitor = (threat: string, reviewed: string): string =>
      page(`type: competitor\nthreat: ${threat}\nreviewed: ${reviewed}\nproducts: [lamp]`);
    const text = onePager({
      [path]: product(''),
      'competitors/a.md': competitor('low', '2026-11-20'),
      'competitors/b.md': competitor('high', '2026-10-01'),
    });
    assert.match(text, /\*\*Competitors\*\*: high threat: b \(last reviewed 53 days ago\); low threat: a\n/);
  });

  it('puts errors before warnings and leaves out how pages are written', () => {
    const text = onePager({
      [path]: product(''),
      'budgets/b.md': page(
        'type: budget\nproducts: [lamp]\nstart: 2026-01-01\nend: 2026-12-31\nlines:\n  - { item: Ads, planned: 1, actual: 2 }',
      ),
      'plans/a.md': page('type: response\nstatus: active\ndue: 2026-11-01\nproducts: [lamp]'),
    });
    const risks = sectionOf(text, 'Risks');
    assert.match(risks, /^- \*\*b\*\*: “Ads” is overspent[^\n]*\n- \*\*a\*\*: This plan was due/);
    assert.ok(!/needs “|section|reference/.test(risks), risks);
  });

  it('tells overdue promises on the product’s pages only', () => {
    const text = onePager({
      [path]: product('', '\n- [ ] @rnd: mine due:2026-11-20\n'),
      'products/other.md': product('', '\n- [ ] @rnd: theirs due:2026-11-20\n'),
    });
    assert.equal(sectionOf(text, 'Risks'), '- @rnd → me: mine · **3 days overdue**');
  });

  it('leaves plans that are done to a count', () => {
    const plan = (status: string): string => page(`type: response\nstatus: ${status}\nproducts: [lamp]`);
    const text = onePager({ [path]: product(''), 'plans/a.md': plan('done'), 'plans/b.md': plan('active') });
    assert.equal(
      sectionOf(text, 'Plans'),
      '- Competitor response: **b** · active\n\n1 plan is done or dropped.',
    );
  });

  it('stands for itself: no link, no task, no front matter, for every product of the sample book', () => {
    const files = sampleFiles();
    for (const { path: at } of bookOf(files).pagesOfType('product')) {
      const text = onePager(files, at);
      assert.ok(!text.includes('[['), at);
      assert.equal(parsePage('x.md', text), undefined);
      assert.ok(text.split('\n').length < 90, `${at} is long`);
    }
  });

  it('is a minute’s read', () => {
    const words = onePager(sampleFiles(), 'products/aquelle-ro300.md')
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word));
    assert.ok(words.length < 450, `${words.length} words`);
  });
});
