import { enumeration } from '../core/model/words';
import { allRules } from '../core/rules/allRules';
import type { Rule, RuleFamily } from '../core/rules/rule';
import { generatedNote, table } from './formatDocument';

const familyTitles: Readonly<Record<RuleFamily, string>> = {
  structure: 'Structure: pages that can be read',
  time: 'Time: the balance of your weeks',
  daily: 'Daily: status, sales, market, departments, budget',
  'short-term': 'Short-term: plans, promotions, shows, gates, answers',
  'long-term': 'Long-term: strategy and exploration',
  principles: 'Principles: customers, segments, regions, decisions',
};

/** The pages of `docs/rules`, by file name. */
export function ruleDocuments(): Record<string, string> {
  return {
    'index.md': indexDocument(),
    ...Object.fromEntries(allRules.map((rule) => [`${rule.id}.md`, ruleDocument(rule)])),
  };
}

function indexDocument(): string {
  const families = Object.keys(familyTitles) as RuleFamily[];
  const parts = [
    '# Rules',
    generatedNote,
    'What Product Status Book watches, by the duty that it serves. Severities are defaults: `rules` in `book.md` and the setting `statusBook.rules` change them.',
  ];
  for (const family of families) {
    const rules = allRules.filter((rule) => rule.family === family);
    if (rules.length === 0) continue;
    parts.push(`## ${familyTitles[family]}`);
    parts.push(
      table(
        ['rule', 'severity', 'what it finds'],
        rules.map((rule) => [`[${rule.id}](${rule.id}.md)`, severities(rule), rule.summary]),
      ),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function ruleDocument(rule: Rule): string {
  return `${[
    `# ${rule.id}`,
    generatedNote,
    rule.summary,
    `**Severity:** ${severities(rule)}. **Duty:** ${familyTitles[rule.family]}.`,
    '## Why',
    rule.explanation,
    '## What to do',
    rule.remedy,
    '## Changing it',
    `In \`book.md\`, for everybody who works with the book:`,
    `\`\`\`yaml\nrules:\n  ${rule.id}: off # or hint, information, warning, error\n\`\`\``,
    `In VS Code, for yourself: the setting \`statusBook.rules\`. For one page: \`<!-- status-book-ignore ${rule.id} -->\` in the first ten lines of its text; for one place: on the line above it.`,
  ].join('\n\n')}\n`;
}

function severities({ severity, otherSeverities = [] }: Rule): string {
  return enumeration([severity, ...otherSeverities]);
}
