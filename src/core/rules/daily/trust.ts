import { reliabilityText } from '../../analysis/figureWords';
import { countedPromisesOf, reliableFrom, trustOf } from '../../analysis/trust';
import { type Text, t } from '../../model/message';
import { type BookRule, bookPlace } from '../rule';

export const trustLow: BookRule = {
  id: 'trust-low',
  family: 'daily',
  severity: 'information',
  scope: 'book',
  reads: 'any',
  parts: ['names', 'promises'],
  needsToday: true,
  summary: 'A department keeps too few of its promises.',
  explanation:
    'For each pair of departments and each direction: the share of commitments first promised for a day 1 to 90 days ago that were kept by that day. Late is not kept, [x] without done: counts as kept, re-dating keeps the first promise. Judged from five commitments on; low is under 80 %.',
  remedy: 'Talk about it openly: fewer promises with dates that can be kept, both ways.',
  warmMemo: countedPromisesOf,
  check({ book, today }, report) {
    const place = bookPlace(book);
    if (!place) return;
    for (const { from, to, kept, all, reliability } of trustOf(book, today)) {
      if (reliability === null || kept * 100 >= reliableFrom * all) continue;
      const advice = from === 'me' ? t`Promise less, or earlier.` : t`Talk about dates that can be kept.`;
      report({
        ...place,
        message: t`${name(from, t`You`)} kept ${kept} of ${all} promises to ${name(to, t`you`)} in the last 90 days: ${reliabilityText(reliability)}, under ${reliableFrom} %. ${advice}`,
        data: { from, to },
      });
    }
  },
};

function name(department: string, me: Text): Text {
  return department === 'me' ? me : `@${department}`;
}
