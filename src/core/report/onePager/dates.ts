import { agendaOf } from '../../analysis/agenda';
import { addDays } from '../../model/calendarDate';
import { t } from '../../model/message';
import { weekdayText } from '../../model/texts';
import { type Block, bullets, type Inline, paragraph } from '../document';
import { agendaWords, capped } from '../reportWords';
import type { OnePagerInput } from './onePagerInput';

/** Days ahead. */
const horizon = 91;
const most = 5;

/** What is dated on the product’s pages from today on; reviews coming due are housekeeping. */
export function dateBlocks(input: OnePagerInput): Block[] {
  const { book, today, product, related } = input;
  const paths = new Set([product, ...related].map(({ path }) => path));
  const items = agendaOf(book, today)
    .filter(({ date, kind, path }) => {
      return paths.has(path) && kind !== 'review' && date >= today && date <= addDays(today, horizon);
    })
    .flatMap((item): Inline[][] => {
      const page = book.page(item.path);
      return page ? [[weekdayText(item.date, today), ': ', ...agendaWords(item, page, input)]] : [];
    });
  return [
    items.length > 0 ? bullets(capped(items, most)) : paragraph(t`Nothing is dated within three months.`),
  ];
}
