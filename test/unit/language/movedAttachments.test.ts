import assert from 'node:assert/strict';
import fc from 'fast-check';
import { doAgain, takeBack } from '../../../src/core/language/rename/movedFiles';
import { page } from '../support/books';
import { runs } from '../support/runs';
import { changed, follows, moved } from './renaming';

/** What a body reads after its page moved from `n/a.md` to another place. */
function bodyAfter(body: string, to = 'm/k/a.md', others: Record<string, string> = {}): string {
  const files = { 'n/a.md': page('type: voice', body) };
  const { [to]: text = '' } = moved(files, { 'n/a.md': to }, true, others).files;
  assert.ok(text.startsWith(page('type: voice', '')));
  return text.slice(page('type: voice', '').length);
}

const rewritten: readonly (readonly [what: string, from: string, to: string])[] = [
  ['pictures', '![x](img/a.png)\n', '![x](../../n/img/a.png)\n'],
  ['files', '[x](../offer.pdf)\n', '[x](../../offer.pdf)\n'],
  ['folders', '[x](img/) [y](..) [z](.)\n', '[x](../../n/img/) [y](../..) [z](../../n)\n'],
  ['definitions', '[x]\n\n[x]: ../img/a.png "T"\n', '[x]\n\n[x]: ../../img/a.png "T"\n'],
  ['destinations in angle brackets', '![x](<../my img/a b.png>)\n', '![x](<../../my img/a b.png>)\n'],
  [
    'what is behind the path',
    '[x](b.pdf#page=2) [y](b.html?q=1#c)\n',
    '[x](../../n/b.pdf#page=2) [y](../../n/b.html?q=1#c)\n',
  ],
  [
    'names as they are encoded',
    '[x](%C3%A4%20b.png) [y](a\\_b&amp;c.png)\n',
    '[x](../../n/%C3%A4%20b.png) [y](../../n/a\\_b&amp;c.png)\n',
  ],
  ['folders as they are encoded', '[x](../my%20img/a.png)\n', '[x](../../my%20img/a.png)\n'],
  ['titles and texts', '[![x](a.png "T")](b.pdf)\n', '[![x](../../n/a.png "T")](../../n/b.pdf)\n'],
  ['pictures of footnotes', 'x[^1]\n\n[^1]: ![x](a.png)\n', 'x[^1]\n\n[^1]: ![x](../../n/a.png)\n'],
  ['pictures of tables', '| a |\n| - |\n| ![x](a.png) |\n', '| a |\n| - |\n| ![x](../../n/a.png) |\n'],
  ['embedded Markdown files that are shown as pictures', '![x](b.md)\n', '![x](../../n/b.md)\n'],
  [
    'wiki links by a path from the page',
    '![[../img/a.png|300]] [[./b.pdf]]\n',
    '![[../../img/a.png|300]] [[../../n/b.pdf]]\n',
  ],
];

const kept: readonly (readonly [what: string, body: string])[] = [
  ['addresses', '[x](https://example.com/a.png) [y](mailto:a@example.com) [z](//example.com/a.png)\n'],
  ['paths from the root of a site', '[x](/img/a.png)\n'],
  ['links to headings of the page', '[x](#img) [y](?q)\n'],
  ['links out of the book', '[x](../../a.png)\n'],
  ['code and comments', '`[x](a.png)` <!-- [x](b.png) -->\n\n    [x](c.png)\n'],
  ['wiki links by name', '![[a.png]] [[img/a.png]]\n'],
];

describe('links of a moved page to pictures and other files', () => {
  for (const [what, from, to] of rewritten) {
    it(`follow: ${what}`, () => assert.equal(bodyAfter(from), to));
  }

  for (const [what, body] of kept) {
    it(`leave alone: ${what}`, () => assert.equal(bodyAfter(body), body));
  }

  it('stay where the page keeps its folder', () => {
    assert.equal(bodyAfter('![x](img/a.png)\n', 'n/b.md'), '![x](img/a.png)\n');
  });

  it('lose the folders that they need no longer', () => {
    assert.equal(
      bodyAfter('![x](img/a.png) [y](../b.pdf) [z](./c.pdf)\n', 'a.md'),
      '![x](n/img/a.png) [y](b.pdf) [z](./n/c.pdf)\n',
    );
  });

  it('stay where what they lead to moves along', () => {
    const files = { 'n/a.md': page('type: voice', '![x](img/a.png) [y](../b.pdf)\n') };
    const { files: is } = moved(files, { 'n/a.md': 'm/n/a.md' }, true, { n: 'm/n' });
    assert.deepEqual(changed({}, is), {
      'm/n/a.md': page('type: voice', '![x](img/a.png) [y](../../b.pdf)\n'),
    });
  });

  it('are counted in the question', () => {
    const files = { 'n/a.md': page('type: voice', '![x](a.png) ![y](b.png)\n') };
    const { follow } = moved(files, { 'n/a.md': 'a.md' });
    assert.deepEqual([follow.references, follow.pages], [2, ['n/a.md']]);
  });

  it('are left to VS Code where that updates links', () => {
    const files = { 'n/a.md': page('type: voice', '![x](a.png)\n') };
    assert.deepEqual(moved(files, { 'n/a.md': 'a.md' }, false).follow.pages, []);
  });

  it('are taken back, and followed again', () => {
    const files = { 'n/a.md': `\ufeff${page('type: voice', '![x](my%20a.png)\n').replaceAll('\n', '\r\n')}` };
    const { files: there, follow } = moved(files, { 'n/a.md': 'm/k/a.md' });
    assert.match(there['m/k/a.md'] ?? '', /\(\.\.\/\.\.\/n\/my%20a\.png\)/);
    assert.deepEqual(follows(there, takeBack(follow)), files);
    assert.deepEqual(follows(files, doAgain(follow)), there);
  });

  it('lead to the same file wherever the page moves, and when it moves back', () => {
    const folder = fc.constantFrom('', 'n/', 'n/m/', 'a b/', '水/');
    const name = fc.constantFrom('x.png', 'b c.png', 'e(1).pdf', '50%.pdf', '水.png', 'd');
    const links = fc.array(fc.tuple(folder, name), { minLength: 1, maxLength: 4 });
    const encoded = (path: string): string =>
      path.replace(/[% ()]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
    fc.assert(
      fc.property(folder, folder, links, (from, to, targets) => {
        fc.pre(from !== to);
        const up = (at: string): string => '../'.repeat(at.split('/').length - 1);
        const body = targets.map((target) => `![x](${encoded(up(from) + target.join(''))})`).join('\n');
        const files = { [`${from}p.md`]: page('type: voice', `${body}\n`) };
        const there = moved(files, { [`${from}p.md`]: `${to}p.md` }).files;
        const written = [...(there[`${to}p.md`] ?? '').matchAll(/!\[x\]\(([^)]*)\)/g)].map(
          ([, path]) => path ?? '',
        );
        const base = `https://example.com/${to}p.md`;
        assert.deepEqual(
          written.map((path) => decodeURIComponent(new URL(path, base).pathname)),
          targets.map((target) => `/${target.join('')}`),
        );
        const back = moved(there, { [`${to}p.md`]: `${from}p.md` }).files[`${from}p.md`] ?? '';
        const again = [...back.matchAll(/!\[x\]\(([^)]*)\)/g)].map(([, path]) => path ?? '');
        assert.deepEqual(
          again.map((path) => decodeURIComponent(new URL(path, `https://example.com/${from}p.md`).pathname)),
          targets.map((target) => `/${target.join('')}`),
        );
      }),
      { numRuns: runs(60) },
    );
  });
});
