import { closeTaskEdits } from '../../../src/core/edit/closeTask';
import { insertLinesEdits } from '../../../src/core/edit/insertLines';
import { insertSectionsEdits } from '../../../src/core/edit/insertSection';
import { addEntryEdits } from '../../../src/core/edit/logTime';
import { setFieldsEdits } from '../../../src/core/edit/setFields';
import { verifyEdit } from '../../../src/core/edit/verifyEdit';
import { completionsAt } from '../../../src/core/language/completion/completion';
import type { Commitment, Page } from '../../../src/core/model/page';
import type { TaskKey } from '../../../src/core/model/taskKey';
import { LineMap, type TextEdit } from '../../../src/core/model/text';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { safeFixes } from '../../../src/core/rules/safeFixes';
import { benchDay as today } from '../../bench/generateBook';
import { rendered } from '../../unit/preview/support';
import { bookOf, quietPage } from '../../unit/support/books';
import { addGrowth, type Measuring } from './growth';

const path = 'log/2026-11-23.md';

/** A text of which a part stands there as often as told. */
interface Pumped {
  readonly before: string;
  readonly pumped: string;
  readonly after: string;
}

const manyThings: Pumped = {
  before: quietPage('# D\n\n- [ ] @rnd: first due:2026-12-01\n\n'),
  pumped:
    '## Heading\n\nA [[link]], @sales and [another](x.md). <!-- comment -->\n\n> quoted\n\n- [ ] @rnd -> @sales: units due:2026-12-01\n- [x] task\n\n',
  after: '',
};
const manyThingsOfACompetitor: Pumped = {
  ...manyThings,
  before: '---\ntype: competitor\nthreat: low\nreviewed: 2026-11-20\n---\n',
};
const manyEntries: Pumped = {
  before: '---\ntype: log\ndate: 2026-11-23\n---\n## Time\n\n',
  pumped: '- 10m liaison: a call\n- 1h nothing: x\n- 1h unknown\n- [ ] @rnd: y due:2026-12-01\n',
  after: '',
};
const manyValues: Pumped = {
  before: '---\ntype: competitor\nthreat: low\nreviewed: 2026-11-20\npredictions:\n',
  pumped: '  - move: a\n    probability: 0.1 # remark\n    by: 2027-01-01\n',
  after: '---\n# C\n',
};
const manyMisspelled: Pumped = {
  before: '---\ntype: budget\nstart: 2026-01-01\nend: 2026-12-31\nsales: {target: 1}\nlines:\n',
  pumped: '  - item: a\n    planned: 1\n    comitted: 1\n',
  after: '---\n# B\n',
};
const manyHarmful: Pumped = {
  before: '---\ntype: competitor\nthreat: High\nreviewd: 2020-01-01\npredictions:\n',
  pumped: '  - move: a\n    probability: 0.1\n    by: 2027-01-01\n    imapct: 3\n',
  after: '---\n# C\n',
};
const manyCapitals: Pumped = {
  before: '---\ntype: competitor\nthreat: High\nreviewed: 2026-11-20\npredictions:\n',
  pumped: '  - move: a\n    probability: 0.1\n    by: 2027-01-01\n    outcome: Happened\n',
  after: '---\n# C\n',
};

type Edit = (page: Page, text: string) => readonly TextEdit[];

function edited(edit: Edit): (text: string) => void {
  return (text) => {
    const edits = edit(bookOf({ [path]: text }).page(path) as Page, text);
    if (edits.length === 0) throw new Error('Nothing is edited.');
  };
}

function safelyFixed(text: string): void {
  const book = bookOf({ [path]: text });
  const checker = new BookChecker(book, { today });
  const page = book.page(path) as Page;
  safeFixes(page, text, checker, { book, settings: book.settings, today });
}

/** Completes at the end of the text, or behind the last of some words. */
function completed(behind: string): (text: string) => void {
  return (text) => {
    const offset = text.lastIndexOf(behind) + behind.length;
    const position = new LineMap(text).positionAt(offset);
    completionsAt({ book: bookOf({ [path]: text }), path, text, position, today, minutes: 600 });
  };
}

const endOf = (text: string) => new LineMap(text).positionAt(text.length);

/** What is done with one page, by its name, and the page that it is done with. */
const works: Readonly<Record<string, readonly [Pumped, (text: string) => void]>> = {
  'an edit that is verified': [
    manyThings,
    edited((page, text) => {
      const edits = [{ range: { start: endOf(text), end: endOf(text) }, newText: '## New\n' }];
      verifyEdit(page, text, edits, { inserts: ['## New'] });
      return edits;
    }),
  ],
  'many replacements that are verified together': [
    manyThings,
    edited((page, text) => {
      const edits = page.commitments.map(({ keys }) => ({
        range: (keys[0] as TaskKey).range,
        newText: 'due:2026-12-02',
      }));
      verifyEdit(page, text, edits, { rewrites: true });
      return edits;
    }),
  ],
  'sections that are inserted': [
    manyThingsOfACompetitor,
    edited((page, text) => insertSectionsEdits(page, text, ['Pricing'])),
  ],
  'lines that are inserted': [
    manyThings,
    edited((page, text) => insertLinesEdits(page, text, 'More', ['- a'])),
  ],
  'a task that is closed': [
    manyThings,
    edited((page, text) => closeTaskEdits(page, text, page.commitments[0] as Commitment, today, today)),
  ],
  'an entry that is added': [manyEntries, edited((page, text) => addEntryEdits(page, text, '1h liaison: x'))],
  'a field that is set beside many': [
    manyValues,
    edited((page, text) => setFieldsEdits(page, text, [], { threat: 'high' })),
  ],
  'a field that is set in the last of many': [
    manyValues,
    edited((page, text) => {
      const list = page.fields.find(({ name }) => name === 'predictions')?.value;
      const last = list?.kind === 'list' ? list.items.length - 1 : 0;
      return setFieldsEdits(page, text, ['predictions', last], { by: '2027-02-01' });
    }),
  ],
  'safe fixes of misspelled fields': [manyMisspelled, safelyFixed],
  'safe fixes that do harm': [manyHarmful, safelyFixed],
  'safe fixes of values in capitals': [manyCapitals, safelyFixed],
  'safe fixes of missing sections': [manyThingsOfACompetitor, safelyFixed],
  'completion of a task': [{ ...manyThings, after: '- [ ] @rnd: x due:' }, completed('due:')],
  'completion of an entry': [{ ...manyEntries, after: '- 1h lia' }, completed('- 1h lia')],
  'completion of a link': [{ ...manyThings, after: 'See [[' }, completed('[[')],
  'completion of a field': [manyValues, completed('probability: ')],
  'the preview of entries': [manyEntries, (text) => void rendered({ [path]: text }, path)],
  'the preview of tasks': [manyThings, (text) => void rendered({ [path]: text }, path)],
};

export const longPageNames = Object.keys(works);

const times = 120;
const factor = 4;

/** Counts each work on a page and on one several times as long. */
export function measureLongPages({ counter, growths }: Measuring): void {
  const all = Object.entries(works);
  const text = ({ before, pumped, after }: Pumped, count: number): string =>
    before + pumped.repeat(count) + after;
  // What is made once and then kept is there from the first time on.
  for (const [, [page, work]] of all) work(text(page, 1));
  const counts = counter.countEach(
    all.flatMap(([, [page, work]]) => [times, times * factor].map((count) => () => work(text(page, count)))),
  );
  for (const [at, [name]] of all.entries()) {
    const [small = 0, large = 0] = counts.slice(2 * at);
    addGrowth(growths, name, { material: `${times} times`, factor, small, large });
  }
}
