import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The file that lists the page types, by path from the repository’s root. */
export const typeIndexPath = 'src/core/schema/types/index.ts';

/** Its text: an import of every other file of its folder, each of which holds the page type that it is named after. */
export function typeIndexText(root: string): string {
  const names = readdirSync(join(root, typeIndexPath, '..'))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  return [
    '// Generated from the files of this folder by `npm run generate`; do not edit.',
    "import type { PageTypeSpec } from '../pageType';",
    ...names.map((name) => `import { ${name} } from './${name}';`),
    '',
    'export const typeSpecs: readonly PageTypeSpec[] = [',
    ...names.map((name) => `  ${name},`),
    '];',
    '',
  ].join('\n');
}
