import type { BookName, DashboardModel, HostMessage } from '../../shared/dashboardProtocol';
import { protocolVersion } from '../../shared/dashboardProtocol';

/** So many milliseconds without a change, then the dashboard is computed anew. */
export const updatePause = 150;

/** What stands above the sections. */
export interface DashboardHead {
  readonly book: BookName;
  readonly books: readonly BookName[];
  readonly day: string;
}

export interface FeedParts {
  /** The dashboard of the chosen book as it is now, in parts that are computed one by one; undefined without a book. */
  compute(): { readonly head: DashboardHead; readonly parts: Iterable<Partial<DashboardModel>> } | undefined;
  send(message: HostMessage): void;
  /** Lets others work for so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

/**
 * Keeps a webview up to date: computes after a pause in the changes, part by part, and sends what it does not show yet.
 * Nothing is computed while nobody looks.
 */
export class DashboardFeed {
  /** What the webview has, as text by section. */
  private readonly shown = new Map<string, string>();
  /** Counts changes, so that a computation notices that it is outdated. */
  private generation = 0;
  private isWatched = false;

  constructor(private readonly parts: FeedParts) {}

  /** The webview is there, and empty. */
  start(): Promise<void> {
    this.isWatched = true;
    this.shown.clear();
    return this.update();
  }

  /** The webview is gone or hidden, which is the same: VS Code throws a hidden one away. */
  stop(): void {
    this.isWatched = false;
    this.generation++;
  }

  /** The book has changed. */
  async outdate(): Promise<void> {
    const generation = ++this.generation;
    if (!this.isWatched) return;
    await this.parts.wait(updatePause);
    if (generation === this.generation) await this.update();
  }

  /** Computes at once. */
  async update(): Promise<void> {
    const generation = ++this.generation;
    const computed = this.parts.compute();
    if (!computed) {
      this.shown.clear();
      this.parts.send({ version: protocolVersion, type: 'no-book' });
      return;
    }
    const sections: Partial<DashboardModel> = {};
    for (const part of computed.parts) {
      Object.assign(sections, part);
      await this.parts.wait(0);
      if (generation !== this.generation) return;
    }
    const { head } = computed;
    const isNewHead = this.isNew('', head);
    const changed = Object.entries(sections).filter(([id, section]) => this.isNew(id, section));
    if (!isNewHead && changed.length === 0) return;
    const update = { ...head, sections: Object.fromEntries(changed) };
    this.parts.send({ version: protocolVersion, type: 'update', ...update });
  }

  /** True where the webview does not show this; takes it for shown from now on. */
  private isNew(id: string, data: unknown): boolean {
    const text = JSON.stringify(data);
    if (this.shown.get(id) === text) return false;
    this.shown.set(id, text);
    return true;
  }
}
