import { defaultDepartments } from '../model/bookSettings';
import type { CalendarDate } from '../model/calendarDate';
import { type Text, t } from '../model/message';
import { idFromTitle } from '../model/pageId';
import { dailyType, rootType } from '../schema/schema';
import { type NewPage, pageSkeleton } from './skeleton';

/** What a new book is made from; blank answers count as left out. */
export interface NewBookOptions {
  readonly today: CalendarDate;
  readonly company?: string;
  readonly manager?: string;
  /** ISO 4217; EUR where left out. */
  readonly currency?: string;
  /** Names of the products; each gets a status sheet. Those without a letter or digit, and repeated ones, are left out. */
  readonly products?: readonly string[];
  /** How products stand today, by name. */
  readonly states?: ReadonlyMap<string, ProductState>;
}

/** Values of a product’s fields, as its status sheet takes them. */
export type ProductState = Readonly<Record<'stage' | 'health', string>>;

/**
 * The files of a new book: its root page, the log page of its first day, and a status sheet for each product. Checked on
 * that day, they have no finding but for what the sheets are still missing.
 */
export function newBookFiles(options: NewBookOptions): NewPage[] {
  const { today, states } = options;
  const company = options.company?.trim();
  const manager = options.manager?.trim();
  const currency = options.currency?.trim().toUpperCase();
  const book = pageSkeleton(rootType.id, {
    id: rootType.id,
    today,
    title: company ? `${company}: product status book` : 'Product status book',
    values: {
      ...(manager ? { manager } : {}),
      ...(company ? { company } : {}),
      ...(currency ? { currency } : {}),
      departments: defaultDepartments,
    },
  });
  const log = pageSkeleton(dailyType.id, { id: today, today });
  const products = [...productTitles(options.products ?? [], [rootType.id, today])].map(([id, title]) => {
    const state = states?.get(title);
    return pageSkeleton('product', { id, title, today, values: state ? { ...state, updated: today } : {} });
  });
  return [book, log, ...products];
}

/** The names in an answer such as `RO 300, CT 1`. */
export function namesIn(answer: string): string[] {
  return answer
    .split(/[,;，；、\n]/)
    .map((name) => name.trim())
    .filter((name) => idFromTitle(name) !== '');
}

/** What is wrong with an answer to the question for the currency; undefined where nothing is. */
export function currencyProblem(answer: string): Text | undefined {
  return /^\s*[A-Za-z]{3}\s*$/.test(answer)
    ? undefined
    : t`A currency is a three-letter code such as EUR, USD or TWD.`;
}

/** Titles by id; a word is added to ids that other pages of the new book have. */
function productTitles(names: readonly string[], taken: readonly string[]): Map<string, string> {
  const titles = new Map<string, string>();
  for (const name of names.flatMap(namesIn)) {
    const id = idFromTitle(name);
    const free = taken.includes(id) ? `${id}-product` : id;
    if (!titles.has(free)) titles.set(free, name);
  }
  return titles;
}
