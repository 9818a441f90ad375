import { twoAmounts } from '../../model/amountText';
import { type CalendarDate, isCalendarDate, isIsoWeek, isMonth } from '../../model/calendarDate';
import { escapedText } from '../../model/escapedText';
import {
  isEmptyValue,
  itemsOf,
  type ListNode,
  type ScalarNode,
  type ValueNode,
} from '../../model/frontMatter';
import { ours, type Text, t } from '../../model/message';
import type { Range } from '../../model/text';
import { alternatives } from '../../model/texts';
import type { EnumKind, ListKind, NumberKind, TextKind, ValueKind } from '../../schema/kinds';
import { targetTypes } from '../../schema/schema';

export interface ValueProblem {
  readonly range: Range;
  /** Reads on behind “`field` …”. */
  readonly message: Text;
  /** The text as written and what it may be, where a known value may be meant. */
  readonly written?: string;
  readonly allowed?: readonly string[];
  /** What most likely is meant, where that can be told. */
  readonly meant?: readonly string[];
}

/** What is wrong with a value; nothing for one that is empty. */
export function valueProblems(node: ValueNode, kind: ValueKind, today: CalendarDate): ValueProblem[] {
  if (isEmptyValue(node)) return [];
  switch (kind.kind) {
    case 'list':
      return listProblems(node, kind, today);
    case 'object':
      if (node.kind !== 'map') {
        return [
          problem(node, t`needs ${alternatives(kind.fields.map(({ name }) => `“${name}: …”`))} below it`),
        ];
      }
      return kind.fields.flatMap((spec) => {
        const field = node.fields.find(({ name }) => name === spec.name);
        if (!field) return [];
        return valueProblems(field.value, spec.value, today).map((inner) => ({
          ...inner,
          message: t`has “${spec.name}”, which ${inner.message}`,
        }));
      });
    case 'map':
      if (node.kind !== 'map') return [problem(node, t`needs “${kind.keys}: …” lines below it`)];
      return node.fields.flatMap(({ name, value }) =>
        valueProblems(value, kind.of, today).map((inner) => ({
          ...inner,
          message: t`has “${name}”, which ${inner.message}`,
        })),
      );
    default: {
      if (node.kind !== 'scalar') return [problem(node, t`takes ${expectation(kind)}, not several values`)];
      return scalarProblem(node, kind, today);
    }
  }
}

function listProblems(node: ValueNode, kind: ListKind, today: CalendarDate): ValueProblem[] {
  const items = itemsOf(node);
  const inner = items.flatMap((item) => valueProblems(item, kind.of, today));
  if (inner.length > 0) return inner;
  if (kind.length !== undefined && items.length !== kind.length) {
    return [problem(node, t`takes ${kind.length} values, such as [40, 55]; here are ${items.length}`)];
  }
  if (kind.ascending && !isAscending(node as ListNode)) {
    return [problem(node, t`starts above its end; write the smaller number first`)];
  }
  return [];
}

function isAscending(node: ListNode): boolean {
  const numbers = node.items.map((item) => (item.kind === 'scalar' ? Number(item.value) : Number.NaN));
  return numbers.every((value, index) => index === 0 || (numbers[index - 1] as number) <= value);
}

type ScalarKind = Exclude<ValueKind, { kind: 'list' | 'object' | 'map' }>;

function scalarProblem(node: ScalarNode, kind: ScalarKind, today: CalendarDate): ValueProblem[] {
  const { text } = node;
  const expected = (): ValueProblem[] => [
    problem(node, t`is “${escapedText(text)}”; it takes ${expectation(kind)}`),
  ];
  switch (kind.kind) {
    case 'number':
      if (isNumberOf(node, kind)) return [];
      return expected().map((found) => withMeant(found, meantNumbers(node, kind)));
    case 'boolean':
      return typeof node.value === 'boolean' ? [] : expected();
    case 'date':
      if (!isCalendarDate(text)) return expected();
      if (kind.past && text > today) {
        return [
          problem(node, t`is ${text}, which is later than today (${today}); it tells of what has happened`),
        ];
      }
      return [];
    case 'month':
      return isMonth(text) ? [] : expected();
    case 'week':
      return isIsoWeek(text) ? [] : expected();
    case 'enum':
      return kind.values.some(({ value }) => value === text) ? [] : enumProblem(node, kind);
    case 'text':
      return isTextOf(text, kind) ? [] : expected().map((found) => withMeant(found, meantText(text, kind)));
    case 'reference':
      return [];
  }
}

function isTextOf(text: string, { pattern, isValid }: TextKind): boolean {
  return pattern?.test(text) !== false && isValid?.(text) !== false;
}

function meantText(text: string, { meant }: TextKind): string[] {
  const nearest = meant?.(text);
  return nearest === undefined || nearest === '' ? [] : [nearest];
}

function withMeant(found: ValueProblem, meant: readonly string[]): ValueProblem {
  if (meant.length === 0) return found;
  const message = t`${found.message}. Did you mean ${alternatives(meant.map((one) => `“${one}”`))}?`;
  return { ...found, message, meant };
}

function enumProblem(node: ScalarNode, kind: EnumKind): ValueProblem[] {
  const allowed = kind.values.map(({ value }) => value);
  const message = t`is “${node.text}”; it takes ${alternatives(allowed)}`;
  return [{ ...problem(node, message), written: node.text, allowed }];
}

function isNumberOf({ value }: ScalarNode, { minimum, maximum, integer }: NumberKind): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (integer && !Number.isInteger(value)) return false;
  return (minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum);
}

/** The numbers that a text is in which someone writes thousands or fractions otherwise. */
function meantNumbers({ text, range }: ScalarNode, kind: NumberKind): string[] {
  const two = twoAmounts(text);
  const plain = text.trim().replace(/(?<=\d)['’\u00a0\u202f ](?=\d{3}(?!\d))/g, '');
  const candidates = two
    ? [two.grouped, two.fraction]
    : [plain, plain.replaceAll(',', ''), plain.replaceAll('.', '').replace(',', '.')].filter(
        isWellGrouped(plain),
      );
  const numbers = candidates.filter((candidate) =>
    isNumberOf({ kind: 'scalar', value: Number(candidate), text: candidate, range }, kind),
  );
  return [...new Set(numbers)].filter((candidate) => candidate !== '' && candidate !== text);
}

/** True for a reading of a number in which each sign stands where it can: groups are of three digits. */
function isWellGrouped(written: string): (candidate: string, index: number) => boolean {
  const forms = [
    /^-?\d+(?:\.\d+)?$/,
    /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
    /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/,
  ];
  return (_candidate, index) => forms[index]?.test(written) === true;
}

/** What a kind takes, in words that finish “it takes …”. */
export function expectation(kind: ValueKind): Text {
  switch (kind.kind) {
    case 'text':
      return kind.expects === undefined ? t`a text` : ours(kind.expects);
    case 'number':
      return numberExpectation(kind);
    case 'boolean':
      return t`true or false`;
    case 'date':
      return t`a day of the calendar such as 2026-12-05`;
    case 'month':
      return t`a month such as 2026-12`;
    case 'week':
      return t`a week such as 2026-W48`;
    case 'enum':
      return alternatives(kind.values.map(({ value }) => value));
    case 'reference': {
      const types = targetTypes(kind);
      return types === 'any' ? t`the id of a page` : t`the id of a page of type ${alternatives(types)}`;
    }
    case 'list':
      return t`a list: ${expectation(kind.of)}`;
    case 'object':
    case 'map':
      return t`fields of its own`;
  }
}

function numberExpectation({ minimum, maximum, integer, unit }: NumberKind): Text {
  const kind = integer ? t`a whole number` : unit === 'money' ? t`an amount of money` : t`a number`;
  const what =
    unit === undefined || unit === 'money'
      ? kind
      : unit === 'percent'
        ? t`${kind} in percent`
        : t`${kind} of ${unit}`;
  if (minimum !== undefined && maximum !== undefined) return t`${what} from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return t`${what}, ${minimum} or more`;
  return what;
}

function problem(node: ValueNode, message: Text): ValueProblem {
  return { range: node.range, message };
}
