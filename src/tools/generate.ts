import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles, overrideSettings, rulesSetting } from './generated';
import { grammarContributions } from './grammars';

/** Writes what is derived from the tables: documentation, snippets, grammars, the manifest’s rules and grammars. */
const root = join(__dirname, '../..');
const files = generatedFiles();

for (const { name } of readdirSync(join(root, 'docs/rules'), { withFileTypes: true }).filter((entry) =>
  entry.isFile(),
)) {
  if (!(`docs/rules/${name}` in files)) rmSync(join(root, 'docs/rules', name));
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const manifestPath = join(root, 'package.json');
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
const properties = manifest.contributes?.configuration?.properties;
if (properties) {
  properties['statusBook.rules'] = rulesSetting();
  Object.assign(properties, overrideSettings());
  manifest.contributes.grammars = grammarContributions();
  writeFileSync(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);
}
