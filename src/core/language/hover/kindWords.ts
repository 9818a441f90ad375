import { alternatives, enumeration } from '../../model/words';
import type { ListKind, NumberKind, ObjectKind, ReferenceKind, ValueKind } from '../../schema/kinds';
import { pageType } from '../../schema/schema';

/** What a field takes, in words: `a day, today at the latest`. Choices are listed elsewhere. */
export function kindWords(kind: ValueKind, currency: string): string {
  switch (kind.kind) {
    case 'text':
      return kind.expects ?? (kind.names === 'department' ? 'a department of the book' : 'a text');
    case 'number':
      return numberWords(kind, currency);
    case 'boolean':
      return '`true` or `false`';
    case 'date':
      return kind.past ? 'a day such as `2026-11-23`, today at the latest' : 'a day such as `2026-11-23`';
    case 'month':
      return 'a month such as `2026-11`';
    case 'week':
      return 'a week such as `2026-W48`';
    case 'enum':
      return alternatives(kind.values.map(({ value }) => `\`${value}\``));
    case 'reference':
      return `the id of ${pageWords(kind)}`;
    case 'list':
      return listWords(kind, currency);
    case 'object':
      return `the fields ${fieldNames(kind)}`;
    case 'map':
      return `${kind.keys} and value, line by line; the value is ${kindWords(kind.of, currency)}`;
  }
}

function listWords({ of, length }: ListKind, currency: string): string {
  if (of.kind === 'object') return `a list; each item has the fields ${fieldNames(of)}`;
  const each = kindWords(of, currency);
  return length === undefined ? `a list; each item is ${each}` : `${length} values; each is ${each}`;
}

function fieldNames({ fields }: ObjectKind): string {
  return enumeration(fields.map(({ name, required }) => `\`${name}\`${required ? '' : ' (optional)'}`));
}

function numberWords({ minimum, maximum, unit, integer }: NumberKind, currency: string): string {
  const what = unit === 'money' ? `an amount in ${currency}` : integer ? 'a whole number' : 'a number';
  const of = unit === undefined || unit === 'money' ? '' : unit === 'per year' ? ' per year' : ` of ${unit}`;
  if (minimum === undefined) return what + of;
  return `${what}${of} from ${minimum}${maximum === undefined ? ' on' : ` to ${maximum}`}`;
}

function pageWords({ to }: ReferenceKind): string {
  if (to === 'any') return 'any page';
  if (to === 'plan') return 'any plan';
  const titles = to.map((type) => (pageType(type)?.title ?? type).toLowerCase());
  return `a page of type ${alternatives(titles)}`;
}
