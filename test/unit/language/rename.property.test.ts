import assert from 'node:assert/strict';
import fc from 'fast-check';
import { relativePath } from '../../../src/core/edit/linkText';
import { type Files, libraryOf, plainBook } from '../support/books';
import { runs } from '../support/runs';
import { moved, renamedPage } from './renaming';

const folders = ['', 'n/', 'n/m/', 'a b/', '中/'];
const names = ['a', 'b', 'c d', '水', 'e(1)', 'f%20'];
const paths = folders.flatMap((folder) => names.map((name) => `${folder}${name}.md`));
const ids = ['p', 'q', 'r s', '2026', "t'u"];
const freshIds = ['new', 'new one', '新', 'x(2)', '50%', 'c & d', "o'x", '012', 'ÄÖ'];
/** Ids that YAML reads only in quotes. */
const awkwardIds = ['a, b', 'null', '@x', '- x', "'q", '~', 'x }'];

const encode = (path: string): string =>
  path.replace(/[% &]/g, encodeURIComponent).replaceAll('(', '%28').replaceAll(')', '%29');

interface Draft {
  readonly path: string;
  readonly id: string | undefined;
  readonly lines: readonly ((from: string) => string)[];
  readonly fields: readonly string[];
  readonly crlf: boolean;
}

const anyId = fc.constantFrom(...ids, 'a', 'b', 'c d', '水', 'nowhere');
const heading = fc.constantFrom('', '#Our answer', '#our-answer', '#None');
const line = fc.oneof(
  fc.tuple(anyId, heading).map(
    ([id, name]) =>
      () =>
        `See [[${id}${name}]] and [[${id}|text]].`,
  ),
  fc.tuple(fc.constantFrom(...paths, 'none.md'), heading).map(
    ([to, name]) =>
      (from: string) =>
        `See [it](${encode(relativePath(from, to))}${name.replace(' ', '-')}).`,
  ),
  fc
    .constantFrom('- 45m liaison: talk', '# Our answer', '`[[a]]`', '> [[b]]', '<!-- [[a]] -->')
    .map((text) => () => text),
);
const quoted = (id: string): string => (/^[\w ]+$/.test(id) ? id : JSON.stringify(id));
const field = fc.oneof(
  fc
    .tuple(fc.constantFrom('competitor', 'response'), anyId)
    .map(([name, id]) => `${name}: ${quoted(id)} # why`),
  fc
    .tuple(
      fc.constantFrom('products', 'segments', 'evidence'),
      fc.array(anyId, { minLength: 1, maxLength: 3 }),
    )
    .map(([name, all]) => `${name}: [${all.map(quoted).join(', ')}]`),
  anyId.map((id) => `regions: &r\n  - ${quoted(id)}\ntags: *r`),
);

const drafts = fc
  .uniqueArray(
    fc.record({
      path: fc.constantFrom(...paths),
      id: fc.option(fc.constantFrom(...ids), { nil: undefined }),
      lines: fc.array(line, { maxLength: 5 }),
      fields: fc.uniqueArray(field, { maxLength: 4, selector: (text) => text.split(':')[0] }),
      crlf: fc.boolean(),
    }) as fc.Arbitrary<Draft>,
    { minLength: 2, maxLength: 6, selector: ({ path }) => path },
  )
  .filter((all) => new Set(all.map(idOf)).size === all.length);

function idOf({ path, id }: Draft): string {
  return id ?? (path.split('/').pop() as string).slice(0, -'.md'.length);
}

function textOf({ path, id, lines, fields, crlf }: Draft): string {
  const own = id === undefined ? [] : [`id: ${quoted(id)}`];
  const text = ['---', 'type: response', ...own, ...fields, '---', ...lines.map((of) => of(path)), ''].join(
    '\n',
  );
  return crlf ? `\ufeff${text.replaceAll('\n', '\r\n')}` : text;
}

const books = drafts.map((all) => ({
  all,
  files: Object.fromEntries(all.map((draft) => [draft.path, textOf(draft)])),
}));

/** For each page and each of its references the page that it means, under its name after some files were renamed. */
function meanings(files: Files, newPath: (path: string) => string): Record<string, (string | undefined)[]> {
  const index = libraryOf({ 'book.md': plainBook, ...files }).book('')?.index;
  assert.ok(index);
  return Object.fromEntries(
    index.pages().map(({ path }) => [
      newPath(path),
      index.referencesFrom(path).map((reference) => {
        const meant = index.resolve(reference)?.path;
        return meant === undefined ? undefined : newPath(meant);
      }),
    ]),
  );
}

const bounded = { numRuns: runs(100), interruptAfterTimeLimit: 4000, markInterruptAsFailure: false };

describe('in any book', () => {
  it('a renamed page is meant by the same references as before, and broken ones stay broken', () => {
    fc.assert(
      fc.property(
        books,
        fc.nat(),
        fc.constantFrom(...freshIds, ...awkwardIds),
        ({ all, files }, at, newId) => {
          const draft = all[at % all.length] as Draft;
          const after = renamedPage(files, draft.path, newId);
          const [to = draft.path] = Object.keys(after).filter((path) => !(path in files));
          assert.deepEqual(
            meanings(after, (path) => path),
            meanings(files, (path) => (path === draft.path ? to : path)),
          );
        },
      ),
      bounded,
    );
  });

  it('renaming a page and renaming it back leaves every byte as it was', () => {
    fc.assert(
      fc.property(books, fc.nat(), fc.constantFrom(...freshIds), ({ all, files }, at, newId) => {
        const draft = all[at % all.length] as Draft;
        const there = renamedPage(files, draft.path, newId);
        const [to = draft.path] = Object.keys(there).filter((path) => !(path in files));
        assert.notDeepEqual(there, files);
        assert.deepEqual(renamedPage(there, to, idOf(draft)), files);
      }),
      bounded,
    );
  });

  it('moved files are meant by the same references as before, and moving them back leaves every byte as it was', () => {
    const move = fc.uniqueArray(fc.tuple(fc.nat(), fc.constantFrom(...paths)), {
      minLength: 1,
      maxLength: 3,
      selector: ([, to]) => to,
    });
    fc.assert(
      fc.property(books, move, ({ all, files }, wanted) => {
        const moves = new Map<string, string>();
        for (const [at, to] of wanted) {
          const { path } = all[at % all.length] as Draft;
          if (!(to in files)) moves.set(path, to);
        }
        const { files: after, follow } = moved(files, Object.fromEntries(moves));
        const newIds = libraryOf({ 'book.md': plainBook, ...after }).book('')?.index;
        // An id that two pages have after the move cannot be followed; that is told.
        fc.pre(
          follow.lost.length === 0 &&
            [...(newIds?.ids() ?? [])].every((id) => newIds?.pagesWithId(id).length === 1),
        );
        fc.pre(!namesNewId(files, after, moves));
        assert.deepEqual(
          meanings(after, (path) => path),
          meanings(files, (path) => moves.get(path) ?? path),
        );
        // A wiki link that had to name a path keeps it.
        fc.pre(haveOwnNames(files) && haveOwnNames(after));
        const back = Object.fromEntries([...moves].map(([from, to]) => [to, from]));
        assert.deepEqual(moved(after, back).files, files);
      }),
      bounded,
    );
  });
});

/** True where no two files have one name. */
function haveOwnNames(files: Files): boolean {
  const names = Object.keys(files).map((path) => path.split('/').pop());
  return new Set(names).size === names.length;
}

/** True where a reference that was broken names a page by the id or the path that it, or the page around, has got. */
function namesNewId(before: Files, after: Files, moves: ReadonlyMap<string, string>): boolean {
  const [was, is] = [before, after].map(
    (files) => libraryOf({ 'book.md': plainBook, ...files }).book('')?.index,
  );
  assert.ok(was && is);
  return was.pages().some(({ path }) => {
    const references = is.referencesFrom(moves.get(path) ?? path);
    return was.referencesFrom(path).some((reference, index) => {
      const now = references[index];
      return !was.resolve(reference) && now !== undefined && is.resolve(now) !== undefined;
    });
  });
}
