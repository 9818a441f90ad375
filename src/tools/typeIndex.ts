import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The file that lists the page types, by path from the repository’s root. */
export const typeIndexPath = 'src/core/schema/types/index.ts';

/** Its text: an export of every other file of its folder, each of which holds the page type that it is named after. */
export function typeIndexText(root: string): string {
  const names = readdirSync(join(root, typeIndexPath, '..'))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  const note = '// Generated from the files of this folder by `npm run generate`; do not edit.';
  return [note, ...names.map((name) => `export { ${name} } from './${name}';`), ''].join('\n');
}
