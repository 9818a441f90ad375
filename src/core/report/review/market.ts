import { brierText } from '../../analysis/figureWords';
import { calibrationOf, enoughPredictions } from '../../analysis/market';
import { predictionsOf } from '../../analysis/predictions';
import { touchedOn } from '../../analysis/touched';
import { dateOf, numberOf, textOf } from '../../model/fields';
import type { Page } from '../../model/page';
import { percent, plural, trimmed } from '../../model/words';
import { weekdayText } from '../dashboard/words';
import { type Block, bullets, type Inline, paragraph, strong } from '../document';
import { plainInline } from '../plainInline';
import { capped } from '../reportWords';
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
      'Trends seen or reviewed',
      touched('trend').map((page) => trendLine(page, input)),
    ),
    ...list(
      'Competitors followed',
      touched('competitor').map((page) => [`${threatText(page)}: `, input.link(page)]),
    ),
    ...list('Predictions resolved', resolvedLines(input)),
    paragraph(calibrationText(input)),
  ];
}

function isWithin(date: string | undefined, { period, today }: ReviewInput): boolean {
  return date !== undefined && date >= period.from && date <= today;
}

function trendLine(page: Page, { link }: ReviewInput): Inline[] {
  const impact = numberOf(page, 'impact');
  return [
    `${textOf(page, 'factor') ?? 'trend'}${impact === undefined ? '' : `, impact ${trimmed(impact)}`}: `,
    link(page),
  ];
}

function threatText(page: Page): string {
  return `${textOf(page, 'threat') ?? 'unknown'} threat`;
}

const outcomes: Readonly<Record<string, string>> = {
  happened: 'happened',
  'did-not-happen': 'did not happen',
  void: 'void',
};

function resolvedLines(input: ReviewInput): Inline[][] {
  return input.book.pagesOfType('competitor').flatMap((page) =>
    predictionsOf(page).flatMap((prediction): Inline[][] => {
      const resolved = dateOf(prediction, 'resolved');
      const outcome = outcomes[textOf(prediction, 'outcome') ?? ''];
      if (resolved === undefined || outcome === undefined || !isWithin(resolved, input)) return [];
      const probability = numberOf(prediction, 'probability');
      const said = probability === undefined ? '' : `, we said ${percent(probability)}`;
      const move = plainInline(textOf(prediction, 'move') ?? page.title);
      return [[`${move}: ${outcome} (${weekdayText(resolved, input.today)}${said}) · `, input.link(page)]];
    }),
  );
}

/** Brier’s score by itself says little: what guessing would give stands beside it. */
function calibrationText({ book }: ReviewInput): string {
  const { resolved, brier } = calibrationOf(book);
  if (brier === null) {
    return `Calibration is shown from ${plural(enoughPredictions, 'resolved prediction')} on; there are ${resolved}.`;
  }
  return `Calibration: Brier score ${brierText(brier)} over ${plural(resolved, 'resolved prediction')} (0 is perfect, 0.25 is guessing).`;
}

function list(title: string, items: readonly (readonly Inline[])[]): Block[] {
  if (items.length === 0) return [];
  return [paragraph(strong(`${title} (${items.length})`)), bullets(capped(items, most))];
}
