import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { newPageTypes } from '../../../src/core/schema/schema';

interface Setting {
  readonly type: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

const { contributes, capabilities } = JSON.parse(
  readFileSync(join(__dirname, '../../../package.json'), 'utf8'),
);
const welcome: readonly { readonly view: string; readonly contents: string }[] = contributes.viewsWelcome;
const settings: readonly (readonly [string, Setting])[] = [contributes.configuration]
  .flat()
  .flatMap(({ properties }: { properties: Record<string, Setting> }) => Object.entries(properties));

/** VS Code makes a button of a link that stands on a line of its own. */
const button = /^\[[^\]]+\]\([^)]+\)$/;

describe('The manifest', () => {
  it('offers one button in each welcome view, and all else as links in the text', () => {
    assert.deepEqual(
      welcome.map(({ contents }) => contents.split('\n').filter((line) => button.test(line)).length),
      welcome.map(() => 1),
    );
  });

  it('has commands that the extension registers', () => {
    const folder = join(__dirname, '../../../src/extension');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('');
    const ids: string[] = contributes.commands.map(({ command }: { command: string }) => command);
    // Those of each view are registered in a loop over the views.
    const own = ids.filter((id) => !/\.(?:filter|clearFilter)$/.test(id));
    assert.isAbove(own.length, 25);
    assert.deepEqual(
      own.filter((id) => !sources.includes(`'${id}'`)),
      [],
    );
  });

  it('offers new pages of types that there are', () => {
    const offered = [...JSON.stringify([welcome, contributes.walkthroughs]).matchAll(/newPage\?([^)]*)/g)];
    const types = offered.map(([, given = '']) => JSON.parse(decodeURIComponent(given))[0]);
    assert.isNotEmpty(types);
    assert.deepEqual(
      types.filter((type) => !newPageTypes.some(({ id }) => id === type)),
      [],
    );
  });

  it('names commands of ours that there are, in links and in what completes a first step', () => {
    const known = contributes.commands.map(({ command }: { command: string }) => command);
    const text = JSON.stringify([welcome, contributes.walkthroughs]);
    const named = [...text.matchAll(/ommand:(statusBook\.\w+)/g)].map(([, id]) => id);
    assert.isAbove(named.length, 10);
    assert.deepEqual(
      named.filter((id) => !known.includes(id)),
      [],
    );
  });

  it('has no setting that names something to run: a folder without trust may hold any of them', () => {
    assert.isTrue(capabilities.untrustedWorkspaces.supported);
    const free = settings.filter(
      ([, { type, enum: choices, pattern }]) => [type].flat().includes('string') && !choices && !pattern,
    );
    assert.deepEqual(
      free.map(([name]) => name),
      [],
    );
  });
});
