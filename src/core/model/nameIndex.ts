import { getOrMake } from './maps';

/** Names longer than this are not compared. */
const maxLength = 100;
/** A name that contains another one shares a piece of so many characters with it. */
const pieceLength = 4;

/** So many places are looked at for one text, so that thousands of texts among thousands of names take seconds. */
const maxLooks = 2000;

interface TrieNode {
  readonly next: Map<number, TrieNode>;
  /** The names that end here; they differ in case alone. */
  names: string[] | undefined;
}

interface Found {
  readonly name: string;
  readonly far: number;
}

/**
 * Many names, of which those are found that a text most likely means, as `nearestNames` finds them: without looking at
 * each of them, since names that begin alike are compared together and those that begin otherwise not at all. Among very
 * many names, far ones may be missed.
 */
export class NameIndex {
  private readonly root: TrieNode = { next: new Map(), names: undefined };
  private readonly byLowerCase = new Map<string, string[]>();
  /** Of the names, in UTF-16 code units. */
  private readonly lengths = new Set<number>();
  private pieces: Map<string, string[]> | undefined;
  private readonly answers = new Map<string, readonly string[]>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const lower = name.toLowerCase();
      getOrMake(this.byLowerCase, lower, (): string[] => []).push(name);
    }
    for (const [lower, same] of this.byLowerCase) {
      this.lengths.add(lower.length);
      if (lower.length > maxLength + limitOf(maxLength)) continue;
      let node = this.root;
      for (let at = 0; at < lower.length; at++)
        node = getOrMake(node.next, lower.charCodeAt(at), () => ({ next: new Map(), names: undefined }));
      node.names = same;
    }
  }

  /** Nearest first, at most three. */
  nearest(text: string): readonly string[] {
    return getOrMake(this.answers, text, () => this.find(text.toLowerCase()));
  }

  private find(wanted: string, count = 3): readonly string[] {
    if (wanted === '' || wanted.length > maxLength) return [];
    const limit = limitOf(wanted.length);
    let found: Found[] = [];
    for (let bound = 0; bound <= limit && found.length < count; bound++) {
      const nearer = this.within(wanted, bound);
      if (!nearer) break;
      found = nearer;
    }
    if (found.length < count && wanted.length >= pieceLength) {
      found.push(...this.containing(wanted, limit), ...this.containedIn(wanted, limit));
    }
    return found
      .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
      .slice(0, count)
      .map(({ name }) => name);
  }

  /** The names at most so many changes away (Levenshtein); undefined where that takes too many looks. */
  private within(wanted: string, bound: number): Found[] | undefined {
    const found: Found[] = [];
    const width = wanted.length + 1;
    const rows: Uint16Array[] = [Uint16Array.from({ length: width }, (_, at) => at)];
    let looks = 0;
    const visit = (node: TrieNode, depth: number): void => {
      const row = rows[depth] as Uint16Array;
      const far = row[wanted.length] as number;
      if (node.names && far <= bound) for (const name of node.names) found.push({ name, far });
      const after = rows[depth + 1] ?? new Uint16Array(width);
      rows[depth + 1] = after;
      for (const [code, next] of node.next) {
        if (++looks > maxLooks) return;
        if (fillRow(after, row, wanted, code) <= bound) visit(next, depth + 1);
      }
    };
    visit(this.root, 0);
    return looks > maxLooks ? undefined : found;
  }

  private containing(wanted: string, limit: number): Found[] {
    this.pieces ??= piecesOf(this.byLowerCase.keys());
    let fewest: readonly string[] | undefined;
    for (const piece of eachPiece(wanted)) {
      const holders = this.pieces.get(piece) ?? [];
      if (!fewest || holders.length < fewest.length) fewest = holders;
    }
    if (!fewest || fewest.length > maxLooks) return [];
    return fewest
      .filter((lower) => lower.length - wanted.length > limit && lower.includes(wanted))
      .flatMap((lower) => this.foundAs(lower, limit + lower.length - wanted.length));
  }

  private containedIn(wanted: string, limit: number): Found[] {
    const inner = new Set<string>();
    for (const length of this.lengths) {
      if (length < pieceLength || length >= wanted.length - limit) continue;
      for (let at = 0; at + length <= wanted.length; at++) inner.add(wanted.slice(at, at + length));
    }
    return [...inner].flatMap((lower) => this.foundAs(lower, limit + wanted.length - lower.length));
  }

  private foundAs(lower: string, far: number): Found[] {
    return (this.byLowerCase.get(lower) ?? []).map((name) => ({ name, far }));
  }
}

function limitOf(length: number): number {
  return Math.max(1, Math.floor(length / 3));
}

/** The changes from each beginning of a text to the names that go on by one character; returns the fewest. */
function fillRow(after: Uint16Array, row: Uint16Array, wanted: string, code: number): number {
  let left = (row[0] as number) + 1;
  let least = left;
  after[0] = left;
  for (let at = 1; at <= wanted.length; at++) {
    const replaced = (row[at - 1] as number) + (wanted.charCodeAt(at - 1) === code ? 0 : 1);
    left = Math.min(replaced, (row[at] as number) + 1, left + 1);
    after[at] = left;
    if (left < least) least = left;
  }
  return least;
}

function piecesOf(names: Iterable<string>): Map<string, string[]> {
  const pieces = new Map<string, string[]>();
  for (const name of names) {
    for (const piece of new Set(eachPiece(name))) getOrMake(pieces, piece, (): string[] => []).push(name);
  }
  return pieces;
}

function* eachPiece(text: string): Iterable<string> {
  for (let at = 0; at + pieceLength <= text.length; at++) yield text.slice(at, at + pieceLength);
}
