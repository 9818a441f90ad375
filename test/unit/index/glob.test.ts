import assert from 'node:assert/strict';
import { matchesAny } from '../../../src/core/index/glob';

describe('a pattern of excluded files', () => {
  for (const [pattern, path] of [
    ['archive', 'archive/x.md'],
    ['archive', 'a/archive/b/x.md'],
    ['archive/', 'archive/x.md'],
    ['archive/**', 'archive/a/x.md'],
    ['/archive', 'archive/x.md'],
    ['./archive', 'archive/x.md'],
    ['*.md', 'a/x.md'],
    ['draft-*.md', 'a/draft-x.md'],
    ['a/*.md', 'a/x.md'],
    ['a/*', 'a/b/x.md'],
    ['**/x.md', 'x.md'],
    ['**/x.md', 'a/b/x.md'],
    ['a/**/x.md', 'a/x.md'],
    ['a/**/x.md', 'a/b/c/x.md'],
    ['**/drafts/**', 'a/drafts/x.md'],
    ['?.md', 'x.md'],
    ['x.md', 'a/x.md'],
    ['净*', '净水器.md'],
    ['*a*b*c.md', 'xaxbxbxc.md'],
    ['**', 'x.md'],
    ['[a].md', '[a].md'],
    ['a+(b).md', 'a+(b).md'],
  ] as const) {
    it(`${pattern} matches ${path}`, () => {
      assert.equal(matchesAny(path, [pattern]), true);
    });
  }

  for (const [pattern, path] of [
    ['archive', 'archived/x.md'],
    ['/archive', 'a/archive/x.md'],
    ['a/archive', 'b/a/archive/x.md'],
    ['a/*.md', 'a/b/x.md'],
    ['a/*.md', 'b/a/x.md'],
    ['?.md', 'xy.md'],
    ['*.txt', 'x.md'],
    ['x.m', 'x.md'],
    ['.md', 'x.md'],
    ['a.c.md', 'abc.md'],
    ['[ab].md', 'a.md'],
    ['X.md', 'x.md'],
    ['', 'x.md'],
    ['/', 'x.md'],
    ['a/**/x.md', 'b/x.md'],
  ] as const) {
    it(`${pattern === '' ? 'nothing' : pattern} does not match ${path}`, () => {
      assert.equal(matchesAny(path, [pattern]), false);
    });
  }

  it('is one of several', () => {
    assert.equal(matchesAny('x.md', ['a', 'x.md']), true);
    assert.equal(matchesAny('x.md', []), false);
  });
});
