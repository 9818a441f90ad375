import { daysBetween } from '../../model/calendarDate';
import { dateOf, objectOf, rangeOfField, textOf } from '../../model/fields';
import { askDay, askField, setField } from '../../model/fix';
import { isClosed } from '../../model/lifecycle';
import { either, plural, t } from '../../model/message';
import type { Page } from '../../model/page';
import { enumeration } from '../../model/texts';
import { specAt } from '../../schema/schema';
import type { PageRule } from '../rule';

export const gateOverdue: PageRule = {
  id: 'gate-overdue',
  family: 'short-term',
  severity: 'warning',
  scope: 'page',
  types: ['new-product'],
  needs: ['today'],
  summary: 'A gate is past and nothing was decided.',
  explanation: 'The day in `gate` is before today and there is no `decision`.',
  remedy: 'Hold the gate meeting and enter its decision, or set its new day.',
  check(page, { today }, report) {
    const gate = dateOf(page, 'gate');
    if (gate === undefined || gate >= today || textOf(page, 'decision') !== undefined || isClosed(page))
      return;
    report({
      range: rangeOfField(page, 'gate'),
      message: t`The gate was ${plural(daysBetween(gate, today), 'day')} ago (${gate}) and there is no “decision”. Enter go, kill, hold or recycle, or the gate’s new day.`,
    });
  },
  fixes(_finding, page, { today }) {
    const decision = specAt(page.type, ['decision'])?.value;
    if (decision?.kind !== 'enum') return [];
    // A go would only lead to the next finding while a must-meet criterion is failed.
    const possible = decision.values.filter(
      ({ value }) => value !== 'go' || failedCriteria(page).length === 0,
    );
    const choices = possible.map(({ value, description }) => ({ value, label: value, description }));
    return [
      askField(t`Enter the gate’s decision…`, 'decision', t`What did the gate decide?`, decision, {
        choices,
      }),
      askDay(t`Set the gate’s new day…`, 'gate', t`When is the gate meeting?`, { earliest: today }),
    ];
  },
};

export const gateMustMeet: PageRule = {
  id: 'gate-must-meet',
  family: 'short-term',
  severity: 'error',
  scope: 'page',
  types: ['new-product'],
  needs: [],
  summary: 'A gate said go although a must-meet criterion failed.',
  explanation:
    '`decision: go` while one of `mustMeet` is false. Must-meet criteria are no wishes: a product that fails one does not pass the gate.',
  remedy: 'Meet the criterion, or decide hold, recycle or kill.',
  check(page, _context, report) {
    if (textOf(page, 'decision') !== 'go') return;
    const failed = failedCriteria(page).map((name) => t`“${name}”`);
    if (failed.length === 0) return;
    report({
      range: rangeOfField(page, 'decision'),
      message: t`The gate said go, but ${enumeration(failed)} ${either(failed.length === 1, 'is', 'are')} not met. Meet ${either(failed.length === 1, 'it', 'them')}, or decide hold, recycle or kill.`,
    });
  },
  fixes() {
    return ['hold', 'recycle', 'kill'].map((decision) =>
      setField(t`Decide “${decision}” instead`, 'decision', decision),
    );
  },
};

/** The must-meet criteria that are not met. */
function failedCriteria(page: Page): string[] {
  return (objectOf(page, 'mustMeet')?.fields ?? [])
    .filter(({ value }) => value.kind === 'scalar' && value.value === false)
    .map(({ name }) => name);
}
