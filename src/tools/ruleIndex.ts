import { enumeration } from '../core/model/texts';
import { allRules } from '../core/rules/allRules';
import { internalError } from '../core/rules/internalError';
import type { Rule, RuleFamily } from '../core/rules/rule';
import { activities } from '../core/schema/activities';
import { pageTypes } from '../core/schema/schema';
import { english } from './english';
import { generatedNote, table } from './formatDocument';
import { dutyOf, watchedTypes } from './ruleDuties';

export const familyTitles: Readonly<Record<RuleFamily, string>> = {
  structure: 'Structure: pages that can be read',
  time: 'Time: the balance of your weeks',
  daily: 'Daily: status, sales, market, departments, budget',
  'short-term': 'Short-term: plans, promotions, shows, gates, answers',
  'long-term': 'Long-term: strategy and exploration',
  principles: 'Principles: customers, segments, regions, decisions',
};

/** The families whose rules each serve a duty of the horizon. */
const byDuty: readonly RuleFamily[] = ['daily', 'short-term', 'long-term'];

/** `docs/rules/index.md`: every rule by the duty that it serves, then by the page that it watches. */
export function ruleIndex(): string {
  return `${[
    '# Rules',
    generatedNote,
    'What Product Status Book watches, by the duty that it serves, then [by page](#by-page). Severities are defaults: `rules` in `book.md` and the setting `statusBook.rules` change them. A rule’s page tells its limits and shows an example.',
    ...(Object.keys(familyTitles) as RuleFamily[]).flatMap(familyParts),
    '## By page',
    'Which rules watch your dealers, your competitors, your plans.',
    table(['page', 'rules'], pageRows()),
    '## When a rule fails',
    `Then that is reported as [${internalError.id}](${internalError.id}.md), and all other rules go on.`,
  ].join('\n\n')}\n`;
}

function familyParts(family: RuleFamily): string[] {
  const rules = allRules.filter((rule) => rule.family === family);
  if (rules.length === 0) return [];
  const title = `## ${familyTitles[family]}`;
  if (!byDuty.includes(family)) return [title, ruleTable(rules)];
  const several = rules.filter((rule) => !dutyOf(rule));
  const groups = activities.flatMap((activity) => {
    const own = rules.filter((rule) => dutyOf(rule) === activity);
    return own.length === 0 ? [] : [`### ${activity.title}`, activity.description, ruleTable(own)];
  });
  return [
    title,
    ...(several.length === 0 ? [] : ['### Every plan', 'The plans of all these duties.', ruleTable(several)]),
    ...groups,
  ];
}

function ruleTable(rules: readonly Rule[]): string {
  return table(
    ['rule', 'severity', 'what it finds'],
    rules.map((rule) => [link(rule), severities(rule), rule.summary]),
  );
}

function pageRows(): string[][] {
  const rows = pageTypes.flatMap(({ id, title, description }) => {
    const rules = allRules.filter((rule) => watchedTypes(rule).includes(id));
    return rules.length === 0
      ? []
      : [[`**${title}** (\`${id}\`): ${description}`, rules.map(link).join(', ')]];
  });
  const everywhere = allRules.filter((rule) => watchedTypes(rule).length === 0);
  return [...rows, ['**Every page**', everywhere.map(link).join(', ')]];
}

function link({ id }: Rule): string {
  return `[${id}](${id}.md)`;
}

export function severities({ severity, otherSeverities = [] }: Rule): string {
  return english.say(enumeration([severity, ...otherSeverities]));
}
