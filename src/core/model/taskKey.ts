import type { CalendarDate } from './calendarDate';
import type { Range } from './text';

/** The days of a task: promised for, made on, done on, first promised for. */
export type DayName = 'due' | 'made' | 'done' | 'was';
export type KeyName = DayName | 'every';

/** `due:2026-12-05`, `📅 2026-12-05` (the plugin Tasks of Obsidian), `[due:: 2026-12-05]` (its plugin Dataview). */
export type KeyForm = 'plain' | 'emoji' | 'field';

/** A key of a task, as far as it can be read. */
export interface TaskKey {
  readonly name: KeyName;
  readonly form: KeyForm;
  /** A calendar date; of `every` a period such as `2w`. */
  readonly value: string;
  /** The key with its value, and with the brackets of a field. */
  readonly range: Range;
  readonly valueRange: Range;
}

const otherNames: Readonly<Record<string, KeyName>> = {
  '📅': 'due',
  '📆': 'due',
  '🗓': 'due',
  '✅': 'done',
  '➕': 'made',
  '🔁': 'every',
  created: 'made',
  completion: 'done',
  repeat: 'every',
};

/** The key that a name or a sign of any form stands for. */
export function keyNameOf(written: string): KeyName {
  const name = written.toLowerCase();
  return otherNames[name] ?? (name as KeyName);
}

const emojis: Readonly<Record<DayName, string | undefined>> = {
  due: '📅',
  done: '✅',
  made: '➕',
  was: undefined,
};
const fieldNames: Readonly<Record<DayName, string | undefined>> = {
  due: 'due',
  done: 'completion',
  made: 'created',
  was: undefined,
};

/**
 * A key as it is written in one of the forms; what Obsidian’s plugins do not know is written plainly.
 *
 * @param day a calendar date, or the name of an answer in braces
 */
export function keyText(name: DayName, day: CalendarDate, form: KeyForm): string {
  const sign = form === 'emoji' ? emojis[name] : undefined;
  if (sign !== undefined) return `${sign} ${day}`;
  const field = form === 'field' ? fieldNames[name] : undefined;
  return field === undefined ? `${name}:${day}` : `[${field}:: ${day}]`;
}

/** The form in which the keys of a task are written: that of the last one. */
export function formOf(keys: readonly TaskKey[]): KeyForm {
  return keys.at(-1)?.form ?? 'plain';
}

/** The key of a name that counts. */
export function lastKey(keys: readonly TaskKey[], wanted: KeyName): TaskKey | undefined {
  return keys.filter(({ name }) => name === wanted).at(-1);
}
