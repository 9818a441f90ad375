import { pageType } from '../schema/schema';
import { type CalendarDate, isCalendarDate } from './calendarDate';
import { escaped, isVisible } from './escapedText';
import { type Text, t } from './message';

const maximumLength = 80;
const markdownEnding = /\.md$/i;
/** Files that stand for the folder that they lie in. */
const folderFile = /^(?:index|_index|README)$/;

export function isMarkdownPath(path: string): boolean {
  return markdownEnding.test(path);
}

/** The last part of a path without the ending of Markdown files. */
export function nameWithoutEnding(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(markdownEnding, '');
}

/** True for a page that is named after its folder. */
export function isFolderFile(path: string): boolean {
  return path.includes('/') && folderFile.test(nameWithoutEnding(path));
}

/**
 * A page’s id where no field gives one: its file name without ending; for `index.md`, `_index.md` and `README.md` below
 * the root the name of their folder.
 *
 * @param path from the book’s root
 */
export function fileId(path: string): string {
  return isFolderFile(path) ? (path.split('/').at(-2) as string) : nameWithoutEnding(path);
}

/**
 * A page’s id from its title: lower case, words joined by hyphens, letters and digits of every script kept. Empty where
 * the title has neither.
 */
export function idFromTitle(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const id = words.join('-');
  if (id.length <= maximumLength) return id;
  const short = [...id].slice(0, maximumLength).join('');
  return short.slice(0, Math.max(short.lastIndexOf('-'), 0)) || short;
}

const maximumIdLength = 100;
/** Names that Windows keeps for devices, whatever the ending. */
const reservedNames = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Why a new page cannot have an id, which is its file name, too; undefined where it can. Any file system, any link and
 * any shell takes such an id as it is.
 */
export function pageIdProblem(id: string): Text | undefined {
  const allowed = t`An id has letters, digits, hyphens, underscores and dots, such as purenorth-2.`;
  if (id === '') return t`An id cannot be empty. ${allowed}`;
  const wrong = /[^\p{L}\p{M}\p{N}._-]/u.exec(id)?.[0];
  if (wrong !== undefined) {
    const shown =
      wrong === ' ' ? t`a blank` : isVisible(wrong) ? `“${wrong}”` : t`the character ${escaped(wrong)}`;
    return t`An id cannot hold ${shown}. ${allowed}`;
  }
  if (/^[.-]|\.$/.test(id))
    return t`An id cannot begin with a dot or a hyphen, nor end with a dot. ${allowed}`;
  if (/\.md$/i.test(id)) return t`An id goes without the ending “.md”.`;
  if (id.length > maximumIdLength) return t`An id can have ${maximumIdLength} characters at most.`;
  if (reservedNames.test(id)) return t`“${id}” cannot be an id: Windows keeps this name for itself.`;
  return undefined;
}

/** The day that the file of a log page tells, for its field `date`; undefined for any other field or page. */
export function dayOfLogFile(
  { type, path }: { readonly type: string; readonly path: string },
  field: string | number | undefined,
): CalendarDate | undefined {
  const record = pageType(type)?.record;
  return record?.every === 'day' && field === record.field ? dayInFileName(path) : undefined;
}

/** The day that a file is named after: `log/2026-11-20-fair.md` after the 20th. */
export function dayInFileName(path: string): CalendarDate | undefined {
  const start = path.slice(path.lastIndexOf('/') + 1).slice(0, 10);
  return isCalendarDate(start) ? start : undefined;
}
