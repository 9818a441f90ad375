// A bundle for Node in several files: the first one is small and starts fast, the others are loaded when something of
// them is first called. The sources import as ever, and a call stays a call.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import * as esbuild from 'esbuild';

const stubs = 'late-stub';
const entries = 'late-entry';
const project = process.cwd();
const packages = createRequire(join(project, 'package.json'));

/**
 * The parts of a bundle that are loaded late, by their names, each with what is in it: files and folders, as paths from
 * the project’s folder that begin with `src/`, and names of packages. What is imported from a part must not be used
 * while the importing module itself is loaded: that would load the part at once.
 *
 * @typedef {Readonly<Record<string, readonly string[]>>} LateParts
 */

/**
 * The options for one bundle in several files: `FILE.js`, `FILE/PART.js` for each part, and `FILE/….js` for what they
 * share. Bring `writeOutputs` to have them written.
 *
 * @param {import('esbuild').BuildOptions} options of a bundle for Node in one file, `outfile`
 * @param {LateParts} parts
 * @returns {import('esbuild').BuildOptions}
 */
export function withLateParts({ outfile = '', entryPoints, minify = false, banner, ...options }, parts) {
  const name = basename(outfile, '.js');
  const partEntries = Object.keys(parts).map((part) => [`${name}/${part}`, `${entries}:${part}`]);
  return {
    ...options,
    entryPoints: {
      [name]: /** @type {string[]} */ (entryPoints)[0] ?? '',
      ...Object.fromEntries(partEntries),
    },
    outdir: dirname(outfile),
    chunkNames: `${name}/[name]-[hash]`,
    sourcemap: options.sourcemap ? 'inline' : false,
    // Modules of this format alone are split; the last plugin turns what comes out into CommonJS.
    format: 'esm',
    splitting: true,
    write: false,
    plugins: [...(options.plugins ?? []), lateModules(name, parts), asCommonJs(minify, banner?.js)],
  };
}

/**
 * Puts a stub in the place of each late module; it has the same exports and loads the part when one of them is used.
 *
 * @param {string} name of the bundle
 * @param {LateParts} parts
 * @returns {import('esbuild').Plugin}
 */
function lateModules(name, parts) {
  /** @type {Map<string, { part: string, module: string, index: number }>} by their paths */
  const late = new Map();
  for (const [part, all] of Object.entries(parts)) {
    for (const [index, module] of all.flatMap(modulesIn).entries()) {
      late.set(isFile(module) ? join(project, module) : packages.resolve(module), { part, module, index });
    }
  }
  const endings = [...late.values()].map(({ module }) => basename(module, '.ts').replaceAll('.', '\\.'));
  return {
    name: 'late-modules',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${entries}:`) }, ({ path }) => ({
        path: path.slice(entries.length + 1),
        namespace: entries,
      }));
      build.onLoad({ filter: /.*/, namespace: entries }, ({ path }) => ({
        contents: [...late]
          .filter(([, { part }]) => part === path)
          .map(([, { module, index }]) => `export * as module${index} from '${specifier(module)}';`)
          .join('\n'),
        resolveDir: project,
      }));
      build.onResolve({ filter: new RegExp(`(?:^|/)(?:${endings.join('|')})$`) }, async (found) => {
        const { path, importer, namespace, resolveDir, kind, pluginData } = found;
        if (pluginData === stubs || namespace === entries) return undefined;
        const to = await build.resolve(path, { importer, namespace, resolveDir, kind, pluginData: stubs });
        const module = late.get(to.path);
        if (!module || module.part === late.get(importer)?.part) return undefined;
        return { path: module.module, namespace: stubs, pluginData: module };
      });
      build.onLoad({ filter: /.*/, namespace: stubs }, async ({ pluginData: { module, part, index } }) => ({
        contents: stub(`${stubs}:${name}/${part}`, `module${index}`, await exportsOf(module)),
        resolveDir: project,
      }));
      build.onResolve({ filter: new RegExp(`^${stubs}:`) }, ({ path }) => ({ path, external: true }));
    },
  };
}

/**
 * @param {string} name of a file, a folder or a package
 * @returns {string[]} files and packages
 * @throws when it is not there
 */
function modulesIn(name) {
  if (!name.startsWith('src/')) return [name];
  const path = join(project, name);
  if (!existsSync(path)) throw new Error(`There is no ${name} that could be loaded late.`);
  if (statSync(path).isFile()) return [name];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${name}/${file.replaceAll('\\', '/')}`)
    .sort();
}

/**
 * @param {string} file
 * @param {string} module
 * @param {readonly string[]} names
 */
function stub(file, module, names) {
  return `const part = () => require(${JSON.stringify(file)}).${module};
Object.defineProperty(exports, '__esModule', { value: true });
for (const name of ${JSON.stringify(names)})
  Object.defineProperty(exports, name, { enumerable: true, get: () => part()[name] });`;
}

/** @param {string} module */
function isFile(module) {
  return module.endsWith('.ts');
}

/** @param {string} module */
function specifier(module) {
  return isFile(module) ? `./${module}` : module;
}

/**
 * @param {string} module
 * @returns {Promise<string[]>} the names of what it exports
 */
async function exportsOf(module) {
  if (!isFile(module)) {
    const names = new Set(['default', ...Object.keys(packages(module))]);
    names.delete('__esModule');
    return [...names];
  }
  const { metafile } = await esbuild.build({
    absWorkingDir: project,
    entryPoints: [module],
    format: 'esm',
    write: false,
    metafile: true,
  });
  return Object.values(metafile.outputs)[0]?.exports ?? [];
}

/**
 * Turns what comes out into CommonJS. All that is loaded at the start becomes one file: the first one, which hands it to
 * the parts, too.
 *
 * @param {boolean} minify
 * @param {string} [banner] for the first file
 * @returns {import('esbuild').Plugin}
 */
function asCommonJs(minify, banner) {
  return {
    name: 'as-commonjs',
    setup(build) {
      const folder = join(project, build.initialOptions.outdir ?? '');
      /** @type {import('esbuild').CommonOptions & { format: 'cjs' }} */
      const options = {
        format: 'cjs',
        platform: 'node',
        target: build.initialOptions.target ?? 'esnext',
        sourcemap: build.initialOptions.sourcemap ? 'inline' : false,
        legalComments: 'none',
        minify,
      };
      build.onEnd(async ({ outputFiles = [], metafile }) => {
        const texts = new Map(
          outputFiles.map(({ path, text }) => [path, withPlainRequires(text, folder, path)]),
        );
        const first = [...texts.keys()].find((path) => dirname(path) === folder);
        if (!first || !metafile) return;
        const start = loadedWith(first, metafile);
        /** @type {Map<string, string>} what the start has, by the calls that ask for it */
        const taken = new Map();
        for (const [index, path] of start.entries()) {
          taken.set(`require("./${basename(path)}")`, `require("../${basename(first)}").start${index}`);
        }
        const one = await joined(first, start, texts, options);
        for (const file of outputFiles) {
          let code = one;
          if (file.path !== first) {
            ({ code } = await esbuild.transform(texts.get(file.path) ?? '', options));
            for (const [call, other] of taken) code = code.replaceAll(call, other);
          }
          file.contents = Buffer.from(file.path === first && banner ? `${banner}\n${code}` : code);
        }
        for (const path of start)
          outputFiles.splice(
            outputFiles.findIndex((file) => file.path === path),
            1,
          );
      });
    },
  };
}

/**
 * @param {string} first
 * @param {import('esbuild').Metafile} metafile
 * @returns {string[]} what else is loaded with the first file
 */
function loadedWith(first, { outputs }) {
  const found = new Set([first]);
  for (const path of found) {
    const { imports = [] } = outputs[relative(project, path).replaceAll('\\', '/')] ?? {};
    for (const { path: imported, kind, external } of imports) {
      if (kind === 'import-statement' && !external) found.add(join(project, imported));
    }
  }
  return [...found].slice(1);
}

/**
 * @param {string} first
 * @param {readonly string[]} others
 * @param {ReadonlyMap<string, string>} texts
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<string>} the code of the first file with all others in it, each exported as a whole
 */
async function joined(first, others, texts, options) {
  const exported = others.map((path, index) => `export * as start${index} from ${JSON.stringify(path)};`);
  const { outputFiles = [] } = await esbuild.build({
    ...options,
    stdin: {
      contents: [`export * from ${JSON.stringify(first)};`, ...exported].join('\n'),
      resolveDir: project,
    },
    bundle: true,
    write: false,
    logLevel: 'warning',
    plugins: [
      {
        name: 'texts',
        setup(build) {
          build.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
            const file = path.startsWith('.') ? join(dirname(importer), path) : path;
            if (!texts.has(file)) return { path, external: true };
            if (kind === 'import-statement') return { path: file };
            return { path: `./${relative(dirname(first), file).replaceAll('\\', '/')}`, external: true };
          });
          build.onLoad({ filter: /.*/ }, ({ path }) => ({ contents: texts.get(path) ?? '' }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * @param {string} code as esbuild prints it
 * @param {string} folder of the bundle’s first file
 * @param {string} path of this one
 */
function withPlainRequires(code, folder, path) {
  return (
    code
      // Taken over by name, the whole interface of VS Code would be copied for each module.
      .replace(/^import \* as (\S+) from "vscode";$/gm, 'var $1 = require("vscode");')
      .replace(new RegExp(`__require\\("${stubs}:([^"]+)"\\)`, 'g'), (_, part) => {
        const to = relative(dirname(path), join(folder, `${part}.js`)).replaceAll('\\', '/');
        return `require(${JSON.stringify(to.startsWith('.') ? to : `./${to}`)})`;
      })
      .replaceAll('__require("', 'require("')
  );
}

/** Writes what a build hands over. @type {import('esbuild').Plugin} */
export const writeOutputs = {
  name: 'write-outputs',
  setup(build) {
    build.onEnd(({ outputFiles = [] }) => {
      for (const { path, contents } of outputFiles) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, contents);
      }
    });
  },
};
