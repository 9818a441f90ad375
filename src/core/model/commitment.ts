import type { BookSettings } from './bookSettings';
import type { Commitment, Page } from './page';
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
export function isValidCommitment(commitment: Commitment, settings: BookSettings): boolean {
  return commitment.problems.length === 0 && areKnownDepartments(commitment, settings);
}

/** True where a commitment names nobody whom the book does not list. */
export function areKnownDepartments(
  { from, to }: Pick<Commitment, 'from' | 'to'>,
  { departments }: BookSettings,
): boolean {
  const isKnown = (name: string): boolean => name === '' || name === 'me' || departments.includes(name);
  return isKnown(from) && isKnown(to);
}

/** A name for each commitment of a page that lasts while its dates, its box and the lines around it change. */
export function commitmentKeys({ commitments }: Pick<Page, 'commitments'>): string[] {
  const counts = new Map<string, number>();
  return commitments.map(({ from, to, text }) => {
    const key = `${from}>${to}: ${text}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? key : `${key} (${count})`;
  });
}
