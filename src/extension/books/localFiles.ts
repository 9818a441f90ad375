import type { FileStamp } from '../../core/index/pageCache';
import type { PackedPage } from '../../core/parse/storedPage';

/** A file that was read, and what it says as a page. */
export interface ReadPage {
  readonly path: string;
  readonly stamp: FileStamp;
  /** As `contentHash` names it. */
  readonly content: string;
  /** Absent for a file that is no page. */
  readonly page?: PackedPage;
  /** Of templates alone. */
  readonly text?: string;
}

/**
 * Reads files of this machine by their paths, where the host can: ten times as fast as through VS Code, which asks for
 * each file in another process first.
 */
export interface LocalFiles {
  /** Undefined for a file that is not there. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** At once, which takes no time worth mentioning; undefined for a file that cannot be looked at. */
  stampOf(path: string): FileStamp | undefined;
  /**
   * Reads many files beside all else, and hands over those that are in UTF-8.
   *
   * @param paths with `/` on every platform
   */
  readPages(paths: readonly string[], take: (read: ReadPage) => void): Promise<void>;
}
