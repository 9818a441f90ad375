import assert from 'node:assert/strict';
import { pageTypes } from '../../../src/core/schema/schema';
import { ProjectCopy } from './projectCopy';

/** Everything that is derived from the tables, and held to them by a test. */
const derivedTests = [
  'test/unit/docs/generated.test.js',
  'test/unit/docs/manifest.test.js',
  'test/unit/docs/ruleExamples.test.js',
  'test/unit/docs/samples.test.js',
  'test/unit/edit/newPages.test.js',
  'test/unit/edit/snippets.test.js',
  'test/unit/schema/pageTypes.test.js',
];

const pageTypeFile = `import { dateOf, textOf } from '../../model/fields';
import { dayFact } from '../facts';
import { date, optional, pastDate, required, text } from '../kinds';
import { type PageTypeSpec, section } from '../pageType';

export const interview: PageTypeSpec = {
  id: 'interview',
  order: 75,
  title: 'Interview',
  plural: 'Interviews',
  description: 'A talk with a customer about how the product is used.',
  titleHint: 'With whom, and about what',
  folder: 'interviews',
  activity: 'market-intelligence',
  icon: 'mic',
  view: 'market',
  facts: (page, today) => [textOf(page, 'customer'), dayFact(page, 'held', today)],
  isClosed: (page) => dateOf(page, 'reported') !== undefined,
  clock: {
    since: ['held'],
    cadence: { days: 60, description: 'How often interviews are gone through' },
    verb: 'Held',
    order: 70,
  },
  dates: [{ kind: 'next-step', field: 'reportBy', about: 'customer' }],
  fields: [
    required('customer', text, 'Who was asked.'),
    required('held', pastDate, 'The day of the talk.'),
    optional('reportBy', date, 'The day by which the others get to know what was said.'),
    optional('reported', date, 'The day on which they did.'),
  ],
  sections: [section('Learned', 'What we did not know before.')],
};
`;

const samplePage = `---
type: interview
customer: The Peeters family
held: 2026-11-12
reportBy: 2026-12-01
---

# The Peeters family, at their sink

## Learned

The tap is used forty times a day, the app never.
`;

const ruleFile = `import { fieldValue } from '../../model/fields';
import type { PageRule } from '../rule';

export const opportunityWithoutEvidence: PageRule = {
  id: 'opportunity-without-evidence',
  family: 'long-term',
  severity: 'information',
  scope: 'page',
  types: ['opportunity'],
  needs: [],
  summary: 'Nothing shows that the problem of an opportunity is real.',
  explanation: 'A problem that no page gives \`evidence\` of is an opinion.',
  remedy: 'Name the pages that show it in \`evidence\`.',
  check(page, _context, report) {
    if (!page.isReadable || fieldValue(page, 'evidence')) return;
    report({
      range: page.typeRange,
      message: 'No page shows that this problem is real. Name one in “evidence”.',
    });
  },
};
`;

const example = `===== bad
----- strategy/quiet-hours.md
---
type: opportunity
problem: Families hear the pump at night
next: { action: Measure it in three kitchens, by: 2026-12-18 }
---

# Quiet hours

## Problem
## Hypotheses
## Solution
## Go-to-market
## Lessons
----- findings
strategy/quiet-hours.md:2 opportunity-without-evidence information
===== good
----- strategy/quiet-hours.md
---
type: opportunity
problem: Families hear the pump at night
evidence: [noise-at-night]
next: { action: Measure it in three kitchens, by: 2026-12-18 }
---

# Quiet hours

## Problem
## Hypotheses
## Solution
## Go-to-market
## Lessons
----- voices/noise-at-night.md
---
type: voice
customer: The Peeters family
received: 2026-11-12
sentiment: 0
---

# Noise at night

> We hear it through two doors.
`;

describe('The recipes of CONTRIBUTING.md', function () {
  // Other programs are run.
  this.timeout(120_000);
  let copy: ProjectCopy;

  before(() => {
    copy = new ProjectCopy();
    copy.write('src/core/schema/types/interview.ts', pageTypeFile);
    copy.write('examples/aquelle/interviews/the-peeters-family.md', samplePage);
    copy.write('src/core/rules/longTerm/evidence.ts', ruleFile);
    copy.write('docs/rules/examples/opportunity-without-evidence.txt', example);
    const registry = 'src/core/rules/allRules.ts';
    const line = '  opportunityWithoutEvidence,\n';
    const listed = copy.read(registry).replace(/(allRules: readonly Rule\[\] = \[\n[^\]]*)\]/, `$1${line}]`);
    copy.write(registry, `import { opportunityWithoutEvidence } from './longTerm/evidence';\n${listed}`);
    copy.generate();
  });

  after(() => copy.dispose());

  it('make a page type of one file and its sample page, and a rule of its file, its line and its example', () => {
    copy.test(...derivedTests);
  });

  it('carry a page type into the documentation, the snippets, the grammars and the settings', () => {
    assert.match(copy.read('docs/format.md'), /^### interview$/m);
    assert.match(copy.read('snippets/status-book.code-snippets'), /"prefix": "sb-interview"/);
    assert.match(copy.read('syntaxes/page-front-matter.tmLanguage.json'), /interview/);
    const { properties } = JSON.parse(copy.read('package.json')).contributes.configuration;
    const cadences = properties['statusBook.cadence'].properties;
    assert.equal(
      cadences.interview.description,
      'How often interviews are gone through; 60 days where left out.',
    );
    assert.equal(Object.keys(cadences).length, pageTypes.filter(({ clock }) => clock).length + 4);
  });

  it('carry a rule into the documentation and the settings', () => {
    const page = copy.read('docs/rules/opportunity-without-evidence.md');
    assert.ok(page.includes('Name one in “evidence”.'));
    const { properties } = JSON.parse(copy.read('package.json')).contributes.configuration;
    assert.ok('opportunity-without-evidence' in properties['statusBook.rules'].properties);
  });
});
