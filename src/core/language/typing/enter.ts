import { entriesOf } from '../../analysis/entries';
import type { ListItem } from '../../model/bodyScan';
import type { Page } from '../../model/page';
import { LineMap, type Position } from '../../model/text';
import { underTime } from '../../parse/timeEntries';
import type { Activity } from '../../schema/activities';
import { isDaily } from '../../schema/schema';

type Activities = ReadonlyMap<string, Activity>;

/** What Enter does in a list of time entries: it goes on with the list, or ends it. */
export type EnterAction = 'continue' | 'end';

const emptyItem = /^ {0,3}[-*+][ \t]*$/;

/**
 * What Enter does at a place in a log page: behind a time entry it begins the next one, in an empty item under `Time` it
 * ends the list. Undefined everywhere else, also behind an entry with notes, which a new item would take over.
 */
export function enterAt(
  page: Page,
  text: string,
  position: Position,
  activities: Activities,
): EnterAction | undefined {
  if (!isDaily(page.type)) return undefined;
  const { line, character } = position;
  const written = new LineMap(text).lineText(line);
  if (character < written.length) return undefined;
  const isEntry = entriesOf(page, activities).some(
    ({ range, lastLine }) => range.start.line === line && lastLine === line,
  );
  if (isEntry) return 'continue';
  const item = emptyItem.test(written) ? topItemAt(page, line) : undefined;
  return item && item.text === '' && belongsToEntries(item, page, activities) ? 'end' : undefined;
}

/** The item at the page’s root that begins on a line. */
export function topItemAt({ body }: Page, line: number): ListItem | undefined {
  return body.listItems.find(({ firstLine, depth, quoted }) => firstLine === line && depth === 0 && !quoted);
}

/** True under `Time`, and right behind an entry that stands elsewhere. */
export function belongsToEntries(item: ListItem, page: Page, activities: Activities): boolean {
  if (underTime(item, page.body.headings)) return true;
  return entriesOf(page, activities).some(({ lastLine }) => lastLine === item.firstLine - 1);
}
