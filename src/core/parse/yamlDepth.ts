/** Collections may be nested this deep; far beyond any page, far below what the YAML library survives. */
export const maximumDepth = 64;

/**
 * True where a YAML text nests collections deeper than `maximumDepth`. Looks at characters alone, since a parser
 * would already have to build the nesting; in doubt (an odd quote) it counts too much rather than too little.
 */
export function nestsTooDeep(yaml: string): boolean {
  const indents: number[] = [];
  let flowDepth = 0;
  let quote = '';
  for (const line of yaml.split(/\r\n|\n|\r/)) {
    let column = 0;
    if (flowDepth === 0 && quote === '') {
      column = blockIndicators(line, indents);
      if (indents.length > maximumDepth) return true;
    }
    let valueStart = flowDepth === 0;
    for (; column < line.length; column++) {
      const character = line[column] as string;
      if (quote) {
        if (character === '\\' && quote === '"') column++;
        else if (character === quote) quote = '';
      } else if (flowDepth > 0 || valueStart) {
        if (character === '[' || character === '{') {
          flowDepth++;
          if (flowDepth + indents.length > maximumDepth) return true;
        } else if (flowDepth > 0 && (character === ']' || character === '}')) flowDepth--;
        else if (character === '"' || (character === "'" && !/\w/.test(line[column - 1] ?? '')))
          quote = character;
        else if (character !== ' ' && character !== '\t') valueStart = character === '&' || character === '!';
      }
      if (flowDepth === 0 && !quote && character === ':' && /[ \t]/.test(line[column + 1] ?? ' '))
        valueStart = true;
    }
    if (flowDepth === 0) quote = '';
  }
  return false;
}

/** Follows the indentation of one line, `- - -` chains included; returns the column where its content starts. */
function blockIndicators(line: string, indents: number[]): number {
  let column = 0;
  while (line[column] === ' ' || line[column] === '\t') column++;
  if (column === line.length || line[column] === '#') return line.length;
  while (indents.length > 0 && (indents[indents.length - 1] as number) >= column) indents.pop();
  indents.push(column);
  while (/[-?:]/.test(line[column] ?? '') && /[ \t]/.test(line[column + 1] ?? '')) {
    column++;
    while (line[column] === ' ' || line[column] === '\t') column++;
    indents.push(column);
    if (indents.length > maximumDepth) break;
  }
  return column;
}
