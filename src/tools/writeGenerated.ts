import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles } from './generated';
import { manifestText } from './manifestText';
import { cataloguePath, catalogueText } from './messages';

/** Writes what is derived from the tables, and tells what changed: documentation, snippets, grammars, the manifest. */
export function writeGenerated(root: string): void {
  const files = generatedFiles();
  const changes: string[] = [];
  const write = (path: string, text: string): void => {
    const target = join(root, path);
    const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
    if (before === text) return;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    changes.push(`${before === undefined ? 'new' : 'changed'}  ${path}`);
  };

  for (const entry of readdirSync(join(root, 'docs/rules'), { withFileTypes: true })) {
    const path = `docs/rules/${entry.name}`;
    if (!entry.isFile() || path in files) continue;
    rmSync(join(root, path));
    changes.push(`removed  ${path}`);
  }
  for (const [path, text] of Object.entries(files)) write(path, text);

  write(cataloguePath, catalogueText(root));
  write('package.json', manifestText(readFileSync(join(root, 'package.json'), 'utf8')));

  const all = Object.keys(files).length + 2;
  console.log(
    changes.length === 0 ? `All ${all} generated files are as the tables say.` : changes.join('\n'),
  );
}
