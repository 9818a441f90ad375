import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateLooks } from '../../src/core/report/trees/stateLooks';
import { horizons } from '../../src/core/schema/activities';
import { type Background, builtInThemes, contrast, distance, sights, type ThemeKind } from './themes';

const root = join(__dirname, '../..');
const themes = builtInThemes(join(root, 'test/host/node_modules/code-server/lib/vscode/extensions'));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  contributes: { colors: { id: string; defaults: Record<ThemeKind, string> }[] };
};
const contributed = new Map(manifest.contributes.colors.map(({ id, defaults }) => [id, defaults]));
const stateColors = Object.values(stateLooks).map(({ color }) => color);
const horizonColors = horizons.map(({ id }) => `statusBook.${id}`);
const kinds: readonly ThemeKind[] = ['dark', 'light', 'highContrast', 'highContrastLight'];

function colorIn(id: string, kind: ThemeKind): string {
  return contributed.get(id)?.[kind] ?? assert.fail(`${id} is not contributed for ${kind}`);
}

describe('The colours of states and horizons', () => {
  it('are opaque, and contributed for every kind of theme', () => {
    for (const id of [...stateColors, ...horizonColors]) {
      for (const kind of kinds) assert.match(colorIn(id, kind), /^#[\dA-F]{6}$/i);
    }
  });

  it('are held against all built-in themes', () => {
    assert.ok(themes.length >= 19, String(themes.length));
    assert.deepEqual(new Set(themes.map(({ kind }) => kind)), new Set(kinds));
  });

  for (const background of [
    'sideBar.background',
    'editor.background',
    'editorWidget.background',
  ] as Background[]) {
    it(`stand out from ${background} in every theme, 3 : 1 at least`, () => {
      for (const { name, kind, backgrounds } of themes) {
        for (const id of [...stateColors, ...horizonColors]) {
          const ratio = contrast(colorIn(id, kind), backgrounds[background]);
          assert.ok(ratio >= 3, `${id} in ${name}: ${ratio.toFixed(2)} on ${backgrounds[background]}`);
        }
      }
    });
  }

  it('tell the horizons apart, and from every state, for the colour-blind as well', () => {
    for (const kind of kinds) {
      for (const [sight, matrix] of Object.entries(sights)) {
        for (const [at, horizon] of horizonColors.entries()) {
          for (const other of [...horizonColors.slice(at + 1), ...stateColors]) {
            const apart = distance(colorIn(horizon, kind), colorIn(other, kind), matrix);
            assert.ok(apart >= 0.09, `${horizon} and ${other}, ${kind}, ${sight}: ${apart.toFixed(3)}`);
          }
        }
      }
    }
  });

  it('are the same in views, dashboard and preview', () => {
    const dashboard = readFileSync(join(root, 'media/dashboard.css'), 'utf8');
    const preview = readFileSync(join(root, 'media/preview.css'), 'utf8');
    for (const { id } of horizons) {
      assert.ok(dashboard.includes(`--${id}: var(--vscode-statusBook-${id});`), id);
      assert.match(
        preview,
        new RegExp(`\\.status-book-share\\.status-book-${id} \\{[^}]*var\\(--vscode-statusBook-${id}\\)`),
      );
    }
    for (const text of [dashboard, preview]) assert.doesNotMatch(text, /--vscode-charts-/);
  });
});
