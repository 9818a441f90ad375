import { type AgendaItem, agendaOf } from '../../analysis/agenda';
import { type Balance, balanceOf } from '../../analysis/balance';
import { type Freshness, pageFreshness } from '../../analysis/freshness';
import { type SalesOutlook, salesOutlookOf } from '../../analysis/salesOutlook';
import { type Waiting, waitingForMe } from '../../analysis/waiting';
import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import type { Page } from '../../model/page';
import { compareText } from '../../model/text';
import type { PagePlace } from './model';

/** A competitor with its clock; none where it was never reviewed or the threat is not told. */
export interface WatchedCompetitor {
  readonly page: Page;
  readonly freshness: Freshness | undefined;
}

/** What several sections of the dashboard look at, computed once and when it is first asked for. */
export class DashboardContext {
  private readonly made = new Map<string, unknown>();

  constructor(
    readonly book: BookIndex,
    readonly today: CalendarDate,
  ) {}

  /** Computes what takes longest on its own. */
  warmMemo(): void {
    void this.agenda;
  }

  get currency(): string {
    return this.book.settings.currency;
  }

  get balance(): Balance {
    return this.once('balance', () => balanceOf(this.book, this.today));
  }

  get agenda(): readonly AgendaItem[] {
    return this.once('agenda', () => agendaOf(this.book, this.today));
  }

  get waiting(): readonly Waiting[] {
    return this.once('waiting', () => waitingForMe(this.agenda, this.today));
  }

  get outlook(): SalesOutlook {
    return this.once('outlook', () => salesOutlookOf(this.book, this.today));
  }

  /** The one that has used most of its cadence first, those without a clock last. */
  get competitors(): readonly WatchedCompetitor[] {
    return this.once('competitors', () =>
      this.book
        .pagesOfType('competitor')
        .map((page) => ({ page, freshness: pageFreshness(page, this.book, this.today) }))
        .sort((a, b) => usedOf(b.freshness) - usedOf(a.freshness) || compareText(a.page.title, b.page.title)),
    );
  }

  titleOf(path: string): string {
    return this.book.page(path)?.title ?? path;
  }

  private once<T>(name: string, make: () => T): T {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name) as T;
  }
}

/** Share of the cadence that is used: 1 on the day it is due. */
export function usedOf(freshness: Freshness | undefined): number {
  if (!freshness) return -1;
  return freshness.age / Math.max(1, freshness.cadence);
}

/** Where an item of the agenda stands. */
export function placeOf({ path, range }: Pick<AgendaItem, 'path' | 'range'>): PagePlace {
  return { path, line: range.start.line };
}
