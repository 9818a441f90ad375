import { daysBetween } from '../../model/calendarDate';
import { dateOf, objectOf, rangeOfField, textOf } from '../../model/fields';
import { isClosed } from '../../model/lifecycle';
import { enumeration, plural } from '../../model/words';
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
      message: `The gate was ${plural(daysBetween(gate, today), 'day')} ago (${gate}) and there is no “decision”. Enter go, kill, hold or recycle, or the gate’s new day.`,
    });
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
    const failed = (objectOf(page, 'mustMeet')?.fields ?? [])
      .filter(({ value }) => value.kind === 'scalar' && value.value === false)
      .map(({ name }) => `“${name}”`);
    if (failed.length === 0) return;
    report({
      range: rangeOfField(page, 'decision'),
      message: `The gate said go, but ${enumeration(failed)} ${failed.length === 1 ? 'is' : 'are'} not met. Meet ${failed.length === 1 ? 'it' : 'them'}, or decide hold, recycle or kill.`,
    });
  },
};
