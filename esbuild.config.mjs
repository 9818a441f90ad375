import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { withLateParts, writeOutputs } from './src/tools/lateParts.mjs';
import { thirdPartyNotices } from './src/tools/thirdPartyNotices.mjs';

const watch = process.argv.includes('--watch');
const production = process.env.NODE_ENV !== 'development' && !watch;

/** gray-matter reads files only through a function that is never called; the browser has no `fs` for it. */
const withoutFileSystem = {
  name: 'without-file-system',
  setup(build) {
    build.onResolve({ filter: /^fs$/ }, () => ({ path: 'fs', namespace: 'absent' }));
    build.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** What is kept from one run to the next holds for one state of the code alone. */
function buildId() {
  const hash = createHash('sha256');
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  for (const name of names.sort()) hash.update(name).update(readFileSync(join('src', name)));
  return hash.update(readFileSync('package-lock.json')).digest('hex').slice(0, 16);
}

const define = { STATUS_BOOK_BUILD: JSON.stringify(buildId()) };

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
  define,
};

/** Most front matter is plain, and few links are moved: what reads the rest comes with the first that need it. */
const readers = {
  yaml: ['yaml'],
  frontMatter: ['gray-matter'],
  entities: ['micromark-util-decode-string'],
  messages: ['intl-messageformat'],
  markdown: ['src/core/markdown/destinations.ts'],
};

/** What nobody asks for until a book is read, or at all. */
const features = {
  commands: [
    'applyFix',
    'checkBook',
    'dailyLog',
    'exportCsv',
    'initialiseBook',
    'logTime',
    'markAsReviewed',
    'newPage',
    'onePager',
    'openSampleBook',
    'review',
    'timer',
  ].map((name) => `src/extension/commands/${name}.ts`),
  language: ['src/core/language'],
  edit: ['src/core/edit'],
  preview: ['src/extension/preview/markdownItPlugin.ts'],
  rules: ['src/core/rules'],
  views: ['src/core/report/trees'],
  dashboard: [
    'src/core/report/dashboard',
    'src/core/report/dashboard.ts',
    'src/extension/dashboard/dashboardPanel.ts',
  ],
  reports: [
    'src/core/report/csvExports.ts',
    'src/core/report/csv.ts',
    'src/core/report/html',
    'src/core/report/onePager',
    'src/core/report/review',
  ],
};

/** @type {esbuild.BuildOptions[]} */
export const bundles = [
  withLateParts(
    {
      ...shared,
      entryPoints: ['src/node/extension.ts'],
      outfile: 'dist/extension.js',
      platform: 'node',
      external: ['vscode'],
    },
    { ...readers, ...features },
  ),
  {
    ...shared,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/web/extension.js',
    platform: 'browser',
    // Some libraries ship a variant for pages, which wants a document that workers lack.
    conditions: ['worker'],
    external: ['vscode'],
    plugins: [withoutFileSystem],
    // gray-matter keeps the file as a Buffer that nothing reads.
    define: { ...define, Buffer: 'String', 'process.platform': '"browser"' },
  },
  {
    ...shared,
    entryPoints: ['src/webview/dashboard.tsx'],
    outfile: 'dist/webview/dashboard.js',
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
  withLateParts(
    {
      ...shared,
      entryPoints: ['src/cli/main.ts'],
      outfile: 'dist/cli.js',
      platform: 'node',
      banner: { js: '#!/usr/bin/env node' },
    },
    readers,
  ),
  {
    ...shared,
    entryPoints: ['src/tools/copySample.ts'],
    outfile: 'dist/tools/copySample.js',
    platform: 'node',
  },
];

/** The sample book as one file: where the extension comes over the web, its folders cannot be listed. */
function writeSampleBook() {
  const folder = join('examples', 'aquelle');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  mkdirSync('dist', { recursive: true });
  writeFileSync(join('dist', 'sample.json'), JSON.stringify(files));
}

/**
 * @param {esbuild.BuildOptions} options
 * @returns {esbuild.BuildOptions}
 */
function writing(options) {
  return { ...options, plugins: [...(options.plugins ?? []), writeOutputs] };
}

async function build() {
  rmSync('dist', { recursive: true, force: true });
  writeSampleBook();
  const results = await Promise.all(bundles.map((options) => esbuild.build(writing(options))));
  const notices = await thirdPartyNotices(
    results.map(({ metafile }) => metafile),
    process.cwd(),
  );
  writeFileSync(join('dist', 'THIRD-PARTY-NOTICES.txt'), notices);
}

async function watchSources() {
  writeSampleBook();
  for (const options of bundles) await (await esbuild.context(writing(options))).watch();
}

// The tests look at the bundles without building them into dist.
if (process.argv[1] === fileURLToPath(import.meta.url)) await (watch ? watchSources() : build());
