import type { FixPlan } from '../../model/fix';
import { ours, t } from '../../model/message';
import type { Page } from '../../model/page';
import { lowerFirst } from '../../model/texts';
import type { SectionSpec } from '../../schema/pageType';
import { pageType } from '../../schema/schema';
import type { PageRule } from '../rule';

export const sectionMissing: PageRule = {
  id: 'section-missing',
  family: 'structure',
  severity: 'information',
  scope: 'page',
  needs: [],
  summary: 'A section that the page’s type asks for is missing.',
  explanation:
    'Each page type has headings under which its readers look for what they need. Any heading level will do, in capitals or not.',
  remedy: 'Insert the section with the quick fix and write at least a sentence.',
  check(page, _context, report) {
    for (const { title, hint } of missingSections(page)) {
      report({
        range: page.typeRange,
        message: hint
          ? t`The section “${title}” is missing: ${lowerFirst(ours(hint))}`
          : t`The section “${title}” is missing.`,
        data: { section: title },
      });
    }
  },
  fixes(finding, page) {
    const section = String(finding.data?.section ?? '');
    if (section === '') return [];
    const sections = missingSections(page).map(({ title }) => title);
    const isOnly = sections.length < 2;
    const one: FixPlan = {
      kind: 'insertSections',
      title: t`Insert the section “${section}”`,
      sections: [section],
      preferred: true,
      ...(isOnly ? { safe: true } : {}),
    };
    if (isOnly) return [one];
    const title = t`Insert all ${sections.length} missing sections`;
    return [one, { kind: 'insertSections', title, sections, safe: true }];
  },
};

function missingSections(page: Page): readonly SectionSpec[] {
  const sections = pageType(page.type)?.sections ?? [];
  if (sections.length === 0 || !page.isReadable) return [];
  const present = new Set(page.body.headings.map(({ text }) => text.trim().toLowerCase()));
  return sections.filter(({ title }) => !present.has(title.toLowerCase()));
}
