import type { BookIndex } from '../../index/bookIndex';
import { defaultDepartments } from '../../model/bookSettings';
import type { CompletionItem } from './completionItem';

/**
 * The departments of the book.
 *
 * @param isList true in the list of `book.md` itself: there the usual ones and those that pages mention are offered
 */
export function departmentItems(book: BookIndex, isList = false): CompletionItem[] {
  const names = isList ? new Set([...defaultDepartments, ...mentioned(book)]) : book.settings.departments;
  return [...names].map((name) => ({ label: name, kind: 'department', newText: name }));
}

function mentioned(book: BookIndex): Set<string> {
  const names = new Set<string>();
  for (const { body } of book.pages()) for (const { name } of body.mentions) names.add(name);
  names.delete('me');
  return names;
}
