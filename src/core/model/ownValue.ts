/** What a table holds under a name that a user wrote; nothing for names that every object inherits (`constructor`). */
export function ownValue<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
