import { numberOf, rangeOfField, textOf, textsOf } from '../../model/fields';
import { askField } from '../../model/fix';
import { t } from '../../model/message';
import { amount } from '../../model/texts';
import { text } from '../../schema/kinds';
import type { PageRule } from '../rule';

export const globalCoreMissing: PageRule = {
  id: 'global-core-missing',
  family: 'principles',
  severity: 'information',
  scope: 'page',
  types: ['product'],
  needs: [],
  summary: 'A product sold in several regions does not say what stays the same.',
  explanation:
    'A product with two or more `regions` and no `globalCore`. Without an agreed core, every region’s wishes make a product of their own.',
  remedy: 'Write in `globalCore` what stays the same in every region.',
  check(page, _context, report) {
    const regions = new Set(textsOf(page, 'regions'));
    if (regions.size < 2 || textOf(page, 'globalCore') !== undefined) return;
    report({
      range: rangeOfField(page, 'regions'),
      message: t`This product is sold in ${regions.size} regions and does not say what stays the same in all of them. Write it in “globalCore”.`,
    });
  },
  fixes() {
    const prompt = t`What stays the same in every region?`;
    return [askField(t`Say what stays the same…`, 'globalCore', prompt, text)];
  },
};

const marketTypes = ['voice', 'trend', 'partner', 'competitor'];

export const regionSalesOnly: PageRule = {
  id: 'region-sales-only',
  family: 'principles',
  severity: 'information',
  scope: 'page',
  types: ['region'],
  needs: ['referrers'],
  ownParts: ['names', 'fields'],
  summary: 'A region has a sales target, but nothing is known of its market.',
  explanation:
    'A region with a `target`, while no voice, trend, partner or competitor names it in `regions`.',
  remedy: 'Write down what customers, dealers and competitors there do, before you ask for sales.',
  check(page, { book, settings: { currency } }, report) {
    const target = numberOf(page, 'target');
    if (target === undefined) return;
    const known = book.referencesTo(page, marketTypes).some(({ field }) => field === 'regions');
    if (known) return;
    report({
      range: rangeOfField(page, 'target'),
      message: t`This region is to bring ${amount(target, currency)}, but no voice, trend, partner or competitor of it is in the book. Find out about its market.`,
    });
  },
};
