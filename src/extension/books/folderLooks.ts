import { inBackground } from '../ui/background';
import { afterPause, type Later } from './later';

/** Milliseconds until a second look, when the folders’ own events must have come; each further look waits twice as long. */
const firstPause = 1000;

/**
 * Looks into folders that came together, again and again, until a look finds no file that the one before had not found.
 *
 * A file that is found before it was told of, and is deleted at once, is never told of; nor is one that came into a new
 * folder before that was watched.
 */
export class FolderLooks<Place> {
  private readonly waiting = new Set<() => void>();
  private isDisposed = false;

  /**
   * @param look takes over what is in the folders and gives its files, undefined where none of them is a folder
   * @param lookAgain takes over one file that may be gone
   */
  constructor(
    private readonly look: (folders: readonly Place[]) => Promise<readonly Place[] | undefined>,
    private readonly lookAgain: (file: Place) => void,
    private readonly later: Later = afterPause,
  ) {}

  async begin(folders: readonly Place[]): Promise<void> {
    const found = await this.look(folders);
    if (found) this.goOn(folders, found, firstPause);
  }

  dispose(): void {
    this.isDisposed = true;
    for (const takeBack of this.waiting) takeBack();
    this.waiting.clear();
  }

  private goOn(folders: readonly Place[], found: readonly Place[], pause: number): void {
    if (this.isDisposed) return;
    const takeBack = this.later(() => {
      this.waiting.delete(takeBack);
      inBackground(this.lookOnceMore(folders, found, pause));
    }, pause);
    this.waiting.add(takeBack);
  }

  private async lookOnceMore(
    folders: readonly Place[],
    before: readonly Place[],
    pause: number,
  ): Promise<void> {
    const now = (await this.look(folders)) ?? [];
    const [known, there] = [new Set(before.map(String)), new Set(now.map(String))];
    for (const file of before) if (!there.has(String(file))) this.lookAgain(file);
    if (now.some((file) => !known.has(String(file)))) this.goOn(folders, now, 2 * pause);
  }
}
