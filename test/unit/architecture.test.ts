import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../..');

/**
 * The layers of the core from the lowest to the highest; each folder imports itself and those in rows below. The folders
 * of the lowest row, what pages are and what they may hold, also import each other.
 */
const coreLayers: readonly (readonly string[])[] = [
  ['schema', 'model'],
  ['markdown'],
  ['parse'],
  ['index'],
  ['analysis'],
  ['edit'],
  ['rules'],
  ['language', 'report'],
  ['words'],
];

/** What each part may import beside itself and packages; `core` stands for all of it. */
const parts: Readonly<Record<string, readonly string[]>> = {
  core: [],
  shared: ['core'],
  manifest: [],
  extension: ['core', 'shared', 'manifest'],
  reading: ['core'],
  node: ['core', 'extension', 'reading'],
  cli: ['core', 'reading'],
  webview: ['shared'],
  tools: ['core', 'cli', 'manifest', 'reading'],
};

const builtins = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);

/** Every source file with what it imports, types included, as the compiler's own scanner finds it. */
const imports = new Map(sourceFiles().map((file) => [file, importsOf(file)]));

function sourceFiles(): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file).replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file))
    .sort();
}

/** Imported files from the project's root, and the names of packages. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) =>
    fileName.startsWith('.') ? resolved(file, fileName) : fileName,
  );
}

function resolved(from: string, specifier: string): string {
  const base = join(dirname(join(root, from)), specifier);
  const found = [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find(
    (candidate) => existsSync(candidate) && /\.[a-z]+$/.test(candidate),
  );
  assert.ok(found, `${from} imports ${specifier}, which is no file`);
  return relative(root, found).replaceAll('\\', '/');
}

/** True for a file of the project, false for a package. */
function isFile(imported: string): boolean {
  return existsSync(join(root, imported));
}

/** `core` of `src/core/model/text.ts`. */
function partOf(file: string): string {
  return file.split('/')[1] as string;
}

/** `model` of `src/core/model/text.ts`. */
function folderOf(file: string): string {
  return file.split('/')[2] as string;
}

function heightOf(folder: string): number {
  return coreLayers.findIndex((row) => row.includes(folder));
}

/** Imports that a rule forbids, as `file imports other`. */
function offending(isAllowed: (file: string, imported: string) => boolean): string[] {
  return [...imports].flatMap(([file, all]) =>
    all.filter((imported) => !isAllowed(file, imported)).map((imported) => `${file} imports ${imported}`),
  );
}

describe('the architecture', () => {
  it('is read from files and imports that are there', () => {
    assert.ok(imports.size > 40, `${imports.size} files`);
    assert.ok(imports.get('src/core/index/bookIndex.ts')?.includes('src/core/model/page.ts'));
    assert.ok(imports.get('src/core/parse/parseYaml.ts')?.includes('yaml'));
  });

  it('knows every part of the sources', () => {
    const unknown = [...imports.keys()].filter((file) => !(partOf(file) in parts));
    assert.deepEqual(unknown, []);
  });

  it('knows every folder of the core', () => {
    const inFolders = [...imports.keys()].filter((file) => partOf(file) === 'core');
    assert.deepEqual(
      inFolders.filter((file) => heightOf(folderOf(file)) < 0),
      [],
    );
  });

  it('lets each part import only itself and those below it', () => {
    const wrong = offending((file, imported) => {
      if (!isFile(imported)) return true;
      if (!imported.startsWith('src/')) return partOf(file) === 'cli' && imported === 'package.json';
      const [from, to] = [partOf(file), partOf(imported)];
      return from === to || parts[from]?.includes(to) === true;
    });
    assert.deepEqual(wrong, []);
  });

  it('lets each layer of the core import only itself and those below it', () => {
    const wrong = offending((file, imported) => {
      if (partOf(file) !== 'core' || !imported.startsWith('src/core/')) return true;
      const [from, to] = [folderOf(file), folderOf(imported)];
      return from === to || heightOf(to) < heightOf(from) || heightOf(from) === 0;
    });
    assert.deepEqual(wrong, []);
  });

  it('lets nothing into the scanner of Markdown but by its door', () => {
    const room = 'src/core/markdown/';
    const wrong = offending((file, imported) => {
      return !imported.startsWith(room) || file.startsWith(room) || imported === `${room}index.ts`;
    });
    assert.deepEqual(wrong, []);
  });

  it('keeps the editor and Node out of the core', () => {
    const wrong = offending((file, imported) => {
      return (
        partOf(file) !== 'core' || isFile(imported) || (imported !== 'vscode' && !builtins.has(imported))
      );
    });
    assert.deepEqual(wrong, []);
  });

  it('lets the core use libraries of the package alone', () => {
    const { devDependencies = {}, dependencies = {} } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Record<'devDependencies' | 'dependencies', Record<string, string> | undefined>;
    const named = { ...devDependencies, ...dependencies };
    const wrong = offending((file, imported) => {
      return (
        partOf(file) !== 'core' || isFile(imported) || imported in named || `@types/${imported}` in named
      );
    });
    assert.deepEqual(wrong, []);
  });

  it('keeps the editor out of the command line', () => {
    assert.deepEqual(
      offending((file, imported) => partOf(file) !== 'cli' || imported !== 'vscode'),
      [],
    );
  });

  it('keeps Node out of the extension, so that it runs in the browser too', () => {
    assert.deepEqual(
      offending((file, imported) => partOf(file) !== 'extension' || !builtins.has(imported)),
      [],
    );
  });

  it('keeps the editor and Node out of the webview and what it shares', () => {
    const wrong = offending((file, imported) => {
      return (
        !['webview', 'shared'].includes(partOf(file)) || (imported !== 'vscode' && !builtins.has(imported))
      );
    });
    assert.deepEqual(wrong, []);
  });

  it('has no import cycle, types included', () => {
    assert.deepEqual(cycles(), []);
  });

  it('has no file of more than 400 lines', () => {
    const long = [...imports.keys()]
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400);
    assert.deepEqual(long, []);
  });

  it('reads no clock in the core', () => {
    const readers = [...imports.keys()].filter(
      (file) => partOf(file) === 'core' && readsClock(readFileSync(join(root, file), 'utf8')),
    );
    assert.deepEqual(readers, []);
  });

  it('would see a clock that is read', () => {
    assert.deepEqual(
      ['Date.now()', 'new Date()', 'new Date', 'Date()', 'performance.now()', 'const { now } = Date'].map(
        readsClock,
      ),
      [true, true, true, true, true, true],
    );
    assert.deepEqual(['new Date(0)', '// Date.now()', "'new Date()'", 'Date.UTC(1, 2)'].map(readsClock), [
      false,
      false,
      false,
      false,
    ]);
  });
});

/** Groups of files that import each other in a circle, each named once. */
function cycles(): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const imported of imports.get(file) ?? []) {
      if (imports.has(imported)) visit(imported, [...trail, file]);
    }
    state.set(file, 'done');
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}

/** True for a source that asks for the time: `Date.now`, `Date()` or `new Date` without argument, `performance`. */
function readsClock(source: string): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === 'performance') found = true;
    if (ts.isIdentifier(node) && node.text === 'Date') found ||= asksForNow(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

/** `Date` is harmless only as `new Date(something)`, `Date.UTC` and `Date.parse`, or as a type. */
function asksForNow(date: ts.Identifier): boolean {
  const { parent } = date;
  if (ts.isTypeReferenceNode(parent)) return false;
  if (ts.isNewExpression(parent)) return (parent.arguments?.length ?? 0) === 0;
  if (ts.isPropertyAccessExpression(parent)) return !['UTC', 'parse'].includes(parent.name.text);
  return true;
}
