import assert from 'node:assert/strict';
import { type Files, lines, log, page, textAt } from '../support/books';
import { hovered, told } from '../support/hover';

const purenorth = page(
  'type: competitor\ntitle: PureNorth\nthreat: high\nreviewed: 2026-10-07',
  lines(
    '# PureNorth',
    '',
    '<!-- who they are -->',
    '',
    '## Summary',
    '',
    'From *Aarhus*, owned by a [fund](x.md). See [[osmaro|their rival]].',
    '',
    '## Our answer',
    '',
    'Hold the price.',
  ),
);

const files: Files = {
  'book.md': page('type: book\nmanager: Ines\ncurrency: SEK\ndepartments: [sales, rnd]'),
  'competitors/purenorth.md': purenorth,
  'products/ro300.md': page(
    'type: product\ntitle: RO 300\nstage: growth\nhealth: at-risk\nupdated: 2026-11-20',
  ),
  'budgets/benelux.md': page(
    lines(
      'type: budget',
      'start: 2026-01-01',
      'end: 2026-12-31',
      'asOf: 2026-06-30',
      'sales:',
      '  target: 1000',
      '  actuals:',
      '    - month: 2026-06',
      '      amount: 400',
      'lines:',
      '  - item: Show',
      '    planned: 100',
    ),
  ),
};

describe('Hover on a field', () => {
  it('tells meaning, necessity and allowed values', async () => {
    const text = await told('---\ntype: competitor\nthr|eat: high\n---\n');
    assert.match(text, /\*\*threat\*\* · required/);
    assert.match(text, /How dangerous the competitor is to us\./);
    assert.match(text, /- `medium`: could take them/);
  });

  it('tells what a value must look like, in the book’s currency', async () => {
    assert.match(await told('---\ntype: product\npri|ce: 5\n---\n', { files }), /Takes an amount in SEK\./);
    assert.match(
      await told('---\ntype: voice\nseve|rity: 5\n---\n'),
      /\*\*severity\*\* · optional[\s\S]*Takes a whole number from 1 to 4\./,
    );
    assert.match(await told('---\ntype: trend\nrespon|se: x\n---\n'), /Takes the id of any plan\./);
  });

  it('tells which rules look at it, with links to them', async () => {
    const text = await told('---\ntype: competitor\nrevie|wed: 2026-11-20\n---\n');
    assert.match(text, /\[competitor-stale\]\(<file:\/\/\/rules\/competitor-stale\.md>\): /);
    assert.match(text, /\[field-missing\]/);
    assert.doesNotMatch(text, /strategy-stale/);
  });

  it('tells rules of references, ids and formulas', async () => {
    assert.match(
      await told('---\ntype: strategy\nassu|mes: [x]\n---\n'),
      /reference-broken[\s\S]*strategy-outdated/,
    );
    assert.match(await told('---\ntype: product\ni|d: x\n---\n'), /id-duplicate/);
    assert.match(await told('---\ntype: improvement\noneO|ff: 5\n---\n'), /improvement-payback/);
  });

  it('explains fields within objects and lists', async () => {
    const text = await told('---\ntype: competitor\npredictions:\n  - move: x\n    outc|ome: void\n---\n');
    assert.match(text, /What became of it\.[\s\S]*prediction-due/);
  });

  it('tells what a word means before the others', async () => {
    const text = await told('---\ntype: product\nhealth: at-ri|sk\n---\n');
    assert.match(text, /^`at-risk`: may miss its goals\./);
  });

  it('tells weekday and distance of a day', async () => {
    assert.match(
      await told('---\ntype: decision\nopened: 2026-10-|07\n---\n'),
      /^Wednesday 7 October 2026, 47 days ago\./,
    );
  });

  it('tells what a page type is for', async () => {
    const text = await told('---\ntype: compe|titor\n---\n');
    assert.match(text, /An analysis of one competitor/);
    assert.match(text, /market intelligence/);
    assert.match(text, /Required: `threat`, `reviewed`\./);
    assert.match(text, /Sections: Summary, /);
  });

  it('explains a rule in book.md', async () => {
    const text = await told('---\ntype: book\nrules:\n  status-st|ale: hint\n---\n', { path: 'book.md' });
    assert.match(
      text,
      /A product’s status has not been brought up to date for too long\. By default a warning\./,
    );
  });

  it('works while front matter cannot be parsed', async () => {
    assert.match(await told('---\ntype: product\nprices: [1\nhea|lth: x\n---\n'), /How the product does/);
  });

  it('covers the name in a CRLF text with Chinese in it', async () => {
    const marked = '---\r\ntype: product # 净水器\r\ntitle: 净水器\r\nhea|lth: at-risk\r\n---\r\n';
    const hover = await hovered(marked);
    assert.equal(textAt(marked.replace('|', ''), hover?.range as never), 'health');
  });

  it('is silent for fields of the user’s own and in comments', async () => {
    assert.equal(await hovered('---\ntype: product\nmy|Own: x\n---\n'), undefined);
    assert.equal(await told('---\ntype: decision\nsize: minor # hea|lth\nopened: 2026-11-22\n---\n'), '');
  });
});

describe('Hover on a reference', () => {
  it('tells title, type, key facts, age against cadence and what was found', async () => {
    const text = await told('---\ntype: strategy\ncompetitors: [pure|north]\n---\n', { files });
    assert.match(
      text,
      /\*\*\[PureNorth\]\(<file:\/\/\/competitors\/purenorth\.md>\)\*\* · Competitor · purenorth/,
    );
    assert.match(text, /threat high/);
    assert.match(text, /Reviewed 47 days ago · due every 30 days/);
    assert.match(text, /Found here: 3 warnings and 3 notes/);
  });

  it('tells the first paragraph as plain text', async () => {
    const text = await told('---\ntype: decision\n---\n[[pure|north]]\n', { files });
    assert.match(text, /> From Aarhus, owned by a fund\. See their rival\./);
  });

  it('tells the paragraph under the heading that a link names', async () => {
    const text = await told('---\ntype: decision\n---\n[[purenorth#Our an|swer]]\n', { files });
    assert.match(text, /> \*\*Our answer\*\*: Hold the price\./);
  });

  it('tells a product’s health', async () => {
    const text = await told('---\ntype: decision\n---\n[x](products/ro3|00.md)\n', { files });
    assert.match(text, /RO 300.* · Product · ro300/);
    assert.match(text, /stage growth · health at risk/);
  });

  it('tells a budget’s pace', async () => {
    const text = await told('---\ntype: decision\n---\n[[bene|lux]]\n', { files });
    assert.match(text, /Sales at 81 % of plan · forecast 807 of 1,000 SEK/);
  });

  it('works in a page that the book does not hold yet', async () => {
    const text = await told('---\ntype: decision\n---\n[[pure|north]]\n', { files, isInBook: false });
    assert.match(text, /PureNorth/);
  });

  it('works where the file of the page cannot be read', async () => {
    const text = await told('---\ntype: decision\n---\n[[pure|north]]\n', {
      files,
      textOf: async () => undefined,
    });
    assert.match(text, /threat high/);
    assert.doesNotMatch(text, /Aarhus/);
  });

  it('leaves broken references to the rule that found them', async () => {
    const text = await told('---\ntype: decision\n---\n[[no|where]]\n', { files });
    assert.match(text, /^\*\*\[reference-broken\]/);
  });

  it('is silent in code', async () => {
    assert.equal(
      await hovered('---\ntype: decision\nsize: minor\nopened: 2026-11-23\n---\n`[[pure|north]]`\n', {
        files,
      }),
      undefined,
    );
  });
});

describe('Hover on a time entry', () => {
  const time = '---\ntype: log\ndate: 2026-11-20\n---\n\n## Time\n\n';

  it('tells the duty, its share of the window and its horizon’s band', async () => {
    const logs = {
      'log/2026-11-18.md': log('2026-11-18', '20h liaison', '4h promotion'),
      'log/2026-11-19.md': log('2026-11-19', '20h exploration'),
    };
    const text = await told(`${time}- 1h lia|ison: x\n`, { files: logs });
    assert.match(text, /\*\*Liaison\*\* · Daily · 1 h/);
    assert.match(text, /Be the bridge between sales/);
    assert.match(text, /Last 28 days: 21 h on this activity, 47 % of the time\./);
    assert.match(text, /Daily: .* inside its band of 40–55 %/);
  });

  it('explains a running timer', async () => {
    assert.match(await told(`${time}- 13:0|5-? liaison\n`), /a running timer/);
  });

  it('leaves the summary alone', async () => {
    assert.equal(await hovered(`${time}- 1h liaison: capacity mee|ting\n`), undefined);
  });

  it('knows the activities of the book’s own', async () => {
    const own = {
      'book.md': page('type: book\nactivities:\n  - id: approvals\n    title: Approvals\n    horizon: short'),
    };
    assert.match(await told(`${time}- 1h appro|vals\n`, { files: own }), /\*\*Approvals\*\* · Short-term/);
  });
});

describe('Hover on a commitment', () => {
  const promises = lines(
    '- [x] @rnd: a due:2026-11-10 done:2026-11-09',
    '- [x] @rnd: b due:2026-11-11 done:2026-11-20',
    '- [x] @rnd: c due:2026-11-12',
    '- [ ] @rnd: d due:2026-11-13',
    '- [x] @rnd: e due:2026-11-14',
    '- [x] @me -> @rnd: f due:2026-11-14',
    '- [ ] @rnd -> @sales: demo units due:2026-12-05',
  );
  const ledger: Files = {
    ...files,
    'plans/p.md': page('type: response\ntitle: Answer', promises),
    'log/2026-11-20.md': page('type: log\ndate: 2026-11-20', 'With @rnd.\n'),
  };

  it('tells the ledger of the department both ways', async () => {
    const text = await told('---\ntype: decision\n---\n- [ ] @rn|d: x due:2026-12-01\n', { files: ledger });
    assert.match(text, /@rnd → you: 3 of 5 kept in time \(60 %\)/);
    assert.match(text, /you → @rnd: 1 of 1 kept in time \(too few to judge\)/);
  });

  it('tells how this one stands', async () => {
    assert.match(
      await told('---\ntype: decision\n---\n- [ ] @rnd -> @sales: x due:2026-12-0|5 was:2026-11-01\n', {
        files: ledger,
      }),
      /\*\*@rnd → @sales\*\* · due 5 Dec, in 12 days; first promised for 1 Nov/,
    );
    assert.match(
      await told('---\ntype: decision\n---\n- [ ] @rn|d: x due:2026-11-20\n', { files: ledger }),
      /\*\*@rnd → you\*\* · overdue since 20 Nov, 3 days ago/,
    );
  });

  it('tells what is open, the most urgent first, with its page', async () => {
    const text = await told('---\ntype: decision\n---\nSee @rn|d\n', { files: ledger });
    const open = text.slice(text.indexOf('Open:'));
    assert.match(
      open,
      /d, was due 10 days ago \(\[Answer\]\(<file:\/\/\/plans\/p\.md>\)\)\n.*demo units, due in 12 days/,
    );
  });

  it('tells the last contact', async () => {
    assert.match(
      await told('---\ntype: decision\n---\nSee @rn|d\n', { files: ledger }),
      /\*\*@rnd\*\* · last contact 3 days ago, due every 30 days/,
    );
  });

  it('tells who @me is, and of the other side where I promise', async () => {
    assert.match(
      await told('---\ntype: decision\n---\nCall @m|e\n', { files: ledger }),
      /the product manager, Ines/,
    );
    assert.match(
      await told('---\ntype: decision\n---\n- [ ] @m|e -> @rnd: x\n', { files: ledger }),
      /you → @rnd\*\* · open, without a day[\s\S]*\*\*@rnd\*\*/,
    );
  });

  it('tells what changed at once', async () => {
    const kept = {
      ...ledger,
      'plans/p.md': page('type: response\ntitle: Answer', '- [x] @rnd: d due:2026-11-13\n'),
    };
    const text = await told('---\ntype: decision\n---\nSee @rn|d\n', { files: kept });
    assert.match(text, /1 of 1 kept[\s\S]*Nothing is open\./);
  });

  it('is silent for departments that the book does not list', async () => {
    assert.equal(
      await hovered('---\ntype: decision\nsize: minor\nopened: 2026-11-23\n---\nSee @nobo|dy\n', { files }),
      undefined,
    );
  });
});

describe('Hover on a finding', () => {
  it('explains the rule and what to do, behind what it stands on', async () => {
    const text = await told(purenorth.replace('|', ' ').replace('2026-10-07', '2026-10|-07'), {
      path: 'competitors/purenorth.md',
    });
    const [field, finding] = text.split('\n\n---\n\n');
    assert.match(field ?? '', /\*\*reviewed\*\*/);
    assert.match(
      finding ?? '',
      /\*\*\[competitor-stale\]\(<file:\/\/\/rules\/competitor-stale\.md>\)\*\* · A competitor’s/,
    );
    assert.match(finding ?? '', /every 30 days[\s\S]*\*What to do:\* Go through the page/);
  });

  it('explains each rule once', async () => {
    const text = await told('---\ntype: log\ndate: 2026-11-20\n---\n\n## Time\n\n- 1h unkno|wn\n');
    assert.equal(text.match(/activity-unknown/g)?.length, 2);
  });
});
