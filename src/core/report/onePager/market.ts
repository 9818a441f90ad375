import { pageFreshness, seenOn } from '../../analysis/freshness';
import { voicePoints } from '../../analysis/market';
import { voicesAmong } from '../../analysis/productPages';
import { openVoicesOn } from '../../analysis/voicesInPeriod';
import { numberOf, textOf } from '../../model/fields';
import { joined, plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { signed, trimmed, weekdayText } from '../../model/texts';
import { type Block, bullets, type Inline, paragraph, strong } from '../document';
import { capped, threatText } from '../reportWords';
import { type OnePagerInput, relatedOf } from './onePagerInput';

/** Lines of one kind. */
const most = 3;
const threats = ['high', 'medium', 'low'];

/** Competitors by threat, weighty trends first, and what customers say. */
export function marketBlocks(input: OnePagerInput): Block[] {
  const lines = [...competitorLine(input), ...trendLines(input), ...voiceLines(input)];
  return lines.length > 0
    ? [bullets(lines)]
    : [paragraph(t`No competitor, trend or voice names this product.`)];
}

function competitorLine(input: OnePagerInput): Inline[][] {
  const competitors = relatedOf(input, 'competitor');
  const groups = threats.flatMap((threat) => {
    const names = competitors
      .filter((page) => textOf(page, 'threat') === threat)
      .map((page) => named(page, input));
    return names.length > 0 ? [joined([threatText(threat), joined(names, ', ')], ': ')] : [];
  });
  return groups.length > 0 ? [[strong(t`Competitors`), ': ', joined(groups, '; ')]] : [];
}

/** With a word of warning where what we know is old. */
function named(page: Page, { book, today }: OnePagerInput): Text {
  const freshness = pageFreshness(page, book, today);
  return freshness && freshness.state !== 'fresh'
    ? t`${page.title} (last reviewed ${plural(freshness.age, 'day')} ago)`
    : page.title;
}

function trendLines(input: OnePagerInput): Inline[][] {
  const trends = relatedOf(input, 'trend').sort(
    (a, b) => (numberOf(b, 'impact') ?? 0) - (numberOf(a, 'impact') ?? 0),
  );
  const items = trends.map((page): Inline[] => {
    const seen = seenOn(page);
    const given = numberOf(page, 'impact');
    const impact = given === undefined ? '–' : trimmed(given);
    const words =
      seen === undefined
        ? t`${page.title} (impact ${impact})`
        : t`${page.title} (impact ${impact}, seen ${weekdayText(seen, input.today)})`;
    return [strong(t`Trend`), ': ', words];
  });
  return capped(items, most).map((item) => [...item]);
}

function voiceLines(input: OnePagerInput): Inline[][] {
  const { voices, sentiment } = voicesAmong(relatedOf(input, 'voice'));
  if (voices.length === 0) return [];
  const ids = new Set(voices.map(({ path }) => path));
  const open = openVoicesOn(input.book, input.today).filter(({ page }) => ids.has(page.path));
  const points = open.reduce((sum, { page, received }) => sum + voicePoints(page, received, input.today), 0);
  const count = plural(voices.length, 'voice');
  const backlog = trimmed(points);
  const words =
    sentiment === null
      ? t`${count}; ${open.length} open, backlog ${backlog} points`
      : t`${count}, mean sentiment ${signed(sentiment)}; ${open.length} open, backlog ${backlog} points`;
  const names = open.map(({ page }) => textOf(page, 'customer') ?? page.title);
  const who = [...names.slice(0, most), ...(names.length > most ? ['…'] : [])];
  return [[strong(t`Customers`), ': ', words, ...(who.length > 0 ? [': ', who.join('; ')] : [])]];
}
