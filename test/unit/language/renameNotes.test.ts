import assert from 'node:assert/strict';
import { followingNotes, takeBack } from '../../../src/core/language/rename/movedFiles';
import { planPageRename } from '../../../src/core/language/rename/pageRename';
import { applyEdits } from '../../../src/core/model/text';
import { type Files, libraryOf, page, plainBook } from '../support/books';
import { english } from '../support/english';
import { booksOf, moved, notesAfter } from './renaming';

const rival = page('type: competitor', '# PureNorth\n');

/** The notes that have another text after `purenorth` was renamed by F2 and they were to follow. */
function afterF2(files: Files, newId = 'pure-north'): Files {
  const all = { 'competitors/purenorth.md': rival, ...files };
  const books = booksOf(all);
  const book = books.find(({ root }) => root === '');
  const renamed = book?.index.page('competitors/purenorth.md');
  assert.ok(book && renamed);
  return notesAfter(all, planPageRename(renamed, newId, book, books)?.notes);
}

describe('notes that are no pages', () => {
  it('follow a renamed page in all forms of links', () => {
    const after = afterF2({
      'notes/a.md':
        '# Notes\n\n[[purenorth|x]] [[purenorth#Prices]] [it](../competitors/purenorth.md#prices)\n',
    });
    assert.deepEqual(after, {
      'notes/a.md':
        '# Notes\n\n[[pure-north|x]] [[pure-north#Prices]] [it](../competitors/pure-north.md#prices)\n',
    });
  });

  it('are files of other programs, too; their front matter is left alone', () => {
    const front = '---\ntype: moodboard\ncompetitors: [purenorth]\nup: "[[purenorth]]"\n---\n';
    const after = afterF2({ 'a.md': `${front}[[purenorth]]\n` });
    assert.deepEqual(after, { 'a.md': `${front}[[pure-north]]\n` });
  });

  it('keep a byte-order mark, CRLF line ends and front matter without a type', () => {
    const text = (id: string): string => `\ufeff---\r\ntags: x\r\n---\r\n[[${id}]]\r\n`;
    assert.deepEqual(afterF2({ 'a.md': text('purenorth') }), { 'a.md': text('pure-north') });
  });

  it('that begin with a thematic break are read from there', () => {
    assert.deepEqual(afterF2({ 'a.md': '---\n[[purenorth]]\n' }), { 'a.md': '---\n[[pure-north]]\n' });
  });

  it('are no pages, and no conflicted copies of pages', () => {
    const library = libraryOf({
      'book.md': plainBook,
      'page.md': page('type: voice'),
      'page.sync-conflict-20261120-101010-ABC.md': page('type: voice'),
      'foreign.md': page('type: moodboard'),
      'note.md': 'text\n',
    });
    assert.deepEqual(library.notes().sort(), ['foreign.md', 'note.md']);
  });

  it('outside of all books are left alone', () => {
    assert.deepEqual(libraryOf({ 'b/book.md': plainBook, 'note.md': 'text\n' }).notes(), []);
  });

  it('that name something else stay as they are', () => {
    assert.deepEqual(afterF2({ 'a.md': '`[[purenorth]]` [[glasvol]] purenorth\n' }), {});
  });

  it('follow a file that is moved by hand, and back', () => {
    const files = { 'n/a.md': page('type: voice'), 'note.md': '[[a]] [x](n/a.md)\n' };
    const { follow } = moved(files, { 'n/a.md': 'm/b.md' });
    const after = notesAfter(files, followingNotes(follow, booksOf(files)));
    assert.deepEqual(after, { 'note.md': '[[b]] [x](m/b.md)\n' });
    const text = after['note.md'] ?? '';
    const back = takeBack({ ...follow, notes: ['note.md'] });
    assert.deepEqual(back.notes, ['note.md']);
    assert.equal(applyEdits(text, back.relinking.noteEditsOf('note.md', text)), files['note.md']);
  });

  it('that move along keep their links to what stays', () => {
    const files = {
      'n/a.md': page('type: voice'),
      'n/note.md': '[x](../x.md)\n',
      'x.md': page('type: voice'),
    };
    const moves = { 'n/a.md': 'm/n/a.md', 'n/note.md': 'm/n/note.md' };
    const { follow } = moved(files, moves);
    assert.deepEqual(notesAfter(files, followingNotes(follow, booksOf(files))), {
      'n/note.md': '[x](../../x.md)\n',
    });
    assert.deepEqual(takeBack({ ...follow, notes: ['n/note.md'] }).notes, ['m/n/note.md']);
  });

  it('that move alone are let be', () => {
    const files = { 'note.md': '[x](x.md)\n', 'x.md': page('type: voice') };
    const { follow } = moved(files, { 'note.md': 'n/note.md' });
    assert.deepEqual(notesAfter(files, followingNotes(follow, booksOf(files))), {});
  });
});

describe('the question whether notes shall follow', () => {
  const files = { 'a.md': page('type: voice\ntitle: Hum'), 'b.md': page('type: voice', '[[a]]\n') };
  const ask = (all: Files, moves: Record<string, string>, notes: number): string =>
    english.say(followingNotes(moved(all, moves).follow, booksOf(all)).question(notes).message);

  it('counts them beside the references of pages', () => {
    assert.equal(ask(files, { 'a.md': 'c.md' }, 12), '12 notes that are no pages link to it, too.');
    assert.equal(ask(files, { 'a.md': 'c.md' }, 1), '1 note that is no page links to it, too.');
  });

  it('names the page where no page refers to it', () => {
    const alone = { 'a.md': files['a.md'] };
    assert.equal(ask(alone, { 'a.md': 'c.md' }, 2), '2 notes that are no pages link to “Hum”.');
  });

  it('speaks of all that moved', () => {
    const moves = { 'a.md': 'n/a.md', 'b.md': 'n/b.md' };
    assert.equal(ask(files, moves, 2), '2 notes that are no pages link to what moved.');
  });
});
