import matter from 'gray-matter';

/** Where a page's front matter stands, as offsets into the whole text. */
export interface FrontMatterSplit {
  readonly yaml: string;
  /** Offset of the first character of `yaml`. */
  readonly start: number;
  /** Offset just behind the closing fence's line ending; the length of the text where it is never closed. */
  readonly bodyStart: number;
  readonly closed: boolean;
}

/** Front matter may be this long, in UTF-16 units; the YAML library needs quadratic time for its keys. */
export const maximumFrontMatter = 64 * 1024;

const openingFence = /^---[ \t]*(?:\r\n|\n|\r)/;
const closingFence = /(?:^|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/;

const harmless = { parse: (): object => ({}), stringify: (): string => '' };

/** gray-matter runs `---js` through `eval` unless every engine is replaced under each of its names. */
const engines = Object.fromEntries(
  ['yaml', 'yml', 'json', 'javascript', 'js', 'coffee', 'coffeescript', 'cson', 'toml'].map((name) => [
    name,
    harmless,
  ]),
);

/**
 * Splits front matter from the body; undefined for a text that does not begin with a `---` line.
 * A fence is a line of exactly three hyphens, white space aside: `----`, `---js` and `---extra` open and close nothing.
 */
export function splitFrontMatter(text: string): FrontMatterSplit | undefined {
  return split(text, (start) => splitPlain(text, start) ?? splitAtFirstFence(text, start));
}

/** The same without the fast path. */
export function splitWithLibrary(text: string): FrontMatterSplit | undefined {
  return split(text, (start) => splitAtFirstFence(text, start));
}

function split(
  text: string,
  atFirstFence: (start: number) => FrontMatterSplit | undefined,
): FrontMatterSplit | undefined {
  const opening = openingFence.exec(text);
  if (!opening) return undefined;
  const start = opening[0].length;
  const first = atFirstFence(start);
  if (first) return first;
  // gray-matter took `---extra` for a fence, or found none: look for a true one behind it.
  const rest = text.slice(start);
  const closing = closingFence.exec(rest);
  if (!closing) return { yaml: rest, start, bodyStart: text.length, closed: false };
  const yamlLength = closing.index === 0 && rest.startsWith('---') ? 0 : closing.index + 1;
  return {
    yaml: rest.slice(0, yamlLength),
    start,
    bodyStart: start + closing.index + closing[0].length,
    closed: true,
  };
}

const restOfFence = /[ \t]*(?:\r\n|\n|\r|$)/y;

/** The usual case, without the comments and values that gray-matter looks for behind its fences. */
function splitPlain(text: string, start: number): FrontMatterSplit | undefined {
  if (!text.startsWith('\n', 3) && !text.startsWith('\r\n', 3)) return undefined;
  const close = text.indexOf('\n---', 3);
  if (close < 0 || close > maximumFrontMatter) return undefined;
  restOfFence.lastIndex = close + 4;
  const rest = restOfFence.exec(text);
  if (!rest) return undefined;
  const yaml = text.slice(start, close + 1);
  // A lone CR ends a line, too.
  if (yaml.includes('\r') && /\r(?!\n)/.test(yaml)) return undefined;
  return { yaml, start, bodyStart: close + 4 + rest[0].length, closed: true };
}

/** gray-matter looks for comments with a regular expression that takes quadratic time on so much white space. */
const longBlank = /(?<!\s)\s{1000}/;

function splitAtFirstFence(text: string, start: number): FrontMatterSplit | undefined {
  const head = text.slice(0, start + maximumFrontMatter);
  if (longBlank.test(head)) return undefined;
  let matterLength: number;
  try {
    matterLength = matter(head, { engines, language: 'yaml' }).matter.length;
  } catch {
    return undefined;
  }
  // `.matter` begins behind `---`, with the rest of the fence's line and its line ending.
  const end = '---'.length + matterLength;
  const fence = /^\n?---[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end, end + 1000));
  if (end < start - 1 || !fence) return undefined;
  const fenceStart = text[end] === '\n' ? end + 1 : end;
  return { yaml: text.slice(start, fenceStart), start, bodyStart: end + fence[0].length, closed: true };
}
