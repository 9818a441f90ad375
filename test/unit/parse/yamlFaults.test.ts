import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type ErrorCode, parseDocument } from 'yaml';
import { yamlFault } from '../../../src/core/parse/yamlFaults';
import { english } from '../support/english';

/** Texts that the library refuses, by the code that it gives. */
const refused: Partial<Record<ErrorCode, readonly string[]>> = {
  ALIAS_PROPS: ['a: &x 1\nb: &y *x\n'],
  BAD_ALIAS: ['a: *\n', 'a: &\n'],
  BAD_COLLECTION_TYPE: ['!!set [1]\n'],
  BAD_DIRECTIVE: ['%YAML 9 9\n---\na: 1\n'],
  BAD_DQ_ESCAPE: ['a: "\\q"\n'],
  BAD_INDENT: ['a: [1,\n2]\n', 'a: [1\n', 'a: {b: 1\n', '- - a\n - b\n'],
  BAD_SCALAR_START: ['a: @x\n', 'a: `x\n', 'a: %x\n', 'a: {b: |\n x}\n'],
  BLOCK_AS_IMPLICIT_KEY: ['a: b: c\n', 'title: Fix: x\n', 'a:\n  - 1\n - 2\n'],
  BLOCK_IN_FLOW: ['a: [\n  - b\n]\n'],
  DUPLICATE_KEY: ['a: 1\na: 2\n'],
  KEY_OVER_1024_CHARS: [`${'a'.repeat(1100)}: 1\n`, `[${'a'.repeat(1100)}]: 1\n`],
  MISSING_CHAR: ['a: "x\n', "a: 'x\n", '{a: 1\n', 'a: "b"#c\n', '&x - a\n'],
  MULTILINE_IMPLICIT_KEY: ['a\nb: 1\n', '"a\n b": 1\n'],
  MULTIPLE_ANCHORS: ['a: &x &y 1\n'],
  MULTIPLE_TAGS: ['a: !x !y 1\n'],
  TAB_AS_INDENT: ['a:\n\tb: 1\n', 'a:\n\t- b\n'],
  TAG_RESOLVE_FAILED: ['a: !x 1\n', 'a: !!int x\n', 'a: !x!y 1\n', 'a: !!seq {b: 1}\n'],
  UNEXPECTED_TOKEN: [
    'a: ]\n',
    'a: }\n',
    'a: [,]\n',
    'a: "b" c\n',
    'a: |x\n',
    'a: > x\n',
    '- a\nb\n',
    'a: - b\n',
  ],
};
/** Words of the library's own messages, which say nothing to who writes a page. */
const jargon =
  /\b(?:scalars?|mapping|sequences?|flow|block|implicit|explicit|tokens?|nodes?|anchors?|tags?|alias(?:es)?|directives?|props?|properties|collections?|parse|parser|schema|resolved?|compact|null|whitespace|multi-?line|documents?|column|at line)\b/i;

const codes = [
  ...new Set(
    /type ErrorCode = ([^;]*);/
      .exec(readFileSync(require.resolve('yaml').replace(/index\.js$/, 'errors.d.ts'), 'utf8'))?.[1]
      ?.match(/[A-Z_0-9]+/g),
  ),
] as ErrorCode[];

describe('what is said of faults in YAML', () => {
  it('covers all codes of the library', () => {
    assert.ok(codes.length > 20, codes.join());
  });

  for (const code of codes) {
    it(`is ours for ${code}, whatever the library says`, () => {
      const said = english.say(
        yamlFault({ code, message: 'Implicit flow scalar tokens at line 3, column 7' }),
      );
      assert.doesNotMatch(said, jargon);
      assert.match(said, /^[A-Z].*[.!]$/);
    });
  }

  for (const [code, texts] of Object.entries(refused)) {
    for (const text of texts) {
      it(`is ours for ${code}: ${JSON.stringify(text.slice(0, 40))}`, () => {
        const { errors, warnings } = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
        const found = [...errors, ...warnings];
        assert.ok(
          found.some((error) => error.code === code),
          `the library gives ${found.map((error) => error.code).join(', ') || 'no fault'}`,
        );
        for (const error of found) assert.doesNotMatch(english.say(yamlFault(error)), jargon);
      });
    }
  }
});
