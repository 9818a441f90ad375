/** What came with a folder is looked at again when its own events must have come. */
const lookPause = 1000;

/** Calls a task later on; returns what takes that back. */
export type Later = (task: () => void) => () => void;

function afterPause(task: () => void): () => void {
  const timer = setTimeout(task, lookPause);
  return () => clearTimeout(timer);
}

/**
 * Looks into folders that came, again and again, until a look finds no file that the one before had not found.
 *
 * A file that is found before it was told of, and is deleted at once, is never told of; nor is one that came into a new
 * folder before that was watched.
 */
export class FolderLooks<Place> {
  private readonly waiting = new Set<() => void>();

  /**
   * @param look takes over what is in a folder and gives its files, undefined for what is no folder
   * @param lookAgain takes over one file
   */
  constructor(
    private readonly look: (folder: Place) => Promise<readonly Place[] | undefined>,
    private readonly lookAgain: (file: Place) => void,
    private readonly later: Later = afterPause,
  ) {}

  async begin(folder: Place): Promise<void> {
    const found = await this.look(folder);
    if (found) this.goOn(folder, found);
  }

  dispose(): void {
    for (const takeBack of this.waiting) takeBack();
    this.waiting.clear();
  }

  private goOn(folder: Place, found: readonly Place[]): void {
    const takeBack = this.later(() => {
      this.waiting.delete(takeBack);
      void this.lookOnceMore(folder, found);
    });
    this.waiting.add(takeBack);
  }

  private async lookOnceMore(folder: Place, found: readonly Place[]): Promise<void> {
    for (const file of found) this.lookAgain(file);
    const before = new Set(found.map(String));
    const now = await this.look(folder);
    if (now?.some((file) => !before.has(String(file)))) this.goOn(folder, now);
  }
}
