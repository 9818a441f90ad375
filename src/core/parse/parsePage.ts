import type { FieldNode } from '../model/frontMatter';
import { fieldNamed } from '../model/frontMatter';
import type { Page, SyntaxFault } from '../model/page';
import { LineMap, lineRange, type Range } from '../model/text';
import { parseYaml } from './parseYaml';
import { scanBody } from './scanBody';
import { type FrontMatterSplit, maximumFrontMatter, splitFrontMatter } from './splitFrontMatter';
import { suppressionsOf } from './suppressions';
import { tasksOf } from './tasks';
import { timeEntries } from './timeEntries';

/**
 * Parses one file. Undefined for a file that is not a page of a book: no front matter, or none with a `type`.
 * Never throws; what is wrong with the front matter stands in `syntaxFaults`.
 *
 * @param path from the book's root, with `/`
 */
export function parsePage(path: string, source: string): Page | undefined {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const split = splitFrontMatter(text);
  if (!split) return undefined;
  const lines = new LineMap(text);
  const front = readFrontMatter(split, text, lines);
  if (!front) return undefined;

  const type = front.type;
  const body = scanBody(text, front.bodyLine);
  const idNode = fieldNamed(front.fields, 'id')?.value;
  const id = idNode?.kind === 'scalar' && idNode.text.trim() !== '' ? idNode.text.trim() : fileId(path);
  const titleNode = fieldNamed(front.fields, 'title')?.value;
  const title =
    titleNode?.kind === 'scalar' && titleNode.text.trim() !== ''
      ? titleNode.text
      : (body.headings[0]?.text ?? id);
  const time =
    type.text === 'log' ? timeEntries(body.listItems, body.headings) : { entries: [], invalid: [] };
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
    ...tasksOf(body.listItems),
    suppressions: suppressionsOf(body),
  };
}

interface ReadFrontMatter {
  readonly fields: readonly FieldNode[];
  readonly isReadable: boolean;
  readonly faults: readonly SyntaxFault[];
  readonly type: { readonly text: string; readonly range: Range; readonly line: number };
  readonly bodyLine: number;
}

function readFrontMatter(split: FrontMatterSplit, text: string, lines: LineMap): ReadFrontMatter | undefined {
  const bodyLine = lines.positionAt(split.bodyStart).line + (endsLine(text, split.bodyStart) ? 0 : 1);
  if (!split.closed) return unclosed(split, lines);
  if (split.yaml.length > maximumFrontMatter) {
    const fault = {
      message: `The front matter is longer than ${maximumFrontMatter / 1024} KB; move text into the page’s body.`,
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
      text: value.kind === 'scalar' ? value.text.trim() : '',
      range: value.kind === 'scalar' && value.text === '' ? type.nameRange : value.range,
      line: type.nameRange.start.line,
    },
    bodyLine,
  };
}

const typeMark = 'type:';

/** Front matter that cannot be parsed makes a page when one of its lines begins with `type:`. */
function broken(
  split: FrontMatterSplit,
  lines: LineMap,
  bodyLine: number,
  faults: readonly SyntaxFault[],
): ReadFrontMatter | undefined {
  const firstLine = lines.positionAt(split.start).line;
  for (let line = firstLine; line < bodyLine && line < lines.lineCount; line++) {
    const text = lines.lineText(line);
    if (!text.startsWith(typeMark)) continue;
    const written = text.slice(typeMark.length).trim();
    const start = text.indexOf(written, typeMark.length);
    const remark = written.search(/\s#/);
    return {
      fields: [],
      isReadable: false,
      faults,
      type: {
        text: (remark < 0 ? written : written.slice(0, remark).trimEnd()).replace(/^(["'])(.*)\1$/, '$2'),
        range: written === '' ? lineRange(line, 0, 4) : lineRange(line, start, start + written.length),
        line,
      },
      bodyLine,
    };
  }
  return undefined;
}

function unclosed(split: FrontMatterSplit, lines: LineMap): ReadFrontMatter | undefined {
  let blank = lines.positionAt(split.start).line;
  while (blank < lines.lineCount && lines.lineText(blank).trim() !== '') blank++;
  const fault = {
    message: 'The front matter is never closed. Put a line of “---” behind its last field.',
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
      message: 'Characters here could not be read. Save the file in the encoding UTF-8.',
      range: lines.rangeOf(split.start + at, split.start + at + 1),
    },
  ];
}

function endsLine(text: string, offset: number): boolean {
  const before = text[offset - 1];
  return before === '\n' || before === '\r';
}

function fileId(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
}
