import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(__dirname, '../../..');

describe('The script of the dashboard', () => {
  let inputs: string[];
  let code: string;
  before(async () => {
    const { metafile, outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: ['src/webview/dashboard.tsx'],
      outfile: 'dashboard.js',
      write: false,
      bundle: true,
      metafile: true,
      minify: true,
      format: 'iife',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      legalComments: 'none',
    });
    inputs = Object.keys(metafile.inputs);
    code = outputFiles[0]?.text ?? '';
  });

  it('holds none of the core, only the protocol and its libraries', () => {
    const own = inputs.filter((path) => path.startsWith('src/') && !path.startsWith('src/webview/'));
    assert.deepEqual(own, ['src/shared/dashboardProtocol.ts']);
    const libraries = new Set(
      inputs.flatMap((path) => /^node_modules\/([^/]+(?:\/[^/]+)?)/.exec(path)?.[1] ?? []),
    );
    assert.deepEqual(
      [...libraries].filter((name) => !/^(chart\.js|preact|@kurkle\/color)/.test(name)),
      [],
    );
  });

  it('cannot reach the network, evaluate text or write markup', () => {
    assert.ok(code.length > 50_000);
    for (const forbidden of [
      /\bfetch\(/,
      /XMLHttpRequest/,
      /WebSocket/,
      /EventSource/,
      /sendBeacon/,
      /\beval\(/,
      /new Function\(/,
      /importScripts/,
      /insertAdjacentHTML/,
    ]) {
      assert.doesNotMatch(code, forbidden);
    }
  });

  it('stays small', () => {
    assert.ok(code.length < 230_000, `${code.length} characters`);
  });

  it('is styled without loading anything', () => {
    for (const name of ['dashboard.css', 'dashboardPanels.css']) {
      const style = readFileSync(join(root, 'media', name), 'utf8');
      assert.doesNotMatch(style, /url\(|@import|@font-face/);
    }
  });
});
