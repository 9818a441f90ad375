import { isVisible, visiblePattern, withoutInvisible } from '../model/escapedText';
import {
  atLeast,
  between,
  date,
  type FieldSpec,
  listOf,
  object,
  oneOf,
  optional,
  pastDate,
  referenceTo,
  required,
  type TextKind,
  text,
} from './kinds';

const pageId: TextKind = {
  kind: 'text',
  pattern: visiblePattern,
  isValid: (id) => isVisible(id),
  expects: 'a text without characters that cannot be seen',
  meant: (id) => withoutInvisible(id).trim(),
};

/** Fields that every page may have. */
export const commonFields: readonly FieldSpec[] = [
  optional(
    'id',
    pageId,
    'The name by which other pages refer to this one; the file name where it is left out.',
  ),
  optional('title', text, 'The page’s title; the first heading where it is left out.'),
  optional('owner', text, 'Who looks after this page.'),
  optional('tags', listOf(text), 'Words to find the page by.'),
  optional('products', listOf(referenceTo('product')), 'The products that this page is about.'),
  optional('segments', listOf(referenceTo('segment')), 'The market segments that this page is about.'),
  optional('regions', listOf(referenceTo('region')), 'The regions that this page is about.'),
  optional('competitors', listOf(referenceTo('competitor')), 'The competitors that this page is about.'),
  optional('reviewed', pastDate, 'The day on which you last went through this page.'),
  optional(
    'value',
    object(
      optional('short', between(-2, 2), 'Effect on short-term value, from -2 (harms) to 2 (helps).'),
      optional('long', between(-2, 2), 'Effect on long-term value, from -2 (harms) to 2 (helps).'),
    ),
    'What this does to short-term and long-term value.',
  ),
];

/** Fields of every plan. */
export const planFields: readonly FieldSpec[] = [
  required(
    'status',
    oneOf({
      draft: 'being written',
      review: 'waiting for approval',
      approved: 'agreed, not yet begun',
      active: 'under way',
      done: 'finished',
      dropped: 'given up',
    }),
    'Where the plan stands.',
    { initial: 'draft' },
  ),
  optional('start', date, 'The first day of the plan.'),
  optional('due', date, 'The day by which the plan is to be done.'),
  optional('budget', atLeast(0, 'money'), 'What the plan may cost, in the book’s currency.'),
  optional('supports', listOf(referenceTo('strategy')), 'The long-term strategies that this plan serves.'),
];
