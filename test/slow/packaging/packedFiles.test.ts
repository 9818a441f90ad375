import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { folderOf } from '../../unit/cli/support';

const project = join(__dirname, '../../..');
const notices = 'dist/THIRD-PARTY-NOTICES.txt';
const built = [
  notices,
  'dist/cli.js',
  'dist/cli/yaml.js',
  'dist/extension.js',
  'dist/extension/yaml.js',
  'dist/web/extension.js',
  'dist/webview/dashboard.js',
];
const privateFiles = [
  'src/x.ts',
  'test/x.ts',
  'src/tools/x.mjs',
  'docs/decisions.md',
  'CONTRIBUTING.md',
  '.ci/run',
  'dist/extension.js.map',
];

/** What is packed is told by these files alone. */
function copyOfRules(): string {
  const files = ['README.md', ...built, ...privateFiles].map((path) => [path, 'x']);
  const folder = folderOf(Object.fromEntries(files));
  for (const name of ['package.json', 'LICENSE', '.vscodeignore', '.npmignore', '.gitignore'])
    copyFileSync(join(project, name), join(folder, name));
  return folder;
}

describe('what is packed', () => {
  it('has the licences in the extension, and nothing of the sources', async () => {
    const files = await listFiles({ cwd: copyOfRules(), packageManager: PackageManager.None });
    const needed = [
      notices,
      'LICENSE',
      'dist/extension.js',
      'dist/extension/yaml.js',
      'dist/web/extension.js',
    ];
    for (const path of needed) assert.ok(files.includes(path), path);
    assert.deepEqual(
      files.filter((path) => path.startsWith('dist/cli')),
      [],
    );
    assert.deepEqual(
      files.filter((path) => privateFiles.includes(path)),
      [],
    );
  });

  it('has the licences in the package of the command, and nothing of the sources', () => {
    const words = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const shell = process.platform === 'win32';
    const printed = execFileSync('npm', words, {
      cwd: copyOfRules(),
      encoding: 'utf8',
      shell,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [packed] = JSON.parse(printed) as [{ files: { path: string }[] }];
    const paths = packed.files.map(({ path }) => path).sort();
    assert.deepEqual(paths, [
      'LICENSE',
      'README.md',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/cli.js',
      'dist/cli/yaml.js',
      'dist/extension.js',
      'package.json',
    ]);
  });
});
