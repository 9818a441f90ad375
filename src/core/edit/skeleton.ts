import { type CalendarDate, isCalendarDate } from '../model/calendarDate';
import type { ValueKind } from '../schema/kinds';
import type { SectionSpec } from '../schema/pageType';
import { pageType } from '../schema/schema';
import { plainMarkdown } from './plainMarkdown';
import { skeletonFields } from './skeletonFields';
import { initialValue, yamlFlowScalar, yamlScalar } from './yamlText';

export interface SkeletonOptions {
  /** The page’s id, which becomes its file name. */
  readonly id: string;
  readonly today: CalendarDate;
  /** The first heading; the id where it is left out. */
  readonly title?: string;
  /** Values by field, dotted for inner ones (`sales.target`); several for a list. */
  readonly values?: Readonly<Record<string, string | readonly string[]>>;
}

export interface NewPage {
  /** From the book’s root. */
  readonly path: string;
  readonly text: string;
  /** Required fields that only the user can fill in, dotted. */
  readonly missing: readonly string[];
}

/** A new page of a type, from the schema table. The type must be known. */
export function pageSkeleton(typeId: string, options: SkeletonOptions): NewPage {
  const type = pageType(typeId);
  if (!type) throw new RangeError(`There is no page type “${typeId}”.`);
  const values: Record<string, string | readonly string[]> = { ...options.values };
  const { record } = type;
  if (record?.every === 'day' && isCalendarDate(options.id)) values[record.field] ??= options.id;
  const missing: string[] = [];
  const lines = ['---', `type: ${typeId}`];
  for (const { path, spec, prefix, holdsValue } of skeletonFields(typeId, new Set(Object.keys(values)))) {
    const given = values[path];
    if (!holdsValue) lines.push(`${prefix}${spec.name}:`);
    else {
      const written = typeof given === 'object' ? listText(given, spec.value) : undefined;
      const value =
        written ?? yamlScalar(String(given ?? initialValue(spec, options.today) ?? ''), spec.value);
      if (value === '' && spec.required) missing.push(path);
      lines.push(`${prefix}${spec.name}: ${value}`.trimEnd());
    }
  }
  const title = plainMarkdown(options.title ?? '', 'heading') || plainMarkdown(options.id, 'heading');
  lines.push('---', '', `# ${title}`, '');
  if (type.opening !== undefined) {
    lines.push(type.opening.startsWith('>') ? type.opening : `<!-- ${type.opening} -->`, '');
  }
  for (const section of type.sections) lines.push(...sectionLines(section, 2), '');
  while (lines[lines.length - 1] === '') lines.pop();
  return { path: pathFor(type.folder, options.id), text: `${lines.join('\n')}\n`, missing };
}

function listText(given: readonly string[], kind: ValueKind): string {
  const items = given.map((item) => yamlFlowScalar(item, kind)).filter((item) => item !== '');
  return items.length === 0 ? '' : `[${items.join(', ')}]`;
}

/** A section’s heading and the hint of what to write there. */
export function sectionLines({ title, hint }: SectionSpec, level: number): string[] {
  return [`${'#'.repeat(level)} ${title}`, ...(hint === '' ? [] : ['', `<!-- ${hint} -->`])];
}

function pathFor(folder: string, id: string): string {
  return folder === '' ? `${id}.md` : `${folder}/${id}.md`;
}
