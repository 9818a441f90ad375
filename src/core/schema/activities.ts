/** How far ahead a duty looks. */
export type HorizonId = 'daily' | 'short' | 'long';

/** Lower and upper share of the total time in percent, both inclusive. */
export type Band = readonly [lower: number, upper: number];

export interface Horizon {
  readonly id: HorizonId;
  readonly title: string;
  readonly description: string;
  /** The band that holds where a book sets no other. */
  readonly band: Band;
}

export interface Activity {
  readonly id: string;
  readonly title: string;
  readonly horizon: HorizonId;
  /** The duty in one sentence. */
  readonly description: string;
}

export const horizons: readonly Horizon[] = [
  {
    id: 'daily',
    title: 'Daily',
    description:
      'What the product line needs every day: its status, sales, the market, the other departments, the budget.',
    band: [40, 55],
  },
  {
    id: 'short',
    title: 'Short-term',
    description:
      'This year’s plans: marketing, promotion, shows, new products, answers to competitors, improvements, the line.',
    band: [20, 30],
  },
  {
    id: 'long',
    title: 'Long-term',
    description:
      'What is owed to the future: competitive strategy, new products to explore, a better experience.',
    band: [15, 25],
  },
];

export const activities: readonly Activity[] = [
  {
    id: 'status-book',
    title: 'Status book',
    horizon: 'daily',
    description: 'Keep the product status book.',
  },
  {
    id: 'sales-motivation',
    title: 'Sales motivation',
    horizon: 'daily',
    description: 'Motivate the sales team and the dealers; stay in continuous contact with sales.',
  },
  {
    id: 'market-intelligence',
    title: 'Market intelligence',
    horizon: 'daily',
    description: 'Collect marketing information: competition, market trends, customers’ expectations.',
  },
  {
    id: 'liaison',
    title: 'Liaison',
    horizon: 'daily',
    description: 'Be the bridge between sales, manufacturing, R&D and the other departments.',
  },
  {
    id: 'budget-control',
    title: 'Budget control',
    horizon: 'daily',
    description: 'Control the budget to reach the sales target.',
  },
  {
    id: 'marketing-plan',
    title: 'Marketing plan',
    horizon: 'short',
    description: 'Prepare the annual marketing plan and its budget.',
  },
  {
    id: 'promotion',
    title: 'Promotion',
    horizon: 'short',
    description: 'Work out promotion with advertising departments and agencies.',
  },
  {
    id: 'trade-show',
    title: 'Trade shows',
    horizon: 'short',
    description: 'Coordinate trade shows and exhibition meetings.',
  },
  {
    id: 'new-product',
    title: 'New products',
    horizon: 'short',
    description: 'Take part in the teams that develop new products.',
  },
  {
    id: 'competitor-response',
    title: 'Competitor response',
    horizon: 'short',
    description: 'Predict and answer competitors’ moves.',
  },
  {
    id: 'product-improvement',
    title: 'Product improvement',
    horizon: 'short',
    description: 'Improve the product, cut its cost, raise its value.',
  },
  {
    id: 'product-line',
    title: 'Product line',
    horizon: 'short',
    description: 'Extend, modify or delete product lines.',
  },
  {
    id: 'competitive-strategy',
    title: 'Competitive strategy',
    horizon: 'long',
    description: 'Shape the long-term competitive strategy.',
  },
  {
    id: 'exploration',
    title: 'Exploration',
    horizon: 'long',
    description: 'Explore new products.',
  },
  {
    id: 'product-vision',
    title: 'Product vision',
    horizon: 'long',
    description: 'Form new views on functions and the user’s experience.',
  },
];

export const horizonIds: readonly HorizonId[] = horizons.map((horizon) => horizon.id);
