import { reliabilityText } from '../../analysis/figureWords';
import { type Trust, trustDays, trustOf } from '../../analysis/trust';
import { isValidCommitment } from '../../model/commitment';
import { joined, type Text, t } from '../../model/message';
import type { Commitment, Page } from '../../model/page';
import type { CodeLens, LensContext, LensText } from './codeLens';

/** Above each list of commitments: how reliable those who promise there are to each other, both ways. */
export function ledgerLenses({ page, book, today }: LensContext): readonly CodeLens[] {
  let ledger: readonly Trust[] | undefined;
  const read = (): readonly Trust[] => {
    ledger ??= trustOf(book, today);
    return ledger;
  };
  const valid = page.commitments.filter((commitment) => isValidCommitment(commitment, book.settings));
  return listsOf(valid, page).flatMap((list) =>
    pairsOf(list).map(([from, to]) => ({
      kind: 'ledger',
      range: (list[0] as Commitment).range,
      text: () => pairText(from, to, read()),
    })),
  );
}

/** The commitments of a page by the heading that they stand under. */
function listsOf(commitments: readonly Commitment[], { body }: Page): Commitment[][] {
  const lists = new Map<number, Commitment[]>();
  for (const commitment of commitments) {
    const { line } = commitment.range.start;
    const section = body.headings.filter(({ range }) => range.start.line < line).length;
    const list = lists.get(section);
    if (list) list.push(commitment);
    else lists.set(section, [commitment]);
  }
  return [...lists.values()];
}

/** Who promises whom, each two of them once, in the order in which they appear. */
function pairsOf(list: readonly Commitment[]): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  for (const { from, to } of list) {
    const key = [from, to].sort().join('\n');
    if (!pairs.has(key)) pairs.set(key, [from, to]);
  }
  return [...pairs.values()];
}

function pairText(from: string, to: string, ledger: readonly Trust[]): LensText {
  const ways =
    from === to
      ? [[from, to]]
      : [
          [from, to],
          [to, from],
        ];
  const told = ways.flatMap(([one, other]) => {
    const trust = ledger.find((pair) => pair.from === one && pair.to === other);
    return trust ? [wayText(trust)] : [];
  });
  return {
    title:
      told.length > 0
        ? joined(told, ' · ')
        : t`@${from} and @${to}: no promise has come due in the last ${trustDays} days`,
    tooltip: t`Promises of the last ${trustDays} days that were kept by the day first promised. A share is told once there are enough of them.`,
  };
}

/** `@rnd → @me kept 4 of 6 (67 %)` */
function wayText({ from, to, kept, all, reliability }: Trust): Text {
  if (reliability === null) return t`@${from} → @${to} kept ${kept} of ${all}`;
  return t`@${from} → @${to} kept ${kept} of ${all} (${reliabilityText(reliability)})`;
}
