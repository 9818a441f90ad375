import { isTaskText, scanBody } from '../../markdown';
import type { BodyScan } from '../../model/bodyScan';
import { type KeyName, keyNameOf } from '../../model/taskKey';
import { type LineMap, lineRange, type Position, type Range } from '../../model/text';
import { parseEntryHead, parseTimeEntry, underTime } from '../../parse/timeEntries';
import { isDaily } from '../../schema/schema';
import { couldBeDateWords } from '../dates/dateWords';
import type { BodyPlace, MarkdownLinkPlace, MentionPlace, TaskPlace, WikiLinkPlace } from './places';

export interface BodyText {
  readonly text: string;
  readonly lines: LineMap;
  /** The first line of the body. */
  readonly firstLine: number;
  readonly pageType: string;
}

/** A word that no page holds: where the scanner finds it, something typed there would be read. */
const probe = 'statusbookprobe';
const itemMarkPattern = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;
const taskMarkPattern = /^\[[ xX]\][ \t]+/;
/** What a time may be typed of, until it can be read. */
const timeBegun = /^[<+−-]?(?:\d[\dhmap.:：?<>–− -]*)?$/i;
/** The titles of activities have so many words at most. */
const maxWords = 6;
/** A key of a task up to its value: plain, or as Obsidian’s plugins write it. */
const keyPattern =
  /(?:^|[\s([{*_~,;])(?:(due|made|done|was|every):(?!:)|[[(][ \t]{0,3}(due|made|created|done|completion|was|repeat)[ \t]{0,3}::[ \t]?)|([📅📆🗓✅➕🔁])\uFE0F?[ \t]?/gu;

/**
 * What stands at a place of the body. Whether it counts there — outside of fences, comments, code and quotes — is asked
 * of the scanner that reads the book, with a probe in its place.
 */
export function bodyPlaceAt(body: BodyText, position: Position): BodyPlace | undefined {
  return new BodyPlaceReader(body, position).read();
}

/** The time that an item begins with, with what parts it from its activity; undefined until that is typed. */
function timeBefore(typed: string): string | undefined {
  const head = parseEntryHead(typed);
  if ('reason' in head || head.value.activityStart === head.value.time.length) return undefined;
  return typed.slice(0, head.value.activityStart);
}

function nameOfKey([, plain, field, sign]: RegExpMatchArray): KeyName {
  return keyNameOf(plain ?? field ?? sign ?? '');
}

class BodyPlaceReader {
  private readonly line: string;
  private readonly before: string;
  private readonly after: string;

  constructor(
    private readonly body: BodyText,
    private readonly position: Position,
  ) {
    this.line = body.lines.lineText(position.line);
    this.before = this.line.slice(0, position.character);
    this.after = this.line.slice(position.character);
  }

  read(): BodyPlace | undefined {
    return (
      this.ignoredRule() ??
      this.wikiLink() ??
      this.markdownLink() ??
      this.timeEntry() ??
      this.task() ??
      this.mention()
    );
  }

  private ignoredRule(): BodyPlace | undefined {
    const match = /<!--\s*status-book-ignore\s+((?:[\w-]+[\s,]+)*)([\w-]*)$/.exec(this.before);
    if (!match) return undefined;
    const word = this.wordAround(match[2] as string, /^[\w-]*/);
    const isRead = this.reads(`${this.before} ${probe} -->`, ({ comments }) =>
      comments.some(({ text }) => text.includes(probe)),
    );
    if (!isRead) return undefined;
    const others = `${match[1] ?? ''} ${/^[\w\s,-]*?(?=-->|$)/.exec(this.after.slice(word.tail.length))?.[0] ?? ''}`;
    return {
      kind: 'ignoredRule',
      ...word.place,
      others: others.split(/[\s,]+/).filter((rule) => rule !== ''),
    };
  }

  private wikiLink(): WikiLinkPlace | undefined {
    const open = this.before.lastIndexOf('[[');
    if (open < 0) return undefined;
    const typed = this.before.slice(open + 2);
    if (/[[\]]/.test(typed)) return undefined;
    const close = /^[^[\]]*(?=\]\])/.exec(this.after)?.[0];
    const content = typed + (close ?? /^[\p{L}\p{N}_-]*/u.exec(this.after)?.[0] ?? '');
    const behind = this.line.slice(open + 2 + content.length + (close === undefined ? 0 : 2));
    const isRead = this.reads(`${this.before.slice(0, open)}[[${probe}]]${behind}`, ({ links }) =>
      links.some(({ form, target }) => form === 'wiki' && target === probe),
    );
    if (!isRead) return undefined;
    const bar = content.indexOf('|');
    const name = bar < 0 ? content : content.slice(0, bar).replace(/\\$/, '');
    const hash = name.indexOf('#');
    const target = hash < 0 ? name : name.slice(0, hash);
    const at = typed.length;
    const [part, from, to]: [WikiLinkPlace['part'], number, number] =
      at <= target.length
        ? ['target', 0, target.length]
        : hash >= 0 && at <= name.length
          ? ['heading', hash + 1, name.length]
          : ['label', bar + 1, content.length];
    return {
      kind: 'wikiLink',
      part,
      target: target.trim(),
      range: this.rangeFrom(open + 2 + from, open + 2 + to),
      text: content.slice(from, to),
      isClosed: close !== undefined,
    };
  }

  private markdownLink(): MarkdownLinkPlace | undefined {
    const match = /\]\(([^()\s#<>]*)$/.exec(this.before);
    if (!match) return undefined;
    const start = match.index + 2;
    const tail = /^[^()\s#<>]*/.exec(this.after)?.[0] ?? '';
    const end = this.before.length + tail.length;
    const isClosed = /^(?:#[^()\s]*)?\)/.test(this.line.slice(end));
    const behind = isClosed ? this.line.slice(end) : `)${this.line.slice(end)}`;
    const isRead = this.reads(`${this.before.slice(0, start)}${probe}.md${behind}`, ({ links }) =>
      links.some(({ form, target }) => form === 'markdown' && target === `${probe}.md`),
    );
    if (!isRead) return undefined;
    return {
      kind: 'markdownLink',
      range: this.rangeFrom(start, end),
      text: this.line.slice(start, end),
      isClosed,
    };
  }

  private timeEntry(): BodyPlace | undefined {
    const marker = isDaily(this.body.pageType) ? itemMarkPattern.exec(this.line)?.[0] : undefined;
    if (marker === undefined || this.before.length < marker.length) return undefined;
    if (isTaskText(this.line.slice(marker.length))) return undefined;
    const typed = this.before.slice(marker.length);
    const time = timeBefore(typed);
    if (time === undefined && !timeBegun.test(typed)) return undefined;
    const activity = time === undefined ? '' : typed.slice(time.length);
    if (/[:：]/.test(activity) || activity.split(/\s+/).length > maxWords) return undefined;
    const probed = `1h ${probe}`;
    const isEntry = this.reads(`${marker}${probed}`, ({ listItems, headings }) => {
      const found = listItems.find((candidate) => candidate.text === probed);
      return (
        found !== undefined &&
        found.depth === 0 &&
        !found.quoted &&
        // Elsewhere a list item is prose until its time is complete.
        (time !== undefined || underTime(found, headings))
      );
    });
    if (!isEntry) return undefined;
    if (time === undefined) {
      const word = this.wordAround(typed, /^[\dhmap.:：?<>–−-]*/i);
      return { kind: 'timeEntry', part: 'time', ...word.place, rest: this.after.slice(word.tail.length) };
    }
    const word = this.wordAround(activity, this.activityTail(time, activity));
    return { kind: 'timeEntry', part: 'activity', ...word.place, rest: this.after.slice(word.tail.length) };
  }

  /** What of an activity’s name follows the cursor: all of it where its colon ends a title, else the word. */
  private activityTail(time: string, activity: string): RegExp {
    const name = /^[^:：]*/.exec(this.after)?.[0] ?? '';
    const parsed = parseTimeEntry(`${time}${activity}${name}`, this.rangeFrom(0, 0));
    return 'value' in parsed ? /^(?:[^\s:：]|\s+(?=[^\s:：]))*/ : /^[^\s:：]*/;
  }

  private task(): TaskPlace | undefined {
    const marker = itemMarkPattern.exec(this.line)?.[0];
    const mark = marker && taskMarkPattern.exec(this.line.slice(marker.length))?.[0];
    if (!marker || !mark) return undefined;
    const start = marker.length + mark.length;
    if (this.before.length < start) return undefined;
    const isRead = this.reads(`${marker}[ ] ${probe}`, ({ listItems }) =>
      listItems.some(({ text, quoted }) => text === `[ ] ${probe}` && !quoted),
    );
    if (!isRead) return undefined;
    const all = this.line.slice(start);
    const isCommitment = all.startsWith('@');
    const dateNames = new Set([...all.matchAll(keyPattern)].map(nameOfKey));
    const make = (part: TaskPlace['part'], typed: string, tail: RegExp): TaskPlace => {
      const word = this.wordAround(typed, tail);
      const rest = this.after.slice(word.tail.length);
      return { kind: 'task', part, isCommitment, ...word.place, dateNames, rest };
    };
    const typed = this.before.slice(start);
    const department = /^[\p{L}\p{M}\d_-]*/u;
    if (/^(?:@[\p{L}\p{M}\d_-]*)?$/u.test(typed)) return make('from', typed, department);
    const to = /^@[\p{L}\p{M}\d_-]+\s*(?:->|→)\s*(@[\p{L}\p{M}\d_-]*|)$/u.exec(typed);
    if (to) return make('to', to[1] as string, department);
    const key = [...typed.matchAll(keyPattern)].at(-1);
    const dateName = key && nameOfKey(key);
    const words = key && typed.slice(key.index + key[0].length);
    if (words !== undefined && dateName !== 'every' && !/[,;)\]]/.test(words) && couldBeDateWords(words)) {
      return { ...make('date', words, /^[\d-]*/), dateName };
    }
    const word = /(?:^|\s)([a-z]*)$/.exec(typed);
    return word ? make('word', word[1] as string, /^[a-z]*:?/) : undefined;
  }

  private mention(): MentionPlace | undefined {
    const match = /(?:^|[^\p{L}\p{M}\p{N}_/])(@[\p{L}\p{M}\d_-]*)$/u.exec(this.before);
    if (!match) return undefined;
    const word = this.wordAround(match[1] as string, /^[\p{L}\p{M}\d_-]*/u);
    const start = this.before.length - (match[1] as string).length;
    const behind = this.after.slice(word.tail.length);
    const isRead = this.reads(`${this.before.slice(0, start)}@${probe}${behind}`, ({ mentions }) =>
      mentions.some(({ name }) => name === probe),
    );
    return isRead ? { kind: 'mention', ...word.place } : undefined;
  }

  /** The word that ends with `typed` at the cursor, and what of it follows. */
  private wordAround(typed: string, tailPattern: RegExp) {
    const tail = tailPattern.exec(this.after)?.[0] ?? '';
    const start = this.before.length - typed.length;
    const range = this.rangeFrom(start, this.before.length + tail.length);
    return { place: { range, text: typed + tail }, tail };
  }

  private rangeFrom(start: number, end: number): Range {
    return lineRange(this.position.line, start, end);
  }

  /** What the scanner would say if the line read otherwise. */
  private reads(line: string, check: (scan: BodyScan) => boolean): boolean {
    const { text, lines, firstLine } = this.body;
    const start = lines.offsetAt({ line: this.position.line, character: 0 });
    return check(scanBody(text.slice(0, start) + line + text.slice(start + this.line.length), firstLine));
  }
}
