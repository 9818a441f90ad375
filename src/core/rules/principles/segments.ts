import type { BookIndex } from '../../index/bookIndex';
import { type Fields, fieldValue, nameRangeOf, numberOf, objectsOf, textOf } from '../../model/fields';
import { askField, type Question, setField } from '../../model/fix';
import { getOrMake } from '../../model/maps';
import { type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import type { Range } from '../../model/text';
import { amount } from '../../model/texts';
import { referenceTo, text } from '../../schema/kinds';
import type { PageRule } from '../rule';

export const segmentWithoutManager: PageRule = {
  id: 'segment-without-manager',
  family: 'principles',
  severity: 'information',
  scope: 'page',
  types: ['segment'],
  needs: [],
  summary: 'Nobody is in charge of a market segment.',
  explanation: 'A segment without a `manager` is nobody’s business, and its customers notice.',
  remedy: 'Name who is in charge in `manager`.',
  check(page, _context, report) {
    if (!page.isReadable || textOf(page, 'manager') !== undefined) return;
    report({
      range: nameRangeOf(page, 'manager'),
      message: t`Nobody is in charge of this segment. Name its “manager”.`,
    });
  },
  fixes(_finding, _page, { settings: { manager } }) {
    const ask = askField(t`Name who is in charge…`, 'manager', t`Who is in charge of this segment?`, text);
    return manager === undefined ? [ask] : [ask, setField(t`${manager} is in charge`, 'manager', manager)];
  },
};

interface BundleItem {
  readonly product: Page | undefined;
  readonly range: Range;
  readonly quantity: number;
}

function bundlesOf(page: Page): ReturnType<typeof objectsOf> {
  return objectsOf(page, 'bundles');
}

function itemsOfBundle(bundle: Fields, book: BookIndex): BundleItem[] {
  return objectsOf(bundle, 'items').flatMap((item) => {
    const id = textOf(item, 'product');
    const range = fieldValue(item, 'product')?.range;
    if (id === undefined || !range) return [];
    return [{ product: book.pageWithId(id), range, quantity: numberOf(item, 'quantity') ?? 1 }];
  });
}

/** The sum of a number over a bundle’s products, in cents; undefined where one of them lacks it. */
function sumOf(items: readonly BundleItem[], field: 'price' | 'cost'): number | undefined {
  let cents = 0;
  for (const { product, quantity } of items) {
    const value = product?.type === 'product' ? numberOf(product, field) : undefined;
    if (value === undefined) return undefined;
    cents += value * quantity * 100;
  }
  return items.length === 0 ? undefined : Math.round(cents);
}

type Choices = NonNullable<Question['choices']>;

/** A list of pages that was handed out stays as it is: another state of the book is another list. */
const knownChoices = new WeakMap<readonly Page[], Choices>();

/** Those of some products that are sold. */
function choicesAmong(products: readonly Page[]): Choices {
  return getOrMake(knownChoices, products, () =>
    products
      .filter((product) => textOf(product, 'stage') !== 'retired')
      .map(({ id, title }) => ({ value: id, label: title, description: id })),
  );
}

export const bundleRetiredProduct: PageRule = {
  id: 'bundle-retired-product',
  family: 'principles',
  severity: 'warning',
  scope: 'page',
  types: ['segment'],
  needs: ['targets'],
  summary: 'A bundle holds a product that is no longer sold.',
  explanation: 'One of a bundle’s `items` is a product of the stage retired.',
  remedy: 'Put its successor into the bundle, or take the bundle off the list.',
  check(page, { book }, report) {
    for (const bundle of bundlesOf(page)) {
      for (const { product, range } of itemsOfBundle(bundle, book)) {
        if (product?.type !== 'product' || textOf(product, 'stage') !== 'retired') continue;
        report({
          range,
          message: t`“${product.title}” is retired, but ${nameOf(bundle)} still holds it. Put its successor in.`,
        });
      }
    }
  },
  fixes(finding, _page, { book }) {
    const choices = choicesAmong(book.pagesOfType('product'));
    if (choices.length === 0) return [];
    const prompt = t`Which product takes its place?`;
    return [
      {
        kind: 'replace',
        title: t`Put another product in its place…`,
        edits: [{ range: finding.range, newText: '{product}' }],
        ask: [{ name: 'product', prompt, value: referenceTo('product'), choices }],
      },
    ];
  },
};

export const bundleNoSaving: PageRule = {
  id: 'bundle-no-saving',
  family: 'principles',
  severity: 'warning',
  scope: 'page',
  types: ['segment'],
  needs: ['targets'],
  summary: 'A bundle costs as much as its products one by one, or more.',
  explanation:
    'The bundle’s `price` is compared, to the cent, with the sum of its products’ list prices times their quantities. Bundles of which a price is not known are not judged.',
  remedy: 'Lower the price of the bundle, or add something that is not for sale alone.',
  check(page, { book, settings: { currency } }, report) {
    for (const bundle of bundlesOf(page)) {
      const price = numberOf(bundle, 'price');
      const sum = sumOf(itemsOfBundle(bundle, book), 'price');
      if (price === undefined || sum === undefined || Math.round(price * 100) < sum) continue;
      report({
        range: fieldValue(bundle, 'price')?.range ?? bundle.range,
        message: t`At ${amount(price, currency)}, ${nameOf(bundle)} saves nothing: its products cost ${amount(sum / 100, currency)} one by one. Lower its price.`,
      });
    }
  },
};

export const bundleBelowCost: PageRule = {
  id: 'bundle-below-cost',
  family: 'principles',
  severity: 'error',
  scope: 'page',
  types: ['segment'],
  needs: ['targets'],
  summary: 'A bundle is sold below what its products cost us.',
  explanation:
    'The bundle’s `price` is compared, to the cent, with the sum of its products’ costs times their quantities. Bundles of which a cost is not known are not judged.',
  remedy: 'Raise the price or change what is in the bundle.',
  check(page, { book, settings: { currency } }, report) {
    for (const bundle of bundlesOf(page)) {
      const price = numberOf(bundle, 'price');
      const cost = sumOf(itemsOfBundle(bundle, book), 'cost');
      if (price === undefined || cost === undefined || Math.round(price * 100) >= cost) continue;
      report({
        range: fieldValue(bundle, 'price')?.range ?? bundle.range,
        message: t`At ${amount(price, currency)}, ${nameOf(bundle)} is sold below cost: its products cost us ${amount(cost / 100, currency)}. Raise the price or change the bundle.`,
      });
    }
  },
};

function nameOf(bundle: Fields): Text {
  const name = textOf(bundle, 'name');
  return name === undefined ? t`this bundle` : t`the bundle “${name}”`;
}
