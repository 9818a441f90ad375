import assert from 'node:assert/strict';
import { editsFor } from '../../../src/core/edit/applyPlan';
import type { Page } from '../../../src/core/model/page';
import { applyEdits, LineMap } from '../../../src/core/model/text';
import { ruleWithId } from '../../../src/core/rules/allRules';
import { bookOf, checkerOf, lines, log, page, plainBook, today } from '../support/books';

/** Pages with one slip each, and text around it that is to stay. */
const slips: Readonly<Record<string, string>> = {
  'log/2026-11-20.md': log(
    '2026-11-20',
    '1h liason：周会 with [[rival]]',
    '1,5h liaison: [[rival]] – 1,5h',
    '9-10 liaison: 9-10 calls',
    '1h75m liaison: 1h75m',
    '45 liaison: see 45',
    '1h liaison two calls',
    '23:00-1:00 liaison: 23:00-1:00',
  ),
  'decisions/a.md': page(
    'type: decision\nsize: minr # minr, or so\nopened: 2026-11-20\nownr: "ownr: x"\ntags: [a, b]',
    lines(
      '# A',
      '',
      '- [ ] @rnd: units Due:2026-12-05 for Due:2026 (see [[rivl]])',
      '- [ ] @rnd: units due: 2026-12-05, then the rest',
      '- [ ] @rndd -> @sales: units due:5.12.2026 @rndd',
      '- [ ] @rnd => @sales: units every:week',
      '',
      '<!-- status-book-ignore decision-overdu: decision-overdu -->',
    ),
  ),
  'plans/b.md': page('type: responce # responce\nstatus: draft', '# responce\n'),
  'regions/c.md': page('type: region\ntarget: 12.000 # 12.000 EUR', '# C\n'),
};

describe('A fix of the Structure rules', () => {
  const files = {
    ...slips,
    'book.md': plainBook,
    'competitors/rival.md': page('type: competitor\nthreat: low\nreviewed: 2026-11-20', '# Rival\n'),
  };
  const checker = checkerOf(files);
  const book = bookOf(files);
  let seen = 0;
  for (const [path, text] of Object.entries(slips)) {
    for (const finding of checker.findingsOf(path)) {
      if (ruleWithId(finding.rule)?.family !== 'structure') continue;
      for (const plan of checker.fixesOf(finding)) {
        if (plan.kind !== 'replace' || plan.ask) continue;
        seen++;
        it(`touches only what is wrong: ${finding.rule}, “${plan.title}” on line ${finding.range.start.line + 1} of ${path}`, () => {
          const { edits = [] } = editsFor(plan, book.page(path) as Page, text, book, today);
          const after = applyEdits(text, edits);
          const map = new LineMap(text);
          const before = text.slice(0, map.offsetAt(finding.range.start));
          const behind = text.slice(map.offsetAt(finding.range.end));
          assert.ok(after.startsWith(before), after);
          assert.ok(after.endsWith(behind), after);
          assert.notEqual(after, text);
          const line = map.lineText(finding.range.start.line);
          const activity = line.indexOf('liaison: ');
          // A slip in the time leaves the activity and all behind it.
          if (activity >= 0) assert.ok(after.includes(line.slice(activity)), after);
        });
      }
    }
  }

  it('is offered for most slips', () => {
    assert.ok(seen >= 12, String(seen));
  });
});
