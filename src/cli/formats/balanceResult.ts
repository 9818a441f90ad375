import type { Balance } from '../../core/analysis/balance';
import type { CalendarDate } from '../../core/model/calendarDate';
import type { Text } from '../../core/model/message';

export interface NamedBalance {
  /** `2026-11-23`, `2026-W48` or `2026-11`. */
  readonly name: string;
  readonly balance: Balance;
}

/** What `balance` has to say, in whatever format. */
export interface BalanceResult {
  readonly today: CalendarDate;
  readonly whole: Balance;
  /** Day by day, week by week or month by month, where that is asked for. */
  readonly periods?: readonly NamedBalance[];
  /** The titles of the book's activities by id. */
  readonly titles: ReadonlyMap<string, Text>;
}
