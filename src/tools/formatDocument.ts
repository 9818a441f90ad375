import { defaultDepartments } from '../core/model/bookSettings';
import { defaultCadence } from '../core/model/cadence';
import { activities, horizons } from '../core/schema/activities';
import { commonFields, planFields } from '../core/schema/commonFields';
import type { FieldSpec, ValueKind } from '../core/schema/kinds';
import type { PageTypeSpec } from '../core/schema/pageType';
import { pageTypes, targetTypes } from '../core/schema/schema';

/** `docs/format.md`: the format as the schema table holds it. */
export function formatDocument(): string {
  return `${[
    '# The status book format',
    generatedNote,
    'A **book** is a folder whose root holds `book.md` with `type: book`. A **page** is a Markdown file (`.md`) that begins with front matter — lines of `name: value` between two lines of `---` — in which there is a `type`. Every other file is left alone, and so is one whose type the book does not know, unless it looks like a known one misspelled: it is taken for another program’s, and `book.md` reports it once. Names in `otherTypes` are not told of.',
    'A page’s **id** is its `id` field, else its file name without `.md`; `index.md`, `_index.md` and `README.md` below the root are named after their folder. Pages refer to each other by id: in fields, as `[[id]]`, `[[id|text]]` or `[[id#Heading]]` in the text, or by relative links to `.md` files. `[[#Heading]]` is a heading of the same page. A wiki link may also name a file of the book’s folder, by its path or, where only one has it, by its name. Pictures and other attachments, addresses and folders are no references.',
    'Dates are written `YYYY-MM-DD`, weeks `YYYY-Www`, months `YYYY-MM`; amounts are plain numbers in the book’s currency; an amount such as `12.000` is asked about, unless `locale` in `book.md` says how it is meant. A list with one value may be written without brackets.',
    '## Activities',
    'Every duty is an activity in one horizon. Time is logged on activities; each horizon has its band of your time.',
    ...horizons.map(horizonSection),
    '`book.md` may add activities of your own: `activities: [{id: certification, title: Certification, horizon: short}]`.',
    '## Time entries',
    'List items of a log page that start with a duration or a time range, then an activity, then optionally a colon and a summary. The notation is that of [klog](https://klog.jotaen.net).',
    fence([
      '## Time',
      '',
      '- 1h30m market-intelligence: two dealers on [[purenorth]]’s price cut',
      '- 09:00-10:15 liaison: capacity meeting with @manufacturing',
      '- 8:30 - 9:00 status-book',
      '- 23:00-0:30> trade-show: stand set-up',
      '- 13:05-? new-product: gate meeting',
    ]),
    'Durations: `45m`, `2h`, `1h30m`, `1.5h`. Ranges use the 24-hour clock; `>` marks an end on the next day, which counts on the day of the page; `?` is a timer that still runs and counts nothing yet.',
    'Where only one thing can be meant, more is read: `1h 30m`, `1h liaison:text`, `1h: liaison`, `8:00am-9:30am`, `2:00-3:30 PM`, `<23:30-6:00` for a beginning on the day before, `-30m` for a break that is taken off. Titles of activities count like their ids, in any capitals. Below a heading `Time`, an item that cannot be read is reported; elsewhere it is text.',
    '## Commitments',
    'Task items that start with a department are promises. `@me` is you, and the one to whom it is due where none is named.',
    fence([
      '- [ ] @rnd -> @sales: two demo units for the dealer day due:2026-12-05 made:2026-11-20',
      '- [x] @me -> @manufacturing: volume forecast due:2026-11-15 done:2026-11-14',
      '- [ ] @manufacturing: confirm filter capacity due:2026-12-12 was:2026-12-05',
    ]),
    '`was:` keeps the first promised day where a promise was re-dated. Tasks that do not start with `@` are ordinary tasks.',
    'A promise may be wrapped over several lines. Its dates may stand in brackets, emphasis or behind punctuation; of two of one kind the last counts. What Obsidian’s plugins Tasks and Dataview write is read, too: `📅 2026-12-05`, `✅`, `➕`, `[due:: 2026-12-05]`, `[completion:: …]`, `[created:: …]`. `every:1w` (`2d`, `1m`, `1q`, `1y`, or `🔁 every week`) repeats a promise or task: ticking it in the editor writes its next one above it.',
    '## Fields of every page',
    fieldTable(commonFields),
    '## Fields of every plan',
    `Plans are the types ${pageTypes
      .filter(({ plan }) => plan)
      .map(({ id }) => `\`${id}\``)
      .join(', ')}.`,
    fieldTable(planFields),
    '## Page types',
    ...pageTypes.map(typeSection),
    '## Defaults',
    `Departments: ${defaultDepartments.map((id) => `\`${id}\``).join(', ')}. Cadences in days: ${cadenceText()}.`,
    '## Asking a rule to be quiet',
    '`<!-- status-book-ignore rule-id -->` in the first ten lines of a page’s text holds for the whole page; elsewhere for the line below it. Several ids are parted by blanks or commas, and a reason may follow behind a colon. `rules` in `book.md` sets the severity of a rule for the whole book, or `off`. All rules are described in [rules](rules/index.md).',
  ].join('\n\n')}\n`;
}

export const generatedNote =
  '<!-- Generated from the tables in src/core by `npm run generate`; do not edit. -->';

function horizonSection({ id, title, description, band }: (typeof horizons)[number]): string {
  const rows = activities
    .filter(({ horizon }) => horizon === id)
    .map((activity) => [
      `\`${activity.id}\``,
      activity.description,
      pageTypes
        .filter((type) => type.activity === activity.id)
        .map((type) => `\`${type.id}\``)
        .join(', '),
    ]);
  return [
    `### ${title} (${band[0]}–${band[1]} %)`,
    description,
    table(['activity', 'the duty', 'page types'], rows),
  ].join('\n\n');
}

function typeSection(type: PageTypeSpec): string {
  const parts = [`### ${type.id}`, type.description];
  parts.push(
    type.folder === ''
      ? 'Stands in the root of the book as `book.md`.'
      : `New pages go into \`${type.folder}/\`.`,
  );
  const planNames = new Set(planFields.map(({ name }) => name));
  const own = type.plan
    ? type.fields.filter((field) => !planNames.has(field.name) || !planFields.includes(field))
    : type.fields;
  if (type.plan)
    parts.push('A plan: it has the [fields of every plan](#fields-of-every-plan) beside its own.');
  if (own.length > 0) parts.push(fieldTable(own));
  if (type.sections.length > 0) {
    parts.push(`Sections: ${type.sections.map(({ title }) => `**${title}**`).join(', ')}.`);
  }
  return parts.join('\n\n');
}

function fieldTable(fields: readonly FieldSpec[]): string {
  return table(
    ['field', 'takes', 'meaning'],
    fields.flatMap((field) => fieldRows(field, '')),
  );
}

function fieldRows({ name, value, required, description }: FieldSpec, parent: string): string[][] {
  const path = `${parent}${name}`;
  const inner = innerFields(value);
  const row = [`\`${path}\`${required ? ' *' : ''}`, takes(value), description];
  return [
    row,
    ...inner.flatMap((field) => fieldRows(field, value.kind === 'list' ? `${path}[].` : `${path}.`)),
  ];
}

function innerFields(kind: ValueKind): readonly FieldSpec[] {
  if (kind.kind === 'object') return kind.fields;
  return kind.kind === 'list' ? innerFields(kind.of) : [];
}

function takes(kind: ValueKind): string {
  switch (kind.kind) {
    case 'text':
      return kind.expects ?? (kind.names === 'department' ? 'a department' : 'text');
    case 'number': {
      const { minimum, maximum, unit } = kind;
      const what =
        unit === 'money'
          ? 'amount'
          : unit === undefined || unit === 'percent'
            ? 'number'
            : `number (${unit})`;
      if (minimum === undefined) return what;
      return maximum === undefined ? `${what}, from ${minimum}` : `${what}, ${minimum} to ${maximum}`;
    }
    case 'boolean':
      return '`true` or `false`';
    case 'enum':
      return kind.values.map(({ value }) => `\`${value}\``).join(', ');
    case 'reference': {
      const types = targetTypes(kind);
      return types === 'any' ? 'id of a page' : `id of a ${types.map((type) => `\`${type}\``).join(', ')}`;
    }
    case 'list':
      return kind.length === undefined
        ? `list: ${takes(kind.of)}`
        : `${kind.length} values: ${takes(kind.of)}`;
    case 'object':
      return 'fields';
    case 'map':
      return `${kind.keys}: ${takes(kind.of)}`;
    default:
      return kind.kind;
  }
}

function cadenceText(): string {
  return Object.entries(defaultCadence)
    .map(([name, days]) =>
      typeof days === 'number'
        ? `${name} ${days}`
        : `${name} ${Object.entries(days)
            .map(([key, value]) => `${key} ${value}`)
            .join('/')}`,
    )
    .join(', ');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function fence(lines: readonly string[]): string {
  return ['```markdown', ...lines, '```'].join('\n');
}
