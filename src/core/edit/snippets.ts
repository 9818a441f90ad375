import type { PageTypeSpec } from '../schema/pageType';
import { pageTypes } from '../schema/schema';
import { itemSnippets } from './itemSnippets';
import { skeletonFields } from './skeletonFields';
import { type Snippet, TabStops, variable } from './snippetText';

/** All snippets by name: one for each page type, then one for each sort of item that pages hold. */
export function allSnippets(): Record<string, Snippet> {
  return { ...pageSnippets(), ...itemSnippets() };
}

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
  const stops = new TabStops();
  const lines = ['---', `type: ${type.id}`];
  for (const { spec, prefix, holdsValue } of skeletonFields(type.id)) {
    lines.push(`${prefix}${spec.name}:${holdsValue ? ` ${stops.value(spec)}` : ''}`);
  }
  lines.push('---', '', `# ${titleStop(type, stops)}`, '');
  if (type.opening !== undefined) {
    const quote = type.opening.startsWith('> ') ? '> ' : '';
    lines.push(`${quote}${stops.placeholder(type.opening.slice(quote.length))}`, '');
  }
  for (const { title, hint } of type.sections) {
    lines.push(`## ${title}`, '', hint === '' ? entry(stops) : stops.placeholder(hint), '');
  }
  lines.push('$0');
  return lines;
}

function titleStop({ titleHint, record }: PageTypeSpec, stops: TabStops): string {
  if (titleHint !== undefined) return stops.placeholder(titleHint);
  if (record?.every === 'week') return `Week ${stops.placeholder('ww')} of ${variable('CURRENT_YEAR')}`;
  return ['CURRENT_DAY_NAME', 'CURRENT_DATE', 'CURRENT_MONTH_NAME', 'CURRENT_YEAR'].map(variable).join(' ');
}

function entry(stops: TabStops): string {
  return `- ${stops.placeholder('1h')} ${stops.activity()}: ${stops.placeholder('what you did')}`;
}
