import type { Span } from '../model/bodyScan';
import { t } from '../model/message';
import type { KeyProblem } from './taskKeys';
import { narrowed } from './taskKeys';

/** Who promises to whom, as a commitment begins. */
export interface Parties {
  /** In Unicode NFC; empty where no name can be read. */
  readonly from: string;
  readonly fromSpan: Span;
  /** Absent where the commitment is to me. */
  readonly to?: string;
  readonly toSpan?: Span;
  /** Where the text begins. */
  readonly end: number;
  readonly problems: readonly KeyProblem[];
}

const namePattern = /[\p{L}\d](?:[\p{L}\p{M}\d_-]*[\p{L}\p{M}\d])?/uy;
/** What people write for the arrow. */
const arrowPattern = /\s*(-{1,2}\s?>|[–—]\s?>|={1,2}>|[→⇒➔➜➡]\uFE0F?)\s*/uy;
/** What is glued to a name and cannot be a part of it. */
const gluedPattern = /[^\s:,;.!?→⇒➔➜➡–—=<>()*-][^\s:,;()*]*/uy;
const anotherPattern = /\s*(?:,|&|\+|\/|and\s)\s*@/iuy;

/** Reads `@rnd -> @sales:` at a place of a paragraph that begins with `@`. */
export function readParties(paragraph: string, start: number): Parties {
  const text = narrowed(paragraph);
  const problems: KeyProblem[] = [];
  if (paragraph[start] !== '@') {
    const message = t`A department is named behind a plain @`;
    problems.push({ message, rewrites: ['@'], start, end: start + 1 });
  }
  const from = party(text, start, problems);
  if (!from) return { from: '', fromSpan: { start, end: start + 1 }, end: start + 1, problems };
  const { name, span: fromSpan } = from;
  const other = matchAt(anotherPattern, text, from.span.end);
  if (other !== '') {
    const end = from.span.end + other.length;
    const message = t`A promise is made by one department; write one for each of them`;
    problems.push({ message, rewrites: [], start, end });
  }
  const arrow = matchAt(arrowPattern, text, from.span.end);
  if (arrow === '') return { from: name, fromSpan, end: colonEnd(text, fromSpan.end), problems };
  const toStart = from.span.end + arrow.length;
  const to = receiver(text, from.span.end, toStart, problems);
  if (!to) return { from: name, fromSpan, end: toStart, problems };
  return { from: name, fromSpan, to: to.name, toSpan: to.span, end: colonEnd(text, to.span.end), problems };
}

interface Party {
  readonly name: string;
  /** With its `@`. */
  readonly span: Span;
}

function party(text: string, at: number, problems: KeyProblem[]): Party | undefined {
  const name = matchAt(namePattern, text, at + 1);
  if (name === '') {
    const later = /^@\s{1,3}([\p{L}\d][\p{L}\p{M}\d_-]*)/u.exec(text.slice(at, at + 80));
    const message = t`No department follows the @`;
    const [rewrites, end] = later ? [[`@${later[1]}`], at + later[0].length] : [[], at + 1];
    problems.push({ message, rewrites, start: at, end });
    return undefined;
  }
  const end = at + 1 + name.length;
  const glued = matchAt(gluedPattern, text, end);
  if (glued !== '') {
    const message = t`“${text.slice(at, end)}${glued}” cannot be a department: its name holds letters, digits, “-” and “_” alone`;
    problems.push({ message, rewrites: [], start: at, end: end + glued.length });
    return { name: '', span: { start: at, end: end + glued.length } };
  }
  return { name: name.normalize('NFC'), span: { start: at, end } };
}

/** The department behind an arrow; the arrow and the `@` may be written wrongly. */
function receiver(text: string, arrowStart: number, at: number, problems: KeyProblem[]): Party | undefined {
  const arrow = text.slice(arrowStart, at).trim();
  const isArrow = arrow === '->' || arrow === '→';
  if (text[at] === '@' && isArrow) return party(text, at, problems);
  const nameStart = text[at] === '@' ? at + 1 : at;
  const name = matchAt(namePattern, text, nameStart);
  const start =
    at - arrow.length - (text.slice(arrowStart, at).length - text.slice(arrowStart, at).trimEnd().length);
  if (name === '') {
    problems.push({
      message: t`No department follows the arrow; write -> @sales`,
      rewrites: [],
      start,
      end: at,
    });
    return undefined;
  }
  const end = nameStart + name.length;
  const written = text.slice(start, end);
  const meant = `-> @${name}`;
  problems.push({ message: t`“${written}” is not read; write ${meant}`, rewrites: [meant], start, end });
  return { name: '', span: { start: at, end } };
}

const colon = /\s{0,3}:/y;

function colonEnd(text: string, at: number): number {
  return at + matchAt(colon, text, at).length;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
