import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { typeIndexPath, typeIndexText } from './typeIndex';

/** `npm run generate`: lists the page types, then writes what is derived from the tables, which read that list. */
const root = join(__dirname, '../..');
const index = typeIndexText(root);
if (readFileSync(join(root, typeIndexPath), 'utf8') !== index) {
  writeFileSync(join(root, typeIndexPath), index);
  console.log(`changed  ${typeIndexPath}`);
}
void import('./writeGenerated').then(({ writeGenerated }) => writeGenerated(root));
