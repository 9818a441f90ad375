import type { MarkupSpan, Span } from '../model/bodyScan';
import { isCalendarDate } from '../model/calendarDate';
import { dayLikeSource, meantDays } from '../model/meantDay';
import { type Text, t } from '../model/message';
import { meantPeriod, periodWords, readPeriod } from '../model/period';
import { type KeyForm, type KeyName, keyNameOf } from '../model/taskKey';
import { alternatives } from '../model/texts';

/** A key of a task with its value, in places of the task’s paragraph. */
export interface FoundKey extends Span {
  readonly name: KeyName;
  readonly form: KeyForm;
  /** A calendar date; of `every` a period such as `2w`. */
  readonly value: string;
  /** Where the value stands, as it is written. */
  readonly valueSpan: Span;
}

/** What looks like a key and cannot be read. */
export interface KeyProblem extends Span {
  readonly message: Text;
  /** What to write in its place, likeliest first. */
  readonly rewrites: readonly string[];
}

export interface FoundKeys {
  /** In the order in which they stand. */
  readonly keys: readonly FoundKey[];
  readonly problems: readonly KeyProblem[];
}

/** Stands for a character that is no text; none of the expressions finds it. */
const hidden = '\uFFFC';
const addressPattern = /(?:https?:\/\/|www\.)[^\s<>]+/gi;
const namePattern = /(due|made|done|was|every)[ \t]{0,3}(::?)/gi;
const fieldPattern =
  /([[(])[ \t]{0,3}(due|made|created|done|completion|was|repeat)[ \t]{0,3}::[ \t]{0,3}([^[\]()\r\n]{1,60})([\])])/gi;
const emojiPattern = /(📅|📆|🗓|✅|➕)\uFE0F?[ \t]{0,3}/gu;
const repeatPattern =
  /🔁\uFE0F?[ \t]{0,3}every[ \t]{1,3}((?:\d{1,3}[ \t]{1,3})?(?:day|week|month|quarter|year)s?)(?![\p{L}\p{M}\p{N}])/giu;
/** More words of repetition follow, such as “on monday” and “when done”. */
const moreWords = /[ \t]{0,3}(?!(?:due|made|done|was|every)[ \t]{0,3}:)[\p{L}\p{N}]/iuy;
const dayLike = new RegExp(dayLikeSource, 'iuy');
const dateAt = /\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}])/uy;
const wordAt = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._/:+–—-]*/uy;
const periodLike =
  /(?:\d{1,3}[ \t]{0,3})?(?:[dwmqy]|(?:day|week|month|quarter|year|fortnight)s?|daily|(?:bi)?weekly|fortnightly|monthly|quarterly|yearly|annually)(?![\p{L}\p{M}\p{N}])/iuy;

/**
 * Finds the keys of a task in its paragraph, in time linear in its length: `due:2026-12-05` and what Obsidian’s plugins
 * write. What is no text (`markup`) and web addresses hold none.
 *
 * @param isStrict true where any value of a key must be a day, as in a commitment; else what looks like none is left alone
 */
export function keysIn(paragraph: string, markup: readonly MarkupSpan[], isStrict: boolean): FoundKeys {
  return new KeyReader(paragraph, markup, isStrict).read();
}

class KeyReader {
  private readonly keys: FoundKey[] = [];
  private readonly problems: KeyProblem[] = [];
  /** The paragraph with everything hidden that holds no keys; wide letters and digits as plain ones. */
  private text: string;

  constructor(
    private readonly paragraph: string,
    markup: readonly MarkupSpan[],
    private readonly isStrict: boolean,
  ) {
    this.text = hideSpans(narrowed(paragraph), markup).replace(addressPattern, ({ length }) =>
      hidden.repeat(length),
    );
  }

  read(): FoundKeys {
    // Most tasks have no key: these signs are in every one.
    if (/[:📅📆🗓✅➕🔁]/u.test(this.text)) {
      this.readFields();
      this.readEmojis();
      this.readNames();
      this.keys.sort((a, b) => a.start - b.start);
      this.problems.sort((a, b) => a.start - b.start);
    }
    return { keys: this.keys, problems: this.problems };
  }

  /** `[due:: 2026-12-05]`, as the plugin Dataview writes it. */
  private readFields(): void {
    const spans: Span[] = [];
    for (const match of this.text.matchAll(fieldPattern)) {
      const [whole, open, word = '', written = '', close] = match;
      if ((open === '[') !== (close === ']')) continue;
      const start = match.index;
      const end = start + whole.length;
      const name = keyNameOf(word);
      const value = written.trimEnd();
      const valueStart = end - 1 - written.length;
      const valueSpan = { start: valueStart, end: valueStart + value.length };
      const period = name === 'every' ? repetition(value) : undefined;
      if (period !== undefined || (name !== 'every' && isCalendarDate(value))) {
        this.keys.push({ name, form: 'field', value: period ?? value, valueSpan, start, end });
      } else if (name !== 'every' && (this.isStrict || this.isDayLike(valueStart))) {
        const rewrites = meantDays(value).map((day) => `${open}${word}:: ${day}${close}`);
        const example = `${open}${word}:: 2026-12-05${close}`;
        this.problems.push({ message: noDay(value, rewrites, example), rewrites, start, end });
      }
      spans.push({ start, end });
    }
    this.text = hideSpans(this.text, spans);
  }

  /** `📅 2026-12-05` and `🔁 every week`, as the plugin Tasks writes them. */
  private readEmojis(): void {
    for (const match of this.text.matchAll(emojiPattern)) {
      const start = match.index;
      const valueStart = start + match[0].length;
      const sign = match[1] as string;
      const name = keyNameOf(sign);
      const value = matchAt(dateAt, this.text, valueStart);
      if (value !== '' && isCalendarDate(value)) {
        const valueSpan = { start: valueStart, end: valueStart + value.length };
        this.keys.push({ name, form: 'emoji', value, valueSpan, start, end: valueSpan.end });
        continue;
      }
      const written = matchAt(dayLike, this.text, valueStart);
      if (written === '') continue;
      const rewrites = meantDays(written).map((day) => `${sign} ${day}`);
      const message = noDay(written, rewrites, `${sign} 2026-12-05`);
      this.problems.push({ message, rewrites, start, end: valueStart + written.length });
    }
    for (const match of this.text.matchAll(repeatPattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (matchAt(moreWords, this.text, end) !== '') continue;
      const value = meantPeriod(match[1] as string);
      if (value === undefined) continue;
      const valueSpan = { start: end - (match[1] as string).length, end };
      this.keys.push({ name: 'every', form: 'emoji', value, valueSpan, start, end });
    }
  }

  /** `due:2026-12-05`, and what comes near. */
  private readNames(): void {
    let from = 0;
    for (const match of this.text.matchAll(namePattern)) {
      const start = match.index;
      if (start < from || this.isInWord(start)) continue;
      const name = (match[1] as string).toLowerCase() as KeyName;
      const colonEnd = start + match[0].length;
      const isExact = this.paragraph.slice(start, colonEnd) === `${name}:`;
      const valueStart = isExact ? colonEnd : colonEnd + blanksAt(this.text, colonEnd);
      const end = isExact ? this.readValue(name, start, valueStart) : this.readLoose(name, start, valueStart);
      from = Math.max(from, end);
    }
  }

  private readValue(name: KeyName, start: number, valueStart: number): number {
    const word = matchAt(wordAt, this.text, valueStart).replace(/(?<![._/:+–—-])[._/:+–—-]+$/, '');
    if (word === '') return this.readLoose(name, start, valueStart + blanksAt(this.text, valueStart));
    const end = valueStart + word.length;
    const isRead = name === 'every' ? readPeriod(word) !== undefined : isCalendarDate(word);
    if (isRead && this.paragraph.slice(valueStart, end) === word) {
      const valueSpan = { start: valueStart, end };
      this.keys.push({ name, form: 'plain', value: word, valueSpan, start, end });
      return end;
    }
    const long = matchAt(name === 'every' ? periodLike : dayLike, this.text, valueStart);
    if (long === '' && !this.isStrict && name !== 'every') return end;
    return this.refuse(name, start, valueStart, long.length > word.length ? long : word);
  }

  /** With a blank, a capital or another slip: a key only where what follows looks like its value. */
  private readLoose(name: KeyName, start: number, valueStart: number): number {
    const written = matchAt(name === 'every' ? periodLike : dayLike, this.text, valueStart);
    return written === '' ? valueStart : this.refuse(name, start, valueStart, written);
  }

  private refuse(name: KeyName, start: number, valueStart: number, value: string): number {
    const written = value.replace(/(?<![\s,;:])[\s,;:]+$/, '');
    const end = valueStart + written.length;
    const found = name === 'every' ? [meantPeriod(written)].filter(isThere) : meantDays(written);
    const rewrites = found.map((one) => `${name}:${one}`);
    const whole = this.paragraph.slice(start, end).replace(/\s+/g, ' ');
    const message =
      name === 'every'
        ? noPeriod(whole, written, rewrites)
        : isCalendarDate(written)
          ? t`“${whole}” is not read; write ${name}:${written}`
          : noDay(written, rewrites, `${name}:2026-12-05`);
    this.problems.push({ message, rewrites, start, end });
    return end;
  }

  /** Behind a letter or digit, or behind a hyphen or underscore that follows one. */
  private isInWord(at: number): boolean {
    return /[\p{L}\p{M}\p{N}][-_'’]?$/u.test(this.text.slice(Math.max(0, at - 3), at));
  }

  private isDayLike(at: number): boolean {
    return matchAt(dayLike, this.text, at) !== '';
  }
}

function noDay(written: string, rewrites: readonly string[], example: string): Text {
  if (rewrites.length > 1) return t`“${written}” could be two days; write ${alternatives(rewrites)}`;
  const [rewrite] = rewrites;
  if (rewrite !== undefined) return t`“${written}” is not read as a day; write ${rewrite}`;
  return t`“${written}” is not a day of the calendar; write a day such as ${example}`;
}

function noPeriod(whole: string, written: string, rewrites: readonly string[]): Text {
  const [rewrite] = rewrites;
  if (rewrite === undefined)
    return t`“${written}” is no period; write every:1d, every:1w, every:1m, every:1q or every:1y, or more of them as every:2w`;
  const period = readPeriod(rewrite.slice('every:'.length));
  return period
    ? t`“${whole}” is not read; write ${rewrite} for ${periodWords(period)}`
    : t`“${whole}” is not read; write ${rewrite}`;
}

/** `every 2 weeks` of a field as `2w`. */
function repetition(value: string): string | undefined {
  const match = /^every[ \t]{1,3}((?:\d{1,3}[ \t]{1,3})?(?:day|week|month|quarter|year)s?)$/i.exec(value);
  return match ? meantPeriod(match[1] as string) : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

const blanks = /\s*/y;

function blanksAt(text: string, at: number): number {
  return matchAt(blanks, text, at).length;
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** Full-width letters, digits and signs as plain ones, in the same places. */
export function narrowed(text: string): string {
  if (!/[\u3000\uFF01-\uFF5E]/.test(text)) return text;
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

function hideSpans(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let result = '';
  let from = 0;
  for (const { start, end } of spans) {
    if (end <= from) continue;
    const begin = Math.max(start, from);
    result += text.slice(from, begin) + hidden.repeat(end - begin);
    from = end;
  }
  return result + text.slice(from);
}
