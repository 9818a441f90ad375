import type { Finding } from '../../core/model/finding';
import { either, plural, type Text, t } from '../../core/model/message';
import type { CheckResult } from '../formats/checkResult';
import { type Baseline, baselineOf, countBeyond, sizeOf, writeBaseline } from './baselineFile';
import { identityKey } from './findingIdentity';

/** A baseline file that was asked for. */
export interface NamedBaseline {
  /** Absolute. */
  readonly path: string;
  /** What messages call it. */
  readonly shown: string;
  /** What it holds; nothing where there is no such file yet. */
  readonly content: Baseline;
}

/**
 * Leaves out what the baseline knows.
 *
 * @param warn told of known findings that are gone
 */
export function withoutKnown(
  result: CheckResult,
  { content, shown }: NamedBaseline,
  warn: (line: Text) => void,
): CheckResult {
  const gone = countBeyond(content, baselineOf(result.findings.map(result.identityOf)));
  if (gone > 0) {
    warn(
      t`${plural(gone, 'finding')} of ${shown} ${either(gone === 1, 'is', 'are')} gone; --update-baseline takes ${either(gone === 1, 'it', 'them')} out.`,
    );
  }
  const findings = unknownTo(content, result);
  return { ...result, findings, known: result.findings.length - findings.length };
}

/** Makes all that is found now known, and tells what came and went. */
export async function updateBaseline(
  result: CheckResult,
  { path, shown, content }: NamedBaseline,
  warn: (line: Text) => void,
): Promise<CheckResult> {
  const current = baselineOf(result.findings.map(result.identityOf));
  const isWritten = await writeBaseline(path, shown, current);
  const size = plural(sizeOf(current), 'known finding');
  const came = countBeyond(current, content);
  const went = countBeyond(content, current);
  warn(
    isWritten
      ? t`Wrote ${shown}: ${size}, ${came} new, ${went} gone.`
      : t`Kept ${shown}: ${size}, as before.`,
  );
  return { ...result, findings: [], known: result.findings.length };
}

/** Of several findings with one identity, as many are known as the baseline has, from the first on. */
function unknownTo(baseline: Baseline, { findings, identityOf }: CheckResult): Finding[] {
  const left = new Map([...baseline].map(([key, { count }]) => [key, count]));
  return findings.filter((finding) => {
    const key = identityKey(identityOf(finding));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}
