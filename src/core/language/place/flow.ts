/** One entry of a collection in brackets; offsets into the text that was read. */
export interface FlowEntry {
  /** Set in `{}` and for the pairs of a list. */
  readonly name?: string;
  readonly nameEnd: number;
  /** Behind the colon; -1 without one. */
  readonly afterColon: number;
  /** Where its value begins, or would begin; where the entry begins if it has no name. */
  readonly valueStart: number;
  /** The entry from its first through its last character that is no white space. */
  readonly start: number;
  readonly end: number;
  /** Everything between the marks that separate it from its neighbours. */
  readonly from: number;
  readonly to: number;
}

/** The innermost collection in brackets around a place. */
export interface FlowPlace {
  readonly isList: boolean;
  /** Names of the fields in braces around it, from the outermost. */
  readonly names: readonly string[];
  readonly entry: FlowEntry;
  /** The other entries of the same collection. */
  readonly others: readonly FlowEntry[];
}

interface Collection {
  readonly isList: boolean;
  readonly open: number;
  /** Behind the closing bracket; infinite where it is missing. */
  close: number;
  readonly entries: FlowEntry[];
  readonly children: { readonly name: string | undefined; readonly collection: Collection }[];
}

const maximumDepth = 64;

/**
 * Reads a collection in brackets as far as it is typed; unclosed brackets reach to the end of the text.
 *
 * @param text begins with `[` or `{`
 * @param cursor the place asked for
 * @returns undefined where the place is not inside the brackets, or in a comment
 */
export function flowPlaceIn(text: string, cursor: number): FlowPlace | undefined {
  let collection = new FlowReader(text).read(0, 0);
  if (cursor <= collection.open || cursor >= collection.close) return undefined;
  const names: string[] = [];
  for (;;) {
    const inner = collection.children.find(
      ({ collection: { open, close } }) => cursor > open && cursor < close,
    );
    if (!inner) break;
    if (inner.name !== undefined) names.push(inner.name);
    collection = inner.collection;
  }
  const entry = collection.entries.find(({ from, to }) => cursor >= from && cursor <= to);
  return (
    entry && {
      isList: collection.isList,
      names,
      entry,
      others: collection.entries.filter((other) => other !== entry && other.end > other.start),
    }
  );
}

class FlowReader {
  private at = 0;

  constructor(private readonly text: string) {}

  /** Reads the collection whose opening bracket stands at `open`. */
  read(open: number, depth: number): Collection {
    const collection: Collection = {
      isList: this.text[open] === '[',
      open,
      close: Number.POSITIVE_INFINITY,
      entries: [],
      children: [],
    };
    this.at = open + 1;
    for (;;) {
      this.readEntry(collection, depth);
      const separator = this.text[this.at];
      if (separator === undefined) return collection;
      this.at++;
      if (separator !== ',') {
        collection.close = this.at;
        return collection;
      }
    }
  }

  /** Reads up to the comma or the bracket behind an entry. */
  private readEntry(collection: Collection, depth: number): void {
    const from = this.at;
    this.skipBlank();
    const start = this.at;
    let end = start;
    let name: string | undefined;
    let nameEnd = start;
    let afterColon = -1;
    let valueStart = start;
    while (this.at < this.text.length) {
      const character = this.text[this.at] as string;
      if (character === ',' || character === ']' || character === '}') break;
      if ((character === '[' || character === '{') && depth < maximumDepth) {
        collection.children.push({ name, collection: this.read(this.at, depth + 1) });
      } else if ((character === '"' || character === "'") && this.at === valueStart) {
        this.skipQuoted(character);
      } else if (character === ':' && afterColon < 0 && this.endsName()) {
        name = unquoted(this.text.slice(start, end));
        nameEnd = end;
        afterColon = ++this.at;
        end = afterColon;
        this.skipBlank();
        valueStart = this.at;
        continue;
      } else this.at++;
      end = this.at;
      this.skipBlank();
    }
    collection.entries.push({
      ...(name === undefined ? {} : { name }),
      nameEnd: name === undefined ? end : nameEnd,
      afterColon,
      valueStart,
      start,
      end,
      from,
      to: this.at,
    });
  }

  private endsName(): boolean {
    const next = this.text[this.at + 1];
    return next === undefined || /[\s,[\]{}]/.test(next) || /["']/.test(this.text[this.at - 1] ?? '');
  }

  private skipQuoted(quote: string): void {
    this.at++;
    while (this.at < this.text.length && this.text[this.at] !== quote) {
      this.at += quote === '"' && this.text[this.at] === '\\' ? 2 : 1;
    }
    this.at = Math.min(this.at + 1, this.text.length);
  }

  private skipBlank(): void {
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) return;
      if (character === '#' && /\s/.test(this.text[this.at - 1] ?? ' ')) {
        const end = this.text.indexOf('\n', this.at);
        this.at = end < 0 ? this.text.length : end;
      } else if (/\s/.test(character)) this.at++;
      else return;
    }
  }
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}
