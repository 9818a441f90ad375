import type { BodyScan, Comment } from '../model/bodyScan';
import type { Suppression } from '../model/page';
import { inSlices, type SlicedWork } from '../model/slices';
import { lineRange, type Range } from '../model/text';

/** So many comments are read in one slice of work. */
const commentsPerSlice = 256;
const suppressionMark = 'status-book-ignore';
const opening = '<!--'.length;
const wordPattern = /[^\s,:]+/g;

/** The comments of a page that ask for rules to be quiet: ids parted by blanks or commas, then perhaps `: a reason`. */
export function* suppressionsOf(body: BodyScan): SlicedWork<Suppression[]> {
  const suppressions: Suppression[] = [];
  yield* inSlices(body.comments, commentsPerSlice, (comment) => {
    const before = comment.text.length - comment.text.trimStart().length;
    if (!isSuppression(comment.text, before)) return;
    const start = before + suppressionMark.length;
    const colon = comment.text.indexOf(':', start);
    const ids = comment.text.slice(start, colon < 0 ? undefined : colon);
    const words = [...ids.matchAll(wordPattern)];
    const rangeAt = placesIn(comment);
    const names = words.map(({ 0: text, index }) => ({ text, range: rangeAt(start + index, text.length) }));
    suppressions.push({
      rules: names.map(({ text }) => text),
      names,
      range: comment.range,
      line: comment.range.end.line,
      firstLine: comment.range.start.line,
    });
  });
  return suppressions;
}

function isSuppression(text: string, at: number): boolean {
  return text.startsWith(suppressionMark, at) && !/^[\w-]/.test(text.charAt(at + suppressionMark.length));
}

/** Where a word of a comment stands, for words in order. */
function placesIn({ text, range }: Comment): (index: number, length: number) => Range {
  let { line, character } = range.start;
  character += opening;
  let at = 0;
  return (index, length) => {
    for (; at < index; at++) {
      const isBreak = text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n');
      line += isBreak ? 1 : 0;
      character = isBreak ? 0 : character + 1;
    }
    return lineRange(line, character, character + length);
  };
}
