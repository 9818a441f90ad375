import { pageFreshness } from '../../analysis/freshness';
import { dateOf, textOf, textsOf } from '../../model/fields';
import { joined, ours, plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { LineMap } from '../../model/text';
import { weekdayText } from '../../model/texts';
import { type Block, paragraph, strong } from '../document';
import { plainInline } from '../plainInline';
import type { OnePagerInput } from './onePagerInput';

const healthWords: Readonly<Record<string, Text>> = {
  'on-track': t`On track`,
  'at-risk': t`At risk`,
  'off-track': t`Off track`,
};

/** Stage, health and markets in a line, and what the page’s `Status` says first. */
export function stateBlocks(input: OnePagerInput): Block[] {
  const { product } = input;
  const health = textOf(product, 'health') ?? '';
  const stage = textOf(product, 'stage');
  const facts = [...(stage === undefined ? [] : [ours(stage)]), ...markets(input), ...statusAge(input)];
  const words = statusWords(input);
  return [
    paragraph(
      strong(healthWords[health] ?? t`Health unknown`),
      ...(facts.length > 0 ? [' · ', joined(facts, ' · ')] : []),
    ),
    ...(words === undefined ? [] : [paragraph(words)]),
  ];
}

/** Of which day the status is, with a word of warning where that is long ago. */
function statusAge({ product, book, today }: OnePagerInput): Text[] {
  const updated = dateOf(product, 'updated');
  if (updated === undefined) return [];
  const day = weekdayText(updated, today);
  const freshness = pageFreshness(product, book, today);
  return freshness && freshness.state !== 'fresh'
    ? [t`status of ${day} (${plural(freshness.age, 'day')} old)`]
    : [t`status of ${day}`];
}

function markets({ product, book }: OnePagerInput): string[] {
  return ['segments', 'regions'].flatMap((field) => {
    const titles = textsOf(product, field).map((id) => book.pageWithId(id)?.title ?? id);
    return titles.length > 0 ? [titles.join(', ')] : [];
  });
}

/** The first paragraph below the heading `Status`, as plain text. */
function statusWords({ product, text }: OnePagerInput): string | undefined {
  const heading = headingNamed(product, 'status');
  if (!heading) return undefined;
  const map = new LineMap(text);
  const lines: string[] = [];
  for (let line = heading.range.end.line + 1; line < map.lineCount; line++) {
    const content = map.lineText(line).trim();
    if (/^(?:#|<!--|[-*+] |\d+[.)] |\||>|```)/.test(content)) break;
    if (content === '' && lines.length > 0) break;
    if (content !== '' && !/^(?:=+|-+)$/.test(content)) lines.push(content);
  }
  return lines.length > 0 ? plainInline(lines.join(' ')) : undefined;
}

function headingNamed(page: Page, name: string) {
  return page.body.headings.find(({ text }) => text.trim().toLowerCase() === name);
}
