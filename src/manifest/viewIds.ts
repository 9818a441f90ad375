/** The views by name, with their titles, in the order in which they stand. */
export const viewTitles = {
  activities: 'Activities',
  products: 'Products',
  market: 'Market',
  commitments: 'Commitments',
  agenda: 'Agenda',
} as const;

export type ViewName = keyof typeof viewTitles;

export const viewNames = Object.keys(viewTitles) as readonly ViewName[];

export function viewId(name: ViewName): string {
  return `statusBook.${name}`;
}
