import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles, overrideSettings, rulesSetting } from './generated';
import { grammarContributions } from './grammars';

/** Writes what is derived from the tables: documentation, snippets, grammars, the manifest’s rules and grammars. */
const root = join(__dirname, '../..');
const files = generatedFiles();
const changes: string[] = [];

function write(path: string, text: string): void {
  const target = join(root, path);
  const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
  if (before === text) return;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  changes.push(`${before === undefined ? 'new' : 'changed'}  ${path}`);
}

for (const { name } of readdirSync(join(root, 'docs/rules'), { withFileTypes: true }).filter((entry) =>
  entry.isFile(),
)) {
  if (`docs/rules/${name}` in files) continue;
  rmSync(join(root, 'docs/rules', name));
  changes.push(`removed  docs/rules/${name}`);
}
for (const [path, text] of Object.entries(files)) write(path, text);

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const properties = manifest.contributes?.configuration?.properties;
if (properties) {
  properties['statusBook.rules'] = rulesSetting();
  Object.assign(properties, overrideSettings());
  manifest.contributes.grammars = grammarContributions();
  write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

const all = Object.keys(files).length + 1;
console.log(changes.length === 0 ? `All ${all} generated files are as the tables say.` : changes.join('\n'));
