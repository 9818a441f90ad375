import type { Finding } from '../core/model/finding';
import { plural, t } from '../core/model/message';
import type { BookCase } from './bookCases';
import { english } from './english';
import { findingsInExample, fixTitles, type RuleExample } from './ruleExamples';

/** Files of a book that are shown at once; the others unfold. */
const filesShown = 4;

/** The sections of a rule’s page that show its example, findings and messages as the checker gives them. */
export function exampleSections({ rule, today, bad, good }: RuleExample): string[] {
  const findings = findingsInExample(bad).filter((finding) => finding.rule === rule);
  const fixes = [...new Set(findings.flatMap((finding) => fixTitles(finding, bad)))];
  return [
    '## Example',
    ...fileParts([...bad.files]),
    `On ${today} this is reported:`,
    findings.map((finding) => `- ${findingText(finding, bad)}`).join('\n'),
    ...(fixes.length === 0
      ? []
      : [
          `Quick ${fixes.length === 1 ? 'fix' : 'fixes'}: ${fixes.map((title) => `*${plain(title)}*`).join(', ')}.`,
        ]),
    '## Fixed',
    ...fixedParts(bad, good),
  ];
}

function fixedParts(bad: BookCase, good: BookCase): string[] {
  const changed = [...good.files].filter(([path, text]) => bad.files.get(path)?.trimEnd() !== text.trimEnd());
  const same = good.files.size - changed.length;
  return [
    ...fileParts(changed),
    ...(same === 0
      ? []
      : [same === 1 ? 'The other page stays as it is.' : 'The other pages stay as they are.']),
  ];
}

function fileParts(files: readonly (readonly [path: string, text: string])[]): string[] {
  const hidden = files.slice(filesShown);
  const few = files.slice(0, filesShown);
  const shown = hidden.length > 1 ? few : files;
  return [
    ...shown.map(filePart),
    ...(shown === files
      ? []
      : [
          `<details><summary>${english.say(t`${plural(hidden.length, 'more page')}`)}</summary>`,
          ...hidden.map(filePart),
          '</details>',
        ]),
  ];
}

function filePart([path, text]: readonly [path: string, text: string]): string {
  return `\`${path}\`\n\n\`\`\`markdown\n${text.trimEnd()}\n\`\`\``;
}

function findingText({ path, range, severity, message }: Finding, { files }: BookCase): string {
  const { start, end } = range;
  const line = files.get(path)?.split('\n')[start.line];
  const marked =
    line !== undefined && end.line === start.line ? line.slice(start.character, end.character) : '';
  const text = marked === '' ? '' : ` at \`${marked}\``;
  return `**${severity}** in \`${path}\`, line ${start.line + 1}, column ${start.character + 1}${text}: ${plain(english.say(message))}`;
}

/** Text of ours as Markdown that shows it as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_<>[\]|~]/g, '\\$&');
}
