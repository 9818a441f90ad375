import { pageFreshness } from '../../analysis/freshness';
import { dateOf, textOf, textsOf } from '../../model/fields';
import type { Page } from '../../model/page';
import { LineMap } from '../../model/text';
import { plural } from '../../model/words';
import { weekdayText } from '../dashboard/words';
import { type Block, paragraph, strong } from '../document';
import { plainInline } from '../plainInline';
import type { OnePagerInput } from './onePagerInput';

const healthWords: Readonly<Record<string, string>> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
};

/** Stage, health and markets in a line, and what the page’s `Status` says first. */
export function stateBlocks(input: OnePagerInput): Block[] {
  const { product, today } = input;
  const health = textOf(product, 'health') ?? '';
  const updated = dateOf(product, 'updated');
  const facts = [
    textOf(product, 'stage'),
    ...markets(input),
    updated === undefined ? undefined : `status of ${weekdayText(updated, today)}${ageWarning(input)}`,
  ].filter((fact) => fact !== undefined);
  const words = statusWords(input);
  return [
    paragraph(
      strong(healthWords[health] ?? 'Health unknown'),
      ...(facts.length > 0 ? [` · ${facts.join(' · ')}`] : []),
    ),
    ...(words === undefined ? [] : [paragraph(words)]),
  ];
}

function ageWarning({ product, book, today }: OnePagerInput): string {
  const freshness = pageFreshness(product, book, today);
  return freshness && freshness.state !== 'fresh' ? ` (${plural(freshness.age, 'day')} old)` : '';
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
