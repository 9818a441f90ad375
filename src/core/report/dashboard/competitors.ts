import { textOf } from '../../model/fields';
import { plural, type Text, t } from '../../model/message';
import { capitalised, enumeration, percent, valueText } from '../../model/texts';
import { type DashboardContext, usedOf, type WatchedCompetitor } from './context';
import type { CompetitorSection, CompetitorTile, State } from './model';
import { dataTable, numbers } from './tables';
import { sentences } from './words';

/** Tiles beyond these are fresher than any that is shown; the table has more of them. */
const maxTiles = 40;

/** How much of its cadence each competitor page has used. */
export function competitorSection({ competitors }: DashboardContext): CompetitorSection {
  const tiles = competitors.map(tileOf);
  const late = competitors.filter(({ freshness }) => freshness && freshness.state !== 'fresh');
  const never = competitors.filter(({ freshness }) => !freshness);
  return {
    ...(competitors.length === 0
      ? {
          empty: {
            text: t`No competitor is watched yet. Write one page for each that your customers also look at.`,
            action: { title: t`New Competitor…`, command: 'statusBook.newPage', type: 'competitor' },
          },
        }
      : {}),
    summary: sentences(
      t`${late.length} of ${plural(competitors.length, 'competitor')} past their review day.`,
      never.length > 0 ? t`Never reviewed: ${enumeration(never.map(({ page }) => page.title))}.` : '',
    ),
    tiles: tiles.slice(0, maxTiles),
    more: tiles.length > maxTiles ? t`${tiles.length - maxTiles} more, reviewed more recently.` : '',
    table: dataTable(
      t`Competitors by age and cadence`,
      [t`Competitor`, t`Threat`, numbers(t`Age in days`), numbers(t`Due every`), numbers(t`Used`), t`State`],
      competitors.map(({ page, freshness }, index) => [
        { text: page.title, place: { path: page.path } },
        { text: capitalised(valueText(textOf(page, 'threat')) ?? '–') },
        { text: freshness ? String(freshness.age) : '–' },
        { text: freshness ? t`${plural(freshness.cadence, 'day')}` : '–' },
        { text: freshness ? percent(usedOf(freshness)) : '–' },
        { text: tiles[index]?.stateText ?? '', state: tiles[index]?.state ?? 'unknown' },
      ]),
    ),
  };
}

const stateTexts: Readonly<Record<State, Text>> = {
  good: t`fresh`,
  attention: t`due`,
  alarm: t`stale`,
  unknown: t`never reviewed`,
};

function tileOf({ page, freshness }: WatchedCompetitor): CompetitorTile {
  const state = stateOf(freshness);
  const threat = textOf(page, 'threat');
  return {
    title: page.title,
    threat: threat === undefined ? t`threat not told` : t`${valueText(threat)} threat`,
    used: Math.max(0, usedOf(freshness)),
    text: freshness ? t`${freshness.age} of ${plural(freshness.cadence, 'day')}` : t`no review day`,
    state,
    stateText: stateTexts[state],
    place: { path: page.path },
  };
}

function stateOf(freshness: WatchedCompetitor['freshness']): State {
  if (!freshness) return 'unknown';
  return freshness.state === 'stale' ? 'alarm' : freshness.state === 'due' ? 'attention' : 'good';
}
