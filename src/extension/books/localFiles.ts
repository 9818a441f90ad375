/**
 * Reads files of this machine by their paths, where the host can: ten times as fast as through VS Code, which asks for
 * each file in another process first.
 */
export interface LocalFiles {
  /** Undefined for a file that is not there. */
  read(path: string): Promise<Uint8Array | undefined>;
}
