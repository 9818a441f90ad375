import { type Balance, balanceOf, type HorizonBalance } from '../../analysis/balance';
import { adviceText, bandText, pointsText, shareText } from '../../analysis/balanceWords';
import { logsBetween } from '../../analysis/logs';
import { trendsOf } from '../../analysis/trend';
import { fieldValue, objectOf } from '../../model/fields';
import type { RelatedPlace } from '../../model/finding';
import { either, plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { signed } from '../../model/texts';
import { isTimeHeading } from '../../parse/timeEntries';
import { horizons } from '../../schema/activities';
import { type BookRule, bookPlace } from '../rule';

export const timeUnbalanced: BookRule = {
  id: 'time-unbalanced',
  family: 'time',
  severity: 'warning',
  otherSeverities: ['information'],
  scope: 'book',
  reads: ['log', 'book'],
  parts: ['names', 'fields', 'headings', 'entries'],
  needsToday: true,
  summary: 'The time of the last weeks is not divided as it should be.',
  explanation:
    'Over the last 28 days (`balance.windowDays`), today included, the share of each horizon is held against its band: daily 40–55 %, short-term 20–30 %, long-term 15–25 %, bounds included. It is judged from 40 logged hours on (`balance.minimumHours`). Less than 2 percentage points outside is information, 2 or more a warning. Minutes on unknown activities and entries after today do not count.',
  remedy:
    'Move the hours that the message names from one horizon to another, or add or drop those that it names, in next week’s calendar; or set other bands in book.md.',
  check({ book, today }, report) {
    const balance = balanceOf(book, today);
    if (!balance.judged) return;
    const newest = logsBetween(book, balance.from, balance.to).pop()?.page;
    if (!newest) return;
    for (const horizon of balance.horizons) {
      if (horizon.deviation === 0) continue;
      report({
        path: newest.path,
        range: newest.body.headings.find(isTimeHeading)?.range ?? newest.typeRange,
        severity: horizon.far ? 'warning' : 'information',
        message: unbalancedMessage(horizon, balance, book.settings.windowDays),
        data: { horizon: horizon.id },
        related: bandPlace(book.bookPage, horizon),
      });
    }
  },
};

function unbalancedMessage(horizon: HorizonBalance, balance: Balance, windowDays: number): Text {
  const { id, state } = horizon;
  const share = t`${titleOf(id)} work took ${shareText(horizon)} of the last ${plural(windowDays, 'day')}`;
  return t`${share}, ${pointsText(horizon)} ${state} its band of ${bandText(horizon)}. ${adviceText(horizon, balance)}`;
}

function bandPlace(page: Page | undefined, { id, band }: HorizonBalance): RelatedPlace[] {
  if (!page) return [];
  const node = fieldValue(objectOf(page, 'balance'), id);
  return [
    {
      path: page.path,
      range: node?.range ?? page.typeLine,
      message: t`The band of ${titleOf(id)} work: ${band[0]}–${band[1]} %`,
    },
  ];
}

export const timeDrifting: BookRule = {
  id: 'time-drifting',
  family: 'time',
  severity: 'information',
  scope: 'book',
  reads: ['log', 'book'],
  parts: ['names', 'fields', 'entries'],
  needsToday: true,
  summary: 'A horizon’s share of the time drifts away from its band, week by week.',
  explanation:
    'The weekly share over the last 8 calendar weeks, this one included, counting weeks with at least 10 hours (at least 5 of them). The slope is Theil–Sen’s, the median of all pairwise slopes. It drifts when it moves away from the band’s middle by 5 points or more in 7 weeks, or when 3 of the last 4 counted weeks were out of the band.',
  remedy: 'Look at what has been pushing the horizon aside, before the balance itself is lost.',
  check({ book, today }, report) {
    const place = bookPlace(book);
    if (!place) return;
    for (const { horizon, weeks, slope, drifting, side, weeksOut } of trendsOf(book, today)) {
      if (!drifting || slope === null) continue;
      const [lower, upper] = book.settings.bands[horizon];
      const outOfBand =
        weeksOut >= 3 ? t`, and ${weeksOut} of the last 4 counted weeks were out of its band` : '';
      report({
        ...place,
        message: t`${titleOf(horizon)} work drifts ${either(side === 'below', 'down', 'up')}: ${signed(slope * 100)} points a week over ${plural(weeks, 'counted week')}${outOfBand} (${lower}–${upper} %). Plan ${either(side === 'below', 'more', 'less')} of it from next week on.`,
        data: { horizon },
      });
    }
  },
};

function titleOf(id: string): string {
  return horizons.find((horizon) => horizon.id === id)?.title ?? id;
}
