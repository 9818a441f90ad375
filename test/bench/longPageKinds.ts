/** Bytes of a page, at least. */
const size = 1_000_000;

const decision = '---\ntype: decision\nsize: minor\nopened: 2026-11-20\n---\n# D\n\n';
const log = '---\ntype: log\ndate: 2026-11-23\n---\n## Time\n\n';

function filled(before: string, piece: (index: number) => string): string {
  const pieces = [before];
  for (let index = 0, length = before.length; length < size; index++) {
    const next = piece(index);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join('');
}

function withFields(fields: string, field: (index: number) => string): string {
  // A little less than front matter may have.
  const all = filled('', field).slice(0, 63_000);
  return filled(`---\n${fields}${all.slice(0, all.lastIndexOf('\n') + 1)}---\n`, () => 'Some prose.\n\n');
}

/** Pages of 1 MB, by what they are full of. */
export const longPages: Readonly<Record<string, () => string>> = {
  prose: () =>
    filled(
      decision,
      () => 'The customers of the region ask for a way to plan the harvest in fewer trips.\n\n',
    ),
  'prose with marks': () =>
    filled(
      decision,
      () =>
        'The **customers** ask `again` for [a way](https://x.example) to plan, see [[other]] and @sales.\n\n',
    ),
  'one paragraph': () =>
    filled(decision, () => 'The customers of the region ask for a way to plan the harvest.\n'),
  'Chinese prose': () =>
    filled(decision, () => '客户希望在秋天之前得到新的版本，这样他们就能更好地计划收成。\n\n'),
  'list items': () => filled(decision, (at) => `- Item ${at} about the harvest\n`),
  'nested lists': () => filled(decision, (at) => `${'  '.repeat(at % 6)}- Item ${at} about the harvest\n`),
  'wiki links': () => filled(decision, (at) => `See [[page-${at}]] and [[page-${at + 1}|label]].\n\n`),
  links: () => filled(decision, (at) => `See [a ${at}](page-${at}.md) and [b](../x/y-${at}.md).\n\n`),
  headings: () => filled(decision, (at) => `## Heading ${at}\n\nText.\n\n`),
  'table rows': () =>
    filled(`${decision}| a | b | c |\n|---|---|---|\n`, (at) => `| cell ${at} | another | [[x]] |\n`),
  promises: () => filled(decision, (at) => `- [ ] @rnd -> @sales: deliver part ${at} due:2026-12-01\n`),
  'promises of no day': () => filled(decision, (at) => `- [ ] @rnd: part ${at} due:2026-13-01\n`),
  'promises of nobody known': () =>
    filled(decision, (at) => `- [ ] @legal${at % 90}: part ${at} due:2026-12-01\n`),
  tasks: () => filled(decision, (at) => `- [x] deliver part ${at}\n`),
  'time entries': () => filled(log, (at) => `- 10m liaison: call ${at}\n`),
  'time entries of no activity': () => filled(log, (at) => `- 1h nothing-${at % 900}: call ${at}\n`),
  'time entries that overlap': () => filled(log, (at) => `- 9:00-10:00 liaison: call ${at}\n`),
  'time entries that cannot be read': () => filled(log, (at) => `- call ${at} with a customer\n`),
  'the shortest time entries': () => filled(log, () => '- 1h x\n'),
  'fields of a known kind': () =>
    withFields(
      'type: competitor\nthreat: low\nreviewed: 2026-11-20\npredictions:\n',
      () => '  - move: a\n    probability: 0.1 # remark\n    by: 2027-01-01\n',
    ),
  'fields of no known kind': () => withFields('type: competitor\n', (at) => `key-${at}: {a: 1}\n`),
  'front matter without an end': () => filled('---\ntype: decision\n', (at) => `key-${at}: {a: 1}\n`),
  code: () => filled(decision, () => '```js\nconst a = 1;\n```\n\n'),
  quotes: () => filled(decision, (at) => `> They said ${at}\n\n`),
  comments: () => filled(decision, (at) => `<!-- remark ${at} -->\n\n`),
  'comments that hide findings': () =>
    filled(decision, (at) => `<!-- status-book-ignore reference-broken -->\n[[page-${at}]]\n\n`),
  'comments that hide nothing': () => filled(decision, (at) => `<!-- status-book-ignore rule-${at} -->\n\n`),
  mentions: () => filled(decision, () => '@a '),
  brackets: () => filled(decision, () => '['),
  'blank lines': () => filled(decision, () => '\n'),
  HTML: () => filled(decision, () => '<div>\n\n'),
  footnotes: () => filled(decision, (at) => `Text[^${at}]\n\n[^${at}]: note\n\n`),
  definitions: () => filled(decision, (at) => `[name-${at}]: page.md\n\n`),
  'marks of a merge': () => filled(decision, () => '<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n'),
};
