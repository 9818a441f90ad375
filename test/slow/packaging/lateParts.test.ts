import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { folderOf } from '../../unit/cli/support';

const project = join(__dirname, '../../..');

/** Builds the bundle with this first file into a folder of its own; gives the folder. */
async function built(firstFile: string): Promise<string> {
  const { bundles } = (await import('../../../esbuild.config.mjs')) as { bundles: BuildOptions[] };
  const name = basename(firstFile, '.js');
  const options = bundles.find(
    ({ entryPoints, outdir }) => outdir === 'dist' && entryPoints && name in entryPoints,
  );
  const { outputFiles = [] } = await build({ ...options, absWorkingDir: project, write: false });
  const folder = folderOf();
  for (const { path, contents } of outputFiles) {
    const target = join(folder, relative(join(project, 'dist'), path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, contents);
  }
  return folder;
}

/** Runs a script in a process of its own that has the bundle’s folder as `folder`; gives what it prints as JSON. */
function told<T>(folder: string, script: string): T {
  const program = `const folder = ${JSON.stringify(folder)};
${vscodeStub}
const loaded = () => Object.keys(require.cache)
  .filter((path) => path.startsWith(folder))
  .map((path) => require('node:path').relative(folder, path).replaceAll('\\\\', '/'))
  .sort();
${script}`;
  return JSON.parse(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' })) as T;
}

/** Answers every question for a part of VS Code’s interface with something that can be called, made and asked on. */
const vscodeStub = `
const anything = () => {
  const parts = new Map();
  return new Proxy(function () {}, {
    get(target, name) {
      if (name === 'prototype') return target.prototype;
      if (name === 'then' || name === '__esModule' || typeof name === 'symbol') return undefined;
      if (!parts.has(name)) parts.set(name, anything());
      return parts.get(name);
    },
    construct: () => anything(),
    apply: () => anything(),
  });
};
const vscode = anything();
const Module = require('node:module');
const load = Module._load;
Module._load = (name, ...more) => (name === 'vscode' ? vscode : load(name, ...more));`;

describe('the parts of a bundle that are loaded late', () => {
  let extension: string;
  let command: string;
  before(async () => {
    [extension, command] = await Promise.all([built('extension.js'), built('cli.js')]);
  });

  it('are none of what the extension loads at its start', () => {
    const files = told<string[]>(
      extension,
      "require(folder + '/extension.js'); console.log(JSON.stringify(loaded()));",
    );
    assert.deepEqual(files, ['extension.js']);
  });

  it('leave the extension with a start that is small', () => {
    const bytes = statSync(join(extension, 'extension.js')).size;
    assert.ok(bytes < 300_000, `${bytes} bytes`);
  });

  it('can each be loaded, and hand out what they should', () => {
    const parts = told<Record<string, string[]>>(
      extension,
      `require(folder + '/extension.js');
const kinds = {};
for (const file of require('node:fs').readdirSync(folder + '/extension')) {
  const modules = Object.values(require(folder + '/extension/' + file));
  if (!file.startsWith('chunk-')) kinds[file] = modules.flatMap((one) => Object.values(one).map((it) => typeof it));
}
console.log(JSON.stringify(kinds));`,
    );
    assert.ok(Object.keys(parts).length >= 10, Object.keys(parts).join());
    for (const [file, kinds] of Object.entries(parts)) {
      assert.ok(kinds.includes('function'), file);
      assert.ok(!kinds.includes('undefined'), file);
    }
  });

  it('are none of what the command loads to tell its version', () => {
    const files = told<string[]>(
      command,
      `process.argv = ['', '', '--version'];
process.stdout.write = () => true;
require(\`\${folder}/cli.js\`);
process.on('exit', () => require('node:fs').writeSync(1, JSON.stringify(loaded())));`,
    );
    assert.deepEqual(files, ['cli.js']);
  });

  it('come when the command needs them: the YAML library for front matter that is not plain', () => {
    const book = folderOf({
      'book.md': '---\ntype: book\n---\n# Book\n',
      'plain.md': '---\ntype: note\ntitle: Plain\n---\n',
    });
    const check = (): string[] =>
      told<string[]>(
        command,
        `process.argv = ['', '', 'check', ${JSON.stringify(book)}, '--no-cache'];
process.stdout.write = () => true;
require(\`\${folder}/cli.js\`);
process.on('exit', () => require('node:fs').writeSync(1, JSON.stringify(loaded())));`,
      );
    assert.ok(!check().includes('cli/yaml.js'));
    writeFileSync(join(book, 'other.md'), '---\ntype: note\ntags: { a: [b, "c"] }\n---\n');
    assert.ok(check().includes('cli/yaml.js'));
  });
});
