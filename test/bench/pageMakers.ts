import { addDays, type CalendarDate } from '../../src/core/model/calendarDate';
import { type Language, pick } from './prose';

export interface Making {
  readonly number: number;
  /** Of a log page its own, else the day of the measurement. */
  readonly day: CalendarDate;
  readonly random: () => number;
  /** The id of some page of a type. */
  readonly refer: (type: string) => string;
}

/** What a page is made of before its prose. */
export interface PageDraft {
  readonly title: Readonly<Record<Language, string>>;
  /** Lines of front matter after the type. */
  readonly fields: readonly string[];
  /** What stands below the title. */
  readonly opening?: string;
  /** Headings that are filled with prose. */
  readonly sections: readonly string[];
}

/** Weighted so that the balance of daily work, the year and the years ahead is about right. */
const activities = [
  ...['market-intelligence', 'liaison', 'status-book', 'sales-motivation', 'budget-control', 'liaison'],
  ...['new-product', 'promotion', 'trade-show', 'exploration', 'competitive-strategy', 'product-vision'],
];
const hours = ['8:30-10:00', '10:15-12:00', '13:00-14:30', '14:45 - 16:15'];
const departments = ['sales', 'manufacturing', 'rnd', 'marketing', 'service', 'finance'];

export const makers: Readonly<Record<string, (making: Making) => PageDraft>> = {
  log: ({ number, day, random, refer }) => ({
    title: { english: day, chinese: `${day} 工作日志` },
    fields: [`date: ${day}`],
    opening: `\n## Time\n\n${hours
      .map((time) => `- ${time} ${pick(activities, random)}: saw [[${refer(pick(seen, random))}]]`)
      .join(
        '\n',
      )}\n- 45m liaison: @sales and @${pick(departments, random)}\n\n${commitment(number, day, random)}`,
    sections: ['Notes'],
  }),
  competitor: ({ number, day, random, refer }) => {
    const threat = number === 1 || random() < 0.1 ? 'high' : pick(['medium', 'low', 'low'], random);
    const cadence = { high: 30, medium: 90, low: 180 }[threat] ?? 180;
    const age = number === 1 ? 10 : Math.floor(random() * cadence * 1.05);
    return {
      title: named('Competitor', '竞争对手', number),
      fields: [
        ...[`threat: ${threat}`, `reviewed: ${addDays(day, -age)}`, 'source: "Dealers, its price list"'],
        ...[`products: [${refer('product')}, ${refer('product')}]`, 'predictions:', '  - move: cuts prices'],
        ...['    probability: 0.4', '    impact: 7', '    made: 2026-09-01', '    by: 2027-03-01'],
      ],
      sections: ['Summary', 'Strengths', 'Weaknesses', 'Pricing', 'Our answer'],
    };
  },
  voice: ({ number, day, random, refer }) => {
    const received = addDays(day, -Math.floor(random() * 2000));
    const isOpen = random() < 0.03;
    return {
      title: named('A voice', '客户反馈', number),
      fields: [
        ...['customer: Ms Li', `received: ${received}`, `sentiment: ${pick(['-2', '-1', '1'], random)}`],
        ...(isOpen ? [] : [`replied: ${later(received, 2, day)}`, `resolved: ${later(received, 20, day)}`]),
        `products: ${refer('product')}`,
      ],
      opening: '\n> It drips after a week.\n',
      sections: ['What we did'],
    };
  },
  product: ({ number, day, random }) => ({
    title: named('Product', '产品', number),
    fields: [
      ...[`line: Line ${number % 9}`, `stage: ${pick(['growth', 'maturity', 'retired', 'retired'], random)}`],
      ...[`health: ${pick(['on-track', 'on-track', 'at-risk'], random)}`, 'price: 399', 'cost: 188.5'],
      `updated: ${addDays(day, -Math.floor(random() * 32))}`,
    ],
    sections: ['Status', 'Customers', 'Competition', 'Sales', 'Roadmap', 'Issues'],
  }),
  trend: ({ number, day, random, refer }) => ({
    title: named('A trend', '趋势', number),
    fields: [
      ...['factor: market', `observed: ${addDays(day, -200)}`, `impact: ${pick(['2', '3', '4'], random)}`],
      ...[
        `reviewed: ${addDays(day, -Math.floor(random() * 190))}`,
        'confidence: fact',
        `response: ${refer('response')}`,
      ],
    ],
    sections: ['What we see', 'So what'],
  }),
  partner: ({ number, day, random }) => ({
    title: named('Dealer', '经销商', number),
    fields: [
      ...['kind: dealer', `tier: ${pick(['A', 'B', 'C', 'C'], random)}`],
      ...[`lastContact: ${addDays(day, -Math.floor(random() * 33))}`, `lastOrder: ${addDays(day, -20)}`],
    ],
    sections: ['Talks'],
  }),
  response: ({ number, random, refer }) => ({
    title: named('An answer', '应对方案', number),
    fields: [
      ...[
        `status: ${random() < 0.05 ? 'active' : 'done'}`,
        `competitor: ${refer('competitor')}`,
        'kind: defend',
      ],
      ...['trigger: cuts prices', `supports: [${refer('strategy')}]`, 'value: {short: 1, long: 1}'],
    ],
    sections: ['Trigger', 'Impact', 'Response', 'Lessons'],
  }),
  promotion: ({ number, random, refer }) => ({
    title: named('A campaign', '促销活动', number),
    fields: [
      ...['status: done', 'objective: 300 demo days', 'audience: kitchen studios', 'start: 2026-03-01'],
      ...['end: 2026-04-30', 'approved: 2026-01-20', 'result: 280 demo days', `agency: ${refer('partner')}`],
      ...[`supports: [${refer('strategy')}]`, `budget: ${Math.round(random() * 9000)}`],
    ],
    sections: ['Background', 'Objective', 'Audience', 'Message', 'Deliverables', 'Timeline', 'Result'],
  }),
  budget: ({ number, random }) => ({
    title: named('A budget', '预算', number),
    fields: [
      ...['start: 2026-01-01', 'end: 2026-12-31', 'sales:', '  target: 120000'],
      ...['  weights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3]', '  actuals:', '    - month: 2026-10'],
      ...[`      amount: ${80000 + Math.round(random() * 15000)}`, 'lines:', '  - item: Fairs'],
      ...[
        '    planned: 20000',
        `    actual: ${16500 + Math.round(random() * 3000)}`,
        '  - item: "Leaflets, print"',
      ],
      ...['    planned: 5000', '    actual: 3900 # till October'],
    ],
    sections: ['Remarks'],
  }),
  opportunity: ({ number, random, refer }) => ({
    title: named('An opportunity', '机会', number),
    fields: [
      ...['problem: hard water', 'next: {action: ask, by: 2027-01-15}', `evidence: [${refer('voice')}]`],
      `status: ${pick(['open', 'dropped', 'promoted'], random)}`,
    ],
    sections: ['Problem', 'Hypotheses', 'Solution', 'Go-to-market', 'Lessons'],
  }),
  strategy: ({ number, day, random, refer }) => ({
    title: named('A strategy', '战略', number),
    fields: [
      ...['years: 5', 'advantage: service within a day', `competitors: [${refer('competitor')}]`],
      `reviewed: ${addDays(day, -Math.floor(random() * 185))}`,
    ],
    sections: ['Situation', 'Advantage', 'Moves', 'Assumptions', 'Measures'],
  }),
  decision: ({ number, day, random }) => ({
    title: named('A decision', '决定', number),
    fields: [
      ...['size: major', `opened: ${addDays(day, -40)}`, 'longTermValue: fewer parts'],
      ...(random() < 0.95 ? [`decided: ${addDays(day, -35)}`] : []),
    ],
    sections: ['Question', 'Answer'],
  }),
};

const seen = ['competitor', 'voice', 'partner', 'product'];

/** Old promises are kept, but for some; those of the last weeks are open. */
function commitment(number: number, day: CalendarDate, random: () => number): string {
  const from = pick(departments, random);
  const due = addDays(day, 14);
  const isOpen = number <= 15 || random() < 0.02;
  const tail = isOpen ? '' : ` done:${addDays(day, random() < 0.9 ? 12 : 17)}`;
  return `- [${isOpen ? ' ' : 'x'}] @${from} -> @me: units for the dealer day due:${due} made:${day}${tail}\n`;
}

function named(english: string, chinese: string, number: number): Readonly<Record<Language, string>> {
  return { english: `${english} ${number}`, chinese: `${chinese} ${number}` };
}

/** So many days later, but not after the last day. */
function later(day: CalendarDate, days: number, last: CalendarDate): CalendarDate {
  const date = addDays(day, days);
  return date < last ? date : last;
}
