import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { projectFolder } from './folders.mjs';

/**
 * Bundles test/integration/*.test.ts with mocha into one file that runs in the Node and in the web worker host alike:
 * it needs nothing but `vscode`.
 *
 * @param {string} outfile the path of the bundle
 * @param {(name: string) => boolean} isWanted whether to take a test file, by its name without `.test.ts`
 */
export async function buildSuite(outfile, isWanted) {
  const folder = join(projectFolder, 'test', 'integration');
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.test.ts') && isWanted(name.slice(0, -'.test.ts'.length)))
    .sort();
  await build({
    stdin: {
      contents: entry(names),
      resolveDir: folder,
      sourcefile: relative(projectFolder, join(folder, 'all.ts')),
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    conditions: ['worker'],
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    plugins: [mochaForHosts],
    define: { global: 'globalThis' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

const mochaForHosts = {
  name: 'mocha-for-hosts',
  /** @param {import('esbuild').PluginBuild} bundler */
  setup(bundler) {
    const path = fileURLToPath(new URL('./mochaForHosts.cjs', import.meta.url));
    bundler.onResolve({ filter: /^mocha$/ }, () => ({ path }));
  },
};

/** @param {string[]} names */
function entry(names) {
  const loads = names.map((name) => `require(${JSON.stringify(`./${name}`)});`).join('\n');
  return `import { runSuite } from './index.ts';\nexport const run = () => runSuite(() => {\n${loads}\n});\n`;
}
