import { attempt, notComputed } from '../../model/faults';
import { t } from '../../model/message';
import { balanceLenses } from './balanceLens';
import { type CodeLens, type LensContext, type LensKind, type LensSource, topOfPage } from './codeLens';
import { ledgerLenses } from './ledgerLens';
import { paceLenses } from './paceLens';
import { predictionLenses } from './predictionLens';
import { referenceLenses } from './referenceLens';
import { reviewLenses } from './reviewLens';

/** By kind, in the order in which lenses of one line stand. */
const sources: Readonly<Record<LensKind, LensSource>> = {
  references: referenceLenses,
  review: reviewLenses,
  balance: balanceLenses,
  predictions: predictionLenses,
  pace: paceLenses,
  ledger: ledgerLenses,
};

/**
 * The lenses of a page, of the kinds that are switched on. One that fails says so in its place.
 *
 * @param from finds them
 */
export function codeLensesOf(
  context: LensContext,
  kinds: ReadonlySet<LensKind>,
  from: Readonly<Partial<Record<LensKind, LensSource>>> = sources,
): CodeLens[] {
  return Object.entries(from).flatMap(([name, source]) => {
    const kind = name as LensKind;
    if (!kinds.has(kind)) return [];
    const part = `the lens “${kind}” of page ${context.page.path}`;
    const failed = { title: notComputed(t`“${kind}”`) };
    return attempt<readonly CodeLens[]>(
      part,
      () => source(context).map((lens) => ({ ...lens, text: () => attempt(part, lens.text, () => failed) })),
      () => [{ kind, range: topOfPage, text: () => failed }],
    );
  });
}
