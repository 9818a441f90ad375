import assert from 'node:assert/strict';
import type { Book } from '../../../src/core/index/library';
import { planHeadingRename } from '../../../src/core/language/rename/headingRename';
import { type FollowedMove, followMove } from '../../../src/core/language/rename/movedFiles';
import type { FollowingNotes } from '../../../src/core/language/rename/noteQuestion';
import { planIdCorrection, planPageRename } from '../../../src/core/language/rename/pageRename';
import type { PlannedRename } from '../../../src/core/language/rename/plannedRename';
import { renameTargetAt } from '../../../src/core/language/rename/renameTarget';
import { applyEdits } from '../../../src/core/model/text';
import { type Files, libraryOf, plainBook } from '../support/books';
import { atCursor } from '../support/cursor';

export function booksOf(files: Files): Book[] {
  return libraryOf({ 'book.md': plainBook, ...files }).books();
}

function rootBook(files: Files): Book {
  const book = booksOf(files).find(({ root }) => root === '');
  assert.ok(book);
  return book;
}

/** The files after F2 at the `|` of one of them. */
export function renamedAt(marked: Files, newName: string): Files {
  const cursor = Object.entries(marked).find(([, text]) => text.includes('|'));
  assert.ok(cursor, 'One file must hold the cursor');
  const { text, position } = atCursor(cursor[1]);
  const files = { ...marked, [cursor[0]]: text };
  const book = rootBook(files);
  const page = book.index.page(cursor[0]);
  const target = page && renameTargetAt(page, position, book.index);
  assert.ok(target, 'Nothing can be renamed here');
  if (target.kind === 'page') return apply(files, planPageRename(target.page, newName, book, booksOf(files)));
  if (target.kind === 'brokenId') return apply(files, planIdCorrection(target.id, newName, book));
  const source = files[target.page.path] ?? '';
  return apply(files, planHeadingRename(target.page, target.index, newName, source, book));
}

/** The files after a page of the root book got another id. */
export function renamedPage(files: Files, path: string, newId: string): Files {
  const book = rootBook(files);
  const page = book.index.page(path);
  assert.ok(page, `${path} is no page`);
  return apply(files, planPageRename(page, newId, book, booksOf(files)));
}

/** The files after some of them were moved, and what followed. */
export function moved(
  files: Files,
  moves: Readonly<Record<string, string>>,
  withLinks = true,
  others: Readonly<Record<string, string>> = {},
): { files: Files; follow: FollowedMove } {
  const follow = followMove(
    booksOf(files),
    new Map(Object.entries(moves)),
    withLinks,
    new Map(Object.entries({ ...moves, ...others })),
  );
  return { files: follows(files, follow), follow };
}

/** The files after the edits of a move, and after the move itself. */
export function follows(files: Files, follow: FollowedMove): Files {
  const edited = edit(files, follow.pages, (path, text) => follow.relinking.editsOf(path, text));
  const after = Object.entries(edited).map(([path, text]) => [follow.moved.get(path) ?? path, text]);
  return Object.fromEntries(after);
}

/** What becomes of the notes that are no pages where they are to follow; their paths stay. */
export function notesAfter(files: Files, notes: FollowingNotes | undefined): Files {
  const { pages, notes: paths } = divided(files);
  const edited = edit(files, paths, notes?.editsOf ?? (() => []));
  return changed(files, Object.fromEntries(Object.entries(edited).filter(([path]) => !pages.includes(path))));
}

/** The paths of pages, and of the Markdown files of the books that are none. */
function divided(files: Files): { pages: string[]; notes: string[] } {
  const notes = libraryOf({ 'book.md': plainBook, ...files }).notes();
  return { pages: Object.keys(files).filter((path) => !notes.includes(path)), notes };
}

/** The files that have another text or name than before. */
export function changed(before: Files, after: Files): Files {
  return Object.fromEntries(Object.entries(after).filter(([path, text]) => before[path] !== text));
}

function apply(files: Files, plan: PlannedRename | undefined): Files {
  if (!plan) return files;
  const { [plan.file?.from ?? '']: movedText, ...edited } = edit(files, plan.pages, plan.editsOf);
  if (!plan.file) return { ...edited };
  assert.ok(movedText !== undefined && !(plan.file.to in edited));
  return { ...edited, [plan.file.to]: movedText };
}

function edit(
  files: Files,
  pages: readonly string[],
  editsOf: PlannedRename['editsOf'],
): Record<string, string> {
  const edited: Record<string, string> = { ...files };
  for (const path of pages) {
    const text = edited[path];
    assert.ok(text !== undefined, `${path} is no file`);
    edited[path] = applyEdits(text, editsOf(path, text));
  }
  return edited;
}
