import { reliabilityText } from '../../analysis/figureWords';
import {
  type CountedPromise,
  countedPromises,
  reliableFrom,
  type Trust,
  trustOf,
} from '../../analysis/trust';
import { getOrMake } from '../../model/maps';
import { plural, type Text, t } from '../../model/message';
import { capitalised, enumeration } from '../../model/texts';
import type { DashboardContext } from './context';
import type { DepartmentTrust, PagePlace, Promises, TrustSection } from './model';
import { dataTable, numbers } from './tables';
import { partyText } from './words';

/** Who keeps promises, in both directions between each department and the product manager. */
export function trustSection({ book, today }: DashboardContext): TrustSection {
  const counted = countedPromises(book, today);
  const pairs = trustOf(book, today, counted);
  const evidence = evidenceOf(counted);
  const promisesOf = (pair: Trust | undefined): Promises | undefined =>
    pair && promises(pair, evidence.get(pairKey(pair)));
  const isMine = ({ from, to }: Trust): boolean => from === 'me' || to === 'me';
  const names = [...new Set(pairs.filter(isMine).map(({ from, to }) => (from === 'me' ? to : from)))];
  const departments = names.sort().map((department): DepartmentTrust => {
    const toMe = promisesOf(pairs.find(({ from, to }) => from === department && to === 'me'));
    const fromMe = promisesOf(pairs.find(({ from, to }) => from === 'me' && to === department));
    return {
      department: partyText(department),
      ...(toMe ? { toMe } : {}),
      ...(fromMe ? { fromMe } : {}),
    };
  });
  return {
    ...(departments.length === 0
      ? {
          empty: {
            text: t`No promise between you and a department was due in the last 90 days. Write them on any page: “- [ ] @sales -> @me: forecast due:2026-12-01”.`,
          },
        }
      : {}),
    summary: summaryOf(pairs.filter(isMine)),
    departments,
    table: dataTable(
      t`Promises of the last 90 days kept by the first promised day`,
      [t`Who promised`, t`To`, numbers(t`Kept`), numbers(t`Due`), numbers(t`Reliability`)],
      pairs.map((pair) => {
        const told = promises(pair, evidence.get(pairKey(pair)));
        const name = capitalised(partyText(pair.from));
        return [
          told.place ? { text: name, place: told.place } : { text: name },
          { text: partyText(pair.to) },
          { text: String(pair.kept) },
          { text: String(pair.all) },
          {
            text: pair.reliability === null ? t`too few` : reliabilityText(pair.reliability),
            state: told.state,
          },
        ];
      }),
    ),
  };
}

function promises(pair: Trust, place: PagePlace | undefined): Promises {
  const { kept, all, reliability } = pair;
  const count = t`${kept} of ${all}`;
  const isLow = kept * 100 < reliableFrom * all;
  return {
    kept,
    all,
    reliability,
    text: reliability === null ? t`${count}, too few` : t`${reliabilityText(reliability)}, ${count}`,
    state: reliability === null ? 'unknown' : isLow ? 'attention' : 'good',
    ...(place ? { place } : {}),
  };
}

/** The latest promise of each pair that was not kept, else the latest one. */
function evidenceOf(counted: readonly CountedPromise[]): ReadonlyMap<string, PagePlace> {
  const byPair = new Map<string, CountedPromise[]>();
  for (const promise of counted) getOrMake(byPair, pairKey(promise), () => []).push(promise);
  return new Map(
    [...byPair].flatMap(([key, all]) => {
      const broken = all.filter(({ kept }) => !kept);
      const [latest] = (broken.length > 0 ? broken : all).sort((a, b) => (a.promised < b.promised ? 1 : -1));
      if (!latest) return [];
      const line = latest.page.commitments[latest.index]?.range.start.line ?? 0;
      return [[key, { path: latest.page.path, line }] as const];
    }),
  );
}

function pairKey({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from}\n${to}`;
}

function summaryOf(pairs: readonly Trust[]): Text {
  const judged = pairs.filter(({ reliability }) => reliability !== null);
  const low = judged.filter(({ kept, all }) => kept * 100 < reliableFrom * all);
  if (judged.length === 0)
    return t`No pair has five promises yet; ${plural(pairs.length, 'pair')} have some.`;
  if (low.length === 0) return t`All who made five promises or more kept at least ${reliableFrom} %.`;
  const names = low.map(
    ({ from, to, kept, all }) =>
      t`${capitalised(partyText(from))} kept ${kept} of ${all} to ${partyText(to)}`,
  );
  return t`Under ${reliableFrom} %: ${enumeration(names)}.`;
}
