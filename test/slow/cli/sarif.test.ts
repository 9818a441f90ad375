import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { allRules } from '../../../src/core/rules/allRules';
import { internalError } from '../../../src/core/rules/internalError';
import { folderOf, type RunOptions, run, runBuilt, runJson } from '../../unit/cli/support';
import { lines, page, plainBook, quietPage } from '../../unit/support/books';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: Region;
    };
  }[];
  readonly relatedLocations?: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Sarif {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly columnKind: string;
      readonly tool: {
        readonly driver: {
          readonly name: string;
          readonly version: string;
          readonly rules: readonly {
            readonly id: string;
            readonly shortDescription: { readonly text: string };
            readonly fullDescription: { readonly text: string };
            readonly help: { readonly text: string; readonly markdown: string };
            readonly defaultConfiguration: { readonly level: string };
          }[];
        };
      };
      readonly results: readonly Result[];
    },
  ];
}

const sampleBook = join(__dirname, '../../../examples/aquelle');

/** The schema of SARIF 2.1.0 as Microsoft’s SARIF tools ship it. */
function sarifValidator(): ValidateFunction {
  const package_ = dirname(dirname(require.resolve('@microsoft/sarif-multitool-ts')));
  const schema = JSON.parse(readFileSync(join(package_, 'assets/sarif-2.1.0.schema.json'), 'utf8')) as object;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv.compile(schema);
}

async function sarifOf(folder: string, options: RunOptions = {}, ...words: string[]): Promise<Sarif> {
  const { out } = await run(['check', folder, '--format', 'sarif', ...words], options);
  return JSON.parse(out) as Sarif;
}

function resultsOf({ runs: [{ results }] }: Sarif): readonly Result[] {
  return results;
}

const uriOf = ({ locations }: Result): string | undefined =>
  locations[0]?.physicalLocation.artifactLocation.uri;

const broken = quietPage('[[nowhere]]\n');

describe('status-book check --format sarif', () => {
  it('is valid SARIF 2.1.0, with findings of many rules', async () => {
    const validate = sarifValidator();
    const sarif = await sarifOf(sampleBook);
    assert.ok(new Set(resultsOf(sarif).map(({ ruleId }) => ruleId)).size > 30);
    validate(sarif);
    assert.deepEqual(validate.errors ?? [], []);
  });

  it('is valid SARIF 2.1.0 without findings', async () => {
    const validate = sarifValidator();
    const sarif = await sarifOf(folderOf({ 'book.md': plainBook }));
    assert.deepEqual(resultsOf(sarif), []);
    validate(sarif);
    assert.deepEqual(validate.errors ?? [], []);
  });

  it('is held against a schema that refuses what is not SARIF', () => {
    const validate = sarifValidator();
    assert.equal(validate({ version: '2.1.0', runs: [{ tool: {} }] }), false);
  });

  it('has the same findings as JSON, at the same places', async () => {
    const results = resultsOf(await sarifOf(sampleBook));
    const { findings } = await runJson<{ findings: { rule: string; path: string; message: string }[] }>(
      ['check'],
      sampleBook,
    );
    assert.deepEqual(
      results.map(({ ruleId, message, locations: [location] }) => ({
        rule: ruleId,
        path: decodeURIComponent(location?.physicalLocation.artifactLocation.uri ?? ''),
        ...location?.physicalLocation.region,
        message: message.text,
      })),
      (findings as (Record<string, unknown> & { rule: string; path: string; message: string })[]).map(
        ({ rule, path, line, column, endLine, endColumn, message }) => ({
          rule,
          path,
          startLine: line,
          startColumn: column,
          endLine,
          endColumn,
          message,
        }),
      ),
    );
  });

  it('tells error, warning and note, the latter for information and hint', async () => {
    const files = { 'book.md': plainBook, 'x.md': broken };
    const levels: string[] = [];
    for (const severity of ['error', 'warning', 'information', 'hint']) {
      const sarif = await sarifOf(folderOf(files), {}, '--rule', `reference-broken=${severity}`);
      levels.push(...resultsOf(sarif).map(({ level }) => level));
    }
    assert.deepEqual(levels, ['error', 'warning', 'note', 'note']);
  });

  it('describes every rule and points to it from each finding', async () => {
    const {
      runs: [
        {
          columnKind,
          tool: { driver },
          results,
        },
      ],
    } = await sarifOf(sampleBook);
    assert.deepEqual([driver.name, columnKind], ['status-book', 'utf16CodeUnits']);
    assert.match(driver.version, /^\d+\.\d+\.\d+$/);
    assert.deepEqual(
      driver.rules.map(({ id, shortDescription, fullDescription, help, defaultConfiguration }) => [
        id,
        shortDescription.text,
        fullDescription.text,
        help.text,
        defaultConfiguration.level,
      ]),
      [...allRules, internalError].map(({ id, summary, explanation, remedy, severity }) => [
        id,
        summary,
        explanation,
        remedy,
        severity === 'information' || severity === 'hint' ? 'note' : severity,
      ]),
    );
    for (const { ruleId, ruleIndex } of results) assert.equal(driver.rules[ruleIndex]?.id, ruleId);
  });

  it('writes paths as relative URIs', async () => {
    const files = { 'book.md': plainBook, 'a b/漏 #1%:x.md': broken };
    assert.deepEqual(resultsOf(await sarifOf(folderOf(files))).map(uriOf), [
      'a%20b/%E6%BC%8F%20%231%25%3Ax.md',
    ]);
  });

  it('writes paths from the checkout where the book lies in one, as code scanning wants them', async () => {
    const checkout = folderOf({ 'docs/book/book.md': plainBook, 'docs/book/x.md': broken });
    const inside = await sarifOf(join(checkout, 'docs/book'), { checkout });
    const elsewhere = await sarifOf(join(checkout, 'docs/book'), { checkout: join(checkout, 'doc') });
    assert.deepEqual([...resultsOf(inside), ...resultsOf(elsewhere)].map(uriOf), ['docs/book/x.md', 'x.md']);
  });

  it('links the places that a finding is related to', async () => {
    const files = {
      'book.md': plainBook,
      'log/2026-11-20.md': page(
        'type: log\ndate: 2026-11-20',
        lines('## Time', '- 09:00-10:00 liaison', '- 09:30-11:00 promotion'),
      ),
    };
    const [overlap] = resultsOf(await sarifOf(folderOf(files), {}, '--rule', 'log-missing=off'));
    assert.equal(overlap?.ruleId, 'time-overlap');
    assert.deepEqual(
      overlap?.relatedLocations?.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri),
      ['log/2026-11-20.md'],
    );
  });

  it('keeps a finding’s fingerprint when lines above it come and days go by', async () => {
    const stale = (above: string): string =>
      page(
        `type: trend\n${above}factor: market\nobserved: 2026-01-10\nimpact: 2`,
        '## What we see\n## So what\n',
      );
    const fingerprints = async (text: string, today: string): Promise<object[]> => {
      const folder = folderOf({ 'book.md': plainBook, 'x.md': text });
      return resultsOf(await sarifOf(folder, {}, '--today', today)).map(
        ({ partialFingerprints }) => partialFingerprints,
      );
    };
    const before = await fingerprints(stale(''), '2026-11-23');
    assert.equal(before.length, 1);
    assert.deepEqual(await fingerprints(stale('title: Limits\n'), '2026-12-24'), before);
  });

  it('gives findings with the same text different fingerprints', async () => {
    const twice = quietPage('[[nowhere]]\n\n[[nowhere]]\n');
    const results = resultsOf(await sarifOf(folderOf({ 'book.md': plainBook, 'x.md': twice })));
    assert.equal(new Set(results.map((result) => JSON.stringify(result.partialFingerprints))).size, 2);
  });

  it('takes no words of a page for a link', async () => {
    const hostile = page('type: decision\nsize: "[here](command:x)"\nopened: 2026-11-20');
    const [result] = resultsOf(await sarifOf(folderOf({ 'book.md': plainBook, 'x.md': hostile })));
    assert.match(result?.message.text ?? '', /\\\[here\]\(command:x\)/);
  });

  it('comes out of the bundled command as well', () => {
    const folder = folderOf({ 'book.md': plainBook, 'x.md': broken });
    const { code, out, err } = runBuilt(['check', '--format', 'sarif', '--today', '2026-11-23'], folder, {
      GITHUB_WORKSPACE: join(folder, '..'),
    });
    assert.deepEqual([code, err], [1, '']);
    assert.deepEqual(resultsOf(JSON.parse(out) as Sarif).map(uriOf), [`${folder.split('/').pop()}/x.md`]);
  });
});
