import { balanceLenses } from './balanceLens';
import type { CodeLens, LensContext, LensKind, LensSource } from './codeLens';
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

/** The lenses of a page, of the kinds that are switched on. */
export function codeLensesOf(context: LensContext, kinds: ReadonlySet<LensKind>): CodeLens[] {
  return Object.entries(sources).flatMap(([kind, source]) =>
    kinds.has(kind as LensKind) ? source(context) : [],
  );
}
