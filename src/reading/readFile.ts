import { closeSync, fstatSync, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../core/index/contentHash';
import type { FileStamp } from '../core/index/pageCache';
import { isTemplatePath } from '../core/index/templates';
import { parsePage } from '../core/parse/parsePage';
import { type PackedPage, StoredPage } from '../core/parse/storedPage';
import { reasonOf } from './reasons';
import { decode, decodeExactly } from './utf8';

/** How files are read. */
export interface ReadingManner {
  /** Paths are from here. */
  readonly folder: string;
  readonly keepsTexts?: boolean;
  /** True where a file with unreadable bytes is not read; else they are read as replacement characters. */
  readonly isExact?: boolean;
}

/** A file that was read. */
export interface ReadFile {
  readonly path: string;
  readonly stamp: FileStamp;
  /** As `contentHash` names it. */
  readonly content: string;
  /** Absent for a file that is no page. */
  readonly page?: PackedPage;
  /** Kept where somebody needs it. */
  readonly text?: string;
}

/** A file that could not be read. */
export interface UnreadableFile {
  readonly path: string;
  readonly reason: string;
}

/** What tells whether a file was written meanwhile. */
export function stampOf(file: string): FileStamp {
  return stampFrom(Date.now(), statSync(file));
}

function stampFrom(seen: number, { size, mtimeMs, ctimeMs }: Stats): FileStamp {
  return { parts: [size, mtimeMs, ctimeMs], modified: Math.max(mtimeMs, ctimeMs), seen };
}

/** Room for the bytes of one file after the other. */
const room = Buffer.allocUnsafeSlow(1024 * 1024);

/**
 * The bytes of a file, valid until the next file is read, and its stamp: looked at before it is read, so that what is
 * written in between is seen the next time.
 */
function readStamped(file: string): { readonly bytes: Uint8Array; readonly stamp: FileStamp } {
  const seen = Date.now();
  const descriptor = openSync(file, 'r');
  try {
    const stats = fstatSync(descriptor);
    const stamp = stampFrom(seen, stats);
    // What is no plain file does not tell its size.
    if (stats.size === 0 || stats.size > room.length) return { bytes: readFileSync(descriptor), stamp };
    let length = 0;
    for (let read = -1; read !== 0 && length < stats.size; length += read)
      read = readSync(descriptor, room, length, stats.size - length, null);
    return { bytes: room.subarray(0, length), stamp };
  } finally {
    closeSync(descriptor);
  }
}

/** Reads a file as UTF-8 without byte-order mark, line ends as they are, and what it says as a page. */
export function readPageFile(
  { folder, keepsTexts = false, isExact = false }: ReadingManner,
  path: string,
): ReadFile | UnreadableFile {
  const file = join(folder, path);
  try {
    const { bytes, stamp } = readStamped(file);
    const text = isExact ? decodeExactly(bytes) : decode(bytes);
    if (text === undefined) return { path, reason: 'it is not in UTF-8' };
    const parsed = parsePage(path, text);
    const page = parsed && StoredPage.of(parsed);
    return {
      path,
      stamp,
      content: contentHash(text),
      ...(page ? { page } : {}),
      ...(keepsTexts || isTemplatePath(path) ? { text } : {}),
    };
  } catch (error) {
    return { path, reason: reasonOf(error) };
  }
}
