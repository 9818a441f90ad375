import assert from 'node:assert/strict';
import type { Files } from '../support/books';
import { log, page } from '../support/books';
import { offered, offeredAt } from '../support/completion';

const files: Files = {
  'book.md': page('type: book\ndepartments: [sales, rnd]'),
  'competitors/purenorth.md': page(
    'type: competitor\ntitle: PureNorth\nthreat: high\nreviewed: 2026-11-20',
    '# PureNorth\n\n## Summary\n\n## Our answer\n\n## Summary\n',
  ),
  'market/Q3 (draft).md': page('type: trend\ntitle: Third quarter'),
  'log/2026-11-20.md': log('2026-11-20', '3h liaison: x', '1h promotion', '30m status-book'),
};

const body = (text: string): string => `---\ntype: decision\n---\n${text}`;
const time = (text: string): string => `---\ntype: log\ndate: 2026-11-23\n---\n\n## Time\n\n${text}`;
const labels = (marked: string, path?: string): string[] =>
  offered(marked, { files, ...(path ? { path } : {}) }).labels;
const taking = (marked: string, label: string, path?: string): string =>
  offered(marked, { files, ...(path ? { path } : {}) }).taking(label);

describe('Completion of wiki links', () => {
  it('offers ids with their titles and closes the link', () => {
    const list = offered(body('See [[pu|\n'), { files });
    assert.equal(list.item('purenorth').labelDetail?.trim(), 'PureNorth');
    assert.equal(list.taking('purenorth'), body('See [[purenorth]]\n'));
  });

  it('replaces the whole target and keeps brackets that are there', () => {
    assert.equal(taking(body('See [[pu|xx]] now\n'), 'purenorth'), body('See [[purenorth]] now\n'));
  });

  it('offers each heading of the page behind #', () => {
    assert.deepEqual(labels(body('See [[purenorth#|]]\n')), ['PureNorth', 'Summary', 'Our answer']);
    assert.equal(taking(body('[[purenorth#Ou|'), 'Our answer'), body('[[purenorth#Our answer]]'));
  });

  it('offers the headings of the page itself behind # alone', () => {
    const marked = '---\ntype: decision\n---\n# Price\n\n## Our answer\n\n[[#|]]\n';
    assert.deepEqual(labels(marked), ['Price', 'Our answer']);
    assert.equal(taking(marked, 'Our answer'), marked.replace('|', 'Our answer'));
  });

  it('offers the page’s own headings as they read now', () => {
    const marked = '---\ntype: decision\n---\n# Price\n\n[[price#|]]\n';
    assert.deepEqual(labels(marked, 'decisions/price.md'), ['Price']);
  });

  it('leaves the label to the user', () => {
    const text = body('[[purenorth|pu]]\n');
    const target = offeredAt(text, { line: 3, character: 4 }, { files });
    assert.ok(target.labels.includes('purenorth'));
    assert.equal(target.taking('purenorth'), text);
    assert.equal(offeredAt(text, { line: 3, character: 14 }, { files }).list, undefined);
  });

  it('leaves out ids that cannot stand in a link', () => {
    const odd = { ...files, 'x.md': page('type: trend\nid: "a#b"') };
    assert.ok(!offered(body('[[|'), { files: odd }).labels.includes('a#b'));
  });

  it('is silent in code and in comments', () => {
    assert.deepEqual(labels(body('```\n[[|\n```\n')), []);
    assert.deepEqual(labels(body('`[[|`\n')), []);
    assert.deepEqual(labels(body('<!-- [[| -->\n')), []);
    assert.deepEqual(labels(body('    [[|\n')), []);
  });

  it('works in headings, quotes, lists and tables', () => {
    for (const line of ['# [[', '> [[', '- [[', '| a | [[']) {
      const at = offeredAt(body(line), { line: 3, character: line.length }, { files });
      assert.ok(at.labels.includes('purenorth'), line);
    }
  });
});

describe('Completion of Markdown links', () => {
  it('offers paths relative to the page, fit for a link', () => {
    const at = 'decisions/price.md';
    assert.equal(
      taking(body('[x](|'), '../competitors/purenorth.md', at),
      body('[x](../competitors/purenorth.md)'),
    );
    assert.equal(
      taking(body('[x](../|)'), '../market/Q3%20%28draft%29.md', at),
      body('[x](../market/Q3%20%28draft%29.md)'),
    );
  });

  it('is silent in code', () => {
    assert.deepEqual(labels(body('`[x](|)`')), []);
  });
});

describe('Completion of departments', () => {
  it('offers the departments of the book in a text', () => {
    assert.deepEqual(labels(body('Talk with @|\n')), ['@sales', '@rnd']);
    assert.equal(taking(body('Talk with @s| today\n'), '@sales'), body('Talk with @sales today\n'));
  });

  it('is silent in mail addresses and code', () => {
    assert.deepEqual(labels(body('ines@|\n')), []);
    assert.deepEqual(labels(body('`@|`\n')), []);
  });

  it('offers whole commitments where a task begins', () => {
    const list = offered(body('- [ ] |\n'), { files });
    assert.deepEqual(list.labels, ['@me', '@sales', '@rnd']);
    assert.equal(list.taking('@rnd'), body('- [ ] @rnd: what is promised due:2026-11-30\n'));
    assert.equal(list.taking('@me'), body('- [ ] @me -> @sales: what is promised due:2026-11-30\n'));
  });

  it('offers the department alone where the commitment is written', () => {
    assert.equal(
      taking(body('- [ ] @s| -> @me: units due:2026-12-01\n'), '@rnd'),
      body('- [ ] @rnd -> @me: units due:2026-12-01\n'),
    );
  });

  it('offers the other side behind the arrow', () => {
    assert.equal(taking(body('- [ ] @rnd -> |\n'), '@sales'), body('- [ ] @rnd -> @sales: \n'));
    assert.equal(taking(body('- [ ] @rnd → @|\n'), '@me'), body('- [ ] @rnd → @me: \n'));
  });
});

describe('Completion of a task’s dates', () => {
  const task = (rest: string): string => body(`- [ ] @rnd: units ${rest}\n`);

  it('offers the dates that are missing', () => {
    assert.deepEqual(labels(task('due:2026-12-01 |')), ['made:', 'done:', 'was:', 'every:1w']);
    assert.deepEqual(labels(task('due:2026-12-01 every:1w |')), ['made:', 'done:', 'was:']);
    assert.equal(taking(task('du|'), 'due:'), task('due:'));
  });

  it('offers the due day and a repetition for a task of one’s own', () => {
    assert.deepEqual(labels(body('- [ ] Call Bob |\n')), ['due:', 'every:1w']);
  });

  it('does not come up after each word', () => {
    assert.equal(offered(task('for |'), { files, trigger: ' ' }).list, undefined);
    assert.equal(offered(task('x|'), { files, trigger: 'x' }).list, undefined);
    assert.ok(offered(task('d|'), { files, trigger: 'd' }).labels.includes('due:'));
  });

  it('offers days behind the name', () => {
    assert.equal(taking(task('due:|'), 'friday'), task('due:2026-11-27'));
    assert.equal(taking(task('due:next fr|'), 'next friday'), task('due:2026-12-04'));
    assert.equal(taking(task('due:+2w|'), '+2w'), task('due:2026-12-07'));
  });

  it('offers days behind a name in brackets or emphasis', () => {
    assert.equal(taking(task('(due:|)'), 'friday'), task('(due:2026-11-27)'));
    assert.equal(taking(task('**due:|**'), 'friday'), task('**due:2026-11-27**'));
  });

  it('offers days behind the signs and fields of Obsidian’s plugins', () => {
    assert.equal(taking(task('📅 |'), 'friday'), task('📅 2026-11-27'));
    assert.equal(taking(task('🗓️ next fr|'), 'next friday'), task('🗓️ 2026-12-04'));
    assert.equal(taking(task('[due:: |]'), 'friday'), task('[due:: 2026-11-27]'));
    assert.deepEqual(labels(task('✅ |')).slice(0, 2), ['today', 'yesterday']);
    assert.deepEqual(labels(task('[created:: |]')).slice(0, 2), ['today', 'yesterday']);
    assert.ok(offered(task('📅 |'), { files, trigger: ' ' }).labels.includes('friday'));
  });

  it('offers no date that a sign or field gives already', () => {
    assert.deepEqual(labels(task('📅 2026-12-01 |')), ['made:', 'done:', 'was:', 'every:1w']);
    assert.deepEqual(labels(task('[created:: 2026-12-01] 🔁 every week |')), ['due:', 'done:', 'was:']);
  });

  it('tells days as all views do', () => {
    assert.equal(offered(task('due:|'), { files }).item('friday').description, 'Fri 27 Nov');
    assert.equal(offered(task('due:+10w|'), { files }).item('+10w').description, 'Mon 1 Feb 2027');
  });

  it('offers days gone by first for what has happened', () => {
    assert.deepEqual(labels(task('made:|')).slice(0, 2), ['today', 'yesterday']);
    assert.deepEqual(labels(task('due:|')).slice(0, 2), ['today', 'tomorrow']);
  });

  it('goes on with the text once a day stands', () => {
    assert.deepEqual(labels(task('due:2026-12-01 |')).includes('today'), false);
  });

  it('is silent in quoted tasks and in fences', () => {
    assert.deepEqual(labels(body('> - [ ] @rnd: units due:|\n')), []);
    assert.deepEqual(labels(body('```\n- [ ] @rnd: units due:|\n```\n')), []);
  });
});

describe('Completion of time entries', () => {
  it('offers activities, those of most time first, with title and horizon', () => {
    const list = offered(time('- 1h |\n'), { files });
    assert.deepEqual(list.labels.slice(0, 3), ['liaison', 'promotion', 'status-book']);
    assert.equal(list.item('promotion').labelDetail?.trim(), 'Promotion');
    assert.equal(list.item('promotion').description, 'Short-term');
    assert.equal(list.taking('liaison'), time('- 1h liaison: \n'));
  });

  it('offers them behind every sort of time', () => {
    for (const written of ['1h30m', '45m', '1.5h', '9:00-10:15', '9:00 – 10:15', '23:00-0:30>', '13:05-?']) {
      assert.ok(labels(time(`- ${written} |\n`)).includes('liaison'), written);
    }
  });

  it('replaces the whole activity and keeps its summary', () => {
    assert.equal(
      taking(time('- 1h li|son: call with @rnd\n'), 'liaison'),
      time('- 1h liaison: call with @rnd\n'),
    );
  });

  it('offers the activities of the book’s own', () => {
    const own = {
      'book.md': page(
        'type: book\nactivities:\n  - id: certification\n    title: Approvals\n    horizon: short',
      ),
    };
    assert.ok(offered(time('- 1h |\n'), { files: own }).labels.includes('certification'));
  });

  for (const written of [
    '1h 30m ',
    '9:00-10:00: ',
    '9:00-10:00：',
    '8:00am-9:30am ',
    '2:00-3:30 PM ',
    '<23:30-6:00 ',
    '-30m ',
  ])
    it(`offers activities behind “${written}”`, () => {
      assert.equal(taking(time(`- ${written}lia|\n`), 'liaison'), time(`- ${written}liaison: \n`));
    });

  it('goes on with a title of several words, and takes all of it where its colon is there', () => {
    assert.deepEqual(labels(time('- 1h new pro|\n')), ['new-product']);
    assert.equal(taking(time('- 1h new pro|\n'), 'new-product'), time('- 1h new-product: \n'));
    assert.equal(taking(time('- 1h New pro|ducts: gate\n'), 'new-product'), time('- 1h new-product: gate\n'));
  });

  it('offers no activity for the words of a text', () => {
    assert.deepEqual(labels(time('- 1h liaison with |\n')), []);
  });

  it('offers durations and a timer from now where an entry begins', () => {
    const list = offered(time('- |\n'), { files, minutes: 13 * 60 + 5, path: 'log/2026-11-23.md' });
    assert.equal(list.labels[0], '13:05-?');
    assert.equal(list.taking('1h30m'), time('- 1h30m \n'));
    assert.equal(list.item('1h30m').retrigger, true);
  });

  it('offers the time since the entry before', () => {
    const list = offered(time('- 9:00-9:40 liaison\n- |\n'), { files, path: 'log/2026-11-23.md' });
    assert.equal(list.labels[0], '9:40-10:15');
  });

  it('does not offer times in lists that are no entries', () => {
    assert.deepEqual(labels(`---\ntype: log\n---\n\n## Notes\n\n- |\n`), []);
    assert.deepEqual(labels(body('- |\n')), []);
    assert.deepEqual(labels(time('- 1h liaison\n  - |\n')), []);
    assert.deepEqual(labels(time('```\n- 1h |\n```\n')), []);
  });

  it('offers departments in the summary', () => {
    assert.deepEqual(labels(time('- 1h liaison: with @|\n')), ['@sales', '@rnd']);
  });
});

describe('Completion of comments that ask rules to be quiet', () => {
  it('offers the rules that are not named yet', () => {
    const list = offered(body('<!-- status-book-ignore section-missing, | -->\n'), { files });
    assert.ok(list.labels.includes('field-missing') && !list.labels.includes('section-missing'));
    assert.equal(
      list.taking('field-missing'),
      body('<!-- status-book-ignore section-missing, field-missing -->\n'),
    );
  });
});

describe('Completion of whole pages', () => {
  it('offers a page of each type in an empty file, that of its folder first', () => {
    const list = offered('|', { files, path: 'competitors/new.md' });
    assert.equal(list.labels[0], 'Competitor page');
    assert.equal(list.item('Competitor page').preselect, true);
    assert.match(
      list.taking('Competitor page'),
      /^---\ntype: competitor\nthreat: .*\nreviewed: 2026-11-23\n---\n/,
    );
  });

  it('puts all plans first in the folder of plans', () => {
    const { labels: all } = offered('|', { files, path: 'plans/new.md' });
    assert.ok(all.slice(0, 7).includes('Promotion page') && all.slice(0, 7).includes('Line change page'));
  });

  it('takes what is there of the fences along', () => {
    for (const text of ['---|', '---\n|', '---\n|\n---\n', '\n\n|\n\n', 'comp|', '---\r\n|\r\n---\r\n']) {
      const taken = offered(text, { files, path: 'competitors/new.md' }).taking('Competitor page');
      assert.match(taken, /^---\r?\ntype: competitor/, JSON.stringify(text));
      assert.equal(taken.match(/^---\r?$/gm)?.length, 2, JSON.stringify(text));
    }
  });

  it('offers the fields beside them once the fence is there', () => {
    assert.ok(offered('---\n|', { files }).labels.includes('type'));
  });

  it('uses the book’s own template', () => {
    const own = {
      ...files,
      'templates/competitor.md': '---\ntype: competitor\nthreat: low\n---\n\n# $ {{title}}\n',
    };
    const taken = offered('|', { files: own, path: 'competitors/new.md' }).taking('Competitor page');
    assert.match(taken, /threat: low[\s\S]*# \$ new\n/);
  });

  it('is not offered in a file that holds a text', () => {
    assert.equal(offered('Some words |', { files }).list, undefined);
    assert.equal(offered('|\n\nNotes of Monday\n', { files }).list, undefined);
  });
});
