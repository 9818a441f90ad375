import assert from 'node:assert/strict';
import { type Draft, type DraftOptions, draftPage } from '../../../src/core/edit/templates';
import { parsePage } from '../../../src/core/parse/parsePage';
import { pageTypes } from '../../../src/core/schema/schema';
import { bookOf, checkerOf, libraryOf, lines, page, plainBook, today } from '../support/books';
import { english } from '../support/english';

function draft(typeId: string, template: string | undefined, options: Partial<DraftOptions> = {}): Draft {
  return draftPage(typeId, { id: 'purenorth', today, title: 'PureNorth', template, ...options });
}

const competitor = page(
  lines('type: competitor', 'threat: high # until we know more', 'reviewed: {{today}}', 'source:'),
  lines('', '# {{title}}', '', '## Our verdict', '', 'Written {{today}}, next look {{today+14}}.'),
);

describe('a page from the book’s own template', () => {
  it('is the template with its placeholders filled in', () => {
    const { text, path, missing, note } = draft('competitor', competitor);
    assert.equal(
      text,
      page(
        lines('type: competitor', 'threat: high # until we know more', 'reviewed: 2026-11-23', 'source:'),
        lines('', '# PureNorth', '', '## Our verdict', '', 'Written 2026-11-23, next look 2026-12-07.'),
      ),
    );
    assert.deepEqual([path, missing, note], ['competitors/purenorth.md', [], undefined]);
  });

  it('knows title, id, week and days before and after today; spaces do not matter', () => {
    const body = 'A {{ title }} b {{id}} c {{week}} d {{ today - 7 }} e {{week+7}}\n';
    assert.ok(
      draft('partner', page('type: partner\nkind: dealer', body)).text.includes(
        'A PureNorth b purenorth c 2026-W48 d 2026-11-16 e 2026-W49',
      ),
    );
  });

  it('leaves placeholders that it does not know', () => {
    const body = '{{name}} {{title+3}} {{TODAY}} {today} {{}}\n';
    assert.ok(draft('partner', page('type: partner\nkind: dealer', body)).text.includes(body));
  });

  it('changes only the values that were given', () => {
    const template = page(
      lines(
        'type: partner',
        "kind: 'dealer'   # the usual case",
        'owner: &me Ines',
        'tags: [new]',
        'contact: *me',
      ),
    );
    const { text } = draft('partner', template, {
      values: { kind: 'agency', tags: ['north'] },
      title: 'purenorth',
    });
    assert.equal(
      text,
      page(
        lines(
          'type: partner',
          'kind: agency   # the usual case',
          'owner: &me Ines',
          'tags: [new, north]',
          'contact: *me',
        ),
      ),
    );
  });

  it('sets values of inner fields where they belong', () => {
    const template = page(
      lines('type: budget', 'start: {{today}}', 'end: 2027-03-31', 'sales: {target: 0}', 'lines: []'),
      '# {{title}}\n',
    );
    const { text, missing } = draft('budget', template, {
      values: { 'sales.target': '5000', 'lines.item': 'Stand', 'lines.planned': '300' },
    });
    assert.match(text, /sales: \{target: 5000\}/);
    assert.match(text, /lines: ?\n {2}- item: Stand\n {4}planned: 300\n/);
    assert.deepEqual(missing, []);
  });

  it('asks for required fields that the template leaves empty, even those that have a default', () => {
    const template = page(
      lines('type: voice', 'customer:', 'received: {{today}}', 'sentiment:'),
      '# {{title}}\n',
    );
    assert.deepEqual(draft('voice', template).missing, ['customer', 'sentiment']);
  });

  it('adds required fields that the template does not have, and fills in none that only the user knows', () => {
    const { text, missing } = draft('voice', page('type: voice', '# {{title}}\n'));
    assert.equal(text, page(lines('type: voice', 'customer:', 'received:', 'sentiment:'), '# PureNorth\n'));
    assert.deepEqual(missing, ['customer', 'received', 'sentiment']);
  });

  it('adds whole objects that are required', () => {
    const { text, missing } = draft('budget', page('type: budget', '# {{title}}\n'));
    assert.match(text, /sales:\n {2}target:\nlines:\n {2}- item:\n {4}planned:\n---/);
    assert.deepEqual(missing, ['start', 'end', 'sales.target', 'lines.item', 'lines.planned']);
  });

  it('keeps the title as a field where the template has no place for it', () => {
    assert.match(
      draft('partner', page('type: partner\nkind: dealer', '# Partner\n')).text,
      /^title: PureNorth$/m,
    );
    assert.doesNotMatch(
      draft('partner', page('type: partner\nkind: dealer', '# {{title}}\n')).text,
      /^title:/m,
    );
  });

  for (const [what, field, title] of [
    ['a colon', 'title: {{title}}', 'Fix: x'],
    ['a number sign', 'title: {{title}} # note', 'A #1'],
    ['both quotes', 'title: "{{title}}"', 'The "new" one\'s \\ day'],
    ['a single quote', "title: '{{title}}'", "It's: new"],
    ['words around it', 'title: On {{title}}', 'On: x'],
    ['brackets', 'title: {{title}}', '[x] {y}'],
  ] as const) {
    it(`puts a title with ${what} into front matter so that it reads back`, () => {
      const { text, note } = draft('partner', page(`type: partner\nkind: dealer\n${field}`), { title });
      assert.equal(note, undefined);
      assert.equal(parsePage('x.md', text)?.title, field.includes('On ') ? `On ${title}` : title);
    });
  }

  it('keeps line endings, and drops a byte order mark', () => {
    const template = `\ufeff${competitor.replaceAll('\n', '\r\n')}`;
    const { text } = draft('competitor', template, { values: { source: 'fair' } });
    assert.ok(text.startsWith('---\r\ntype: competitor\r\n'));
    assert.ok(text.includes('\r\nsource: fair\r\n'));
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('dates a log page by its file name', () => {
    const { text } = draft('log', page('type: log\ndate: {{today}}', '## Time\n'), {
      id: '2026-11-20',
      title: undefined as never,
    });
    assert.match(text, /^date: 2026-11-20$/m);
  });

  it('takes a template without front matter for the body of a page', () => {
    const { text, missing } = draft('voice', '# {{title}}\n\n> What they said\n');
    assert.equal(
      text,
      page(
        lines('type: voice', 'customer:', 'received:', 'sentiment:'),
        '\n# PureNorth\n\n> What they said\n',
      ),
    );
    assert.deepEqual(missing, ['customer', 'received', 'sentiment']);
  });

  it('adds the type where the template leaves it out', () => {
    assert.ok(
      draft('partner', page('kind: dealer', '# {{title}}\n')).text.startsWith('---\ntype: partner\nkind:'),
    );
  });

  for (const { id } of pageTypes.filter(({ id: type }) => type !== 'book')) {
    it(`of type ${id} is without error when the template is the built-in page`, () => {
      const builtIn = draftPage(id, { id: 'x', today, title: '{{title}}' });
      const { text, path, missing } = draft(id, builtIn.text, { values: {} });
      assert.deepEqual(missing, builtIn.missing);
      const findings = checkerOf({ [path]: text }).findingsOf(path);
      assert.deepEqual(
        findings.filter(({ rule }) => ['front-matter-syntax', 'field-invalid'].includes(rule)),
        [],
      );
    });
  }
});

describe('a template that cannot be used', () => {
  const builtIn = draft('competitor', undefined);

  for (const [what, template, reason] of [
    [
      'cannot be read',
      page('type: competitor\nthreat: [high'),
      /its front matter cannot be read \(line \d+: .+\)\./,
    ],
    [
      'is never closed',
      '---\ntype: competitor\n',
      /its front matter cannot be read \(line 1: .+never closed/,
    ],
    ['is of another type', page('type: partner'), /its type is partner, not competitor\./],
    ['has an empty type', page('type:'), /its type is missing, not competitor\./],
    ['has a list as value', page('type: competitor\nthreat: {a: 1}\nthreat: 2'), /cannot be read/],
  ] as const) {
    it(`gives way to the built-in page where it ${what}, and says why`, () => {
      const { note, ...rest } = draft('competitor', template);
      assert.deepEqual(rest, builtIn);
      assert.match(english.say(note ?? ''), /^The template templates\/competitor\.md was not used: /);
      assert.match(english.say(note ?? ''), reason);
      assert.match(english.say(note ?? ''), / The page is the built-in one\.$/);
    });
  }

  it('never brings a hostile template further than its text', () => {
    const nested = `type: competitor\nthreat: ${'['.repeat(5000)}`;
    assert.match(english.say(draft('competitor', page(nested)).note ?? ''), /cannot be read/);
    assert.match(draft('competitor', `---js\nthrow 1\n---\n`).text, /^---\ntype: competitor\n/);
  });
});

describe('templates in a book', () => {
  const files = {
    'book.md': plainBook,
    'templates/competitor.md': competitor,
    'templates/notes.md': page('type: decision'),
    'templates/deep/partner.md': page('type: partner'),
  };

  it('are no pages and have no findings', () => {
    const checker = checkerOf(files);
    assert.deepEqual(
      bookOf(files)
        .pages()
        .map(({ path }) => path),
      ['book.md', 'templates/deep/partner.md', 'templates/notes.md'],
    );
    assert.deepEqual(
      checker.findings().filter(({ path }) => path === 'templates/competitor.md'),
      [],
    );
    assert.ok(checker.findings().some(({ path }) => path === 'templates/notes.md'));
  });

  it('are known by their type, as they read now', () => {
    const library = libraryOf(files);
    const index = library.book('')?.index;
    assert.equal(index?.template('competitor'), competitor);
    assert.equal(index?.template('partner'), undefined);
    library.setFile('templates/competitor.md', 'new');
    assert.equal(index?.template('competitor'), 'new');
    library.deleteFile('templates/competitor.md');
    assert.equal(index?.template('competitor'), undefined);
  });

  it('belong to the book whose root holds their folder, also when that comes later', () => {
    const library = libraryOf({
      'a/templates/log.md': 'inner',
      'templates/log.md': 'outer',
      'book.md': plainBook,
    });
    assert.equal(library.book('')?.index.template('log'), 'outer');
    library.setFile('a/book.md', plainBook);
    assert.equal(library.book('a')?.index.template('log'), 'inner');
    assert.equal(library.book('')?.index.template('log'), 'outer');
  });

  it('cannot stand for book.md', () => {
    assert.equal(bookOf({ 'templates/book.md': page('type: product') }).template('book'), undefined);
  });
});
