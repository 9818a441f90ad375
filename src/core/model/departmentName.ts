/** A name that `@` can mention, as the source of a regular expression with the flag `u`. */
export const departmentName = '[\\p{L}\\d][\\p{L}\\p{M}\\d_]*(?:-+[\\p{L}\\p{M}\\d_]+)*';

const pattern = new RegExp(`^${departmentName}$`, 'u');

export function isDepartmentName(text: string): boolean {
  return pattern.test(text);
}

/** The name that comes nearest to a text that `@` cannot mention; undefined where nothing of it is left. */
export function nearestDepartmentName(text: string): string | undefined {
  const words = text.normalize('NFC').match(/[\p{L}\d][\p{L}\p{M}\d_]*/gu);
  return words?.join('-').toLowerCase();
}
