import { joined, number, ours, type Text, t } from '../../model/message';
import { alternatives, enumeration } from '../../model/texts';
import type { ListKind, NumberKind, ObjectKind, ReferenceKind, ValueKind } from '../../schema/kinds';
import { typeName } from '../../schema/schema';

/** What a field takes, in words: `a day, today at the latest`. Choices are listed elsewhere. */
export function kindWords(kind: ValueKind, currency: string): Text {
  switch (kind.kind) {
    case 'text':
      if (kind.expects !== undefined) return ours(kind.expects);
      return kind.names === 'department' ? t`a department of the book` : t`a text`;
    case 'number':
      return numberWords(kind, currency);
    case 'boolean':
      return alternatives(['`true`', '`false`']);
    case 'date':
      return kind.past
        ? t`a day such as ${'`2026-11-23`'}, today at the latest`
        : t`a day such as ${'`2026-11-23`'}`;
    case 'month':
      return t`a month such as ${'`2026-11`'}`;
    case 'week':
      return t`a week such as ${'`2026-W48`'}`;
    case 'enum':
      return alternatives(kind.values.map(({ value }) => `\`${value}\``));
    case 'reference':
      return pageWords(kind);
    case 'list':
      return listWords(kind, currency);
    case 'object':
      return t`the fields ${fieldNames(kind)}`;
    case 'map':
      return t`${ours(kind.keys)} and value, line by line; the value is ${kindWords(kind.of, currency)}`;
  }
}

function listWords({ of, length }: ListKind, currency: string): Text {
  if (of.kind === 'object') return t`a list; each item has the fields ${fieldNames(of)}`;
  const each = kindWords(of, currency);
  return length === undefined ? t`a list; each item is ${each}` : t`${length} values; each is ${each}`;
}

function fieldNames({ fields }: ObjectKind): Text {
  return enumeration(
    fields.map(({ name, required }) =>
      required ? `\`${name}\`` : joined([`\`${name}\``, t`(optional)`], ' '),
    ),
  );
}

function numberWords(kind: NumberKind, currency: string): Text {
  const { minimum, maximum } = kind;
  const what = quantityWords(kind, currency);
  if (minimum === undefined) return what;
  return maximum === undefined
    ? t`${what} from ${number(minimum)} on`
    : t`${what} from ${number(minimum)} to ${number(maximum)}`;
}

function quantityWords({ unit, integer }: NumberKind, currency: string): Text {
  switch (unit) {
    case undefined:
      return integer ? t`a whole number` : t`a number`;
    case 'money':
      return t`an amount in ${currency}`;
    case 'per year':
      return integer ? t`a whole number per year` : t`a number per year`;
    default:
      return integer ? t`a whole number of ${ours(unit)}` : t`a number of ${ours(unit)}`;
  }
}

function pageWords({ to }: ReferenceKind): Text {
  if (to === 'any') return t`the id of any page`;
  if (to === 'plan') return t`the id of any plan`;
  return t`the id of a page of type ${alternatives(to.map((type) => typeName(type)))}`;
}
