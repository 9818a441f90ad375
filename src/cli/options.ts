import { Argument } from 'commander';
import { type CalendarDate, isCalendarDate } from '../core/model/calendarDate';
import { isSeverityOrOff, type SeverityOrOff, severityNames } from '../core/model/finding';
import { joined, type Text, t } from '../core/model/message';
import { nearestNames } from '../core/model/nearest';
import { Refusal } from '../core/model/refusal';
import { alternatives } from '../core/model/texts';
import { allRules } from '../core/rules/allRules';
import { pageTypes } from '../core/schema/schema';
import { say } from './words';

export function folderArgument(description: Text = t`the folder of the book`): Argument {
  return new Argument('[folder]', say(description)).default('.', say(t`this folder`));
}

/** Reads the value of an option that takes a day; `flag` is its name with the dashes. */
export function dayOption(flag: string): (value: string) => CalendarDate {
  return (value) => {
    if (isCalendarDate(value)) return value;
    throw new Refusal(t`${flag} takes a day of the calendar such as 2026-11-23, not “${value}”.`);
  };
}

/** Reads the value of an option that takes one of a few words. */
export function choiceOption<T extends string>(flag: string, choices: readonly T[]): (value: string) => T {
  return (value) => {
    const choice = choices.find((candidate) => candidate === value);
    if (choice !== undefined) return choice;
    throw new Refusal(t`${flag} takes ${alternatives(choices)}, not “${value}”.`);
  };
}

/** Reads one `--rule id=severity` and adds it to those before; the last one for a rule holds. */
export function ruleOption(
  value: string,
  previous: ReadonlyMap<string, SeverityOrOff> | undefined,
): ReadonlyMap<string, SeverityOrOff> {
  const equals = value.indexOf('=');
  const id = equals < 0 ? value : value.slice(0, equals);
  const severity = equals < 0 ? '' : value.slice(equals + 1);
  if (!allRules.some((rule) => rule.id === id)) {
    const ids = allRules.map((rule) => rule.id);
    throw new Refusal(joined([t`--rule: there is no rule “${id}”.`, ...didYouMean(id, ids)], ' '));
  }
  if (!isSeverityOrOff(severity)) {
    const severities = alternatives(['off', ...[...severityNames].reverse()]);
    throw new Refusal(t`--rule takes a rule and ${severities}, such as --rule ${id}=hint, not “${value}”.`);
  }
  return new Map([...(previous ?? []), [id, severity]]);
}

/**
 * Checks the name of a page type.
 *
 * @throws Refusal for an unknown one
 */
export function pageTypeOption(value: string): string {
  const ids = pageTypes.map((type) => type.id);
  if (ids.includes(value)) return value;
  const near = didYouMean(value, ids);
  const hint = near.length > 0 ? near : [t`The types are ${ids.join(', ')}.`];
  throw new Refusal(joined([t`There is no page type “${value}”.`, ...hint], ' '));
}

/** `Did you mean “…”?`, or nothing. */
export function didYouMean(written: string, known: Iterable<string>): Text[] {
  const near = nearestNames(written, known, 2).map((name) => t`“${name}”`);
  return near.length > 0 ? [t`Did you mean ${alternatives(near)}?`] : [];
}
