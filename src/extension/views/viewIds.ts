export const viewIds = {
  activities: 'statusBook.activities',
  products: 'statusBook.products',
  market: 'statusBook.market',
  commitments: 'statusBook.commitments',
  agenda: 'statusBook.agenda',
} as const;

export type ViewName = keyof typeof viewIds;
