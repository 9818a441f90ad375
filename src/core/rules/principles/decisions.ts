import { daysBetween } from '../../model/calendarDate';
import { dateOf, rangeOfField, textOf } from '../../model/fields';
import { askDay, askField, setField } from '../../model/fix';
import { isClosed } from '../../model/lifecycle';
import { plural, t } from '../../model/message';
import { ownValue } from '../../model/ownValue';
import { text } from '../../schema/kinds';
import type { PageRule } from '../rule';

/** Days after `opened` within which a decision of each size is due. */
const decisionDays: Readonly<Record<string, number>> = { major: 7, minor: 30 };

export const decisionOverdue: PageRule = {
  id: 'decision-overdue',
  family: 'principles',
  severity: 'warning',
  scope: 'page',
  types: ['decision'],
  needs: ['today'],
  summary: 'A decision is overdue.',
  explanation:
    'Major decisions are due within 7 days of `opened`, minor ones within 30; a `due` of the page replaces that. Decided ones are skipped.',
  remedy: 'Decide, and enter the day in `decided`.',
  check(page, { today }, report) {
    if (isClosed(page)) return;
    const due = dateOf(page, 'due');
    if (due !== undefined) {
      if (due >= today) return;
      const late = plural(daysBetween(due, today), 'day');
      report({
        range: rangeOfField(page, 'due'),
        message: t`This was to be decided by ${due}, ${late} ago. Decide it and enter “decided”.`,
      });
      return;
    }
    const opened = dateOf(page, 'opened');
    const size = textOf(page, 'size') ?? '';
    const limit = ownValue(decisionDays, size);
    if (opened === undefined || limit === undefined) return;
    const age = daysBetween(opened, today);
    if (age <= limit) return;
    report({
      range: rangeOfField(page, 'opened'),
      message: t`Open for ${plural(age, 'day')}; a ${size} decision is due within ${plural(limit, 'day')}. Decide it and enter “decided”.`,
    });
  },
  fixes(_finding, _page, { today }) {
    return [
      setField(t`It was decided today`, 'decided', today, { preferred: true }),
      askDay(t`It was decided on another day…`, 'decided', t`On which day was it decided?`, {
        suggestion: today,
      }),
      askDay(t`Set a new day…`, 'due', t`By which day will it be decided?`, { earliest: today }),
    ];
  },
};

export const decisionWithoutLongTermValue: PageRule = {
  id: 'decision-without-long-term-value',
  family: 'principles',
  severity: 'information',
  scope: 'page',
  types: ['decision'],
  needs: [],
  summary: 'A major decision does not say what it does to long-term value.',
  explanation:
    'A decision of the size major without `longTermValue`. What is decided in the daily noise is paid for in the long term.',
  remedy: 'Write in `longTermValue` what the decision does to long-term value.',
  check(page, _context, report) {
    if (textOf(page, 'size') !== 'major' || textOf(page, 'longTermValue') !== undefined) return;
    report({
      range: rangeOfField(page, 'size'),
      message: t`This major decision does not say what it does to long-term value. Write it in “longTermValue”.`,
    });
  },
  fixes() {
    const prompt = t`What does the decision do to long-term value?`;
    return [askField(t`Say what it does to long-term value…`, 'longTermValue', prompt, text)];
  },
};
