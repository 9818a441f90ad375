import { datedPromises, isOpenOn } from '../../analysis/promisesInPeriod';
import { daysBetween } from '../../model/calendarDate';
import type { Finding } from '../../model/finding';
import { getOrMake } from '../../model/maps';
import { joined, plural, type Text, t } from '../../model/message';
import { ruleWithId } from '../../rules/allRules';
import { type Block, bullets, type Inline, paragraph, strong } from '../document';
import { capped, firstSentence, promiseText } from '../reportWords';
import type { OnePagerInput } from './onePagerInput';

/** Pages, and promises. */
const maxPages = 5;
const maxPromises = 3;
/** Findings told of one page. */
const maxFindings = 2;

/** Findings of warning or worse on the product’s pages, errors first, and promises that are overdue. */
export function riskBlocks(input: OnePagerInput): Block[] {
  const byPath = new Map<string, Text[]>();
  for (const { path, message } of riskFindings(input)) {
    getOrMake(byPath, path, (): Text[] => []).push(firstSentence(message));
  }
  const findings = [...byPath].map(([path, sentences]): Inline[] => {
    const told = sentences.slice(0, maxFindings);
    if (sentences.length > maxFindings) told.push(t`(${sentences.length - maxFindings} more)`);
    return [strong(input.book.page(path)?.title ?? path), ': ', joined(told, ' ')];
  });
  const items = [...capped(findings, maxPages), ...capped(overduePromises(input), maxPromises)];
  return [items.length > 0 ? bullets(items) : paragraph(t`None that the book knows of.`)];
}

/** How a page is written is no risk of the product’s. */
function riskFindings(input: OnePagerInput): Finding[] {
  const paths = pathsOf(input);
  const isRisk = ({ path, severity, rule }: Finding): boolean =>
    paths.has(path) &&
    (severity === 'error' || severity === 'warning') &&
    rule !== 'commitment-overdue' &&
    ruleWithId(rule)?.family !== 'structure';
  const risks = input.findings().filter(isRisk);
  return [
    ...risks.filter(({ severity }) => severity === 'error'),
    ...risks.filter(({ severity }) => severity === 'warning'),
  ];
}

function overduePromises(input: OnePagerInput): Inline[][] {
  const { today } = input;
  const paths = pathsOf(input);
  return datedPromises(input.book)
    .filter(({ page, commitment, due }) => paths.has(page.path) && due < today && isOpenOn(commitment, today))
    .map((promise): Inline[] => [
      promiseText(promise),
      ' · ',
      strong(t`${plural(daysBetween(promise.due, today), 'day')} overdue`),
    ]);
}

function pathsOf({ product, related }: OnePagerInput): ReadonlySet<string> {
  return new Set([product, ...related].map(({ path }) => path));
}
