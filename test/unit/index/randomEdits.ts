import fc from 'fast-check';
import type { SeverityOrOff } from '../../../src/core/model/finding';
import { pageTypes } from '../../../src/core/schema/schema';
import { today } from '../support/books';

/** Few paths and ids, so that edits meet. */
export const paths = [
  'x.md',
  'y.md',
  '2026-11-20.md',
  'a/x.md',
  'a/y.md',
  'a/b/x.md',
  'archive/z.md',
  'templates/log.md',
  'a/templates/trend.md',
  // Conflicted copies, while their original is there.
  'x.sync-conflict-20261120-101010-ABC.md',
  "a/x (Ines's conflicted copy 2026-11-20).md",
  'y-LAPTOP-2F7.md',
];
export const bookPaths = ['book.md', 'a/book.md', 'a/b/book.md'];
export const ids = ['x', 'y', 'z'];
/** Types of other programs' notes, and a misspelled one of ours. */
const foreignTypes = ['nonsense', 'recipe', 'competitr'];
export const types = [...pageTypes.map(({ id }) => id), ...foreignTypes];
/** Types of pages that refer to each other, so that what one page says depends on another; at last all types. */
const casts = [
  ['log', 'competitor', 'response'],
  ['log', 'partner', 'product'],
  ['log', 'trend', 'voice'],
  ['segment', 'product'],
  ['strategy', 'trend', 'promotion'],
  ['strategy', 'competitor'],
  ['region', 'product', 'voice'],
  ['proposal', 'voice', 'opportunity'],
  types,
];
const dates = ['2026-08-01', '2026-10-24', '2026-11-16', '2026-11-20', '2026-11-23', '2026-11-24', 'soon'];
const activities = ['liaison', 'market-intelligence', 'promotion', 'exploration', 'travel'];

const target = fc.constantFrom(...ids, 'nowhere');
const link = fc.oneof(
  target.map((id) => `See [[${id}]].`),
  fc.constantFrom('X', 'a/x', 'y.md', '../Y', 'b/x', 'Z').map((name) => `See [[${name}]].`),
  fc.constantFrom('x.md', '../y.md', 'b/z.md', '../a/b/x.md', 'none.md').map((path) => `See [it](${path}).`),
);
const entry = fc
  .tuple(fc.constantFrom('45m', '9h', '14h', '9:00-10:15', '10:00-?', 'late'), fc.constantFrom(...activities))
  .map(([time, activity]) => `- ${time} ${activity}`);
const task = fc
  .tuple(fc.constantFrom('rnd', 'sales', 'me', 'quality'), fc.constantFrom(...dates))
  .map(([department, due]) => `- [ ] @${department}: units due:${due}`);
const suppression = fc
  .constantFrom('reference-broken', 'field-missing', 'id-duplicate', 'time-unbalanced')
  .map((rule) => `<!-- status-book-ignore ${rule} -->`);

const conflict = fc.constantFrom('<<<<<<< HEAD', '>>>>>>> other');

const mention = fc.constantFrom('sales', 'rnd', 'quality').map((department) => `A word with @${department}.`);

const date = fc.constantFrom(...dates);
const oneOf = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
/** Fields of all page types at once: each type reads what it knows. */
const field = fc.oneof(
  fc.tuple(
    oneOf('due', 'start', 'end', 'asOf', 'opened', 'decided', 'gate', 'submitBy', 'decideBy', 'approved'),
    date,
  ),
  fc.tuple(
    oneOf('observed', 'received', 'replied', 'resolved', 'lastContact', 'lastOrder', 'reviewed', 'updated'),
    date,
  ),
  fc.tuple(oneOf('response', 'agency', 'competitor'), target),
  fc.tuple(
    oneOf('products', 'segments', 'regions', 'competitors', 'supports', 'assumes', 'voices', 'evidence'),
    fc.array(target, { minLength: 1, maxLength: 2 }).map((all) => `[${all.join(', ')}]`),
  ),
  fc.tuple(fc.constant('status'), oneOf('draft', 'active', 'done', 'open', 'parked')),
  fc.tuple(fc.constant('stage'), oneOf('growth', 'retired', 'idea')),
  fc.tuple(fc.constant('kind'), oneOf('sales-team', 'dealer', 'defend')),
  fc.tuple(fc.constant('threat'), oneOf('high', 'low')),
  fc.tuple(fc.constant('decision'), oneOf('go', 'kill')),
  fc.tuple(
    oneOf('impact', 'sentiment', 'severity', 'price', 'cost', 'target', 'budget', 'leads', 'oneOff'),
    oneOf('-2', '2', '5'),
  ),
  fc.tuple(fc.constant('mustMeet'), oneOf('{legal: false}', '{legal: true}')),
  fc.tuple(fc.constant('value'), oneOf('{short: 1, long: -1}', '{short: 1}')),
  fc.tuple(
    fc.constant('next'),
    date.map((by) => `{action: ask, by: ${by}}`),
  ),
  fc.tuple(
    fc.constant('predictions'),
    fc
      .tuple(date, target)
      .map(([by, id]) => `[{move: a, probability: 0.9, impact: 9, by: ${by}, response: ${id}}]`),
  ),
  fc.tuple(
    fc.constant('bundles'),
    fc
      .tuple(target, target)
      .map(([one, other]) => `[{name: b, items: [{product: ${one}}, {product: ${other}}], price: 7}]`),
  ),
  fc.tuple(fc.constant('sales'), oneOf('{target: 9, actuals: [{month: 2026-10, amount: 1}]}')),
  fc.tuple(fc.constant('lines'), oneOf('[{item: a, planned: 5, actual: 9}]')),
);

const pageTextOf = (cast: readonly string[]) =>
  fc
    .record({
      type: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...cast) },
        { weight: 1, arbitrary: fc.constantFrom(...foreignTypes) },
      ),
      id: fc.option(fc.constantFrom(...ids), { nil: undefined }),
      date,
      fields: fc.uniqueArray(field, { maxLength: 8, selector: ([name]) => name }),
      blankLines: fc.nat(2),
      body: fc.array(fc.oneof(link, entry, task, mention, suppression, conflict), { maxLength: 6 }),
    })
    .map(({ type, id, date: day, fields, blankLines, body }) =>
      [
        '---',
        ...Array<string>(blankLines).fill('# a remark'),
        `type: ${type}`,
        ...(id === undefined ? [] : [`id: ${id}`]),
        `date: ${day}`,
        ...fields.map(([name, value]) => `${name}: ${value}`),
        '---',
        '## Time',
        ...body,
        '',
      ].join('\n'),
    );
const otherText = fc.constantFrom(
  '',
  '# No page\n',
  '---\ntitle: no type\n---\n',
  '---\ntype: [broken\n---\n',
);

const bookText = fc
  .record({
    type: fc.constantFrom('book', 'book', 'book', 'product'),
    exclude: fc.constantFrom(
      '',
      'exclude: archive\n',
      'exclude: ["a/**", z.md]\n',
      'exclude: [y.md, book.md]\n',
    ),
    rules: fc.constantFrom(
      '',
      'rules: {reference-broken: off}\n',
      'rules: {time-unbalanced: error, field-missing: hint}\n',
    ),
    otherTypes: fc.constantFrom('', 'otherTypes: [recipe]\n', 'otherTypes: [nonsense, competitr]\n'),
    departments: fc.constantFrom('', 'departments: [quality, rnd]\n'),
    balance: fc.constantFrom(
      '',
      'balance: {minimumHours: 1, daily: [0, 10]}\n',
      'balance: {windowDays: 7, minimumHours: 0}\n',
    ),
    activities: fc.constantFrom('', 'activities: [{id: travel, horizon: short}]\n'),
  })
  .map(({ type, ...rest }) => `---\ntype: ${type}\n${Object.values(rest).join('')}---\n`);

export type Edit =
  | { readonly kind: 'set'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'today'; readonly day: string }
  | { readonly kind: 'severities'; readonly severities: ReadonlyMap<string, SeverityOrOff> };

const setPageOf = (cast: readonly string[]) =>
  fc.record({
    kind: fc.constant('set' as const),
    path: fc.constantFrom(...paths),
    text: fc.oneof({ weight: 8, arbitrary: pageTextOf(cast) }, { weight: 1, arbitrary: otherText }),
  });
const setBook = fc.record({
  kind: fc.constant('set' as const),
  path: fc.constantFrom(...bookPaths),
  text: bookText,
});
const remove = fc.record({
  kind: fc.constant('delete' as const),
  path: fc.constantFrom(...paths, ...bookPaths),
});
const changeDay = fc.record({
  kind: fc.constant('today' as const),
  day: fc.constantFrom(today, '2026-11-24', '2026-12-24', '2027-08-01'),
});
const changeSeverities = fc.record({
  kind: fc.constant('severities' as const),
  severities: fc.constantFrom<ReadonlyMap<string, SeverityOrOff>>(
    new Map(),
    new Map([['field-missing', 'off']]),
    new Map([['reference-broken', 'error']]),
  ),
});
const later = fc
  .constantFrom(...casts)
  .chain((cast) =>
    fc.array(
      fc.oneof(
        { weight: 10, arbitrary: setPageOf(cast) },
        { weight: 1, arbitrary: setBook },
        { weight: 2, arbitrary: remove },
        { weight: 2, arbitrary: changeDay },
        { weight: 1, arbitrary: changeSeverities },
      ) as fc.Arbitrary<Edit>,
      { minLength: 1, maxLength: 24 },
    ),
  );
/** Most sequences begin with a book, so that what follows has one to be in. */
const begun = fc.tuple(
  bookText.map((text): Edit => ({ kind: 'set', path: 'book.md', text })),
  later,
);
export const edits = fc.oneof(
  { weight: 1, arbitrary: later },
  { weight: 4, arbitrary: begun.map(([book, rest]) => [book, ...rest]) },
);
