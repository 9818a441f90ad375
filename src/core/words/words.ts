import { IntlMessageFormat } from 'intl-messageformat';
import { getOrMake } from '../model/maps';
import { asMarkdown } from '../model/markdownText';
import {
  type Alteration,
  type AlteredText,
  type DayStyle,
  type DayText,
  isMessage,
  type JoinedText,
  type Message,
  type Spoken,
  type Text,
  type TextList,
  t,
} from '../model/message';

/** The pattern of a message in a language, by the one in English. */
export type Translate = (pattern: string) => string;

/** Translates from a catalogue; what is missing there is said in English. */
export function translatedBy(catalogue: Readonly<Record<string, string>>): Translate {
  return (pattern) => catalogue[pattern] ?? pattern;
}

/** The number formats that messages name: `{planned, number, amount}`. */
const numberFormats = {
  amount: { useGrouping: true, maximumFractionDigits: 0 },
  cents: { useGrouping: true, minimumFractionDigits: 2, maximumFractionDigits: 2 },
  quantity: { useGrouping: true, maximumFractionDigits: 6 },
} as const;

/**
 * Makes words of texts that are data: the one room in which they become those of a language. Whole sentences are
 * translated, so that plurals and the order of words are the translator’s.
 */
export class Words {
  private readonly formats = new Map<string, IntlMessageFormat | string>();
  private readonly dates = new Map<string, Intl.DateTimeFormat>();
  private readonly lists = new Map<TextList['as'], Intl.ListFormat>();
  private readonly numbers = new Map<string, Intl.NumberFormat>();
  private readonly plurals = new Map<string, Intl.PluralRules>();

  /**
   * @param locale a BCP 47 tag; days, numbers, plurals and lists follow it
   * @param translate gives the texts of its language; by default those in English
   */
  constructor(
    readonly locale: string = 'en',
    private readonly translate: Translate = (pattern) => pattern,
  ) {}

  /** The text as a reader sees it; plain text. */
  say(text: Text): string {
    if (typeof text === 'string') return text;
    if ('pattern' in text) return this.message(text);
    if ('list' in text) return this.listFormat(text.as).format(text.list.map((item) => this.say(item)));
    if ('parts' in text) return this.joined(text);
    if ('day' in text) return this.day(text);
    return this.altered(text);
  }

  /** The same data with a string for every text in it. */
  spoken<T>(data: T): Spoken<T> {
    return this.resolved(data) as Spoken<T>;
  }

  private resolved(data: unknown): unknown {
    if (typeof data !== 'object' || data === null) return data;
    if (Array.isArray(data)) return data.map((item) => this.resolved(item));
    if (isMessage(data)) return this.say(data);
    if (data instanceof Map) return new Map([...data].map(([key, value]) => [key, this.resolved(value)]));
    if (Object.getPrototypeOf(data) !== Object.prototype) return data;
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, this.resolved(value)]));
  }

  private message({ pattern, args }: Message): string {
    const format = getOrMake(this.formats, pattern, () => this.formatOf(this.translate(pattern)));
    if (typeof format === 'string') return format;
    return String(format.format(args.map((arg) => (typeof arg === 'number' ? arg : this.say(arg)))));
  }

  private formatOf(text: string): IntlMessageFormat | string {
    // Most texts hold nothing to fill in, and need no parser.
    if (!/[{'#]/.test(text)) return text;
    return new IntlMessageFormat(
      text,
      this.locale,
      { number: numberFormats },
      {
        ignoreTag: true,
        formatters: {
          getNumberFormat: (_locales, options = {}) => this.number(options),
          getDateTimeFormat: (...of) => new Intl.DateTimeFormat(...of),
          getPluralRules: (_locales, options = {}) => this.pluralRules(options),
        },
      },
    );
  }

  /** Numbers such as those of days are not grouped, unless a format asks for it. */
  private number(options: object): Intl.NumberFormat {
    return getOrMake(this.numbers, JSON.stringify(options), () => {
      return new Intl.NumberFormat(this.locale, { useGrouping: false, ...options });
    });
  }

  private pluralRules(options: Intl.PluralRulesOptions): Intl.PluralRules {
    return getOrMake(
      this.plurals,
      options.type ?? 'cardinal',
      () => new Intl.PluralRules(this.locale, options),
    );
  }

  private joined({ parts, between }: JoinedText): string {
    return parts.map((part) => this.say(part)).join(between);
  }

  private day({ day, as }: DayText): string {
    const date = new Date(`${day.length === 7 ? `${day}-01` : day}T00:00:00Z`);
    return this.message(dayMessage(as, date, (options) => this.dateFormat(options).format(date)));
  }

  /** The formats of `Intl` take long to make: only those are made that are asked for. */
  private dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return getOrMake(this.dates, JSON.stringify(options), () => {
      return new Intl.DateTimeFormat(this.locale, { ...options, timeZone: 'UTC' });
    });
  }

  private listFormat(as: TextList['as']): Intl.ListFormat {
    // English lists have no comma before the last item here.
    const locale = this.locale === 'en' ? 'en-GB' : this.locale;
    const type = as === 'and' ? 'conjunction' : 'disjunction';
    return getOrMake(this.lists, as, () => new Intl.ListFormat(locale, { type }));
  }

  private altered({ text, alter }: AlteredText): string {
    const said = this.say(text);
    return alterations[alter](said, this.locale);
  }
}

const alterations: Readonly<Record<Alteration, (text: string, locale: string) => string>> = {
  capital: (text, locale) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1),
  small: (text, locale) => (isEnglish(locale) ? text.charAt(0).toLowerCase() + text.slice(1) : text),
  lower: (text, locale) => (isEnglish(locale) ? text.toLowerCase() : text),
  'first-sentence': firstSentence,
  markdown: asMarkdown,
  'without-stop': (text) => text.replace(/[.。]$/, ''),
  article: (noun, locale) => (isEnglish(locale) ? `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}` : noun),
  Article: (noun, locale) => (isEnglish(locale) ? `${/^[aeiou]/i.test(noun) ? 'An' : 'A'} ${noun}` : noun),
};

/** Nouns of other languages keep their capitals, and their articles have a gender. */
function isEnglish(locale: string): boolean {
  return /^en\b/.test(locale);
}

/** The first sentence of a finding’s message: what is wrong, without what to do about it. */
function firstSentence(text: string): string {
  // Sentences within quotation marks are names.
  const end = /^(?:[^“.]|“[^”]*”|\.(?! [\p{Lu}“]))*/u.exec(text)?.[0].length ?? text.length;
  return text.slice(0, end + 1);
}

function dayMessage(
  style: DayStyle,
  date: Date,
  format: (options: Intl.DateTimeFormatOptions) => string,
): Message {
  const day = String(date.getUTCDate());
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  const month = (): string => format({ month: 'long' });
  const shortMonth = (): string => format({ month: 'short' });
  const weekday = (): string => format({ weekday: 'long' });
  const shortWeekday = (): string => format({ weekday: 'short' });
  switch (style) {
    case 'day':
      return t`${day} ${shortMonth()}`;
    case 'day-year':
      return t`${day} ${shortMonth()} ${year}`;
    case 'weekday':
      return t`${shortWeekday()} ${day} ${shortMonth()}`;
    case 'weekday-year':
      return t`${shortWeekday()} ${day} ${shortMonth()} ${year}`;
    case 'full':
      return t`${weekday()} ${day} ${month()} ${year}`;
    case 'long':
      return t`${weekday()}, ${day} ${month()} ${year}`;
    case 'month':
      return t`${shortMonth()} ${year}`;
    case 'long-month':
      return t`${month()} ${year}`;
    case 'month-name':
      return t`${shortMonth()}`;
    case 'weekday-name':
      return t`${weekday()}`;
  }
}
