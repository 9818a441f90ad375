import { activityTitle } from '../../analysis/activityTitle';
import { type Balance, balanceOf } from '../../analysis/balance';
import {
  adviceText,
  bandText,
  horizonTitle,
  missingText,
  shareText,
  stateWords,
} from '../../analysis/balanceWords';
import { trendsOf } from '../../analysis/trend';
import { addDays, earlierOf, isoWeekOf, mondayOf } from '../../model/calendarDate';
import { either, joined, plural, type Text, t } from '../../model/message';
import { duration, enumeration, lowerCase, percent, signed } from '../../model/texts';
import { bandSign, barText } from '../bar';
import { type Block, bullets, type Inline, paragraph, strong, table } from '../document';
import type { ReviewInput } from './reviewSection';

/** Time against the bands, then by activity; week by week for the longer periods. */
export function timeBlocks(input: ReviewInput): Block[] {
  const { book, today, period } = input;
  const balance = balanceOf(book, today, period.from, period.to);
  const blocks = horizonBlocks(input, balance);
  if (period.kind !== 'week') blocks.push(...weekBlocks(input));
  blocks.push(...activityBlocks(input, balance));
  return blocks;
}

/** Shares of the period beside those of the book’s window, which is what is judged in the views; and what brings them back. */
function horizonBlocks({ book, today, period }: ReviewInput, balance: Balance): Block[] {
  const window = balanceOf(book, today);
  const isWeek = period.kind === 'week';
  const rows = balance.horizons.map((horizon, index) => {
    const judged = isWeek ? (window.horizons[index] ?? horizon) : horizon;
    const share = horizon.share ?? 0;
    return [
      horizonTitle(horizon.id),
      barText(share, horizon.band),
      isWeek ? wholeShare(horizon.share) : shareText(horizon),
      duration(horizon.minutes),
      bandText(horizon),
      verdict(judged, isWeek ? judgedShare(judged) : stateWords[judged.state]),
    ];
  });
  const judgedBalance = isWeek ? window : balance;
  const advice = judgedBalance.horizons.flatMap((horizon) => {
    const text = adviceText(horizon, judgedBalance);
    return text === '' ? [] : [[strong(horizonTitle(horizon.id)), ': ', text]];
  });
  const last = isWeek ? t`Last ${plural(book.settings.windowDays, 'day')}` : t`State`;
  const shares = table('llrrll', [
    [t`Horizon`, t`${bandSign} is the band`, t`Share`, duration(balance.totalMinutes), t`Band`, last],
    ...rows,
  ]);
  return advice.length > 0 ? [shares, bullets(advice)] : [shares];
}

/** What is out of its band catches the eye. */
function verdict({ state }: Balance['horizons'][number], text: Text): Inline {
  return state === 'above' || state === 'below' ? strong(text) : text;
}

function judgedShare(horizon: Balance['horizons'][number]): Text {
  return horizon.state === 'no-data'
    ? stateWords['no-data']
    : joined([shareText(horizon), stateWords[horizon.state]], ', ');
}

function wholeShare(share: number | null): Text {
  return share === null ? '–' : percent(share);
}

function activityBlocks({ book }: ReviewInput, balance: Balance): Block[] {
  const titleOf = (id: string): Text => {
    const activity = book.settings.activities.get(id);
    return activity ? activityTitle(activity) : id;
  };
  const spent = balance.activities.filter(({ minutes }) => minutes > 0).sort((a, b) => b.minutes - a.minutes);
  const unspent = balance.activities.filter(({ minutes }) => minutes === 0);
  const blocks: Block[] = [];
  if (spent.length > 0) {
    blocks.push(
      table('lrr', [
        [t`Activity`, t`Time`, t`Share`],
        ...spent.map(({ id, minutes }) => [
          titleOf(id),
          duration(minutes),
          percent(minutes / balance.totalMinutes),
        ]),
      ]),
    );
  }
  const remarks: Text[] = [];
  if (spent.length === 0) remarks.push(t`No time is logged yet.`);
  else if (unspent.length > 0) {
    remarks.push(t`No time on ${enumeration(unspent.map(({ id }) => titleOf(id)))}.`);
  }
  if (balance.unclassifiedMinutes > 0) {
    remarks.push(t`${duration(balance.unclassifiedMinutes)} on unknown activities are not counted.`);
  }
  return remarks.length > 0 ? [...blocks, paragraph(joined(remarks, ' '))] : blocks;
}

/** The weeks of a longer period and where the shares drift. */
function weekBlocks({ book, today, period }: ReviewInput): Block[] {
  const weeks: Balance[] = [];
  for (
    let monday = mondayOf(period.from);
    monday <= earlierOf(period.to, today);
    monday = addDays(monday, 7)
  ) {
    weeks.push(balanceOf(book, today, monday, addDays(monday, 6)));
  }
  const header = [t`Whole week`, t`Time`, ...(weeks[0]?.horizons ?? []).map(({ id }) => horizonTitle(id))];
  const rows = weeks.map(({ from, totalMinutes, horizons }) => [
    isoWeekOf(from),
    duration(totalMinutes),
    ...horizons.map(({ share }) => wholeShare(share)),
  ]);
  return [table('lrrrr', [header, ...rows]), ...driftBlocks(book, today)];
}

function driftBlocks(book: ReviewInput['book'], today: string): Block[] {
  const drifting = trendsOf(book, today).filter(({ drifting }) => drifting);
  if (drifting.length === 0) return [];
  return [
    bullets(
      drifting.map(({ horizon, slope, weeks, weeksOut }) => [
        strong(horizonTitle(horizon)),
        ' ',
        t`drifts ${either((slope ?? 0) >= 0, 'up', 'down')}: ${signed((slope ?? 0) * 100)} points a week over ${plural(weeks, 'week')}; ${weeksOut} of the last 4 out of the band.`,
      ]),
    ),
  ];
}

/** The summary’s line on time. */
export function timeLine({ book, today, period }: ReviewInput): Text {
  const balance = balanceOf(book, today, period.from, period.to);
  const judged = period.kind === 'week' ? balanceOf(book, today) : balance;
  const logged =
    balance.totalMinutes === 0 ? t`nothing logged yet` : t`${duration(balance.totalMinutes)} logged`;
  const shares = judged.judged
    ? joined(
        judged.horizons.map((horizon) => {
          const title = lowerCase(horizonTitle(horizon.id));
          return horizon.state === 'inside'
            ? t`${title} ${shareText(horizon)}`
            : t`${title} ${shareText(horizon)} (${stateWords[horizon.state]})`;
        }),
        ', ',
      )
    : missingText(judged);
  return period.kind === 'week'
    ? t`${logged}; last ${plural(book.settings.windowDays, 'day')}: ${shares}.`
    : t`${logged}: ${shares}.`;
}
