import assert from 'node:assert/strict';
import { scanBody } from '../../../src/core/markdown/scanBody';
import { scanWithRemark } from './remark';

function targets(text: string): string[] {
  return scanBody(text).links.map(({ form, target }) => `${form} ${target}`);
}

describe('a body where remark is known to be peculiar', () => {
  for (const [name, text] of [
    ['indented code on a lazy line ends with that line', '>\n    x\n-\t\n'],
    ['indented code keeps a list that does not begin with 1 from beginning', '    code\n2. b\n'],
    ['… also behind blank lines', '    code\n\n2. b\n'],
    ['a complete tag on a lazy line ends the paragraph inside the list', '- a\n<x>\nb\n'],
    ['… but outside of it at the end of the text', '- a\n<x>'],
    ['a paragraph cut off by a quote keeps a list in the quote from beginning', 'a\n> 2. b\n'],
    ['only an even number of brackets closes CDATA', '<![CDATA[\n]]]>\n# a\n'],
    ['a value without quotes may hold equals signs in an HTML block', '<x y=z=a>\n# a\n'],
    ['an underline below definitions only is a paragraph', '[a]: b\n===\n[c]: d\n'],
    ['definitions before an underlined heading are no part of it', '[a]: b "c\n[[x]]"\nd\n===\n'],
    ['a fence cut off by a list item ends before it', '- ```\n  a\n\n- b\n'],
    ['a second byte order mark is text', '\ufeff\ufeff- a'],
    ['a nul character is a symbol', '# **\0a**\n'],
    ['runs of backticks are remembered by their last place', '`a```  ``b```  ``[](a.md)``'],
    ['emphasis inside emphasis is matched once more', '# _**__****](x)*____**\n'],
    ['an inner reference keeps outer brackets from being a link', '[a [foo] b](c.md)\n\n[foo]: d\n'],
    ['a title in parentheses may hold an opening one', '[a](b.md (c(d))'],
    ['a table may not begin below a lazy line', '> a\n| b |\n> | - |\n'],
    ['a row of a table may not be lazy', '> | a |\n> | - |\nb\n'],
    ['a table in a quote takes its paragraph’s last line', '> x\n> | a |\n> | - |\n> ---\n'],
    ['a list begins below the head of a table', 'a | b\n- | -\n'],
    ['indented code ends a table', '| a |\n|-|\n    b\n'],
    ['a complete tag ends a table', '| a |\n|-|\n<x>\n[[y]]\n'],
    ['a complete tag that would be the head of a table ends a paragraph', 'a\n</x>\n-:\n@sales\n'],
    ['… also in a quote', '> a\n> <!-- b --> c\n> <x>\n> -:\n> [[y]]\n'],
    ['… but is the head where nothing stands above', '</x>\n-:\n@sales\n'],
    ['a definition may be the head of a table', '[foo]: a.md\n--|\n'],
    ['a footnote may interrupt a paragraph', 'a\n[^1]: b\nc\n===\n'],
    ['a footnote may be empty at first', '[^1]:\n\n    # a\n    [[b]]\n'],
    ['a footnote may be named behind an exclamation mark', '# a ![^1] [[b]]\n\n[^1]: c\n'],
    ['a label of a full reference is no text', '[a][@b]\n\n[@b]: c\n'],
    ['a label of any other reference is text', '[@b] [@b][]\n\n[@b]: c\n'],
    ['an address may hold backticks', '`<a`@x.org>` [[b]]`'],
  ] as const) {
    it(name, () => assert.deepEqual(scanBody(text), scanWithRemark(text)));
  }
});

describe('a body made to be hard to read', () => {
  const length = 200_000;
  for (const unit of [
    ...[
      '[',
      ']',
      '![',
      '[[',
      '`',
      '``a`',
      '<',
      '<!--',
      '<?',
      '<![CDATA[',
      '<a b="',
      '<a ',
      '<a@',
      '<a:',
      '[^',
      '[^a',
      '[^a]',
      '![^a]',
      '|',
      '|[[a|',
      'a|\\|',
      '\\',
      '*a _',
      '# *a ',
    ],
    ...[
      '>',
      '> ',
      '- ',
      '- - - - \n',
      '\t- ',
      '1.\n',
      '> a\nb\n',
      '- a\n\n',
      '[a](',
      '[a](b "',
      '[a](b (',
      '[a](<',
      '[a][',
      '[a]: b\n',
    ],
    ...['[a]: b "\n', '<div>\n<!--\n\n', '<x>\n', '```\n', 'a\n===\n', 'a <!--\n\n', '\r', '\0', '\ud83d'],
  ]) {
    it(`is read to its end when it repeats ${JSON.stringify(unit)}`, () => {
      const text = unit.repeat(length / unit.length);
      const end = '\n\n- - -\n\n~~~\n~~~\n\n<!-- -->\n\n# [[end]]\n';
      assert.doesNotThrow(() => scanBody(text));
      assert.ok(scanBody(`${text}${end}`).listItems.length <= length);
    });
  }

  it('still has what stands behind it found', () => {
    for (const mark of ['[', '`', '<!--', '![', '*']) {
      assert.deepEqual(targets(`x${mark.repeat(length / mark.length)}\n\n[[a]]\n`), ['wiki a']);
    }
  });

  it('stops nesting at a depth of 100', () => {
    const depths = scanBody(`${'- '.repeat(1000)}a\n`).listItems.map((item) => item.depth);
    assert.equal(Math.max(...depths), 99);
  });
});
