import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editsFor } from '../../../src/core/edit/applyPlan';
import { pageSkeleton } from '../../../src/core/edit/skeleton';
import { draftPage } from '../../../src/core/edit/templates';
import type { Page } from '../../../src/core/model/page';
import { applyEdits } from '../../../src/core/model/text';
import { parsePage } from '../../../src/core/parse/parsePage';
import { ruleWithId } from '../../../src/core/rules/allRules';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { pageTypes } from '../../../src/core/schema/schema';
import { bookOf, page, today } from '../support/books';

import { english } from '../support/english';
import { runs } from '../support/runs';

const fragment = fc.constantFrom(
  ...[
    'PureNorth',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '\r',
    '\u2028',
    '\u0000',
    'é',
    '净水',
    '12',
    'Fix: x',
    ' #',
    '#1',
    '"',
    "'",
    '\\',
    '%',
  ],
  ...[
    '<!-- status-book-ignore field-invalid -->',
    '<!--',
    '-->',
    '<b>',
    '<script>',
    '</b>',
    '&amp;',
    '&',
    '[[book]]',
    '[[',
    ']]',
  ],
  ...[
    '[a](b.md)',
    '![a](b.md)',
    '[a]: b.md',
    '](x.md)',
    '@sales',
    '@me -> @rnd: pay',
    '- [ ] @me: x due:2026-01-01',
    '- 1h liaison: y',
  ],
  ...[
    '# H',
    '## Status',
    '---',
    '===',
    '```',
    '~~~',
    '`',
    '*',
    '**',
    '_',
    '~~',
    '- ',
    '1. ',
    '1) ',
    '+ ',
    '> ',
    '| a |',
    '{{title}}',
    '{a: b}',
    '[x]',
    '- x',
  ],
);
const hostile = fc.array(fragment, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

function folded(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** All that a page holds in its body beside words, by number. */
function shape(text: string): string {
  const { body, tasks, commitments, suppressions, entries, invalidEntries } = parsed(text);
  return JSON.stringify(
    [...Object.values(body), tasks, commitments, suppressions, entries, invalidEntries].map(
      ({ length }) => length,
    ),
  );
}

function parsed(text: string): Page {
  const found = parsePage('a.md', text);
  assert.ok(found, text);
  assert.deepEqual(found.syntaxFaults, [], text);
  return found;
}

const templates = [
  '# {{title}}\n\n{{title}}\n\n- {{title}}\n\n> {{title}} and more\n',
  '---\ntype: partner\nkind: dealer\nowner: {{title}}\ntags: ["{{title}}"]\n---\n# On {{title}}, 2026\n\n| {{title}} | b |\n',
  '<!-- {{title}} -->\n\n`{{title}}`\n\n```\n{{title}}\n```\n',
];

describe('a new page, whatever its title and values are,', () => {
  const numRuns = runs(100);

  it('reads back, and holds nothing beyond its skeleton', () => {
    const types = pageTypes.map(({ id }) => id).filter((id) => id !== 'book');
    fc.assert(
      fc.property(fc.constantFrom(...types), hostile, hostile, (type, title, value) => {
        const id = type === 'log' ? today : 'x';
        const names = {
          owner: value,
          products: [value, 'p'],
          customer: value,
          'lines.item': value,
          'next.action': value,
        };
        const known = Object.fromEntries(
          Object.entries(names).filter(
            ([name]) =>
              ['owner', 'products'].includes(name) ||
              (name === 'customer' && type === 'voice') ||
              (name === 'lines.item' && type === 'budget') ||
              (name === 'next.action' && type === 'opportunity'),
          ),
        );
        const { text } = pageSkeleton(type, { id, today, title, values: known });
        const made = parsed(text);
        assert.equal(made.title, folded(title) === '' ? id : folded(title));
        assert.equal(
          shape(text),
          shape(pageSkeleton(type, { id, today, title: 'T', values: known }).text),
          text,
        );
        const owner = made.fields.find(({ name }) => name === 'owner')?.value;
        assert.equal(owner?.kind === 'scalar' && owner.text, folded(value));
      }),
      { numRuns },
    );
  });

  it('from a template holds nothing beyond the template', () => {
    fc.assert(
      fc.property(fc.constantFrom(...templates), hostile, (template, title) => {
        const { text, note } = draftPage('partner', { id: 'x', today, title, template });
        if (note !== undefined)
          assert.match(english.say(note), /^The template templates\/partner\.md was not used: /);
        const made = parsed(text);
        assert.ok(folded(title) === '' || made.title.includes(folded(title)), text);
        const plain = draftPage('partner', {
          id: 'x',
          today,
          title: 'T',
          template: note === undefined ? template : undefined,
        });
        assert.equal(shape(text), shape(plain.text), text);
      }),
      { numRuns },
    );
  });

  it('as a response takes the move as one line', () => {
    fc.assert(
      fc.property(hostile, (move) => {
        const competitor = page(
          `type: competitor\nthreat: low\nreviewed: 2026-11-20\npredictions:\n  - move: ${JSON.stringify(`a ${move}`)}\n    probability: 0.9\n    impact: 9\n    by: 2027-01-01`,
        );
        const book = bookOf({ 'c.md': competitor });
        const context = { book, settings: book.settings, today };
        const finding = new BookChecker(book, { today })
          .findingsOf('c.md')
          .find(({ rule }) => rule === 'prediction-unanswered');
        const found = book.page('c.md');
        assert.ok(finding && found);
        const plan = ruleWithId('prediction-unanswered')
          ?.fixes?.(finding, found, context)
          .find(({ kind }) => kind === 'createPage');
        assert.ok(plan);
        assert.doesNotMatch(english.say(plan.title), /\n/);
        const { create } = editsFor(plan, found, competitor, book, today, { kind: 'counter' });
        assert.ok(create);
        const made = parsed(create.text);
        assert.equal(made.title, `Response: ${folded(`a ${move}`)}`);
        assert.equal(made.body.headings.length, 5);
        assert.equal(
          made.commitments.length + made.tasks.length + made.suppressions.length + made.body.links.length,
          0,
        );
        parsed(applyEdits(competitor, create.backlink));
      }),
      { numRuns },
    );
  });
});

describe('words that are asked for', () => {
  it('stay one quote in the line that they go to', () => {
    const voice = page('type: voice\ncustomer: c', '# V\n');
    const found = parsed(voice);
    fc.assert(
      fc.property(hostile, (words) => {
        if (folded(words) === '') return;
        const plan = ruleWithId('voice-without-quote')?.fixes?.({} as never, found, {} as never)[0];
        assert.ok(plan);
        const { edits } = editsFor(plan, found, voice, bookOf({}), today, { words });
        const after = parsed(applyEdits(voice, edits ?? []));
        assert.deepEqual(
          [
            after.body.quoteLines.length,
            after.body.headings.length,
            after.body.links.length,
            after.body.mentions.length,
            after.body.comments.length,
          ],
          [1, 1, 0, 0, 0],
        );
      }),
      { numRuns: runs(60) },
    );
  });
});
