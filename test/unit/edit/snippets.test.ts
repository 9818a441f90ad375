import assert from 'node:assert/strict';
import { itemSnippets } from '../../../src/core/edit/itemSnippets';
import { allSnippets, pageSnippets } from '../../../src/core/edit/snippets';
import type { Snippet } from '../../../src/core/edit/snippetText';
import type { ValueKind } from '../../../src/core/schema/kinds';
import { pageType, pageTypes } from '../../../src/core/schema/schema';
import { checkerOf, lines, log, page, plainBook } from '../support/books';

/** Monday 2026-11-23 at five past nine, as VS Code fills it in. */
const variables: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '11',
  CURRENT_DATE: '23',
  CURRENT_DAY_NAME: 'Monday',
  CURRENT_MONTH_NAME: 'November',
  CURRENT_HOUR: '09',
  CURRENT_MINUTE: '05',
};

/** What stands there when the user tabs through a snippet and fills in days and weeks alone. */
function expanded({ body }: Snippet): string {
  return body
    .join('\n')
    .replace(/\$\{([A-Z_]+)\}/g, (_, name: string) => variables[name] ?? assert.fail(`no variable ${name}`))
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, (_, text: string) => text.replace(/\\(.)/g, '$1'))
    .replace(/\$0/g, '')
    .replaceAll('MM-DD', '12-05')
    .replaceAll('Www', 'W48');
}

/** Whether pages that a snippet's placeholders name exist is the user's business. */
function faultsIn(path: string, text: string): string[] {
  return checkerOf({ 'book.md': plainBook, [path]: text })
    .findingsOf(path)
    .filter(({ rule, severity }) => severity === 'error' || /invalid|missing|misspelled|unknown/.test(rule))
    .map(({ rule, message, range }) => `${range.start.line} ${rule}: ${message}`);
}

describe('the snippet for a page', () => {
  for (const { id, folder } of pageTypes.filter((type) => type.id !== 'book')) {
    it(`of type ${id} is a page without fault once its days are filled in`, () => {
      const snippet = Object.values(pageSnippets()).find(({ prefix }) => prefix === `sb-${id}`);
      assert.ok(snippet);
      const name = id === 'log' ? '2026-11-23' : 'new';
      assert.deepEqual(faultsIn(`${folder}/${name}.md`, expanded(snippet)), []);
    });
  }

  it('says what to write as title, and has tab stops in their order', () => {
    for (const [name, { body }] of Object.entries(allSnippets())) {
      const stops = [...body.join('\n').matchAll(/\$\{(\d+)[:|]/g)].map(([, stop]) => Number(stop));
      assert.deepEqual(
        stops,
        stops.map((_, index) => index + 1),
        name,
      );
    }
    for (const { id, titleHint } of pageTypes)
      assert.equal(titleHint === undefined, ['log', 'review'].includes(id));
  });
});

describe('the snippets for items', () => {
  const items = itemSnippets();
  const bodyOf = (prefix: string): string => {
    const snippet = Object.values(items).find((candidate) => candidate.prefix === prefix);
    assert.ok(snippet, prefix);
    return expanded(snippet);
  };

  it('have prefixes of their own', () => {
    const prefixes = Object.values(allSnippets()).map(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });

  it('are there for every list of objects of the table', () => {
    const count = (kind: ValueKind): number => {
      if (kind.kind === 'object') return kind.fields.reduce((sum, { value }) => sum + count(value), 0);
      return kind.kind === 'list' && kind.of.kind === 'object' ? 1 : 0;
    };
    const lists = pageTypes.flatMap(({ fields }) => fields).reduce((sum, { value }) => sum + count(value), 0);
    assert.equal(Object.values(items).filter(({ scope }) => scope === 'markdown,yaml').length, lists);
  });

  it('make a prediction that can be watched, with nothing of what comes later', () => {
    assert.equal(
      bodyOf('sb-competitor-prediction'),
      [
        '- move: What the competitor will do',
        '  probability: 0.5',
        '  impact: 5',
        '  made: 2026-11-23',
        '  by: 2026-12-05',
        '  criterion: How we shall know that it happened',
      ].join('\n'),
    );
  });

  for (const { prefix, scope } of Object.values(items).filter((item) => item.scope === 'markdown,yaml')) {
    const type = pageTypes
      .filter(({ id }) => prefix.startsWith(`sb-${id}-`))
      .sort((a, b) => b.id.length - a.id.length)[0];
    it(`make an item for ${prefix} that the field takes (${scope})`, () => {
      const item = bodyOf(prefix)
        .split('\n')
        .map((line) => `  ${line}`);
      const name = prefix.slice(`sb-${type?.id}-`.length);
      const field = type?.fields.find((candidate) => candidate.name.startsWith(name.replace(/y$/, '')));
      const front = field
        ? [`${field.name}:`, ...item]
        : ['sales:', '  target: 1', '  actuals:', ...item.map((line) => `  ${line}`)];
      const text = page(lines(`type: ${type?.id}`, ...front));
      const faults = faultsIn(type?.id === 'book' ? 'book.md' : 'x.md', text);
      // On the type line stands what the rest of the page lacks.
      assert.deepEqual(
        faults.filter((fault) => !fault.startsWith('1 ')),
        [],
      );
    });
  }

  for (const prefix of ['sb-entry', 'sb-range', 'sb-timer']) {
    it(`make a time entry of ${prefix}`, () => {
      assert.deepEqual(faultsIn('log/2026-11-23.md', log('2026-11-23', bodyOf(prefix).slice(2))), []);
    });
  }

  it('make a commitment and a task', () => {
    assert.equal(
      bodyOf('sb-commitment'),
      '- [ ] @sales -> @me: what is promised due:2026-12-05 made:2026-11-23',
    );
    assert.equal(bodyOf('sb-task'), '- [ ] what you will do due:2026-12-05');
  });

  it('offer the decisions that a gate can take', () => {
    assert.ok(pageType('new-product'));
    assert.match(
      Object.values(items).find(({ prefix }) => prefix === 'sb-gate')?.body[0] ?? '',
      /\|go,kill,hold,recycle\|/,
    );
  });
});
