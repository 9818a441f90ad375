import { type Freshness, pageFreshness } from '../../analysis/freshness';
import { addDays } from '../../model/calendarDate';
import { isClosed } from '../../model/lifecycle';
import { joined, ours, plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { relativeDay } from '../../model/texts';
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
    lenses.push({
      kind: 'review',
      range: topOfPage,
      text: () => ageText(joined([ours(clock.verb), days], ' '), fresh),
    });
  }
  // A review does not stand for a contact.
  if (fresh?.age !== 0 && clock.since !== 'contact') {
    lenses.push({ kind: 'review', range: topOfPage, text: () => reviewText });
  }
  return lenses;
}

const reviewText: LensText = {
  title: t`Mark as reviewed today`,
  action: { kind: 'markAsReviewed' },
};

/** The age of a page as the facts of pages tell it: `reviewed 47 days ago`. Undefined for a page without one. */
export function reviewFact(
  page: Page,
  { book, today }: Pick<LensContext, 'book' | 'today'>,
): Text | undefined {
  const verb = pageType(page.type)?.clock?.verb.toLowerCase();
  const fresh = pageFreshness(page, book, today);
  if (verb === undefined || !fresh) return undefined;
  return joined([ours(verb), relativeDay(addDays(today, -fresh.age), today)], ' ');
}

function ageText(age: Text, { cadence, state }: Freshness): LensText {
  const due = t`due every ${plural(cadence, 'day')}`;
  return { title: joined([age, due], ' · '), isWarning: state !== 'fresh' };
}
