import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/model/finding';
import { allRules, ruleWithId } from '../../../src/core/rules/allRules';
import { ruleDocuments } from '../../../src/tools/ruleDocuments';
import { dutyOf, watchedTypes } from '../../../src/tools/ruleDuties';
import {
  findingsInExample,
  fixTitles,
  parseRuleExample,
  readRuleExample,
  rulesWithExample,
} from '../../../src/tools/ruleExamples';
import { inBrief } from '../support/books';
import { english } from '../support/english';

const ids = allRules.map(({ id }) => id);
const documents = ruleDocuments();

function ownFindings(rule: string, findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.rule === rule);
}

describe('the examples of the rules’ documentation', () => {
  it('are there for each rule and for nothing else', () => {
    assert.deepEqual(rulesWithExample(), [...ids].sort());
  });

  for (const id of ids) {
    describe(id, () => {
      const { bad, good } = readRuleExample(id);
      const found = ownFindings(id, findingsInExample(bad));

      it('finds in the bad book what the example says, where it says', () => {
        const expected = (bad.findings ?? []).map(({ path, line, rule, severity }) => {
          return `${path}:${line} ${rule} ${severity}`;
        });
        assert.ok(expected.length > 0, 'the example names at least one finding');
        assert.deepEqual(inBrief(found).sort(), expected.sort());
        for (const { message } of found) assert.match(english.say(message), /\p{L}.*[.?]$/su);
      });

      it('finds nothing in the fixed book', () => {
        assert.deepEqual(ownFindings(id, findingsInExample(good)), []);
      });

      it('fixes the book without a warning or error of any rule', () => {
        const serious = findingsInExample(good).filter(({ severity }) =>
          ['error', 'warning'].includes(severity),
        );
        assert.deepEqual(inBrief(serious), []);
      });

      it('has a severity that the rule can give', () => {
        const { severity, otherSeverities = [] } = ruleWithId(id) ?? {};
        for (const finding of found) assert.ok([severity, ...otherSeverities].includes(finding.severity));
      });

      it('is shown on the rule’s page with its files and quick fixes', () => {
        const document = documents[`${id}.md`] as string;
        for (const [path, text] of bad.files) {
          assert.ok(document.includes(`\`${path}\`\n\n\`\`\`markdown\n${text.trimEnd()}\n\`\`\``), path);
        }
        for (const title of found.flatMap((finding) => fixTitles(finding, bad))) {
          assert.ok(document.includes(`*${title}*`), title);
        }
      });
    });
  }
});

describe('a rule’s page of documentation', () => {
  it('tells where the finding is, how bad it is and what the user reads', () => {
    const line =
      '- **warning** in `competitors/purenorth.md`, line 4, column 11 at `2026-10-07`: Reviewed 47 days ago;';
    assert.ok(documents['competitor-stale.md']?.includes(line));
  });

  it('shows of the fixed book only the pages that change', () => {
    const [, fixed = ''] = (documents['partner-silent.md'] as string).split('## Fixed');
    assert.ok(fixed.includes('`log/2026-11-20.md`'));
    assert.ok(!fixed.includes('`partners/badhaus-keller.md`'));
    assert.ok(fixed.includes('The other page stays as it is.'));
  });

  it('folds away most pages of a large example', () => {
    const [shown = '', folded = ''] = (documents['log-missing.md'] as string).split('<details>');
    assert.equal(shown.match(/```markdown/g)?.length, 4);
    assert.ok(folded.startsWith('<summary>7 more pages</summary>'));
  });

  it('says how to set the limits that book.md holds', () => {
    const competitors = 'cadence:\n  competitor: { high: 30, medium: 90, low: 180 }\n';
    assert.ok(documents['competitor-stale.md']?.includes(competitors));
    assert.ok(documents['time-unbalanced.md']?.includes('balance:\n  windowDays: 28\n  minimumHours: 40\n'));
  });

  it('states the default of each limit in words, too', () => {
    for (const { id, explanation } of allRules) {
      const limits = /these are the defaults:\n\n```yaml\n([^`]*)```/.exec(
        documents[`${id}.md`] as string,
      )?.[1];
      for (const number of limits?.match(/\d+/g) ?? []) {
        assert.ok(explanation.includes(number), `${id} does not state its limit of ${number}`);
      }
    }
  });
});

describe('the duty that a rule serves', () => {
  const horizonOf = new Map([
    ['daily', 'daily'],
    ['short-term', 'short'],
    ['long-term', 'long'],
  ]);
  const rules = allRules.filter(({ family }) => horizonOf.has(family));

  it('is one of the horizon of the rule’s family, but for the rules of every plan', () => {
    const several = rules.filter((rule) => !dutyOf(rule)).map(({ id }) => id);
    assert.deepEqual(several, ['plan-overdue', 'plan-without-strategy', 'plan-short-sighted']);
    for (const rule of rules) {
      const duty = dutyOf(rule);
      if (duty) assert.equal(duty.horizon, horizonOf.get(rule.family), rule.id);
    }
  });

  it('is that of the pages that the rule watches where it has no other', () => {
    const duties = ['partner-no-order', 'prediction-due', 'trust-low', 'market-quiet'].map((id) => {
      const rule = ruleWithId(id);
      return rule && dutyOf(rule)?.id;
    });
    assert.deepEqual(duties, ['sales-motivation', 'competitor-response', 'liaison', 'market-intelligence']);
  });

  it('is looked for in the log only where the rule reads nothing else', () => {
    const typesOf = (id: string): readonly string[] =>
      watchedTypes(ruleWithId(id) as (typeof allRules)[number]);
    assert.deepEqual(typesOf('partner-silent'), ['partner']);
    assert.deepEqual(typesOf('log-missing'), ['log']);
    assert.deepEqual(typesOf('trust-low'), []);
  });
});

describe('the file of an example', () => {
  it('holds a bad and a good book', () => {
    const example = parseRuleExample('some-rule', '===== bad\n----- a.md\nA\n===== good\n----- a.md\nB\n');
    assert.equal(example.bad.files.get('a.md'), 'A\n');
    assert.equal(example.good.files.get('a.md'), 'B\n');
  });

  it('is refused with the rule’s name where one of the books is missing', () => {
    assert.throws(() => parseRuleExample('some-rule', '===== bad\n----- a.md\nA\n'), /some-rule/);
  });

  it('is refused where the books are looked at on different days', () => {
    const text = '===== bad\ntoday 2026-11-23\n===== good\ntoday 2026-11-24\n';
    assert.throws(() => parseRuleExample('some-rule', text), /different days/);
  });
});
