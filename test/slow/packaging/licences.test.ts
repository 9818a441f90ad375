import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';

const project = join(__dirname, '../../..');

interface Notices {
  thirdPartyNotices(metafiles: readonly Metafile[], project: string): Promise<string>;
}

let built: Promise<Metafile[]> | undefined;

/** What the bundles are really made of. */
function metafiles(): Promise<Metafile[]> {
  built ??= buildMetafiles();
  return built;
}

async function buildMetafiles(): Promise<Metafile[]> {
  const { bundles } = (await import('../../../esbuild.config.mjs')) as { bundles: BuildOptions[] };
  assert.ok(bundles.length >= 4);
  return Promise.all(
    bundles.map(async (options) => {
      const { metafile } = await build({
        ...options,
        absWorkingDir: project,
        write: false,
        metafile: true,
        minify: false,
      });
      assert.ok(metafile);
      return metafile;
    }),
  );
}

/** The folder of the package that a file belongs to. */
function packageFolder(file: string): string {
  let folder = dirname(file);
  while (!isPackage(folder)) folder = dirname(folder);
  return folder;
}

function isPackage(folder: string): boolean {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && 'version' in JSON.parse(readFileSync(manifest, 'utf8'));
}

function ofPackage(folder: string): { name: string; version: string } {
  return JSON.parse(readFileSync(join(project, folder, 'package.json'), 'utf8'));
}

function metafileWith(path: string): Metafile {
  return { inputs: { [path]: { bytes: 1, imports: [] } }, outputs: {} };
}

async function notices(of: readonly Metafile[]): Promise<string> {
  const { thirdPartyNotices } = (await import('../../../src/tools/thirdPartyNotices.mjs')) as Notices;
  return thirdPartyNotices(of, project);
}

describe('the licences of what is bundled', () => {
  it('stand in the notices with their texts and copyrights, for every package of every bundle', async () => {
    const all = await metafiles();
    const text = await notices(all);
    const parts = text.split(`\n\n${'-'.repeat(80)}\n\n`).slice(1);
    const folders = new Set(
      all.flatMap(({ inputs }) =>
        Object.keys(inputs)
          .filter((path) => existsSync(join(project, path)) && path.includes('node_modules'))
          .map((path) => packageFolder(join(project, path)).slice(project.length + 1)),
      ),
    );
    assert.ok(folders.size > 80, `${folders.size} packages`);
    const named = new Set(parts.map((part) => /^\S+(?=: )/.exec(part)?.[0]));
    for (const folder of folders) {
      const { name, version } = ofPackage(folder);
      assert.ok(named.delete(`${name}@${version}`) || isTwice(name, version, folders), `${name}@${version}`);
    }
    assert.deepEqual([...named], [], 'nothing is named that is not there');
    for (const part of parts) {
      assert.match(part, /copyright|©|Blue Oak/i, part.slice(0, 200));
      assert.match(part, /permi(?:ssion|t)|licen[cs]e/i, part.slice(0, 200));
      assert.ok(part.length > 500, part);
    }
  });

  it('must allow to ship the package', async () => {
    await assert.rejects(
      notices([metafileWith('node_modules/axe-core/axe.js')]),
      /axe-core@.* “MPL-2\.0”, which is not one of/,
    );
  });
});

/** The same version may lie in several folders. */
function isTwice(name: string, version: string, folders: ReadonlySet<string>): boolean {
  const same = [...folders].filter((folder) => {
    const other = ofPackage(folder);
    return other.name === name && other.version === version;
  });
  return same.length > 1;
}
