/** Milliseconds until a second look, when the folder’s own events must have come; each further look waits twice as long. */
const firstPause = 1000;

/** Calls a task after some milliseconds; returns what takes that back. */
export type Later = (task: () => void, pause: number) => () => void;

function afterPause(task: () => void, pause: number): () => void {
  const timer = setTimeout(task, pause);
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
  private isDisposed = false;

  /**
   * @param look takes over what is in a folder and gives its files, undefined for what is no folder
   * @param lookAgain takes over one file that may be gone
   */
  constructor(
    private readonly look: (folder: Place) => Promise<readonly Place[] | undefined>,
    private readonly lookAgain: (file: Place) => void,
    private readonly later: Later = afterPause,
  ) {}

  async begin(folder: Place): Promise<void> {
    const found = await this.look(folder);
    if (found) this.goOn(folder, found, firstPause);
  }

  dispose(): void {
    this.isDisposed = true;
    for (const takeBack of this.waiting) takeBack();
    this.waiting.clear();
  }

  private goOn(folder: Place, found: readonly Place[], pause: number): void {
    if (this.isDisposed) return;
    const takeBack = this.later(() => {
      this.waiting.delete(takeBack);
      void this.lookOnceMore(folder, found, pause);
    }, pause);
    this.waiting.add(takeBack);
  }

  private async lookOnceMore(folder: Place, before: readonly Place[], pause: number): Promise<void> {
    const now = (await this.look(folder)) ?? [];
    const [known, there] = [new Set(before.map(String)), new Set(now.map(String))];
    for (const file of before) if (!there.has(String(file))) this.lookAgain(file);
    if (now.some((file) => !known.has(String(file)))) this.goOn(folder, now, 2 * pause);
  }
}
