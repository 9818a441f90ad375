import { atLeast, type FieldSpec, object, optional } from './kinds';
import type { ClockSpec, PageTypeSpec } from './pageType';

const days = atLeast(0, 'days');

/** The type of `book.md`, whose `cadence` sets the cadence of each page type that has a clock, before its own fields. */
export function withCadences(
  root: PageTypeSpec,
  clocked: readonly { readonly id: string; readonly clock: ClockSpec }[],
): PageTypeSpec {
  const fields = root.fields.map((field) =>
    field.name === 'cadence' && field.value.kind === 'object'
      ? { ...field, value: object(...clocked.map(cadenceField), ...field.value.fields) }
      : field,
  );
  return { ...root, fields };
}

function cadenceField({
  id,
  clock: { cadence },
}: {
  readonly id: string;
  readonly clock: ClockSpec;
}): FieldSpec {
  const { days: default_, by, description, pagesWith = (value) => `a page of ${by} ${value}` } = cadence;
  if (typeof default_ === 'number')
    return optional(id, days, `${description}; ${default_} days where left out.`);
  const fields = Object.entries(default_).map(([value, count]) =>
    optional(value, days, `For ${pagesWith(value)}; ${count} days where left out.`),
  );
  return optional(id, object(...fields), `${description}, by ${by}.`);
}
