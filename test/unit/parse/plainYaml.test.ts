import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { LineMap } from '../../../src/core/model/text';
import { parseYamlWithLibrary } from '../../../src/core/parse/parseYaml';
import { parsePlainYaml } from '../../../src/core/parse/plainYaml';
import { splitFrontMatter } from '../../../src/core/parse/splitFrontMatter';
import { yamls } from './yamlTexts';

/** What both readers make of a text; the plain one may leave it to the other. */
function compare(yaml: string): boolean {
  const text = `---\n${yaml}---\n`;
  const plain = parsePlainYaml(yaml, 1);
  if (!plain) return false;
  const { fields, problems } = parseYamlWithLibrary(yaml, 4, new LineMap(text));
  assert.deepEqual(problems, [], JSON.stringify(yaml));
  assert.deepEqual(plain, fields, JSON.stringify(yaml));
  return true;
}

describe('plain front matter', () => {
  it('is read as the YAML library reads it, whatever the text', () => {
    let answered = 0;
    fc.assert(
      fc.property(yamls, (yaml) => {
        if (compare(yaml)) answered++;
      }),
      { numRuns: 4000, seed: 20261123 },
    );
    assert.ok(answered > 100, `${answered} of 4000 were plain`);
  });

  it('is what nearly all pages of the sample book have', () => {
    const folder = join(__dirname, '../../../examples/aquelle');
    const yamls = (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[])
      .filter((name) => name.endsWith('.md'))
      .flatMap((name) => splitFrontMatter(readFileSync(join(folder, name), 'utf8'))?.yaml ?? []);
    const answered = yamls.filter(compare).length;
    assert.ok(answered > yamls.length * 0.8, `${answered} of ${yamls.length}`);
  });

  it('may have remarks behind its values', () => {
    assert.ok(compare('a: x # c\nb:\n  - c: 1 # d\n    e: [a, b] # "z"\n  - f # g\nh: 2 #\n'));
  });

  it('is left to the library where it is not plain', () => {
    for (const yaml of [
      'a: &x 1\nb: *x\n',
      'a: |\n  b\n',
      'a: b\n  c\n',
      'a: 1\na: 2\n',
      'a: {b: [c]}\n',
      'a: # c\n',
      'a: "b" # c\n',
    ]) {
      assert.equal(parsePlainYaml(yaml, 1), undefined, yaml);
    }
  });
});
