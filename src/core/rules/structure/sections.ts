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
    const sections = pageType(page.type)?.sections ?? [];
    if (sections.length === 0 || !page.isReadable) return;
    const present = new Set(page.body.headings.map(({ text }) => text.trim().toLowerCase()));
    for (const { title, hint } of sections) {
      if (present.has(title.toLowerCase())) continue;
      report({
        range: page.typeRange,
        message: `The section “${title}” is missing${hint ? `: ${hint.charAt(0).toLowerCase()}${hint.slice(1)}` : '.'}`,
        data: { section: title },
      });
    }
  },
  fixes(finding) {
    const section = String(finding.data?.section ?? '');
    if (section === '') return [];
    return [{ kind: 'insertSection', title: `Insert the section “${section}”`, section, preferred: true }];
  },
};
