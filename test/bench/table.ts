type Side = '' | 'right';

export function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${text}`;
}

/** Sentences, each on a line of its own. */
export function paragraph(...sentences: readonly string[]): string {
  return sentences.join('\n');
}

/** A Markdown table. */
export function table(
  titles: readonly string[],
  sides: readonly Side[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const rule = sides.map((side) => (side === 'right' ? '---:' : '---'));
  return [line(titles), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}
