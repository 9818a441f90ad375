import type { FieldSpec, ValueKind } from '../schema/kinds';
import type { PageTypeSpec } from '../schema/pageType';
import { pageTypes } from '../schema/schema';
import { skeletonFields } from './skeletonFields';

/** A snippet as VS Code’s `*.code-snippets` files have it. */
export interface Snippet {
  readonly prefix: string;
  readonly scope: string;
  readonly description: string;
  readonly body: readonly string[];
}

const today = ['CURRENT_YEAR', 'CURRENT_MONTH', 'CURRENT_DATE'].map((name) => `\${${name}}`).join('-');

/** One snippet for each page type: the skeleton of a new page with tab stops, choices and hints. */
export function pageSnippets(): Record<string, Snippet> {
  return Object.fromEntries(
    pageTypes.map((type) => [
      `Status Book: ${type.title}`,
      { prefix: `sb-${type.id}`, scope: 'markdown', description: type.description, body: snippetBody(type) },
    ]),
  );
}

export function snippetBody(type: PageTypeSpec): string[] {
  let stop = 0;
  const placeholder = (text: string): string => `\${${++stop}:${escaped(text)}}`;
  const choice = (values: readonly string[]): string =>
    `\${${++stop}|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  const lines = ['---', `type: ${type.id}`];
  for (const { spec, prefix, holdsValue } of skeletonFields(type.id)) {
    lines.push(`${prefix}${spec.name}:${holdsValue ? ` ${valueStop(spec, placeholder, choice)}` : ''}`);
  }
  lines.push('---', '', `# ${placeholder(type.id === 'log' ? 'Day' : `${type.title}: name`)}`, '');
  if (type.opening !== undefined) {
    const quote = type.opening.startsWith('> ') ? '> ' : '';
    lines.push(`${quote}${placeholder(type.opening.slice(quote.length))}`, '');
  }
  for (const { title, hint } of type.sections)
    lines.push(`## ${title}`, '', placeholder(hint || entryHint), '');
  lines.push('$0');
  return lines;
}

const entryHint = '- 1h status-book: what you did';

function valueStop(
  spec: FieldSpec,
  placeholder: (text: string) => string,
  choice: (values: readonly string[]) => string,
): string {
  const kind = innermost(spec.value);
  if (kind.kind === 'enum') {
    const values = kind.values.map(({ value }) => value);
    const initial = String(spec.initial ?? values[0]);
    return choice([initial, ...values.filter((value) => value !== initial)]);
  }
  if (kind.kind === 'boolean') return choice(['true', 'false']);
  if (kind.kind === 'date') return spec.initial === 'today' ? today : placeholder('YYYY-MM-DD');
  if (kind.kind === 'month') return placeholder('YYYY-MM');
  if (kind.kind === 'week') return placeholder('YYYY-Www');
  if (kind.kind === 'number')
    return placeholder(typeof spec.initial === 'number' ? String(spec.initial) : '0');
  if (kind.kind === 'text' && spec.initial !== undefined) return placeholder(String(spec.initial));
  const hint = placeholder(
    kind.kind === 'reference' ? 'id' : spec.description.replace(/[:#"'[\]{}]/g, '').replace(/\.$/, ''),
  );
  return spec.value.kind === 'list' ? `[${hint}]` : hint;
}

function innermost(kind: ValueKind): ValueKind {
  return kind.kind === 'list' ? innermost(kind.of) : kind;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
