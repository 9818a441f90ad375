import { isVisible } from '../../model/escapedText';
import { t } from '../../model/message';
import { Refusal } from '../../model/refusal';

/** Tells that a renaming cannot be done, and why. */
export class RenameRefused extends Refusal {}

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
  if (id === '') throw new RenameRefused(t`An id cannot be empty.`);
  if (/[\\/]/.test(id)) {
    throw new RenameRefused(
      t`An id cannot hold a slash. To move a page to another folder, drag its file there in the Explorer.`,
    );
  }
  if (!isVisible(id)) {
    throw new RenameRefused(
      t`An id cannot hold an invisible character: no file may be called so, or no link could name it.`,
    );
  }
  const wrong = /[:*?"<>|#[\]]/.exec(id)?.[0];
  if (wrong !== undefined) {
    throw new RenameRefused(
      t`An id cannot hold “${wrong}”: no file may be called so, or no link could name it.`,
    );
  }
  if (/^\.|\.$/.test(id)) throw new RenameRefused(t`An id cannot begin or end with a dot.`);
  if (reserved.test(id))
    throw new RenameRefused(t`“${id}” cannot be an id: Windows keeps this name for itself.`);
  if (id.length > longest) throw new RenameRefused(t`An id can have ${longest} characters at most.`);
  return id;
}

/** True for an id that references can name in all their forms. */
export function isReferable(id: string): boolean {
  return id !== '' && id === id.trim() && !/[#|[\]\p{Cc}]/u.test(id);
}
