import { decodedText, percentDecoded } from '../markdown';

/**
 * The relative path from one file to another, as Markdown links have it.
 *
 * @param from the file that holds the link
 * @param to the file it leads to
 */
export function relativePath(from: string, to: string): string {
  const folder = from.split('/').slice(0, -1);
  const target = to.split('/');
  let common = 0;
  while (common < folder.length && common < target.length - 1 && folder[common] === target[common]) common++;
  return [...folder.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}

/** What of a link's path is written otherwise: the characters from `start` to `end` of it. */
export interface LinkChange {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * Makes a link's path lead elsewhere. Folders and the ending stay as they are written where they stay the same;
 * what is new is percent-encoded where a link needs it, and in the way the rest of the link is.
 *
 * @param written the path as it stands in the text
 * @param oldPath what it leads to now, relative to its page
 * @param newPath what it is to lead to, relative to where its page will be
 * @param enclosed true between `<` and `>`, where spaces may stand
 */
export function rewrittenLink(
  written: string,
  oldPath: string,
  newPath: string,
  enclosed: boolean,
): LinkChange | undefined {
  if (oldPath === newPath) return undefined;
  const encode = encoder(written, enclosed);
  const [oldFolder, oldName] = split(oldPath);
  const [newFolder, newName] = split(newPath);
  const slash = written.lastIndexOf('/') + 1;
  const name = written.slice(slash);
  const oldEnding = endingOf(oldName);
  const ending = name.endsWith(oldEnding) && newName.endsWith(oldEnding) ? oldEnding : '';
  // A written name may hold an encoded slash: then nothing of it is known to stay.
  const isPlain = decoded(name) === oldName;
  if (oldFolder === newFolder && isPlain) {
    const newText = encode(newName.slice(0, newName.length - ending.length));
    return { start: slash, end: written.length - ending.length, newText };
  }
  const here = written.startsWith('./') && !newPath.startsWith('../') ? './' : '';
  const kept = keptSegments(written, oldPath, newPath);
  const segments = newPath.split('/');
  const changed = segments.slice(0, segments.length - kept.count).map(encode);
  const newText = here + changed.join('/') + (kept.count > 0 && changed.length > 0 ? '/' : '');
  return { start: 0, end: written.length - kept.length, newText };
}

/** How many segments at the end stay as they are written, and their length. */
function keptSegments(
  written: string,
  oldPath: string,
  newPath: string,
): { readonly count: number; readonly length: number } {
  const [old, fresh] = [oldPath.split('/').reverse(), newPath.split('/').reverse()];
  let count = 0;
  let length = 0;
  for (const segment of written.split('/').reverse()) {
    const name = decoded(segment);
    if (segment === '' || name === '..' || name !== old[count] || name !== fresh[count]) break;
    length += segment.length + (count > 0 ? 1 : 0);
    count++;
  }
  return { count, length };
}

function split(path: string): [folder: string, name: string] {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
}

/** `.md`, as it is written, or nothing. */
function endingOf(name: string): string {
  return /\.md$/i.exec(name)?.[0] ?? '';
}

function decoded(text: string): string {
  return percentDecoded(decodedText(text));
}

/** Characters that end a link, or mean something else in one. */
const special = /[\s%#?<>\\()[\]`"&|*\p{Cc}]/u;

function encoder(written: string, enclosed: boolean): (segment: string) => string {
  const encodesLetters = /%[89a-f][\da-f]/i.test(written);
  const needsCode = (character: string): boolean => {
    if (character === ' ' && enclosed) return false;
    return special.test(character) || (encodesLetters && (character.codePointAt(0) as number) > 127);
  };
  return (segment) =>
    [...segment].map((character) => (needsCode(character) ? percent(character) : character)).join('');
}

function percent(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character
    ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
    : encoded;
}
