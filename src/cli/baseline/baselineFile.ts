import { t } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import { readPlainFile } from '../../reading/plainFile';
import { codeOf, reasonOf } from '../../reading/reasons';
import { decode } from '../../reading/utf8';
import { replaceFile } from '../atomicFile';
import { writeNewFile } from '../newFiles';
import { compareIdentities, type FindingIdentity, identityKey } from './findingIdentity';

/** Findings that were there when a book adopted the checker, with how many of each there are. */
export type Baseline = ReadonlyMap<string, BaselineEntry>;

export interface BaselineEntry extends FindingIdentity {
  readonly count: number;
}

const version = 1;

export function baselineOf(identities: Iterable<FindingIdentity>): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const { path, rule, place } of identities) {
    const key = identityKey({ path, rule, place });
    entries.set(key, { path, rule, place, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return entries;
}

export function sizeOf(baseline: Baseline): number {
  return [...baseline.values()].reduce((sum, { count }) => sum + count, 0);
}

/** How many findings of one baseline another does not have. */
export function countBeyond(baseline: Baseline, other: Baseline): number {
  return [...baseline].reduce(
    (sum, [key, { count }]) => sum + Math.max(0, count - (other.get(key)?.count ?? 0)),
    0,
  );
}

/** One line for each entry, in order, so that version control shows what came and went. */
export function baselineText(baseline: Baseline): string {
  const entries = [...baseline.values()].sort(compareIdentities).map(({ count, ...identity }) => {
    return `    ${JSON.stringify({ ...identity, ...(count > 1 ? { count } : {}) })}`;
  });
  const findings = entries.length === 0 ? '[]' : `[\n${entries.join(',\n')}\n  ]`;
  return `{\n  "version": ${version},\n  "findings": ${findings}\n}\n`;
}

/**
 * Reads a baseline; undefined where there is no such file.
 *
 * @param shown what messages call the file
 * @throws Refusal for a file that cannot be read, or is no baseline
 */
export async function readBaseline(path: string, shown: string): Promise<Baseline | undefined> {
  let text: string;
  try {
    text = decode(await readPlainFile(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new Refusal(t`The baseline ${shown} cannot be read: ${reasonOf(error)}.`);
  }
  try {
    return parseBaseline(text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      t`${shown} is no baseline that can be read: ${error.text}. Name another file, or delete this one and make it anew with --update-baseline.`,
    );
  }
}

/** @throws Refusal that says what is wrong, without a full stop */
function parseBaseline(text: string): Baseline {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Refusal(t`it is not valid JSON`);
  }
  if (!isObject(content) || !Array.isArray(content.findings)) throw new Refusal(t`it has no list “findings”`);
  if (content.version !== version) {
    const found = JSON.stringify(content.version);
    throw new Refusal(
      found === undefined
        ? t`its version is missing, not ${version}`
        : t`its version is ${found}, not ${version}`,
    );
  }
  return new Map(
    content.findings.map((entry: unknown, index) => {
      const read = entryOf(entry);
      if (!read) throw new Refusal(t`entry ${index + 1} of its list is no finding`);
      return [identityKey(read), read];
    }),
  );
}

function entryOf(entry: unknown): BaselineEntry | undefined {
  if (!isObject(entry)) return undefined;
  const { path, rule, place, count = 1 } = entry;
  if (typeof path !== 'string' || typeof rule !== 'string' || typeof place !== 'string') return undefined;
  return Number.isInteger(count) && (count as number) > 0
    ? { path, rule, place, count: count as number }
    : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * Writes a baseline, unless the file holds just that already.
 *
 * @returns whether anything was written
 * @throws Refusal when it cannot be written
 */
export async function writeBaseline(path: string, shown: string, baseline: Baseline): Promise<boolean> {
  const text = baselineText(baseline);
  if (await writeNewFile(path, text, shown)) return true;
  try {
    const before = await readPlainFile(path);
    const after = new TextEncoder().encode(text);
    if (Buffer.from(after).equals(before)) return false;
    if (await replaceFile(path, before, after)) return true;
  } catch (error) {
    throw new Refusal(t`${shown} cannot be written: ${reasonOf(error)}.`);
  }
  throw new Refusal(t`${shown} was changed by another program meanwhile; nothing was written. Try again.`);
}
