import { type Freshness, pageFreshness } from '../../analysis/freshness';
import { addDays } from '../../model/calendarDate';
import { relativeDay } from '../../model/dayWords';
import { isClosed } from '../../model/lifecycle';
import { plural } from '../../model/words';
import { pageType } from '../../schema/schema';
import { type CodeLens, type LensContext, type LensText, topOfPage } from './codeLens';

/** On a page that has a cadence: its age against it, and the action that renews it. */
export function reviewLenses({ page, book, today }: LensContext): readonly CodeLens[] {
  const clock = pageType(page.type)?.clock;
  if (!clock || isClosed(page)) return [];
  const fresh = pageFreshness(page, book, today);
  const lenses: CodeLens[] = [];
  if (fresh) {
    const days = relativeDay(addDays(today, -fresh.age), today);
    lenses.push({ kind: 'review', range: topOfPage, text: () => ageText(`${clock.verb} ${days}`, fresh) });
  }
  // A review does not stand for a contact.
  if (fresh?.age !== 0 && clock.since !== 'contact') {
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
