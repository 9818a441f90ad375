import { pageFact } from '../../analysis/pageFact';
import { isClosed } from '../../model/lifecycle';
import { ours, plural, t } from '../../model/message';
import { isPlan, pageType } from '../../schema/schema';
import { type Block, bullets, type Inline, paragraph, strong } from '../document';
import { capped } from '../reportWords';
import { type OnePagerInput, relatedOf } from './onePagerInput';

/** Lines of one kind. */
const most = 5;

/** What is planned with the product: open plans, decisions, and what may come. */
export function planBlocks(input: OnePagerInput): Block[] {
  const plans = input.related.filter(({ type }) => isPlan(type));
  const other = relatedOf(input, 'decision', 'proposal', 'opportunity', 'strategy');
  const open = [...plans, ...other].filter((page) => !isClosed(page));
  const closed = plans.filter(isClosed).length;
  const rest = closed > 0 ? [paragraph(t`${plural(closed, 'plan is', 'plans are')} done or dropped.`)] : [];
  if (open.length === 0) return [paragraph(t`No open plan names this product.`), ...rest];
  const items = open.map((page): Inline[] => {
    const fact = pageFact(page, input.today, input.book.settings);
    const kind = pageType(page.type)?.title;
    return [
      kind === undefined ? page.type : ours(kind),
      ': ',
      strong(page.title),
      ...(fact === '' ? [] : [' · ', fact]),
    ];
  });
  return [bullets(capped(items, most)), ...rest];
}
