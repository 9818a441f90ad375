import type { BookIndex } from '../index/bookIndex';
import { textsOf } from '../model/fields';
import { isClosed } from '../model/lifecycle';
import { getOrMake } from '../model/maps';
import type { Page } from '../model/page';
import { isPlan, pageTypes } from '../schema/schema';

/** What we should know or do where a product is offered. */
export const coverageKinds = ['sheet', 'plan', 'voice', 'competitor', 'budget'] as const;
export type CoverageKind = (typeof coverageKinds)[number];

/** The pages that a product has for one segment or region, one of each kind. */
export interface CoverageCell {
  /** The path of a page by kind; absent where there is none. */
  readonly pages: Readonly<Partial<Record<CoverageKind, string>>>;
  readonly missing: readonly CoverageKind[];
}

export interface CoverageRow {
  readonly product: Page;
  /** One for each column; null where the product is not offered there. */
  readonly cells: readonly (CoverageCell | null)[];
}

export interface Coverage {
  readonly columns: readonly Page[];
  readonly rows: readonly CoverageRow[];
}

/**
 * Products against segments or regions: what is there and what is missing. A product is offered where its page names
 * the segment, or the segment’s page names it; retired products are left out. The sheet is there when the product’s own
 * page names the segment. An open plan, a voice, a competitor or a budget counts when it names the product and the
 * segment; one that names only one of the two holds for all of the other.
 */
export function coverageOf(book: BookIndex, by: 'segment' | 'region'): Coverage {
  const field = `${by}s`;
  const columns = book.pagesOfType(by);
  const evidence = evidenceOf(book, field);
  const offered = columns.map((column) => new Set(textsOf(column, 'products')));
  const rows = book
    .pagesOfType('product')
    .filter((product) => !isClosed(product))
    .map((product) => {
      const own = new Set(textsOf(product, field));
      const cells = columns.map((column, index) => {
        const hasSheet = own.has(column.id);
        if (!hasSheet && !offered[index]?.has(product.id)) return null;
        return cellOf(hasSheet ? product.path : undefined, evidence, product.id, column.id);
      });
      return { product, cells };
    });
  return { columns, rows };
}

type Pages = Partial<Record<CoverageKind, string>>;

/** A page that names products and markets. */
interface Named {
  readonly kind: CoverageKind;
  readonly path: string;
  readonly markets: ReadonlySet<string>;
}

/** The pages of each kind by what they name; as much as they name, and no more. */
interface Evidence {
  /** Pages that name products and markets, by product. */
  readonly named: ReadonlyMap<string, readonly Named[]>;
  /** The first page of each kind that names products alone, and markets alone. */
  readonly products: ReadonlyMap<string, Pages>;
  readonly markets: ReadonlyMap<string, Pages>;
}

function evidenceOf(book: BookIndex, field: string): Evidence {
  const named = new Map<string, Named[]>();
  const products = new Map<string, Pages>();
  const markets = new Map<string, Pages>();
  for (const page of evidencePages(book)) {
    const { path } = page;
    const kind = isPlan(page.type) ? 'plan' : (page.type as CoverageKind);
    const ofProducts = new Set(textsOf(page, 'products'));
    const ofMarkets = new Set(textsOf(page, field));
    const addFirst = (pages: Map<string, Pages>, names: Iterable<string>): void => {
      for (const name of names) getOrMake(pages, name, (): Pages => ({}))[kind] ??= path;
    };
    if (ofMarkets.size === 0) addFirst(products, ofProducts);
    else if (ofProducts.size === 0) addFirst(markets, ofMarkets);
    else {
      const one: Named = { kind, path, markets: ofMarkets };
      for (const product of ofProducts) getOrMake(named, product, (): Named[] => []).push(one);
    }
  }
  return { named, products, markets };
}

function evidencePages(book: BookIndex): Page[] {
  const plans = pageTypes
    .filter(({ plan }) => plan)
    .flatMap(({ id }) => book.pagesOfType(id).filter((page) => !isClosed(page)));
  const others = ['voice', 'competitor', 'budget'].flatMap((type) => book.pagesOfType(type));
  return [...plans, ...others];
}

function cellOf(
  sheet: string | undefined,
  evidence: Evidence,
  product: string,
  market: string,
): CoverageCell {
  const both: Pages = {};
  for (const { kind, path, markets } of evidence.named.get(product) ?? [])
    if (both[kind] === undefined && markets.has(market)) both[kind] = path;
  const found = [both, evidence.products.get(product), evidence.markets.get(market)];
  const pages: Pages = sheet === undefined ? {} : { sheet };
  for (const kind of coverageKinds) {
    const path = found.find((candidate) => candidate?.[kind] !== undefined)?.[kind];
    if (path !== undefined) pages[kind] = path;
  }
  return { pages, missing: coverageKinds.filter((kind) => pages[kind] === undefined) };
}
