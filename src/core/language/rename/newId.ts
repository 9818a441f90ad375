import { isVisible } from '../../model/escapedText';

/** Tells that a renaming cannot be done, in words for the user. */
export class RenameRefused extends Error {}

const longest = 120;
/** Names that Windows keeps for devices, whatever the ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A new id as the user typed it, without surrounding white space and `.md`.
 *
 * @throws RenameRefused where it cannot name a page: it must be a file name on every system, and fit into `[[…]]`
 */
export function readNewId(typed: string): string {
  const id = typed.trim().replace(/\.md$/i, '');
  if (id === '') throw new RenameRefused('An id cannot be empty.');
  if (/[\\/]/.test(id)) {
    throw new RenameRefused(
      'An id cannot hold a slash. To move a page to another folder, drag its file there in the Explorer.',
    );
  }
  const wrong = isVisible(id) ? /[:*?"<>|#[\]]/.exec(id)?.[0] : 'an invisible character';
  if (wrong !== undefined) {
    const shown = wrong.length === 1 ? `“${wrong}”` : wrong;
    throw new RenameRefused(
      `An id cannot hold ${shown}: no file may be called so, or no link could name it.`,
    );
  }
  if (/^\.|\.$/.test(id)) throw new RenameRefused('An id cannot begin or end with a dot.');
  if (reserved.test(id))
    throw new RenameRefused(`“${id}” cannot be an id: Windows keeps this name for itself.`);
  if (id.length > longest) throw new RenameRefused(`An id can have ${longest} characters at most.`);
  return id;
}

/** True for an id that references can name in all their forms. */
export function isReferable(id: string): boolean {
  return id !== '' && id === id.trim() && !/[#|[\]\p{Cc}]/u.test(id);
}
