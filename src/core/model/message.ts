import type { CalendarDate } from './calendarDate';
import { getOrMake } from './maps';

/**
 * A sentence or a part of one as data: what it says in English, and what is put into it. Words are made of it at the edge
 * (`core/words`), in the language of who reads it. The pattern names the text in the catalogues of `l10n/`, as with
 * `vscode.l10n.t`.
 */
export interface Message {
  /** In the message format of ICU, with numbers for what is put in; https://unicode-org.github.io/icu/userguide/format_parse/messages/ */
  readonly pattern: string;
  readonly args: readonly Argument[];
  readonly inline?: never;
}

/**
 * A part that belongs into the pattern of its sentence, since other languages bend it there: `3 days`. It is no text by
 * itself; t`${part}` makes one of it.
 */
export interface Inline<Pattern extends string = string> {
  readonly pattern: Pattern;
  readonly arg: string | number;
  readonly inline: true;
}

export type Argument = Text | number;

/** Several texts as one: `a, b and c`, `a, b or c`. */
export interface TextList {
  readonly list: readonly Text[];
  readonly as: 'and' | 'or';
}

/** Several texts behind one another, with something between them that no language changes: a blank, a dot, a dash. */
export interface JoinedText {
  readonly parts: readonly Text[];
  readonly between: string;
}

/** A day of the calendar in the words of a language. */
export interface DayText {
  readonly day: CalendarDate;
  readonly as: DayStyle;
}

/**
 * `4 Dec`, `Fri 4 Dec`, `Friday 4 December 2026`, `Friday, 4 December 2026`, `Dec 2026`,
 * `December 2026`, `Dec`, `Friday`.
 */
export type DayStyle =
  | 'day'
  | 'day-year'
  | 'weekday'
  | 'weekday-year'
  | 'full'
  | 'long'
  | 'month'
  | 'long-month'
  | 'month-name'
  | 'weekday-name';

/** The same text otherwise, in languages that know the difference. */
export interface AlteredText {
  readonly text: Text;
  readonly alter: Alteration;
}

/**
 * With a capital or a small letter first, all in small letters, its first sentence alone, without its full stop, a noun
 * with its indefinite article, or as Markdown that shows it as it is.
 */
export type Alteration =
  | 'capital'
  | 'small'
  | 'lower'
  | 'first-sentence'
  | 'without-stop'
  | 'article'
  | 'Article'
  | 'markdown';

/** What people read: a text of theirs as it stands, or one of ours as data. */
export type Text = string | Message | TextList | JoinedText | DayText | AlteredText;

/** The same data with all texts as strings. */
export type Spoken<T> = T extends string | number | boolean | bigint | symbol | null | undefined
  ? T
  : T extends (...args: never[]) => unknown
    ? T
    : T extends Message | TextList | JoinedText | DayText | AlteredText
      ? string
      : T extends ReadonlyMap<infer K, infer V>
        ? ReadonlyMap<K, Spoken<V>>
        : { readonly [K in keyof T]: Spoken<T[K]> };

/** The escaped parts of each template, and its patterns by the parts put into it. */
const templates = new WeakMap<TemplateStringsArray, { parts: string[]; patterns: Map<string, string> }>();

/** A text of ours: t`Reviewed ${plural(age, 'day')} ago by ${name}`. Whole sentences, so that they can be translated. */
export function t(template: TemplateStringsArray, ...values: readonly (Argument | Inline)[]): Message {
  let known = templates.get(template);
  if (!known) {
    known = { parts: template.map((part) => escaped(part)), patterns: new Map() };
    templates.set(template, known);
  }
  const { parts, patterns } = known;
  const places = values.map((value) => (isInline(value) ? value.pattern : '{0}'));
  const pattern = getOrMake(patterns, places.join('|'), () => {
    return parts.map((part, at) => part + placedAt(at, places[at] ?? '')).join('');
  });
  return { pattern, args: values.map((value) => (isInline(value) ? value.arg : value)) };
}

/** The pattern of a part of a sentence as its value with this number, from 0, is put into the whole. */
export function placedAt(at: number, pattern: string): string {
  return pattern.replace(/\{0/g, `{${at}`);
}

/** A text of the tables, such as the description of a field: the same in English, and translated by the catalogues. */
export function ours(english: string): Message {
  return { pattern: escaped(english), args: [] };
}

/** `1 day`, `3 days` */
export function plural<One extends string>(count: number, one: One): Inline<PluralOf<One, `${One}s`>>;
export function plural<One extends string, Many extends string>(
  count: number,
  one: One,
  many: Many,
): Inline<PluralOf<One, Many>>;
export function plural(count: number, one: string, many = `${one}s`): Inline {
  return inline(`{0, plural, one {# ${one}} other {# ${many}}}`, count);
}

type PluralOf<One extends string, Many extends string> = `{0, plural, one {# ${One}} other {# ${Many}}}`;

/** One of two wordings within a sentence: `either(count === 1, 'is', 'are')`. */
export function either<Yes extends string, No extends string>(
  condition: boolean,
  yes: Yes,
  no: No,
): Inline<`{0, select, yes {${Yes}} other {${No}}}`> {
  return inline(`{0, select, yes {${yes}} other {${no}}}`, condition ? 'yes' : 'no');
}

/** A number in the digits and signs of the language: not grouped, with at most three digits behind the point. */
export function number(value: number): Inline<'{0, number}'> {
  return inline('{0, number}', value);
}

/** A number as an amount without cents (`12,500`), with cents (`12,500.00`), or as a quantity (`3,100.5`). */
export function formatted<Style extends 'amount' | 'cents' | 'quantity'>(
  value: number,
  style: Style,
): Inline<`{0, number, ${Style}}`> {
  return inline(`{0, number, ${style}}`, value);
}

function inline<Pattern extends string>(pattern: Pattern, arg: string | number): Inline<Pattern> {
  return { pattern, arg, inline: true };
}

function isInline(value: Argument | Inline): value is Inline {
  return typeof value === 'object' && 'inline' in value;
}

/** What would be syntax in a pattern, quoted. */
export function escaped(text: string): string {
  return /[{}']/.test(text) ? text.replaceAll("'", "''").replace(/[{}]+/g, "'$&'") : text;
}

/** `a, b and c` */
export function listed(list: readonly Text[], as: 'and' | 'or' = 'and'): Text {
  return list.length === 1 ? (list[0] as Text) : { list, as };
}

export function joined(parts: readonly Text[], between: string): JoinedText {
  return { parts, between };
}

export function altered(text: Text, alter: Alteration): AlteredText {
  return { text, alter };
}

/** True where two texts read alike in every language. */
export function isSameText(one: Text, other: Text): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** True for what `Words` makes a text of, a string left out. */
export function isMessage(value: object): value is Exclude<Text, string> {
  return (
    ('pattern' in value && 'args' in value) ||
    ('list' in value && 'as' in value) ||
    ('parts' in value && 'between' in value) ||
    ('day' in value && 'as' in value) ||
    ('text' in value && 'alter' in value)
  );
}

/** True for what was a text before it was written as JSON. */
export function isTextData(value: unknown): value is Text {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null || !isMessage(value)) return false;
  if ('pattern' in value) {
    return (
      typeof value.pattern === 'string' &&
      isListOf(value.args, (arg) => typeof arg === 'number' || isTextData(arg))
    );
  }
  if ('list' in value) return isListOf(value.list, isTextData) && (value.as === 'and' || value.as === 'or');
  if ('parts' in value) return isListOf(value.parts, isTextData) && typeof value.between === 'string';
  if ('day' in value) return typeof value.day === 'string' && typeof value.as === 'string';
  return isTextData(value.text) && typeof value.alter === 'string';
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}
