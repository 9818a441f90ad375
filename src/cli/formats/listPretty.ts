import type { Colors } from 'picocolors/types';
import { ours, plural, t } from '../../core/model/message';
import { pageTypes } from '../../core/schema/schema';
import { plainText } from '../plainText';
import { padEndTo, widest } from '../textWidth';
import { say } from '../words';
import type { ListedPage, ListResult } from './listResult';

/** For people: the pages under their types, in the format's order; pages of unknown types last. */
export function listPretty({ pages }: ListResult, colors: Colors): string {
  const byType = new Map<string, ListedPage[]>(pageTypes.map(({ id }) => [id, []]));
  for (const page of pages) {
    const ofType = byType.get(page.type);
    if (ofType) ofType.push(page);
    else byType.set(page.type, [page]);
  }
  const titles = new Map(pageTypes.map(({ id, title }) => [id, ours(title)]));
  const blocks = [...byType].flatMap(([type, ofType]) => {
    if (ofType.length === 0) return [];
    const title = titles.get(type) ?? t`Unknown type “${plainText(type)}”`;
    return [[colors.bold(say(t`${title} (${ofType.length})`)), ...lines(ofType, colors)].join('\n')];
  });
  return `${[...blocks, colors.bold(say(t`${plural(pages.length, 'page')}`))].join('\n\n')}\n`;
}

function lines(pages: readonly ListedPage[], colors: Colors): string[] {
  const idWidth = widest(pages.map(({ id }) => plainText(id)));
  const pathWidth = widest(pages.map(({ path }) => plainText(path)));
  return pages.map(({ id, path, title }) => {
    const cells = [
      padEndTo(plainText(id), idWidth),
      colors.dim(padEndTo(plainText(path), pathWidth)),
      plainText(title),
    ];
    return `  ${cells.join('  ')}`;
  });
}
