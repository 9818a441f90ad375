import { defaultDepartments } from '../model/bookSettings';
import type { FieldSpec, ValueKind } from '../schema/kinds';
import { fieldsOf, pageTypes } from '../schema/schema';
import { skeletonFields } from './skeletonFields';
import { type Snippet, TabStops, todayVariable, variable } from './snippetText';

/** Fields of items that are known only afterwards: a zero in their place would count as known. */
const knownLater: ReadonlySet<string> = new Set(['actual', 'committed', 'removed']);

/** Snippets for what is added to pages again and again: items of list fields, and of bodies. */
export function itemSnippets(): Record<string, Snippet> {
  return { ...bodySnippets(), ...fieldSnippets() };
}

function bodySnippets(): Record<string, Snippet> {
  return {
    'Status Book: Time entry': body('entry', 'What you worked on and how long.', (stops) => [
      `- ${stops.placeholder('1h')} ${stops.activity()}: ${stops.placeholder('what you did')}`,
    ]),
    'Status Book: Time range': body('range', 'What you worked on, from when to when.', (stops) => [
      `- ${stops.placeholder('9:00')}-${stops.placeholder('10:00')} ${stops.activity()}: ${stops.placeholder('what you did')}`,
    ]),
    'Status Book: Running timer': body(
      'timer',
      'What you begin now; the end is filled in later.',
      (stops) => [
        `- ${variable('CURRENT_HOUR')}:${variable('CURRENT_MINUTE')}-? ${stops.activity()}: ${stops.placeholder('what you do')}`,
      ],
    ),
    'Status Book: Commitment': body('commitment', 'Who promises what to whom, and by when.', (stops) => [
      `- [ ] @${stops.choice([...defaultDepartments, 'me'])} -> @${stops.choice(['me', ...defaultDepartments])}: ${stops.placeholder('what is promised')} due:${stops.day()} made:${todayVariable}`,
    ]),
    'Status Book: Task': body('task', 'A task of your own, with its day.', (stops) => [
      `- [ ] ${stops.placeholder('what you will do')} due:${stops.day()}`,
    ]),
    'Status Book: Link to a page': body('link', 'A link to a page of the book by its id.', (stops) => [
      `[[${stops.placeholder('id')}|${stops.placeholder('text')}]]`,
    ]),
    'Status Book: Gate decision': body(
      'gate',
      'A line of a gate log: what the gate decided and why.',
      (stops) => [
        `- ${todayVariable}, gate ${stops.placeholder('1')}: ${stops.choice(gateDecisions())}, ${stops.placeholder('why, and with what wishes')}`,
      ],
    ),
  };
}

function body(prefix: string, description: string, lines: (stops: TabStops) => string[]): Snippet {
  return { prefix: `sb-${prefix}`, scope: 'markdown', description, body: lines(new TabStops()) };
}

function gateDecisions(): string[] {
  const kind = fieldsOf('new-product').get('decision')?.value;
  return kind?.kind === 'enum' ? kind.values.map(({ value }) => value) : [];
}

/** One item for each list of objects in the table, with what is known when the item is written. */
function fieldSnippets(): Record<string, Snippet> {
  const snippets: Record<string, Snippet> = {};
  for (const type of pageTypes) {
    for (const { path, spec } of lists(type.fields, '')) {
      const item = singular(spec.name);
      snippets[`Status Book: ${type.title}, ${item}`] = {
        prefix: `sb-${type.id}-${item}`,
        scope: 'markdown,yaml',
        description: `One more item of “${path}”: ${lowerFirst(spec.description)}`,
        body: itemLines(type.id, path, spec.value),
      };
    }
  }
  return snippets;
}

function lists(fields: readonly FieldSpec[], parent: string): { path: string; spec: FieldSpec }[] {
  return fields.flatMap((spec) => {
    const path = `${parent}${spec.name}`;
    if (spec.value.kind === 'object') return lists(spec.value.fields, `${path}.`);
    return objectsIn(spec.value) ? [{ path, spec }] : [];
  });
}

function objectsIn(kind: ValueKind): readonly FieldSpec[] | undefined {
  return kind.kind === 'list' && kind.of.kind === 'object' ? kind.of.fields : undefined;
}

/** The lines of one item of a list field, from its dash on, as a snippet. */
export function itemLines(typeId: string, path: string, kind: ValueKind): string[] {
  const stops = new TabStops();
  const wanted = new Set(knownAtFirst(objectsIn(kind) ?? [], `${path}.`));
  const lines = skeletonFields(typeId, wanted).filter((line) => line.path.startsWith(`${path}.`));
  const indent = lines[0]?.prefix.indexOf('-') ?? 0;
  return lines.map(({ spec, prefix, holdsValue }) =>
    `${prefix.slice(indent)}${spec.name}: ${holdsValue ? stops.value(spec) : ''}`.trimEnd(),
  );
}

/** Paths of fields that one can fill in from the start: not what comes of it, nor the page that answers it. */
function knownAtFirst(fields: readonly FieldSpec[], parent: string): string[] {
  return fields.flatMap((spec) => {
    const path = `${parent}${spec.name}`;
    const inner = objectsIn(spec.value);
    if (inner) return inner.map(({ name }) => `${path}.${name}`);
    const isLater = knownLater.has(spec.name) || ['enum', 'reference', 'date'].includes(spec.value.kind);
    return spec.required || spec.initial !== undefined || !isLater ? [path] : [];
  });
}

function singular(name: string): string {
  return name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.replace(/s$/, '');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
