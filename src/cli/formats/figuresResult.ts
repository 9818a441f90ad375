import type { Figures } from '../../core/analysis/figures';
import type { CalendarDate } from '../../core/model/calendarDate';

/** What `figures` has to say, in whatever format; paths from the folder that was asked for. */
export interface FiguresResult extends Figures {
  readonly today: CalendarDate;
}
