import { Lexer } from 'yaml';

/** Collections may be nested this deep; far beyond any page, far below what the YAML library survives. */
export const maximumDepth = 64;

const scalarFollows = '\x1f';

/**
 * True where a YAML text nests collections deeper than `maximumDepth`. A parser would already have to build the
 * nesting, so this looks at the library's own tokens, made without recursion: what they take for a bracket is one to
 * the parser too, whatever quotes, comments, anchors and tags stand around it.
 */
export function nestsTooDeep(yaml: string): boolean {
  if (depthBound(yaml) <= maximumDepth) return false;
  const indents: number[] = [];
  let flowDepth = 0;
  let column = 0;
  let opensBlock = true;
  let isScalar = false;
  for (const token of new Lexer().lex(yaml)) {
    if (token === scalarFollows) {
      isScalar = true;
      continue;
    }
    const isBlank = !isScalar && /^\s*$/.test(token);
    if (flowDepth === 0 && opensBlock && !isBlank) {
      while (indents.length > 0 && (indents[indents.length - 1] as number) >= column) indents.pop();
      indents.push(column);
      opensBlock = false;
    }
    if (!isScalar) {
      if (token === '[' || token === '{') flowDepth++;
      else if (token === ']' || token === '}') flowDepth = Math.max(0, flowDepth - 1);
      else if (token === '-' || token === '?' || token === ':') opensBlock = true;
    }
    if (indents.length + flowDepth > maximumDepth) return true;
    const lineEnd = Math.max(token.lastIndexOf('\n'), token.lastIndexOf('\r'));
    if (lineEnd >= 0) opensBlock = true;
    column = lineEnd >= 0 ? token.length - 1 - lineEnd : column + token.length;
    isScalar = false;
  }
  return false;
}

/** No text can nest deeper than this: every opening bracket, and the most that one line's indentation can hold. */
function depthBound(yaml: string): number {
  let brackets = 0;
  let widest = 0;
  let line = 1;
  let isIndentation = true;
  for (const character of yaml) {
    if (character === '\n' || character === '\r') {
      line = 1;
      isIndentation = true;
      continue;
    }
    if (character === '[' || character === '{') brackets++;
    if (isIndentation && (character === ' ' || character === '\t')) line++;
    else isIndentation = false;
    if (character === '-' || character === '?' || character === ':') line++;
    if (line > widest) widest = line;
  }
  return brackets + widest;
}
