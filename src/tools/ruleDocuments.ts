import { readBookSettings } from '../core/model/bookSettings';
import { allRules } from '../core/rules/allRules';
import { internalError } from '../core/rules/internalError';
import type { Rule } from '../core/rules/rule';
import { horizons } from '../core/schema/activities';
import { generatedNote } from './formatDocument';
import { dutyOf } from './ruleDuties';
import { readRuleExample } from './ruleExamples';
import { exampleSections } from './ruleExampleText';
import { familyTitles, ruleIndex, severities } from './ruleIndex';

let documents: Record<string, string> | undefined;

/**
 * The pages of `docs/rules`, by file name.
 *
 * @throws Error where a rule has no example
 */
export function ruleDocuments(): Readonly<Record<string, string>> {
  documents ??= {
    'index.md': ruleIndex(),
    [`${internalError.id}.md`]: internalErrorDocument(),
    ...Object.fromEntries(allRules.map((rule) => [`${rule.id}.md`, ruleDocument(rule)])),
  };
  return documents;
}

function ruleDocument(rule: Rule): string {
  return `${[
    `# ${rule.id}`,
    generatedNote,
    rule.summary,
    `**Severity:** ${severities(rule)}. **Duty:** ${dutyText(rule)} All rules: [index](index.md).`,
    '## Why',
    rule.explanation,
    '## What to do',
    rule.remedy,
    ...exampleSections(readRuleExample(rule.id)),
    '## Changing it',
    'In `book.md`, for everybody who works with the book:',
    yaml([`rules:`, `  ${rule.id}: off # or hint, information, warning, error`]),
    ...limitParts(rule),
    `In VS Code, for yourself: the setting \`statusBook.rules\`. For one page: \`<!-- status-book-ignore ${rule.id} -->\` in the first ten lines of its text; for one place: on the line above it.`,
  ].join('\n\n')}\n`;
}

function internalErrorDocument(): string {
  const { id, summary, severity, explanation, remedy } = internalError;
  return `${[
    `# ${id}`,
    generatedNote,
    summary,
    `**Severity:** ${severity}. All rules: [index](index.md).`,
    '## Why',
    explanation,
    '## What to do',
    remedy,
  ].join('\n\n')}\n`;
}

function dutyText(rule: Rule): string {
  const own = ['daily', 'short-term', 'long-term'].includes(rule.family) ? dutyOf(rule) : undefined;
  return own?.description ?? `${familyTitles[rule.family]}.`;
}

/** How to set the limits of `book.md` that the rule’s explanation names, with their defaults. */
function limitParts({ explanation }: Rule): string[] {
  const lines = Object.entries(defaults).flatMap(([group, limits]) => {
    const named = Object.keys(limits).filter((name) => explanation.includes(`\`${group}.${name}\``));
    // The settings of the balance only make sense together.
    const shown = group === 'balance' && named.length > 0 ? Object.keys(limits) : named;
    const settings = shown.map((name) => `  ${name}: ${flow(limits[name] as Limit)}`);
    return settings.length === 0 ? [] : [`${group}:`, ...settings];
  });
  if (lines.length === 0) return [];
  return ['With other limits, also in `book.md`; these are the defaults:', yaml(lines)];
}

const { cadence, windowDays, minimumHours } = readBookSettings(undefined);
const defaults: Readonly<Record<string, Readonly<Record<string, Limit>>>> = {
  cadence: { ...cadence },
  balance: { windowDays, minimumHours, ...Object.fromEntries(horizons.map(({ id, band }) => [id, band])) },
};

type Limit = number | readonly number[] | Readonly<Record<string, number>>;

function flow(value: Limit): string {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  const entries = Object.entries(value).map(([key, days]) => `${key}: ${days}`);
  return `{ ${entries.join(', ')} }`;
}

function yaml(lines: readonly string[]): string {
  return ['```yaml', ...lines, '```'].join('\n');
}
