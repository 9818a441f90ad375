import { addDays } from '../../src/core/model/calendarDate';

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

export const benchDay = '2026-11-23';
/** The page that a tenth of the book refers to. */
export const popularId = 'competitor-1';
const targetLength = 1600;
const activities = [
  'market-intelligence',
  'liaison',
  'new-product',
  'exploration',
  'promotion',
  'status-book',
];
const english =
  'The dealer in Utrecht reports that the new cartridge sells well, but delivery is slow and price pressure grows.';
const chinese = '经销商说新滤芯很好卖，但是交货太慢，价格压力越来越大。';

/**
 * A book of many pages, about 1.6 KB each as one that is written in day by day: half of it log pages, the rest
 * competitors, voices, products, trends, partners, plans and budgets; each twentieth in Chinese, each fiftieth ten
 * times as long.
 */
export function generateBook(pages: number, seed = 1): Map<string, string> {
  const random = randomNumbers(seed);
  const files = new Map<string, string>();
  files.set('book.md', '---\ntype: book\nmanager: Ines\ncurrency: EUR\n---\n\n# A generated book\n');
  const counts = new Map<string, number>();
  for (let index = 1; index < pages; index++) {
    const type = index % 2 === 0 ? 'log' : (others[(index >> 1) % others.length] as string);
    const number = (counts.get(type) ?? 0) + 1;
    counts.set(type, number);
    const day = addDays(benchDay, -(index % 3000));
    const text = (makers[type] as Maker)({ number, day, random });
    files.set(
      `${type}/${type === 'log' ? `${day}-${number}` : `${type}-${number}`}.md`,
      filled(text, index, random),
    );
  }
  return files;
}

interface Making {
  readonly number: number;
  readonly day: string;
  readonly random: () => number;
}

type Maker = (making: Making) => string;

const others = ['competitor', 'voice', 'product', 'trend', 'partner', 'response', 'budget', 'opportunity'];

const makers: Readonly<Record<string, Maker>> = {
  log: ({ day, random }) =>
    `---\ntype: log\ndate: ${day}\n---\n\n# ${day}\n\n## Time\n\n${[0, 1, 2, 3]
      .map(
        (hour) =>
          `- ${8 + hour * 2}:00-${9 + hour * 2}:30 ${pick(activities, random)}: saw [[${someId(random)}]]`,
      )
      .join(
        '\n',
      )}\n- 45m liaison: @sales and @rnd\n\n- [ ] @rnd -> @sales: units due:${addDays(day, 14)} made:${day}\n`,
  competitor: ({ day, number, random }) =>
    `---\ntype: competitor\nthreat: ${pick(['high', 'medium', 'low'], random)}\nreviewed: ${day}\nproducts: [product-${1 + (number % 50)}]\npredictions:\n  - move: cuts prices\n    probability: 0.4\n    impact: 7\n    by: 2027-03-01\n---\n\n# Competitor ${number}\n\n## Summary\n\n## Strengths\n\n## Weaknesses\n\n## Pricing\n\n## Our answer\n`,
  voice: ({ day, random }) =>
    `---\ntype: voice\ncustomer: Ms Li\nreceived: ${day}\nsentiment: ${pick(['-2', '-1', '1'], random)}\nreplied: ${day}\n---\n\n# A voice\n\n> It drips after a week.\n`,
  product: ({ day, number }) =>
    `---\ntype: product\nline: Line ${number % 9}\nstage: growth\nhealth: on-track\nupdated: ${day}\nprice: 399\ncost: 188.5\n---\n\n# Product ${number}\n\n## Status\n\n## Customers\n\n## Competition\n\n## Sales\n\n## Roadmap\n\n## Issues\n`,
  trend: ({ day }) =>
    `---\ntype: trend\nfactor: market\nobserved: ${day}\nimpact: 3\n---\n\n# A trend\n\n## What we see\n\n## So what\n`,
  partner: ({ day }) => `---\ntype: partner\nkind: dealer\ntier: B\nlastContact: ${day}\n---\n\n# A dealer\n`,
  response: ({ number }) =>
    `---\ntype: response\nstatus: done\ncompetitor: competitor-${1 + (number % 50)}\ntrigger: cuts prices\nkind: defend\nsupports: []\n---\n\n# An answer\n\n## Trigger\n\n## Impact\n\n## Response\n\n## Lessons\n`,
  budget: () =>
    '---\ntype: budget\nstart: 2026-01-01\nend: 2026-12-31\nsales:\n  target: 120000\n  weights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3]\n  actuals:\n    - month: 2026-10\n      amount: 90000\nlines:\n  - item: Fairs\n    planned: 20000\n    actual: 15000\n  - item: "Leaflets, print"\n    planned: 5000\n    actual: 3000 # till October\n---\n\n# A budget\n',
  opportunity: () =>
    '---\ntype: opportunity\nproblem: hard water\nnext: {action: ask, by: 2027-01-15}\nstatus: open\n---\n\n# An opportunity\n\n## Problem\n\n## Hypotheses\n\n## Solution\n\n## Go-to-market\n\n## Lessons\n',
};

function filled(text: string, index: number, random: () => number): string {
  const sentence = index % 20 === 1 ? chinese : english;
  const length = index % 50 === 3 ? targetLength * 10 : targetLength;
  const parts = [text];
  for (let size = text.length; size < length; ) {
    const id = index % 10 === 5 && parts.length === 1 ? popularId : someId(random);
    const paragraph = `\n${sentence} ${sentence} See [[${id}]].\n`;
    parts.push(paragraph);
    size += paragraph.length;
  }
  return parts.join('');
}

function someId(random: () => number): string {
  return `${pick(['competitor', 'product', 'voice'], random)}-${1 + Math.floor(random() * 50)}`;
}

function pick<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)] as T;
}
