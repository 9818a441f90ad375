import type { Page } from '../model/page';
import { placeIn } from '../model/sortedList';
import { compareText } from '../model/text';

/** Pages in order of their paths. What is handed out stays as it is; single changes cost no new sorting. */
export class PageList {
  private readonly pages = new Map<string, Page>();
  private sorted: Page[] | undefined;
  private isHandedOut = false;

  set(page: Page): void {
    const replaces = this.pages.has(page.path);
    this.pages.set(page.path, page);
    this.splice(page.path, replaces ? 1 : 0, [page]);
  }

  delete(path: string): void {
    if (this.pages.delete(path)) this.splice(path, 1, []);
  }

  all(): readonly Page[] {
    this.isHandedOut = true;
    this.sorted ??= [...this.pages.values()].sort((a, b) => compareText(a.path, b.path));
    return this.sorted;
  }

  private splice(path: string, removed: number, added: readonly Page[]): void {
    if (!this.sorted) return;
    const place = placeIn(this.sorted, (page) => page.path < path);
    if (this.isHandedOut) this.sorted = this.sorted.slice();
    this.isHandedOut = false;
    this.sorted.splice(place, removed, ...added);
  }
}
