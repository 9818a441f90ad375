import assert from 'node:assert/strict';
import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { plain } from '../../../src/core/language/hover/hoverText';
import { asMarkdown } from '../../../src/core/model/markdownText';
import { t } from '../../../src/core/model/message';
import { Words } from '../../../src/core/words/words';
import { page } from '../support/books';
import { english } from '../support/english';
import { hovered } from '../support/hover';

const hostile = [
  '[x](command:workbench.action.quit)',
  '<script>alert(1)</script>',
  '![x](https://tracker.example/a.png)',
  ']( javascript:alert(1) )',
  '<img src=x onerror=alert(1)>',
  '<command:x>',
  '$(zap) **bold** `code`',
  'https://tracker.example www.tracker.example mail@tracker.example',
  '[x]: command:y',
  '&#91;x&#93;&lpar;command:y)',
  '\\[x](command:z)',
  '# heading',
  '1. one',
  '| a | b |',
];

/** Everything but plain text, emphasis of ours and links to our own addresses. */
function foreign(markdown: string): string[] {
  const tree = unified().use(remarkParse).parse(markdown);
  const found: string[] = [];
  visit(tree, (node) => {
    if (
      ['html', 'image', 'imageReference', 'linkReference', 'definition', 'code', 'heading'].includes(
        node.type,
      )
    ) {
      found.push(node.type);
    }
    if (node.type === 'link' && !node.url.startsWith('file:///')) found.push(node.url);
  });
  return found;
}

describe('Hover on hostile pages', () => {
  for (const text of hostile) {
    const quoted = JSON.stringify(text);

    it(`shows ${text} in a title, an id and a body as text`, async () => {
      const files = {
        'competitors/evil.md': page(
          `type: competitor\nid: evil\ntitle: ${quoted}\nthreat: ${quoted}`,
          `${text}\n`,
        ),
      };
      const hover = await hovered('---\ntype: strategy\ncompetitors: [ev|il]\n---\n', { files });
      assert.deepEqual(foreign(hover?.markdown ?? '[nothing](told)'), []);
    });

    it(`shows ${text} in a commitment and a manager’s name as text`, async () => {
      const files = {
        'book.md': page(`type: book\nmanager: ${quoted}\ncurrency: ${quoted}`),
        'plans/p.md': page(`type: response\ntitle: ${quoted}`, `- [ ] @rnd -> @me: ${text} due:2026-12-01\n`),
      };
      for (const marked of ['See @m|e', 'See @rn|d']) {
        const hover = await hovered(`---\ntype: decision\n---\n${marked}\n`, { files });
        assert.deepEqual(foreign(hover?.markdown ?? '[nothing](told)'), []);
      }
    });

    it(`shows ${text} in an activity’s name as text`, async () => {
      const files = {
        'book.md': page(`type: book\nactivities:\n  - id: own\n    title: ${quoted}\n    horizon: short`),
      };
      const hover = await hovered('---\ntype: log\ndate: 2026-11-20\n---\n\n## Time\n\n- 1h ow|n\n', {
        files,
      });
      assert.deepEqual(foreign(hover?.markdown ?? '[nothing](told)'), []);
    });
  }

  it('keeps a page’s path from ending its link', async () => {
    const files = { 'plans/a) [x](command:y) (b.md': page('type: response\nid: evil\ntitle: Evil') };
    const hover = await hovered('---\ntype: decision\n---\n[[ev|il]]\n', { files });
    assert.deepEqual(foreign(hover?.markdown ?? ''), []);
    assert.match(hover?.markdown ?? '', /file:\/\/\/plans\/a%29%20\[x\]%28command:y%29%20%28b\.md/);
  });

  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...hostile, ' ', '\n')).map((parts) => parts.join('')),
  );
  const isText = (markdown: string): void => {
    visit(unified().use(remarkParse).parse(markdown), (node) => {
      assert.ok(['root', 'paragraph', 'text'].includes(node.type), node.type);
    });
  };

  it('makes nothing but text of any text', () => {
    fc.assert(fc.property(texts, (written) => isText(asMarkdown(written))));
  });

  it('makes nothing but text of a sentence that holds one, in any language', () => {
    const other = new Words('de', (pattern) => `*${pattern}* [x](command:y)`);
    fc.assert(
      fc.property(texts, (written) => {
        for (const words of [english, other]) isText(words.say(plain(t`last seen by ${written}`)));
      }),
    );
  });
});
