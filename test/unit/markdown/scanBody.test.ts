import assert from 'node:assert/strict';
import { scanBody } from '../../../src/core/markdown/scanBody';
import type { Range } from '../../../src/core/model/text';

/** `line:character-line:character`, the second line left out when it is the first. */
function written({ start, end }: Range): string {
  const last = end.line === start.line ? '' : `${end.line}:`;
  return `${start.line}:${start.character}-${last}${end.character}`;
}

function headings(text: string): string[] {
  return scanBody(text).headings.map(({ level, text, range }) => `${level} ${text} @${written(range)}`);
}

function items(text: string): string[] {
  return scanBody(text).listItems.map((item) => {
    const quoted = item.quoted ? ' quoted' : '';
    return `${item.depth} ${item.text} @${written(item.range)} lines ${item.firstLine}-${item.lastLine}${quoted}`;
  });
}

function targets(text: string): string[] {
  return scanBody(text).links.map(({ form, target }) => `${form} ${target}`);
}

function comments(text: string): string[] {
  return scanBody(text).comments.map(({ text, range }) => `${text} @${written(range)}`);
}

describe('headings of a body', () => {
  it('are found with # marks, their closing marks and white space left out', () => {
    assert.deepEqual(headings('# Status\n##  Roadmap  ## \n#\tTime\n'), [
      '1 Status @0:2-8',
      '2 Roadmap @1:4-11',
      '1 Time @2:2-6',
    ]);
  });

  it('are found by their underline, over several lines', () => {
    assert.deepEqual(headings('Our\nanswer\n===\nIssues\n---\n'), [
      '1 Our answer @0:0-1:6',
      '2 Issues @3:0-6',
    ]);
  });

  it('may be empty', () => {
    assert.deepEqual(headings('##\n# #\n'), ['2  @0:2-2', '1  @1:1-1']);
  });

  it('are not made by seven marks, marks without a space, or marks in code', () => {
    assert.deepEqual(headings('####### a\n\n#tag\n\n    # code\n\n```\n# code\n```\n'), []);
  });

  it('are plain text: without emphasis, code marks, links, images, HTML and escapes', () => {
    const text =
      '# *R&amp;D*: `a  b` [the **plan**](p.md) ![logo](l.png)<b>x</b> \\*<http://x.org> [[id|label]]\n';
    assert.deepEqual(headings(text), [
      `1 R&D: a b the plan x *http://x.org [[id|label]] @0:2-${text.length - 1}`,
    ]);
  });

  it('keep marks that are no emphasis', () => {
    assert.deepEqual(headings('# a_b_c 2 * 3 **x\n'), ['1 a_b_c 2 * 3 **x @0:2-17']);
  });

  it('are not reported inside quotes and lists', () => {
    assert.deepEqual(headings('> # a\n\n- # b\n\n1. c\n   ===\n'), []);
  });
});

describe('list items of a body', () => {
  it('have the first line of their first paragraph as text, task marks included', () => {
    assert.deepEqual(items('- [ ] @rnd: units  \n  more\n* [x] done\n1) one\n'), [
      '0 [ ] @rnd: units @0:2-17 lines 0-1',
      '0 [x] done @2:2-10 lines 2-2',
      '0 one @3:3-6 lines 3-3',
    ]);
  });

  it('have their depth among list items', () => {
    assert.deepEqual(items('- a\n  - b\n    1. c\n- d\n'), [
      '0 a @0:2-3 lines 0-2',
      '1 b @1:4-5 lines 1-2',
      '2 c @2:7-8 lines 2-2',
      '0 d @3:2-3 lines 3-3',
    ]);
  });

  it('are nested by tabs as by columns up to the next multiple of four', () => {
    assert.deepEqual(items('-\ta\n\t- b\n'), ['0 a @0:2-3 lines 0-1', '1 b @1:3-4 lines 1-1']);
  });

  it('have no text when they begin with code, a quote, a heading, a definition or nothing', () => {
    const text = '- ```\n  a\n  ```\n- > b\n- # c\n- [d]: e.md\n-\n- ***\n';
    assert.deepEqual(
      scanBody(text).listItems.map((item) => item.text),
      ['', '', '', '', '', ''],
    );
  });

  it('may begin on the line after their marker', () => {
    assert.deepEqual(items('-\n  later\n'), ['0 later @1:2-7 lines 0-1']);
  });

  it('stay empty when a blank line follows their marker', () => {
    assert.deepEqual(items('-\n\n  no\n'), ['0  @0:1-1 lines 0-0']);
  });

  it('are marked when they stand in a block quote', () => {
    assert.deepEqual(items('> - a\n>   - b\n'), [
      '0 a @0:4-5 lines 0-1 quoted',
      '1 b @1:6-7 lines 1-1 quoted',
    ]);
  });

  it('reach over lazy lines and inner blank lines, not over trailing ones', () => {
    assert.deepEqual(items('- a\nlazy\n\n  second\n\n\nafter\n'), ['0 a @0:2-3 lines 0-3']);
  });

  it('are not made inside code, HTML and comments', () => {
    const text = '```\n- a\n```\n\n    - b\n\n<!--\n- c\n-->\n<div>\n- d\n</div>\n';
    assert.deepEqual(items(text), []);
  });

  it('end a fence that was left open in the item before', () => {
    assert.deepEqual(items('- a\n  ```\n  x\n- b\n'), ['0 a @0:2-3 lines 0-2', '0 b @3:2-3 lines 3-3']);
  });

  it('interrupt a paragraph only from 1 on', () => {
    assert.deepEqual(items('In\n2026. was\n\nand\n1. one\n'), ['0 one @4:3-6 lines 4-4']);
  });

  it('are told from thematic breaks and underlines', () => {
    assert.deepEqual(items('- - -\n* * *\n\na\n-\n'), []);
  });
});

describe('wiki links of a body', () => {
  it('have target, heading and label, each with its place', () => {
    assert.deepEqual(scanBody('x [[pure #Our answer | Pure North ]]').links, [
      {
        form: 'wiki',
        target: 'pure',
        targetRange: { start: { line: 0, character: 4 }, end: { line: 0, character: 8 } },
        heading: 'Our answer',
        headingRange: { start: { line: 0, character: 10 }, end: { line: 0, character: 20 } },
        label: 'Pure North',
        range: { start: { line: 0, character: 2 }, end: { line: 0, character: 36 } },
      },
    ]);
  });

  it('may have an escaped bar, as in a table cell', () => {
    const [link] = scanBody('| [[a\\|b]] |').links;
    assert.deepEqual([link?.target, link?.label], ['a', 'b']);
  });

  it('count in headings, list items, quotes, tables, embeds and the text of links', () => {
    const text = '# [[a]]\n- [[b]]\n> [[c]]\n\n| [[d]] |\n![[e]] [see [[f]]](x.org) **[[g]]**\n';
    assert.deepEqual(
      targets(text),
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => `wiki ${id}`),
    );
  });

  it('need a target and one line', () => {
    assert.deepEqual(targets('[[]] [[ ]] [[#]] [[|l]] [[a\nb]] [[a]\n'), []);
  });

  it('may name a heading of the same page', () => {
    const [link] = scanBody('[[#Our answer|see]]').links;
    assert.deepEqual([link?.target, link?.heading, link?.label], ['', 'Our answer', 'see']);
  });

  it('do not begin with white space, as tests of shell scripts do', () => {
    assert.deepEqual(targets('[[ -f x ]] [[\u3000a]]'), []);
  });

  it('name no address and no folder', () => {
    assert.deepEqual(targets('[[https://x.org]] [[mailto:a@x.org]] [[www.x.org/a]] [[plans/]]'), []);
  });

  it('are no citations, which are links whose text has brackets', () => {
    assert.deepEqual(targets('[[1]](https://x.org) [[2]][x] [[3]]\n\n[x]: y'), ['wiki 3']);
  });

  it('are the innermost brackets', () => {
    assert.deepEqual(targets('[[[a]]] [[b [[c]]'), ['wiki a', 'wiki c']);
  });

  for (const [where, text] of [
    ['after a backslash', '\\[[a]] [\\[b]]'],
    ['in code spans', '`[[a]]` ``[[b]]`x``'],
    ['over the edge of a code span', '[[a`]]`'],
    ['in fenced code', '~~~\n[[a]]\n~~~'],
    ['in indented code', '    [[a]]'],
    ['in comments', '<!-- [[a]] -->\n\nb <!-- [[c]] -->'],
    ['in HTML blocks', '<div>\n[[a]]\n</div>'],
    ['in tags', 'x <a title="[[a]]">'],
    ['in autolinks', '<http://x.org/[[a]]>'],
    ['in the titles of links', '[a](b "[[c]]")'],
    ['in the alternative text of images', '![a [[b]]](c.png)'],
  ] as const) {
    it(`do not count ${where}`, () => assert.deepEqual(targets(text), []));
  }

  it('count behind a backtick, bracket or angle that opens nothing', () => {
    assert.deepEqual(targets('a ` [[b]] < [[c]] <!-- [[d]]'), ['wiki b', 'wiki c', 'wiki d']);
  });
});

describe('Markdown links of a body', () => {
  it('have target and heading, escapes resolved, percent signs kept', () => {
    assert.deepEqual(scanBody('[a](../x/b\\_c%20d.md?v=1#Our%20answer "t")').links, [
      {
        form: 'markdown',
        target: '../x/b_c%20d.md',
        targetRange: { start: { line: 0, character: 4 }, end: { line: 0, character: 20 } },
        heading: 'Our%20answer',
        headingRange: { start: { line: 0, character: 25 }, end: { line: 0, character: 37 } },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 42 } },
      },
    ]);
  });

  it('may have angle brackets, nested parentheses, titles and line endings', () => {
    assert.deepEqual(targets("[a](<b c.md>) [d](e(f).md) [g](\n  h.md\n  'i')\n"), [
      'markdown b c.md',
      'markdown e(f).md',
      'markdown h.md',
    ]);
  });

  it('are definitions, too, but not their uses', () => {
    const text = '[a][plan], [plan]\n\n[plan]: plans/a.md "t"  \n[b]:\n  <b.md>\n';
    assert.deepEqual(
      scanBody(text).links.map(({ target, range }) => `${target} @${written(range)}`),
      ['plans/a.md @2:0-22', 'b.md @3:0-4:8'],
    );
  });

  it('may have a text in brackets, which is no wiki link then', () => {
    assert.deepEqual(targets('[[a]](b.md)'), ['markdown b.md']);
  });

  it('have escapes and character references in their destinations resolved, in definitions, too', () => {
    const text = '[x](r&amp;d.md) [x](a\\_b.md) [x](&#98;.md&num;h) [x]\n\n[x]: r&amp;d.md#a&amp;b\n';
    assert.deepEqual(
      scanBody(text).links.map(({ target, heading }) => [target, heading]),
      [
        ['r&d.md', undefined],
        ['a_b.md', undefined],
        ['b.md', 'h'],
        ['r&d.md', 'a&b'],
      ],
    );
  });

  it('lead to .md files relative to the page only', () => {
    const text = [
      'a.txt',
      '/a.md',
      '//h/a.md',
      'http://h/a.md',
      'command:a.md',
      'C:\\a.md',
      '\\\\\\\\h\\a.md',
      '#a.md',
    ]
      .map((target) => `[x](${target})`)
      .join(' ');
    assert.deepEqual(targets(text), []);
  });

  it('are not images', () => {
    assert.deepEqual(targets('![a](b.md) ![c [d](e.md)](f.png)'), []);
  });

  it('do not stand inside each other: the inner one counts', () => {
    assert.deepEqual(targets('[a [b](c.md) d](e.md) [f [g] h](i.md)\n\n[g]: x\n'), ['markdown c.md']);
  });

  it('are not made by brackets in code, HTML or after a backslash', () => {
    assert.deepEqual(targets('[a`](b.md)`\n\n[c<x y="](d.md)">\n\n\\[e](f.md) [g\\](h.md)'), []);
  });

  it('are not made by more than 32 nested parentheses', () => {
    const nested = (depth: number): string => `[a](${'('.repeat(depth)}x${')'.repeat(depth)}.md)`;
    assert.equal(targets(nested(32)).length, 1);
    assert.equal(targets(nested(33)).length, 0);
  });

  it('come in the order of the text, also among definitions and wiki links', () => {
    const text = '[a [[b]] c](d.md)\n\n[e]: f.md\n\n- [[g]]\n';
    assert.deepEqual(targets(text), ['markdown d.md', 'wiki b', 'markdown f.md', 'wiki g']);
  });
});

describe('footnotes of a body', () => {
  it('hold links and mentions, though they consist of one word', () => {
    const text = 'Prices.[^1] Offer.[^2]\n\n[^1]: [[purenorth]]\n[^2]: [offer](a.md)\n[^3]: @sales\n';
    assert.deepEqual(targets(text), ['wiki purenorth', 'markdown a.md']);
    assert.deepEqual(
      scanBody(text).mentions.map(({ name }) => name),
      ['sales'],
    );
  });

  it('are no definitions of links', () => {
    assert.deepEqual(targets('[^1]: a.md\n'), []);
  });

  it('go on in indented lines and behind blank ones', () => {
    assert.deepEqual(targets('[^1]: a\n\n    [[b]]\n\n[[c]]\n'), ['wiki b', 'wiki c']);
    assert.deepEqual(headings('[^1]: a\n\n    # b\n\n# c\n'), ['1 c @4:2-3']);
  });

  it('do not belong to the list item above them', () => {
    assert.deepEqual(items('- call[^1]\n[^1]: [[a]]\n'), ['0 call[^1] @0:2-10 lines 0-0']);
  });

  it('hold no items of the page’s own lists', () => {
    assert.deepEqual(items('[^1]: - a\n'), ['1 a @0:8-9 lines 0-0']);
  });

  it('make their marks no links and no text of headings', () => {
    assert.deepEqual(targets('See[^1](a.md) and [[^1]]\n\n[^1]: b\n'), []);
    assert.deepEqual(headings('# Prices[^1]\n\n[^1]: b\n'), ['1 Prices @0:2-12']);
  });

  it('need a label without white space; else a definition of a link may stand there', () => {
    assert.deepEqual(targets('[^a b]: c.md\n'), ['markdown c.md']);
  });
});

describe('tables of a body', () => {
  const table = '| a | b |\n|---|---|\n| 1 | 2 |\n';

  for (const [name, line] of [
    ['---', '---'],
    ['===', '==='],
  ] as const) {
    it(`are no headings above ${name}`, () => {
      assert.deepEqual(headings(`## Time\n\n${table}${line}\n`), ['2 Time @0:3-7']);
    });
  }

  it('end where another block begins', () => {
    assert.deepEqual(headings(`${table}# A\n`), ['1 A @3:2-3']);
    assert.deepEqual(items(`${table}- a\n`), ['0 a @3:2-3 lines 3-3']);
    assert.deepEqual(items(`${table}2. a\n`), ['0 a @3:3-4 lines 3-3']);
  });

  it('begin below the text of a paragraph, whose last line is their head', () => {
    assert.deepEqual(headings('Prices\n| a |\n|---|\n---\n'), []);
  });

  it('need as many columns below the head as in it', () => {
    assert.deepEqual(headings('| a | b |\n|---|\n---\n'), ['2 | a | b | |---| @0:0-1:5']);
  });

  it('may have one column, told by a bar or a colon', () => {
    assert.deepEqual(headings('a\n:-:\nb\n===\n'), []);
    assert.deepEqual(headings('a\n-|\nb\n===\n'), []);
    assert.deepEqual(headings('a\n---\n'), ['2 a @0:0-1']);
  });

  it('hold links in each cell, which code and links do not leave', () => {
    assert.deepEqual(targets('| a | b | c |\n|-|-|-|\n| `x | [[y]] | z` |\n'), ['wiki y']);
  });

  it('leave a bar in a wiki link to the link, escaped or not', () => {
    assert.deepEqual(targets('| a | b |\n|-|-|\n| [[x|y]] | [[z\\|w]] |\n'), ['wiki x', 'wiki z']);
  });

  it('give a list item no text', () => {
    assert.deepEqual(items('- | a |\n  |---|\n'), ['0  @0:1-1 lines 0-1']);
  });
});

describe('comments of a body', () => {
  it('are found as blocks, inside blocks of HTML and inside paragraphs', () => {
    const text = '<!-- a -->\n<!-- b\nc --> <!--d-->\n<div>\n<!-- e --></div>\n\nx <!-- f\ng --> y\n';
    assert.deepEqual(comments(text), [
      ' a  @0:0-10',
      ' b\nc  @1:0-2:5',
      'd @2:6-14',
      ' e  @4:0-10',
      ' f\ng  @6:2-7:5',
    ]);
  });

  it('may be empty', () => {
    assert.deepEqual(comments('<!-->\n\n<!--->\n\na <!---->'), [' @0:0-5', ' @2:0-6', ' @4:2-9']);
  });

  it('are found in quotes and list items', () => {
    assert.deepEqual(comments('> <!-- a -->\n\n- b <!-- c -->\n'), [' a  @0:2-12', ' c  @2:4-14']);
  });

  it('are not found when they stay open, or stand in code', () => {
    assert.deepEqual(comments('`<!-- a -->`\n\n    <!-- b -->\n\n<!-- c\n'), []);
  });
});

describe('mentions of a body', () => {
  const names = (text: string): string[] =>
    scanBody(text).mentions.map(({ name, range }) => `${name} @${written(range)}`);

  it('are names behind @ wherever text may stand', () => {
    assert.deepEqual(names('# @sales\n- [ ] @rnd -> @me: x\n> (@r-d), *@qa* [@it](x) @販売\n'), [
      'sales @0:2-8',
      'rnd @1:6-10',
      'me @1:14-17',
      'r-d @2:3-7',
      'qa @2:11-14',
      'it @2:17-20',
      '販売 @2:25-28',
    ]);
  });

  it('do not count in addresses, paths, code, comments, destinations and behind a backslash', () => {
    assert.deepEqual(names('a@b x/@c `@d` <!-- @e --> [f](@g) <h@i.org> \\@j @ k\n\n    @l\n'), []);
  });
});

describe('block quotes of a body', () => {
  it('are reported by their first line', () => {
    assert.deepEqual(scanBody('> a\n> b\nlazy\n\n> c\n').quoteLines, [0, 4]);
  });

  it('count when they hold a paragraph, a heading or code, also in a list or quote of theirs', () => {
    assert.deepEqual(
      scanBody('> - a\n\n> > b\n\n> # c\n\n>     d\n\n> ~~~\n> e\n').quoteLines,
      [0, 2, 4, 6, 8],
    );
  });

  it('do not count when they hold no text', () => {
    assert.deepEqual(
      scanBody('>\n\n> ---\n\n> #\n\n> <!-- a -->\n\n> [a]: b\n\n> ```\n> ```\n\n> -\n').quoteLines,
      [],
    );
  });

  it('count inside a list too', () => {
    assert.deepEqual(scanBody('- > a\n').quoteLines, [0]);
  });
});

describe('positions in a body', () => {
  for (const [name, ending] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`are lines of the whole text, ended by ${name}`, () => {
      const text = ['---', 'type: log', '---', '# Time', '', '- 水 🚰 [[a]]', '  - b', ''].join(ending);
      const scan = scanBody(text, 3);
      assert.deepEqual(
        [scan.headings, scan.listItems, scan.links].map((found) => found.map(({ range }) => written(range))),
        [['3:2-6'], ['5:2-12', '6:4-5'], ['5:7-12']],
      );
    });
  }

  it('count a byte order mark as a character of its line', () => {
    assert.deepEqual(headings('\ufeff# a\n'), ['1 a @0:3-4']);
  });

  it('do not take line separators of Unicode for line endings', () => {
    assert.deepEqual(items('- a\u2028- b\u0085- c\n').length, 1);
  });

  it('are read from nothing behind the end of the text', () => {
    const nothing = { headings: [], listItems: [], links: [], comments: [], mentions: [], quoteLines: [] };
    assert.deepEqual(scanBody('# a', 5), nothing);
    assert.deepEqual(scanBody(''), nothing);
  });

  it('have no front matter when reading starts behind it', () => {
    assert.deepEqual(scanBody('---\na: "[[x]]"\n---\n# b\n', 3).links, []);
  });
});
