import { textOf } from '../../model/fields';
import { enumeration, percent, plural } from '../../model/words';
import { type DashboardContext, usedOf, type WatchedCompetitor } from './context';
import type { CompetitorSection, CompetitorTile, State } from './model';
import { dataTable, numbers } from './tables';
import { capitalised } from './words';

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
            text: 'No competitor is watched yet. Write one page for each that your customers also look at.',
            action: { title: 'New Competitor…', command: 'statusBook.newPage', type: 'competitor' },
          },
        }
      : {}),
    summary: [
      `${late.length} of ${plural(competitors.length, 'competitor')} past their review day.`,
      ...(never.length > 0 ? [`Never reviewed: ${enumeration(never.map(({ page }) => page.title))}.`] : []),
    ].join(' '),
    tiles: tiles.slice(0, maxTiles),
    more: tiles.length > maxTiles ? `${tiles.length - maxTiles} more, reviewed more recently.` : '',
    table: dataTable(
      'Competitors by age and cadence',
      ['Competitor', 'Threat', numbers('Age in days'), numbers('Due every'), numbers('Used'), 'State'],
      competitors.map(({ page, freshness }, index) => [
        { text: page.title, place: { path: page.path } },
        { text: capitalised(textOf(page, 'threat') ?? '–') },
        { text: freshness ? String(freshness.age) : '–' },
        { text: freshness ? plural(freshness.cadence, 'day') : '–' },
        { text: freshness ? percent(usedOf(freshness)) : '–' },
        { text: tiles[index]?.stateText ?? '', state: tiles[index]?.state ?? 'unknown' },
      ]),
    ),
  };
}

const stateTexts: Readonly<Record<State, string>> = {
  good: 'fresh',
  attention: 'due',
  alarm: 'stale',
  unknown: 'never reviewed',
};

function tileOf({ page, freshness }: WatchedCompetitor): CompetitorTile {
  const state = stateOf(freshness);
  const threat = textOf(page, 'threat');
  return {
    title: page.title,
    threat: threat === undefined ? 'threat not told' : `${threat} threat`,
    used: Math.max(0, usedOf(freshness)),
    text: freshness ? `${freshness.age} of ${plural(freshness.cadence, 'day')}` : 'no review day',
    state,
    stateText: stateTexts[state],
    place: { path: page.path },
  };
}

function stateOf(freshness: WatchedCompetitor['freshness']): State {
  if (!freshness) return 'unknown';
  return freshness.state === 'stale' ? 'alarm' : freshness.state === 'due' ? 'attention' : 'good';
}
