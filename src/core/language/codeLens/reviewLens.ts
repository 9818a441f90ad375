import { type Freshness, pageFreshness } from '../../analysis/freshness';
import { relativeDay } from '../../analysis/pageFact';
import { addDays } from '../../model/calendarDate';
import { isClosed } from '../../model/lifecycle';
import { plural } from '../../model/words';
import { type CodeLens, type LensContext, type LensText, topOfPage } from './codeLens';

/** What a page’s age counts from, by type. */
const verbs: ReadonlyMap<string, string> = new Map([
  ['competitor', 'Reviewed'],
  ['product', 'Updated'],
  ['trend', 'Seen'],
  ['strategy', 'Reviewed'],
  ['opportunity', 'Touched'],
  ['partner', 'Last contact'],
]);

/** A review does not stand for a contact. */
const notReviewed: ReadonlySet<string> = new Set(['partner']);

/** On a page that has a cadence: its age against it, and the action that renews it. */
export function reviewLenses({ page, book, today }: LensContext): readonly CodeLens[] {
  const verb = verbs.get(page.type);
  if (verb === undefined || isClosed(page)) return [];
  const fresh = pageFreshness(page, book, today);
  const lenses: CodeLens[] = [];
  if (fresh) {
    const days = relativeDay(addDays(today, -fresh.age), today);
    lenses.push({ kind: 'review', range: topOfPage, text: () => ageText(`${verb} ${days}`, fresh) });
  }
  if (fresh?.age !== 0 && !notReviewed.has(page.type)) {
    lenses.push({ kind: 'review', range: topOfPage, text: () => reviewText });
  }
  return lenses;
}

const reviewText: LensText = {
  title: 'Mark as reviewed today',
  action: { kind: 'markAsReviewed' },
};

function ageText(age: string, { cadence, state }: Freshness): LensText {
  return { title: `${age} · due every ${plural(cadence, 'day')}`, isWarning: state !== 'fresh' };
}
