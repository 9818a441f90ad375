import type { CalendarDate } from '../model/calendarDate';
import { dateOf } from '../model/fields';
import type { Page } from '../model/page';
import { placeIn } from '../model/sortedList';
import { compareText } from '../model/text';
import { isDaily } from '../schema/schema';

export interface DatedLog {
  readonly page: Page;
  readonly date: CalendarDate;
}

/** The log pages with a valid date, by date and path. */
export class LogCalendar {
  private readonly dates = new Map<string, DatedLog>();
  private logs: DatedLog[] | undefined;

  set(page: Page): void {
    this.delete(page.path);
    const date = isDaily(page.type) ? dateOf(page, 'date') : undefined;
    if (date === undefined) return;
    const log = { page, date };
    this.dates.set(page.path, log);
    this.logs?.splice(this.placeOf(log), 0, log);
  }

  delete(path: string): void {
    const log = this.dates.get(path);
    if (!log) return;
    this.dates.delete(path);
    this.logs?.splice(this.placeOf(log), 1);
  }

  dateOf(path: string): CalendarDate | undefined {
    return this.dates.get(path)?.date;
  }

  all(): readonly DatedLog[] {
    this.logs ??= [...this.dates.values()].sort(compareLogs);
    return this.logs;
  }

  private placeOf(log: DatedLog): number {
    return placeIn(this.logs ?? [], (other) => compareLogs(other, log) < 0);
  }
}

function compareLogs(a: DatedLog, b: DatedLog): number {
  return compareText(a.date, b.date) || compareText(a.page.path, b.page.path);
}
