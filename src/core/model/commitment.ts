import type { BookSettings } from './bookSettings';
import type { Commitment } from './page';
import type { Range } from './text';

/** The departments of a commitment that the book does not list. */
export function unknownDepartments(
  { from, to, fromRange, toRange }: Commitment,
  { departments }: BookSettings,
): { name: string; range: Range }[] {
  const places = [{ name: from, range: fromRange }, ...(toRange ? [{ name: to, range: toRange }] : [])];
  return places.filter(({ name }) => name !== '' && name !== 'me' && !departments.includes(name));
}

/** True for a commitment that can be watched and counted. */
export function isValidCommitment(
  { from, to, problems }: Commitment,
  { departments }: BookSettings,
): boolean {
  const isKnown = (name: string): boolean => name === '' || name === 'me' || departments.includes(name);
  return problems.length === 0 && isKnown(from) && isKnown(to);
}
