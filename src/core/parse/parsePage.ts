import { scanBodyInSlices } from '../markdown';
import type { BodyScan, PlainLine } from '../model/bodyScan';
import { type FieldNode, fieldNamed, itemsOf, type ValueNode } from '../model/frontMatter';
import { t } from '../model/message';
import type { Page, SyntaxFault } from '../model/page';
import { fileId } from '../model/pageId';
import { runAll, type SlicedWork } from '../model/slices';
import { LineMap, lineRange, type Range } from '../model/text';
import { isDaily, pageType } from '../schema/schema';
import { beginsWithConflict, conflictsIn, outsideConflicts, type TextConflict } from './conflicts';
import { parseYaml } from './parseYaml';
import { type FrontMatterSplit, maximumFrontMatter, splitFrontMatter } from './splitFrontMatter';
import { suppressionsOf } from './suppressions';
import { tasksOf } from './tasks';
import { timeEntries } from './timeEntries';

/**
 * Parses one file. Undefined for a file that is not a page of a book: no front matter, or none with a `type`, unless it
 * begins with the mark of a merge that was not finished. Never throws; what is wrong with the front matter stands in `syntaxFaults`.
 *
 * @param path from the book's root, with `/`
 */
export function parsePage(path: string, source: string): Page | undefined {
  return runAll(parsePageInSlices(path, source));
}

/** The same as `parsePage`, in slices. */
export function* parsePageInSlices(path: string, source: string): SlicedWork<Page | undefined> {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const split = splitFrontMatter(text);
  if (!split && !beginsWithConflict(text)) return undefined;
  const lines = new LineMap(text);
  const conflicts = yield* conflictsIn(text, lines);
  const front = split ? readFrontMatter(split, text, lines, conflicts) : behindConflictMark(lines);
  if (!front) return undefined;

  const type = front.type;
  const plainLines: PlainLine[] = [];
  const noteLine = (line: PlainLine): void => {
    plainLines.push(line);
  };
  const scan = yield* scanBodyInSlices(text, front.bodyLine, isDaily(type.text) ? noteLine : undefined);
  const body = withoutPlaceholder(scan, type.text, lines);
  const idNode = fieldNamed(front.fields, 'id')?.value;
  const id = idNode?.kind === 'scalar' && idNode.text.trim() !== '' ? idNode.text.trim() : fileId(path);
  const titleNode = fieldNamed(front.fields, 'title')?.value;
  const title =
    titleNode?.kind === 'scalar' && titleNode.text.trim() !== ''
      ? titleNode.text
      : (body.headings[0]?.text ?? id);
  const items = outsideConflicts(body.listItems, conflicts);
  const time = isDaily(type.text)
    ? yield* timeEntries(items, body.headings, linesThatCount(plainLines, body, conflicts))
    : { entries: [], invalid: [] };
  const suppressions = yield* suppressionsOf(body);
  const { tasks, commitments } = yield* tasksOf(items);
  return {
    path,
    id,
    ...(idNode && id !== '' && idNode.kind === 'scalar' && idNode.text.trim() === id
      ? { idRange: idNode.range }
      : {}),
    title,
    type: type.text,
    typeRange: type.range,
    typeLine: lineRange(type.line, 0, lines.lineText(type.line).length),
    fields: front.fields,
    isReadable: front.isReadable,
    syntaxFaults: front.faults,
    bodyLine: front.bodyLine,
    body,
    entries: time.entries,
    invalidEntries: time.invalid,
    tasks,
    commitments,
    suppressions,
    conflicts: conflicts.map((conflict) => ({
      ...conflict,
      inFrontMatter: conflict.firstLine < front.bodyLine,
    })),
  };
}

/** The lines outside of comments and conflicts. */
function linesThatCount(
  lines: readonly PlainLine[],
  { comments }: BodyScan,
  conflicts: readonly TextConflict[],
): PlainLine[] {
  const hidden = [
    ...comments.map(({ range }) => ({ firstLine: range.start.line + 1, lastLine: range.end.line })),
    ...conflicts,
  ].sort((a, b) => a.firstLine - b.firstLine);
  let next = 0;
  let last = -1;
  return lines.filter(({ range: { start } }) => {
    for (; next < hidden.length && (hidden[next]?.firstLine ?? 0) <= start.line; next++)
      last = Math.max(last, hidden[next]?.lastLine ?? 0);
    return start.line > last;
  });
}

/** The quote that a new page of a type starts with is nobody's words as long as it stands there alone. */
function withoutPlaceholder(body: BodyScan, type: string, lines: LineMap): BodyScan {
  const opening = body.quoteLines.length > 0 ? pageType(type)?.opening : undefined;
  if (!opening?.startsWith('>')) return body;
  const isPlaceholder = (line: number): boolean =>
    lines.lineText(line).trim() === opening &&
    !lines
      .lineText(line + 1)
      .trimStart()
      .startsWith('>');
  return { ...body, quoteLines: body.quoteLines.filter((line) => !isPlaceholder(line)) };
}

interface ReadFrontMatter {
  readonly fields: readonly FieldNode[];
  readonly isReadable: boolean;
  readonly faults: readonly SyntaxFault[];
  readonly type: { readonly text: string; readonly range: Range; readonly line: number };
  readonly bodyLine: number;
}

function readFrontMatter(
  split: FrontMatterSplit,
  text: string,
  lines: LineMap,
  conflicts: readonly TextConflict[],
): ReadFrontMatter | undefined {
  const bodyLine = lines.positionAt(split.bodyStart).line + (endsLine(text, split.bodyStart) ? 0 : 1);
  const holdsConflict = (end: number): boolean => (conflicts[0]?.firstLine ?? end) < end;
  if (!split.closed) {
    const front = unclosed(split, lines);
    return front && holdsConflict(front.bodyLine) ? { ...front, faults: [] } : front;
  }
  if (holdsConflict(bodyLine)) return broken(split, lines, bodyLine, []);
  if (split.yaml.length > maximumFrontMatter) {
    const fault = {
      message: t`The front matter is longer than ${maximumFrontMatter / 1024} KB; move text into the page’s body.`,
      range: lineRange(0, 0, 3),
    };
    return broken(split, lines, bodyLine, [fault]);
  }
  const { fields, problems } = parseYaml(split.yaml, split.start, lines);
  if (problems.length > 0) return broken(split, lines, bodyLine, problems);
  const type = fieldNamed(fields, 'type');
  if (!type) return undefined;
  const { value } = type;
  return {
    fields,
    isReadable: true,
    faults: unreadable(split, lines),
    type: {
      text: typeText(value),
      range: value.kind === 'scalar' && value.text === '' ? type.nameRange : value.range,
      line: type.nameRange.start.line,
    },
    bodyLine,
  };
}

const typeMark = 'type:';

/** A list of one counts as that one; a longer one is nobody’s type. */
function typeText(value: ValueNode): string {
  return itemsOf(value)
    .map((item) => (item.kind === 'scalar' ? item.text.trim() : ''))
    .join(', ');
}

/** Front matter that cannot be parsed makes a page when one of its lines begins with `type:`. */
function broken(
  split: FrontMatterSplit,
  lines: LineMap,
  bodyLine: number,
  faults: readonly SyntaxFault[],
): ReadFrontMatter | undefined {
  const type = namedType(lines, lines.positionAt(split.start).line, bodyLine);
  return type && { fields: [], isReadable: false, faults, type, bodyLine };
}

/** The type that the first line from `start` to `end` names which begins with `type:`. */
function namedType(lines: LineMap, start: number, end: number): ReadFrontMatter['type'] | undefined {
  for (let line = start; line < end && line < lines.lineCount; line++) {
    const text = lines.lineText(line);
    if (!text.startsWith(typeMark)) continue;
    const written = text.slice(typeMark.length).trim();
    const at = text.indexOf(written, typeMark.length);
    const remark = written.search(/\s#/);
    return {
      text: (remark < 0 ? written : written.slice(0, remark).trimEnd()).replace(/^(["'])(.*)\1$/, '$2'),
      range: written === '' ? lineRange(line, 0, 4) : lineRange(line, at, at + written.length),
      line,
    };
  }
  return undefined;
}

/** Where a conflict begins before the front matter: the first type that is named is taken. */
function behindConflictMark(lines: LineMap): ReadFrontMatter {
  const type = namedType(lines, 1, lines.lineCount);
  let bodyLine = type ? type.line + 1 : 1;
  while (type && bodyLine < lines.lineCount && lines.lineText(bodyLine).trimEnd() !== '---') bodyLine++;
  const isClosed = bodyLine < lines.lineCount;
  return {
    fields: [],
    isReadable: false,
    faults: [],
    type: type ?? { text: '', range: lineRange(0, 0, lines.lineText(0).length), line: 0 },
    bodyLine: !type ? 1 : isClosed ? bodyLine + 1 : type.line + 1,
  };
}

function unclosed(split: FrontMatterSplit, lines: LineMap): ReadFrontMatter | undefined {
  let blank = lines.positionAt(split.start).line;
  while (blank < lines.lineCount && lines.lineText(blank).trim() !== '') blank++;
  const fault = {
    message: t`The front matter is never closed. Put a line of “---” behind its last field.`,
    range: lineRange(0, 0, 3),
  };
  return broken(split, lines, blank, [fault]);
}

/** Replacement characters tell that the file is in another encoding than the one it was read in. */
function unreadable(split: FrontMatterSplit, lines: LineMap): SyntaxFault[] {
  const at = split.yaml.indexOf('\ufffd');
  if (at < 0) return [];
  return [
    {
      message: t`Characters here could not be read. Save the file in the encoding UTF-8.`,
      range: lines.rangeOf(split.start + at, split.start + at + 1),
    },
  ];
}

function endsLine(text: string, offset: number): boolean {
  const before = text[offset - 1];
  return before === '\n' || before === '\r';
}
