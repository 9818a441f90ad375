import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { activities } from '../../../src/core/schema/activities';
import { pageTypes } from '../../../src/core/schema/schema';
import { typeIndexPath, typeIndexText } from '../../../src/tools/typeIndex';

const root = join(__dirname, '../../..');
const fileOf = (id: string): string => `${id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}.ts`;

describe('the table of page types', () => {
  it('has one file for each type, named after it', () => {
    const files = readdirSync(join(root, typeIndexPath, '..')).filter(
      (file) => file.endsWith('.ts') && file !== 'index.ts',
    );
    assert.deepEqual(files.sort(), pageTypes.map(({ id }) => fileOf(id)).sort());
  });

  it('is listed as its folder holds it', () => {
    assert.equal(
      readFileSync(join(root, typeIndexPath), 'utf8'),
      typeIndexText(root),
      'run “npm run generate”',
    );
  });

  it('gives each type a place of its own among the others', () => {
    assert.equal(new Set(pageTypes.map(({ order }) => order)).size, pageTypes.length);
    const clocks = pageTypes.flatMap(({ clock }) => clock?.order ?? []);
    assert.equal(new Set(clocks).size, clocks.length);
  });

  it('names activities that there are', () => {
    const known = new Set(activities.map(({ id }) => id));
    const named = pageTypes.flatMap(({ activity, alsoUnder }) =>
      [activity ?? [], alsoUnder?.activity ?? []].flat(),
    );
    assert.deepEqual(
      named.filter((id) => !known.has(id)),
      [],
    );
  });

  it('names fields that the type has', () => {
    for (const { id, fields, record, clock, dates = [] } of pageTypes) {
      const known = new Set(fields.map(({ name }) => name));
      const { since, cadence } = clock ?? {};
      const named = [
        record?.field,
        cadence && 'by' in cadence ? cadence.by : undefined,
        ...(typeof since === 'object' ? since : []),
        ...dates.map(({ within, field }) => within ?? field),
      ].filter((name) => name !== undefined);
      assert.deepEqual(
        named.filter((name) => !known.has(name)),
        [],
        id,
      );
    }
  });

  it('has one root, and one type of record for each day', () => {
    assert.equal(pageTypes.filter(({ root: isRoot }) => isRoot).length, 1);
    assert.equal(pageTypes.filter(({ record }) => record?.every === 'day').length, 1);
  });
});
