import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CacheFolder } from '../../../src/cli/cache/cacheFolder';
import { folderOf } from './support';

/** A parent of cache folders, with one that was made long ago for the folder `/old`. */
function parentWithOld(): { readonly parent: string; readonly old: string } {
  const parent = folderOf();
  new CacheFolder(parent, '/old').write('what was found');
  const old = join(parent, readdirSync(parent)[0] as string);
  age(old);
  return { parent, old };
}

function age(folder: string): void {
  utimesSync(folder, 0, 0);
}

/** A run that keeps something for another folder. */
function runFor(parent: string): void {
  new CacheFolder(parent, '/other').write('x');
}

describe('the folder that a check keeps its result in', () => {
  it('gives back what was written for the same folder of books', () => {
    const parent = folderOf();
    new CacheFolder(parent, '/a').write('what was found');
    assert.equal(new CacheFolder(parent, '/a').read(), 'what was found');
    assert.equal(new CacheFolder(parent, '/b').read(), undefined);
  });

  it('is removed when nobody used it for 90 days', () => {
    const { parent, old } = parentWithOld();
    runFor(parent);
    assert.equal(existsSync(old), false);
    assert.equal(readdirSync(parent).length, 1);
  });

  it('is removed with what a killed run left in it', () => {
    const { parent, old } = parentWithOld();
    writeFileSync(join(old, 'result.txt.4711'), 'half');
    age(old);
    runFor(parent);
    assert.equal(existsSync(old), false);
  });

  it('stays whole when somebody put a file into it', () => {
    const { parent, old } = parentWithOld();
    writeFileSync(join(old, 'photo.jpg'), 'x');
    age(old);
    runFor(parent);
    assert.deepEqual(readdirSync(old).sort(), ['CACHEDIR.TAG', 'photo.jpg', 'result.txt']);
  });

  it('never takes a folder of the user with it, whatever its name and age', () => {
    const parent = folderOf({
      'status-book-water/book.md': 'x',
      'status-book-water/result.txt': 'x',
      'status-book-old/CACHEDIR.TAG': 'Signature: 8a477f597d28d172789f06886806bc55\n',
      'status-book-empty/CACHEDIR.TAG/x': 'x',
      'status-book-file': 'x',
    });
    mkdirSync(join(parent, 'status-book-none'));
    const before = readdirSync(parent, { recursive: true, encoding: 'utf8' }).sort();
    for (const name of readdirSync(parent)) age(join(parent, name));
    runFor(parent);
    const after = readdirSync(parent, { recursive: true, encoding: 'utf8' }).filter((name) =>
      before.includes(name),
    );
    assert.deepEqual(after.sort(), before);
  });

  it('is not followed where it is a link to somewhere else', () => {
    const { parent, old } = parentWithOld();
    const elsewhere = join(folderOf(), 'moved');
    renameSync(old, elsewhere);
    symlinkSync(elsewhere, old);
    age(elsewhere);
    runFor(parent);
    assert.ok(existsSync(join(elsewhere, 'result.txt')));
  });

  it('is not written where a folder of the user has its name', () => {
    const parent = folderOf();
    new CacheFolder(parent, '/a').write('x');
    const name = readdirSync(parent)[0] as string;
    const taken = folderOf({ [`${name}/result.txt`]: 'the user’s' });
    new CacheFolder(taken, '/a').write('what was found');
    assert.equal(readFileSync(join(taken, name, 'result.txt'), 'utf8'), 'the user’s');
    assert.equal(new CacheFolder(taken, '/a').read(), undefined);
  });
});
