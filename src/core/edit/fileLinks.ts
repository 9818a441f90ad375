import { resolveLink } from '../index/references';
import { decodedText, destinations, pathLength } from '../markdown';
import type { Page } from '../model/page';
import { LineMap, type TextEdit } from '../model/text';
import { relativePath, rewrittenLink } from './linkText';

/** Where a page and the files around it are from now on, each from its old path to its new one; all have one root. */
export interface FileMoves {
  readonly paths: ReadonlyMap<string, string>;
  /** Files and folders that move; what is in a folder moves with it. */
  readonly moves?: ReadonlyMap<string, string>;
}

/** A relative link of a page to something that is no page: a picture, a file, a folder. */
interface FileLink {
  /** Offsets of the path as it is written, without slashes at its end. */
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

/**
 * The edits that let links of a moved page lead to the same pictures, files and folders as before.
 *
 * @param page before the move
 * @param text its text, without byte-order mark
 */
export function fileLinkEdits(page: Page, text: string, moves: FileMoves): TextEdit[] {
  const newFrom = moves.paths.get(page.path);
  if (newFrom === undefined) return [];
  const lines = new LineMap(text);
  return fileLinks(page, text).flatMap(({ start, end, target }) => {
    const oldPath = pathTo(page.path, target);
    const newPath = pathTo(newFrom, placeOf(target, moves));
    const change = rewrittenLink(text.slice(start, end), oldPath, newPath, text[start - 1] === '<');
    if (!change) return [];
    return [{ range: lines.rangeOf(start + change.start, start + change.end), newText: change.newText }];
  });
}

/** Where the links of a page to files lead once its move is done; those that stay included. */
export function fileTargets(page: Page, text: string, moves?: FileMoves): string[] {
  return fileLinks(page, text).map(({ target }) => (moves ? placeOf(target, moves) : target));
}

/** Where a file or folder is after some moves. */
export function placeOf(path: string, { paths, moves }: FileMoves): string {
  const own = paths.get(path);
  if (own !== undefined || !moves) return own ?? path;
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const to = moves.get(path.slice(0, end));
    if (to !== undefined) return to + path.slice(end);
  }
  return path;
}

function fileLinks(page: Page, text: string): FileLink[] {
  const lines = new LineMap(text);
  const pages = new Set(
    page.body.links
      .filter(({ form }) => form === 'markdown')
      .map(({ targetRange }) => lines.offsetAt(targetRange.start)),
  );
  return destinations(text, page.bodyLine).flatMap(({ start, end }) => {
    if (pages.has(start)) return [];
    const raw = text.slice(start, end);
    const written = raw.slice(0, pathLength(raw)).replace(/(?<!\/)\/+$/, '');
    const path = decodedText(written);
    const target = path === '' ? undefined : resolveLink(page.path, path);
    return target === undefined ? [] : [{ start, end: start + written.length, target }];
  });
}

/** The relative path to a file or folder; a dot to the page’s own. */
function pathTo(from: string, target: string): string {
  return relativePath(from, target).replace(/\/$/, '') || '.';
}
