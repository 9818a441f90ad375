import { readFileSync, statSync } from 'node:fs';
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
  const seen = Date.now();
  const { size, mtimeMs, ctimeMs } = statSync(file);
  return { parts: [size, mtimeMs, ctimeMs], modified: Math.max(mtimeMs, ctimeMs), seen };
}

/**
 * Reads a file as UTF-8 without byte-order mark, line ends as they are, and what it says as a page.
 *
 * @param stamp of the file, where it was looked at already
 */
export function readPageFile(
  { folder, keepsTexts = false, isExact = false }: ReadingManner,
  path: string,
  stamp?: FileStamp,
): ReadFile | UnreadableFile {
  const file = join(folder, path);
  try {
    // Looked at before it is read: what is written in between is seen the next time.
    const seen = stamp ?? stampOf(file);
    const bytes = readFileSync(file);
    const text = isExact ? decodeExactly(bytes) : decode(bytes);
    if (text === undefined) return { path, reason: 'it is not in UTF-8' };
    const parsed = parsePage(path, text);
    const page = parsed && StoredPage.of(parsed);
    return {
      path,
      stamp: seen,
      content: contentHash(text),
      ...(page ? { page } : {}),
      ...(keepsTexts || isTemplatePath(path) ? { text } : {}),
    };
  } catch (error) {
    return { path, reason: reasonOf(error) };
  }
}
