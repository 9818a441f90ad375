import assert from 'node:assert/strict';
import { expressionsIn, expressionsOf, slowness, sourceFolder, written } from './expressions';

describe('regular expressions', () => {
  const all = expressionsIn(sourceFolder);

  it('are found in all sources, those that are put together too', () => {
    assert.ok(all.length > 200, `${all.length} expressions`);
    const [made] = expressionsOf(
      'x.ts',
      ["const name = '[a-z]+';", `new RegExp(\`^@(\${name})*$\`, 'u');`].join('\n'),
    );
    assert.deepEqual(made, { place: 'x.ts:2', source: '^@([a-z]+)*$', flags: 'u' });
  });

  it('are followed through constants of other files and lists of alternatives', () => {
    const made = all.find(
      ({ place, source }) => place.startsWith('core/parse/taskKeys.ts:') && source.includes('today'),
    );
    assert.match(made?.source ?? '', /\(\?:jan\|feb\|mar/);
  });

  it('are not made of what is known only at run time', () => {
    assert.throws(
      () => expressionsOf('x.ts', 'const f = (text: string) => new RegExp(text);'),
      /no constant/,
    );
  });

  it('take linear time on any text', function () {
    this.timeout(60_000);
    const slow = all.flatMap((expression) => {
      const why = slowness(expression);
      return why === undefined ? [] : [`${expression.place} ${written(expression)}: ${why}`];
    });
    assert.deepEqual(slow, []);
  });

  for (const [source, flags] of [
    ['^(.*?)[ \\t]*$', ''],
    ['\\s+#.*$', ''],
    ['^\\s*x\\s+([^]*?)\\s*$', ''],
    ['^(a+)+$', ''],
    ['[ \\t]+(?=x)', 'g'],
    ['("[^"]*")*$', ''],
  ] as const) {
    it(`names a slow one: /${source}/${flags}`, () => {
      assert.notEqual(slowness({ place: '', source, flags }), undefined);
    });
  }

  for (const [source, flags] of [
    ['^[a-z]+$', ''],
    ['(?<![ \\t])[ \\t]+$', ''],
    ['^(["\'])(.*)\\1$', ''],
    ['a{1,5}b', 'u'],
  ] as const) {
    it(`lets a linear one pass: /${source}/${flags}`, () => {
      assert.equal(slowness({ place: '', source, flags }), undefined);
    });
  }
});
