import { pageFreshness, seenOn } from '../../analysis/freshness';
import { voicePoints } from '../../analysis/market';
import { voicesAmong } from '../../analysis/productPages';
import { openVoicesOn } from '../../analysis/voicesInPeriod';
import { numberOf, textOf } from '../../model/fields';
import type { Page } from '../../model/page';
import { plural, signed, trimmed } from '../../model/words';
import { weekdayText } from '../dashboard/words';
import { type Block, bullets, type Inline, paragraph, strong } from '../document';
import { capped } from '../reportWords';
import { type OnePagerInput, relatedOf } from './onePagerInput';

/** Lines of one kind. */
const most = 3;
const threats = ['high', 'medium', 'low'];

/** Competitors by threat, weighty trends first, and what customers say. */
export function marketBlocks(input: OnePagerInput): Block[] {
  const lines = [...competitorLine(input), ...trendLines(input), ...voiceLines(input)];
  return lines.length > 0
    ? [bullets(lines)]
    : [paragraph('No competitor, trend or voice names this product.')];
}

function competitorLine(input: OnePagerInput): Inline[][] {
  const competitors = relatedOf(input, 'competitor');
  const groups = threats.flatMap((threat) => {
    const names = competitors
      .filter((page) => textOf(page, 'threat') === threat)
      .map((page) => named(page, input));
    return names.length > 0 ? [`${threat} threat: ${names.join(', ')}`] : [];
  });
  return groups.length > 0 ? [[strong('Competitors'), `: ${groups.join('; ')}`]] : [];
}

/** With a word of warning where what we know is old. */
function named(page: Page, { book, today }: OnePagerInput): string {
  const freshness = pageFreshness(page, book, today);
  const isOld = freshness && freshness.state !== 'fresh';
  return `${page.title}${isOld ? ` (last reviewed ${plural(freshness.age, 'day')} ago)` : ''}`;
}

function trendLines(input: OnePagerInput): Inline[][] {
  const trends = relatedOf(input, 'trend').sort(
    (a, b) => (numberOf(b, 'impact') ?? 0) - (numberOf(a, 'impact') ?? 0),
  );
  const items = trends.map((page): Inline[] => {
    const seen = seenOn(page);
    const impact = numberOf(page, 'impact');
    return [
      strong('Trend'),
      `: ${page.title} (impact ${impact === undefined ? '–' : trimmed(impact)}${seen === undefined ? '' : `, seen ${weekdayText(seen, input.today)}`})`,
    ];
  });
  return capped(items, most).map((item) => [...item]);
}

function voiceLines(input: OnePagerInput): Inline[][] {
  const { voices, sentiment } = voicesAmong(relatedOf(input, 'voice'));
  if (voices.length === 0) return [];
  const ids = new Set(voices.map(({ path }) => path));
  const open = openVoicesOn(input.book, input.today).filter(({ page }) => ids.has(page.path));
  const points = open.reduce((sum, { page, received }) => sum + voicePoints(page, received, input.today), 0);
  const mood = sentiment === null ? '' : `, mean sentiment ${signed(sentiment)}`;
  const names = open.map(({ page }) => textOf(page, 'customer') ?? page.title);
  const who =
    names.length > 0 ? `: ${names.slice(0, most).join('; ')}${names.length > most ? '; …' : ''}` : '';
  return [
    [
      strong('Customers'),
      `: ${plural(voices.length, 'voice')}${mood}; ${open.length} open, backlog ${trimmed(points)} points${who}`,
    ],
  ];
}
