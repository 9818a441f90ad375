/**
 * Reads files of this machine by their paths, where the host can: ten times as fast as through VS Code, which asks for
 * each file in another process first.
 */
export interface LocalFiles {
  /**
   * Undefined for a file that is not there.
   *
   * @param within a folder that the file must lie in, links followed; anywhere where it is absent
   * @throws the file system's error; also for a link out of the folder, a pipe, a socket or a device
   */
  read(path: string, within?: string): Promise<Uint8Array | undefined>;
  /** @throws where a file that is not there yet would come to lie out of the folder, links followed */
  expectWithin(folder: string, path: string): Promise<void>;
}
