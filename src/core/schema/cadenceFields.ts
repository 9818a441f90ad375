import { atLeast, type FieldSpec, object, optional } from './kinds';
import type { ClockSpec, PageTypeSpec } from './pageType';

/** A page type that has a clock. */
export type ClockedType = PageTypeSpec & { readonly clock: ClockSpec };

const days = atLeast(0, 'days');

/** The type of `book.md`, whose `cadence` sets the cadence of each page type that has a clock, before its own fields. */
export function withCadences(root: PageTypeSpec, clocked: readonly ClockedType[]): PageTypeSpec {
  const fields = root.fields.map((field) =>
    field.name === 'cadence' && field.value.kind === 'object'
      ? { ...field, value: object(...clocked.map(cadenceField), ...field.value.fields) }
      : field,
  );
  return { ...root, fields };
}

function cadenceField({ id, clock: { cadence } }: ClockedType): FieldSpec {
  const { description } = cadence;
  if (!('by' in cadence)) return optional(id, days, `${description}; ${cadence.days} days where left out.`);
  const fields = Object.entries(cadence.days).map(([value, count]) =>
    optional(value, days, `For ${cadence.pagesWith(value)}; ${count} days where left out.`),
  );
  return optional(id, object(...fields), `${description}, by ${cadence.by}.`);
}
