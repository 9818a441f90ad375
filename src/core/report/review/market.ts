import { brierText } from '../../analysis/figureWords';
import { calibrationOf, enoughPredictions } from '../../analysis/market';
import { predictionsOf } from '../../analysis/predictions';
import { touchedOn } from '../../analysis/touched';
import { dateOf, numberOf, textOf } from '../../model/fields';
import { ours, plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { percent, trimmed, weekdayText } from '../../model/texts';
import { type Block, bullets, type Inline, paragraph, strong } from '../document';
import { plainInline } from '../plainInline';
import { capped, threatText } from '../reportWords';
import type { ReviewInput } from './reviewSection';

/** Lines of one list. */
const most = 12;

/** What happened around us in a longer period: trends seen, moves that came or did not, and how well we predicted. */
export function marketBlocks(input: ReviewInput): Block[] {
  const { book } = input;
  const touched = (type: string): Page[] =>
    book.pagesOfType(type).filter((page) => isWithin(touchedOn(page, book, input.today), input));
  return [
    ...list(
      t`Trends seen or reviewed`,
      touched('trend').map((page) => trendLine(page, input)),
    ),
    ...list(
      t`Competitors followed`,
      touched('competitor').map((page) => [threatText(textOf(page, 'threat')), ': ', input.link(page)]),
    ),
    ...list(t`Predictions resolved`, resolvedLines(input)),
    paragraph(calibrationText(input)),
  ];
}

function isWithin(date: string | undefined, { period, today }: ReviewInput): boolean {
  return date !== undefined && date >= period.from && date <= today;
}

function trendLine(page: Page, { link }: ReviewInput): Inline[] {
  const impact = numberOf(page, 'impact');
  const factor = ours(textOf(page, 'factor') ?? 'trend');
  const words = impact === undefined ? factor : t`${factor}, impact ${trimmed(impact)}`;
  return [words, ': ', link(page)];
}

const outcomes: Readonly<Record<string, Text>> = {
  happened: t`happened`,
  'did-not-happen': t`did not happen`,
  void: t`void`,
};

function resolvedLines(input: ReviewInput): Inline[][] {
  return input.book.pagesOfType('competitor').flatMap((page) =>
    predictionsOf(page).flatMap((prediction): Inline[][] => {
      const resolved = dateOf(prediction, 'resolved');
      const outcome = outcomes[textOf(prediction, 'outcome') ?? ''];
      if (resolved === undefined || outcome === undefined || !isWithin(resolved, input)) return [];
      const probability = numberOf(prediction, 'probability');
      const move = plainInline(textOf(prediction, 'move') ?? page.title);
      const day = weekdayText(resolved, input.today);
      const words =
        probability === undefined
          ? t`${move}: ${outcome} (${day})`
          : t`${move}: ${outcome} (${day}, we said ${percent(probability)})`;
      return [[words, ' · ', input.link(page)]];
    }),
  );
}

/** Brier’s score by itself says little: what guessing would give stands beside it. */
function calibrationText({ book }: ReviewInput): Text {
  const { resolved, brier } = calibrationOf(book);
  if (brier === null) {
    return t`Calibration is shown from ${plural(enoughPredictions, 'resolved prediction')} on; there are ${resolved}.`;
  }
  return t`Calibration: Brier score ${brierText(brier)} over ${plural(resolved, 'resolved prediction')} (0 is perfect, 0.25 is guessing).`;
}

function list(title: Text, items: readonly (readonly Inline[])[]): Block[] {
  if (items.length === 0) return [];
  return [paragraph(strong(t`${title} (${items.length})`)), bullets(capped(items, most))];
}
