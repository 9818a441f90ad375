import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildId } from '../../../src/core/index/buildId';
import { cacheText } from '../../../src/core/index/cacheText';
import { contentHash } from '../../../src/core/index/contentHash';
import { cacheParts, type FileStamp, PageCache } from '../../../src/core/index/pageCache';
import type { Page } from '../../../src/core/model/page';
import { packingVersion, packPage } from '../../../src/core/parse/packedPage';
import { parsePage } from '../../../src/core/parse/parsePage';
import { StoredPage } from '../../../src/core/parse/storedPage';
import { withChange } from './damagedText';

type Texts = Readonly<Record<string, string>>;
/** The files of a cache by name, as they lie on disk. */
type Kept = ReadonlyMap<string, string>;

const written = 1_000_000;
const hour = 3_600_000;
const nothing: Kept = new Map();

/** Of a file that was last written long before it is looked at. */
function stampAt(modified: number, seen = modified + hour): FileStamp {
  return { parts: [100, modified, modified], modified, seen };
}

function cacheOf(kept: Kept): PageCache {
  const cache = new PageCache(kept.get(cacheParts.files));
  for (const name of cacheParts.pages) cache.addPages(kept.get(name) ?? '');
  return cache;
}

function storedPage(path: string, text: string): StoredPage | null {
  const page = parsePage(path, text);
  return page ? StoredPage.of(page) : null;
}

interface Run {
  /** What lies on disk afterwards. */
  readonly kept: Kept;
  /** The names of the files that were written, in their order. */
  readonly written: readonly string[];
  /** The paths whose files had to be read. */
  readonly read: readonly string[];
  /** The paths whose pages had to be parsed. */
  readonly parsed: readonly string[];
}

/** Reads a folder as all that use the cache do. */
function run(files: Texts, kept: Kept = nothing, stampOf = (_path: string) => stampAt(written)): Run {
  const cache = cacheOf(kept);
  const read: string[] = [];
  const parsed: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const stamp = stampOf(path);
    let content = cache.contentOf(path, stamp);
    if (content === undefined) {
      read.push(path);
      content = contentHash(text);
      cache.setContent(path, stamp, content);
    }
    if (cache.pageOf(path, content) !== undefined) continue;
    parsed.push(path);
    cache.setPage(path, content, storedPage(path, text));
  }
  const changed = [...cache.changedParts()];
  return { kept: new Map([...kept, ...changed]), written: changed.map(([name]) => name), read, parsed };
}

const rival = '---\ntype: competitor\nthreat: high\n---\n\n# Rival\n\n[[other]]\n';
const trend = '---\ntype: trend\nfactor: market\n---\n\n# Trend\n';
const notes = '# No page\n';
const files: Texts = { 'a.md': rival, 'b.md': trend, 'notes.md': notes };

describe('what is kept of the pages', () => {
  it('saves the next run from reading and parsing any file that was not written since', () => {
    const first = run(files);
    assert.deepEqual(first.read, Object.keys(files));
    const second = run(files, first.kept);
    assert.deepEqual([second.read, second.parsed], [[], []]);
  });

  it('gives pages that say what the files say, and null for a file that is no page', () => {
    const cache = cacheOf(run(files).kept);
    for (const [path, text] of Object.entries(files)) {
      const content = cache.contentOf(path, stampAt(written)) as string;
      assert.equal(content, contentHash(text));
      const page = cache.pageOf(path, content);
      const expected = parsePage(path, text);
      assert.deepEqual(page && said(page), expected ? said(expected) : null, path);
    }
  });

  it('tells of which files something is known', () => {
    const cache = cacheOf(run(files).kept);
    assert.deepEqual(
      ['a.md', 'notes.md', 'c.md'].map((path) => cache.has(path)),
      [true, true, false],
    );
  });

  const stamp = stampAt(written);
  for (const [what, other] of [
    ['size', { ...stamp, parts: [101, written, written] }],
    ['time of writing', { ...stamp, parts: [100, written + 1, written] }],
    ['time of change', { ...stamp, parts: [100, written, written - 1] }],
    ['number of known times', { ...stamp, parts: [100, written] }],
    ['number of known times, more of them', { ...stamp, parts: [100, written, written, written] }],
  ] as const) {
    it(`does not hold for a file of another ${what}`, () => {
      const { kept } = run(files);
      assert.deepEqual(run(files, kept, (path) => (path === 'b.md' ? other : stamp)).read, ['b.md']);
    });
  }

  it('does not hold by its stamp for a file that was written less than two seconds before it was read', () => {
    const readAfter = (milliseconds: number) => {
      const { kept } = run(files, nothing, () => stampAt(written, written + milliseconds));
      return run(files, kept).read.length;
    };
    assert.deepEqual([0, 1999, 2000].map(readAfter), [3, 3, 0]);
  });

  it('does not hold by its stamp for a file from the future', () => {
    const { kept } = run(files, nothing, () => stampAt(written, written - hour));
    assert.deepEqual(run(files, kept).read, Object.keys(files));
  });

  it('holds from the run on that has read a file again when its stamp was old enough', () => {
    const { kept } = run(files, nothing, () => stampAt(written, written));
    const second = run(files, kept);
    assert.deepEqual([second.written, second.parsed], [[cacheParts.files], []]);
    assert.deepEqual(run(files, second.kept).read, []);
  });

  it('knows a page by its content when the file was written again as it was', () => {
    const { kept } = run(files);
    const second = run(files, kept, () => stampAt(written + hour));
    assert.deepEqual([second.read, second.parsed], [Object.keys(files), []]);
    assert.deepEqual(second.written, [cacheParts.files], 'the pages are not written again');
  });

  it('knows a page that moved to another folder, under its new path', () => {
    const { kept } = run(files);
    const cache = cacheOf(kept);
    const page = cache.pageOf('old/2020/a.md', contentHash(rival));
    assert.deepEqual(page && said(page), said(parsePage('old/2020/a.md', rival) as Page));
  });

  it('does not know a page under another name, by which it would have another id', () => {
    const cache = cacheOf(run(files).kept);
    assert.equal(cache.pageOf('c.md', contentHash(rival)), undefined);
    const moved = run({ 'c.md': rival }, run(files).kept);
    assert.deepEqual(moved.parsed, ['c.md']);
  });

  it('knows two files of the same name and content as one page at two paths', () => {
    const twins = { 'one/a.md': rival, 'two/a.md': rival };
    const { kept } = run(twins);
    const [name = ''] = run({ 'a.md': rival }).written;
    assert.equal(kept.get(name), run({ 'a.md': rival }).kept.get(name));
    const cache = cacheOf(kept);
    const paths = Object.keys(twins).map((path) => cache.pageOf(path, contentHash(rival))?.path);
    assert.deepEqual(paths, Object.keys(twins));
  });
});

describe('what is written of the pages for the next run', () => {
  const partOf = (path: string, text: string): string => run({ [path]: text }).written[0] as string;

  /** Pages of which no two lie in one part. */
  const apart: Texts = Object.fromEntries(
    Object.values(
      Object.fromEntries(
        Array.from({ length: 100 }, (_, number) => {
          const page = [`p${number}.md`, `${trend}\n${number}\n`] as const;
          return [partOf(...page), page];
        }),
      ),
    ),
  );

  it('is nothing where nothing changed', () => {
    assert.deepEqual(run(files, run(files).kept).written, []);
  });

  it('is nothing where a known file is read and parsed again, for its text', () => {
    const cache = cacheOf(run(files).kept);
    for (const [path, text] of Object.entries(files)) {
      cache.setContent(path, stampAt(written), contentHash(text));
      cache.setPage(path, contentHash(text), storedPage(path, text));
    }
    assert.deepEqual([...cache.changedParts()], []);
  });

  it('is written once', () => {
    const cache = cacheOf(nothing);
    cache.setContent('a.md', stampAt(written), contentHash(rival));
    cache.setPage('a.md', contentHash(rival), storedPage('a.md', rival));
    assert.equal([...cache.changedParts()].length, 2);
    assert.deepEqual([...cache.changedParts()], []);
  });

  it('is the part of a page that changed, and after it what is known of the files', () => {
    assert.ok(Object.keys(apart).length > 8, 'the pages lie in many parts');
    const { kept } = run(apart);
    const [path, text] = Object.entries(apart)[0] as [string, string];
    const changed = `${text}more\n`;
    const second = run({ ...apart, [path]: changed }, kept, (each) =>
      stampAt(each === path ? written + 1 : written),
    );
    assert.deepEqual(second.written, [partOf(path, changed), cacheParts.files]);
    assert.deepEqual(second.parsed, [path]);
  });

  it('loses none of the other pages of a part that is written again', () => {
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, number) => [`p${number}.md`, `${trend}${number}`]),
    );
    const { kept } = run(many);
    const second = run({ ...many, 'new.md': rival }, kept);
    assert.deepEqual(second.parsed, ['new.md']);
    assert.deepEqual(run(many, second.kept).parsed, []);
  });

  it('leaves out files that are gone', () => {
    const { 'b.md': _gone, ...left } = files;
    const second = run(left, run(files).kept);
    assert.deepEqual(second.written, [cacheParts.files]);
    assert.ok(!second.kept.get(cacheParts.files)?.includes('b.md'));
    assert.deepEqual(run(files, second.kept).read, ['b.md']);
  });

  it('leaves out pages that are gone or were other once, where their part is written again', () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, number) => [`p${number}.md`, `${trend}${number}`]),
    );
    const { kept } = run(many);
    const other = Object.fromEntries(Object.entries(many).map(([path, text]) => [path, `${text} other`]));
    const second = run(other, kept, () => stampAt(written + 1));
    const fresh = run(other, nothing, () => stampAt(written + 1));
    for (const name of fresh.written) assert.equal(second.kept.get(name), fresh.kept.get(name), name);
  });
});

describe('what is kept of the pages, where it is damaged', () => {
  const { kept } = run(files);
  const names = [...kept.keys()];
  const findings = (cache: PageCache): unknown[] =>
    Object.entries(files).map(([path, text]) => {
      const content = cache.contentOf(path, stampAt(written)) ?? contentHash(text);
      const page = cache.pageOf(path, content) ?? storedPage(path, text);
      return page && said(page);
    });
  const expected = findings(cacheOf(kept));

  it('counts as nothing by any character changed, and the rest holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 0xffff }),
        (name, place, difference) => {
          const damaged = new Map(kept).set(name, withChange(kept.get(name) as string, place, difference));
          assertWithout(name, damaged);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('counts as nothing by any cut, and the rest holds', () => {
    for (const name of names) {
      const whole = kept.get(name) as string;
      for (let end = 0; end < whole.length; end++)
        assertWithout(name, new Map(kept).set(name, whole.slice(0, end)));
    }
  });

  it('counts as nothing where one file stands in the place of another', () => {
    for (const name of names) {
      for (const other of names.filter((each) => (each === cacheParts.files) !== (name === cacheParts.files)))
        assertWithout(name, new Map(kept).set(name, kept.get(other) as string));
    }
  });

  it('is whole again after the next run', () => {
    for (const name of names) {
      const { kept: mended } = run(files, new Map(kept).set(name, 'damaged'));
      assert.deepEqual(new Map([...mended].sort()), new Map([...kept].sort()));
    }
  });

  /** What one file held is unknown, what the others hold is known, and nothing false comes of it. */
  function assertWithout(name: string, damaged: Kept): void {
    const cache = cacheOf(damaged);
    assert.equal(cache.isEmpty, name === cacheParts.files);
    assert.deepEqual(findings(cache), expected);
    const { read, parsed } = run(files, damaged);
    assert.deepEqual(read, name === cacheParts.files ? Object.keys(files) : []);
    if (name === cacheParts.files) assert.deepEqual(parsed, []);
    else assert.ok(parsed.length > 0);
  }
});

describe('the version of what is kept of the pages', () => {
  const { kept } = run(files);

  it('stands in the first line of each file: how pages are packed, and the build', () => {
    for (const [name, text] of kept) {
      const kind = name === cacheParts.files ? 'files' : 'pages';
      assert.equal(text.slice(0, text.indexOf('\n')), `status-book ${kind} ${packingVersion} ${buildId}`);
    }
  });

  for (const [what, other] of [
    ['packing', (line: string) => line.replace(` ${packingVersion} `, ` ${packingVersion + 1} `)],
    ['build', (line: string) => `${line}x`],
  ] as const) {
    it(`leaves nothing known that was written by another ${what}`, () => {
      const foreign = new Map(
        [...kept].map(([name, text]) => {
          const [first = '', ...lines] = text.split('\n').slice(0, -2);
          return [name, cacheText(other(first), lines)];
        }),
      );
      const { read, parsed } = run(files, foreign);
      assert.deepEqual([read, parsed], [Object.keys(files), Object.keys(files)]);
    });
  }
});

/** All that a page says, and its names. */
function said(page: Page): unknown {
  return [page.path, page.id, page.title, page.type, packPage(page), page.entries, page.commitments];
}
