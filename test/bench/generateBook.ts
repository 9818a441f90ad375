import { addDays, type CalendarDate } from '../../src/core/model/calendarDate';
import { type Making, makers, type PageDraft } from './pageMakers';
import { prose } from './prose';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const benchDay: CalendarDate = '2026-11-23';
/** The page that a tenth of the book refers to. */
export const popularId = 'competitor-1';
/** Characters that a page is filled up to; its last block goes beyond, so that most come to about 1.6 KB. */
const typicalLength = 1400;
/** Log pages before a second one of the same day: about thirty years. */
const workdays = 7500;

const folders: Readonly<Record<string, string>> = {
  log: 'log',
  competitor: 'competitors',
  voice: 'voices',
  product: 'products',
  trend: 'market',
  partner: 'partners',
  response: 'plans',
  promotion: 'plans',
  budget: 'budgets',
  opportunity: 'strategy',
  strategy: 'strategy',
  decision: 'decisions',
};

/** The types of the pages that are no log pages, in turn. */
const others = [
  ...['competitor', 'voice', 'product', 'trend', 'voice', 'partner', 'response', 'budget'],
  ...['competitor', 'voice', 'opportunity', 'decision', 'voice', 'promotion', 'partner', 'strategy'],
];

interface Planned {
  readonly index: number;
  readonly type: string;
  readonly number: number;
}

/**
 * A book of many pages, each about 1.6 KB: half of them log pages with time entries and commitments, the rest
 * competitors, voices, products, trends, partners, plans, budgets, strategies and decisions. Most are well kept, some
 * are not. Pages refer to each other by fields, wiki links and Markdown links, a tenth of them to the popular one;
 * each seventeenth is in Chinese, each fifty-third ten times as long.
 *
 * @param pages how many, `book.md` included
 * @returns the texts by path; the same for the same arguments
 */
export function generateBook(pages: number, seed = 1): Map<string, string> {
  const random = randomNumbers(seed);
  const counts = new Map<string, number>();
  const planned: Planned[] = [];
  for (let index = 1; index < pages; index++) {
    const type = index % 2 === 0 ? 'log' : (others[(index >> 1) % others.length] as string);
    const number = (counts.get(type) ?? 0) + 1;
    counts.set(type, number);
    planned.push({ index, type, number });
  }
  /** One of the pages of a type, those with low numbers more often; the popular one is referred to on purpose only. */
  const refer = (type: string): string => {
    const rest = Math.max(1, (counts.get(type) ?? 0) - 1);
    return `${type}-${Math.min(2 + Math.floor(random() ** 2 * rest), Math.max(1, counts.get(type) ?? 0))}`;
  };
  const files = new Map([['book.md', bookPage]]);
  for (const page of planned) files.set(pathOf(page), textOf(page, random, refer));
  return files;
}

/** A workday before the day of the measurement, one log page for each. */
function dayOf({ number }: Planned): CalendarDate {
  const workday = (number - 1) % workdays;
  return addDays(benchDay, -3 - 7 * Math.floor(workday / 5) - (workday % 5));
}

function pathOf(page: Planned): string {
  const name = page.type === 'log' ? `${dayOf(page)}-${page.number}` : `${page.type}-${page.number}`;
  return `${folders[page.type]}/${name}.md`;
}

function textOf(page: Planned, random: () => number, refer: (type: string) => string): string {
  const { index, type, number } = page;
  const making: Making = { number, day: type === 'log' ? dayOf(page) : benchDay, random, refer };
  const draft = (makers[type] as (making: Making) => PageDraft)(making);
  const language = index % 17 === 3 ? 'chinese' : 'english';
  const link = (id: string): string => `../${folders[id.slice(0, id.lastIndexOf('-'))]}/${id}.md`;
  const fields = [...draft.fields];
  let first = '';
  if (index % 20 === 4 || index % 20 === 15) {
    const form = Math.floor(index / 10) % 6;
    if (form < 2 && !fields.some((line) => line.startsWith('competitors:')))
      fields.push(`competitors: [${popularId}]`);
    else if (form < 4) first = `\nAs with [[${popularId}]].\n`;
    else first = `\nAs with [the first one](${link(popularId)}).\n`;
  }
  const length = typicalLength * (index % 53 === 7 ? 10 : 0.7 + 0.6 * random());
  const head = `---\ntype: ${type}\n${fields.join('\n')}\n---\n\n# ${draft.title[language]}\n${draft.opening ?? ''}${first}`;
  const sections = draft.sections.length > 0 ? draft.sections : [''];
  const each = (length - head.length) / sections.length;
  const parts = [head];
  for (const section of sections) {
    if (section) parts.push(`\n## ${section}\n`);
    parts.push(prose({ length: each - section.length, language, random, refer, link }));
  }
  return parts.join('');
}

const bookPage = `---
type: book
title: A generated book
manager: Ines
company: Measured NV
currency: EUR
workdays: [mon, tue, wed, thu, fri]
holidays:
  - 2026-11-11 # Armistice
  - 2026-12-25
departments: [sales, manufacturing, rnd, marketing, service, finance]
balance:
  windowDays: 28
  minimumHours: 40
cadence:
  competitor: { high: 30, medium: 90, low: 180 }
  product: 30
---

# A generated book

- [ ] @finance -> @me: the actuals of November due:2026-12-10 made:2026-11-20

The house rules: a price heard from a dealer goes on the competitor's page the same week.
`;
