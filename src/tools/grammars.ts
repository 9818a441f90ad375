import { activities, type HorizonId } from '../core/schema/activities';
import type { FieldSpec, ValueKind } from '../core/schema/kinds';
import { fieldsOf, pageTypes } from '../core/schema/schema';

/** A rule of a TextMate grammar, as far as these grammars use it. */
interface GrammarRule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly patterns?: readonly GrammarRule[];
}

type Captures = Readonly<Record<number, { readonly name: string }>>;

/** A grammar that is injected into VS Code’s Markdown grammar. */
export interface Grammar {
  /** Its file in `syntaxes`, without ending. */
  readonly file: string;
  readonly scopeName: string;
  readonly injectionSelector: string;
  readonly patterns: readonly GrammarRule[];
}

/**
 * Scopes that themes colour, so that the horizons can be told apart in any of them: as functions, types and control
 * flow are. A book’s own activities look like variables: the grammar cannot know their horizons.
 */
const horizonScopes: Readonly<Record<HorizonId, string>> = {
  daily: 'entity.name.function.activity.daily',
  short: 'entity.name.type.activity.short',
  long: 'keyword.control.activity.long',
};

/** Where Markdown is text: links, entries and tasks are nothing else there. */
const notText = [
  'comment',
  'markup.raw',
  'markup.inline.raw',
  'markup.fenced_code',
  'meta.embedded',
  'meta.tag',
  'meta.link.inline',
]
  .map((scope) => `-${scope}`)
  .join(' ');

const scoped = (name: string): string => `${name}.status-book`;
const anyOf = (words: readonly string[]): string => `(?:${words.join('|')})`;
/** Captures by number, from 1 on. */
const captures = (...names: readonly string[]): Captures =>
  Object.fromEntries(names.map((name, index) => [index + 1, { name: scoped(name) }]));

const timeOfDay = '(?:[01]?\\d|2[0-3]):[0-5]\\d';
const duration = '\\d{1,5}h(?:[0-5]?\\dm)?|\\d{1,6}m|\\d{1,5}\\.\\d{1,4}h';
const timeRange = `(${timeOfDay})\\s*([-–])\\s*(?:(${timeOfDay}|24:00)(>)?|(\\?+))`;
const listMarker = '(?:[-*+]|\\d{1,9}[.)])[ \\t]{1,4}';
const day = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const department = '[\\p{L}\\d](?:[\\p{L}\\p{M}\\d_-]*[\\p{L}\\p{M}\\d_])?';

const mention: GrammarRule = {
  match: `(?<![\\p{L}\\p{M}\\p{N}_/])@${department}`,
  name: scoped('variable.parameter.department'),
};

/** What may stand in the text of an entry or a task, as in any paragraph. */
const paragraph: readonly GrammarRule[] = [
  { include: 'text.html.markdown#inline' },
  { include: 'text.html.derivative' },
];

function timeEntries(): Grammar {
  const idsOf = (horizon: HorizonId): string =>
    `(${anyOf(activities.filter((activity) => activity.horizon === horizon).map(({ id }) => id))})`;
  const horizons: readonly HorizonId[] = ['daily', 'short', 'long'];
  const close = '(?=\\s*(?::(?:\\s|$)|$))';
  const ids = horizons.map((horizon) => `${idsOf(horizon)}${close}`);
  return {
    file: 'time-entries',
    scopeName: 'markdown.status-book.time-entries',
    // Nested items are notes on their entry; quoted ones are the words of another.
    injectionSelector: `L:text.html.markdown markup.list meta.paragraph -(markup.list markup.list) -markup.quote -meta.time-entry ${notText}`,
    patterns: [
      {
        begin: `\\G(?<=^ {0,3}${listMarker})(?:(${duration})|${timeRange})\\s+(?:${ids.join('|')}|([^\\s:]+)${close})`,
        end: '$',
        name: scoped('meta.time-entry'),
        beginCaptures: captures(
          'constant.numeric.duration',
          'constant.numeric.time.start',
          'keyword.operator.range',
          'constant.numeric.time.end',
          'keyword.operator.next-day',
          'keyword.other.running',
          ...horizons.map((horizon) => horizonScopes[horizon]),
          'variable.parameter.activity',
        ),
        patterns: [
          { match: '\\G\\s*(:)', captures: captures('punctuation.separator.summary') },
          mention,
          ...paragraph,
        ],
      },
    ],
  };
}

function tasks(): Grammar {
  const dates = (names: readonly string[]): GrammarRule => ({
    match: `(?<=\\s)(${names.join('|')})(:)(${day})(?=[\\s,;).]|$)`,
    captures: captures('variable.language.promise', 'punctuation.separator.date', 'constant.numeric.date'),
  });
  const task = (kind: string, ahead: string, patterns: readonly GrammarRule[]): GrammarRule => ({
    begin: `\\G(?<=${listMarker})(?:(\\[ \\])|(\\[[xX]\\]))(?=${ahead})`,
    end: '$',
    name: scoped(`meta.${kind}`),
    beginCaptures: captures(
      'punctuation.definition.checkbox.open',
      'punctuation.definition.checkbox.done constant.language.checkbox.done',
    ),
    patterns: [...patterns, ...paragraph],
  });
  const head: GrammarRule = {
    match: `\\G\\s+(@${department})(?:\\s*(->|→)\\s*(@${department}))?\\s*(:)?`,
    captures: captures(
      'variable.parameter.department.from',
      'keyword.operator.arrow',
      'variable.parameter.department.to',
      'punctuation.separator.promise',
    ),
  };
  return {
    file: 'tasks',
    scopeName: 'markdown.status-book.tasks',
    injectionSelector: `L:text.html.markdown markup.list meta.paragraph -markup.quote -meta.commitment -meta.task ${notText}`,
    patterns: [
      task('commitment', '\\s+@', [head, dates(['due', 'made', 'done', 'was']), mention]),
      task('task', '\\s+\\S', [dates(['due'])]),
    ],
  };
}

function wikiLinks(): Grammar {
  return {
    file: 'wiki-links',
    scopeName: 'markdown.status-book.wiki-links',
    injectionSelector: `L:text.html.markdown -meta.link.wiki ${notText}`,
    patterns: [
      {
        match:
          '(\\[\\[)\\s*([^\\s\\[\\]|#`](?:[^\\[\\]|#`]*[^\\s\\[\\]|#`\\\\])?)\\s*(?:(#)([^\\[\\]|`]*?))?(?:(\\\\?\\|)([^\\[\\]`]*))?(\\]\\])',
        name: scoped('meta.link.wiki'),
        captures: captures(
          'punctuation.definition.link.begin',
          'markup.underline.link.target',
          'punctuation.separator.heading',
          'entity.name.section.heading',
          'punctuation.separator.label',
          'string.other.link.label',
          'punctuation.definition.link.end',
        ),
      },
    ],
  };
}

/** Front matter from the line that says of which type the page is: other Markdown keeps its looks. */
function pageFrontMatter(): Grammar {
  const types = anyOf(pageTypes.map(({ id }) => id));
  return {
    file: 'page-front-matter',
    scopeName: 'markdown.status-book.page-front-matter',
    injectionSelector: 'L:meta.embedded.block.frontmatter -meta.page.status-book -string -comment',
    patterns: [
      {
        begin: `^(?=type:[ \\t]+(["']?)${types}\\1[ \\t]*(?:#.*)?$)`,
        end: '(?!)',
        name: scoped('meta.page'),
        // The grammar by its version alone takes a mapping up that has begun outside of it.
        patterns: [{ include: 'source.yaml.1.2' }, { include: 'source.yaml' }],
      },
    ],
  };
}

function pageFields(): Grammar {
  const types = anyOf(pageTypes.map(({ id }) => id));
  return {
    file: 'page-fields',
    scopeName: 'markdown.status-book.page-fields',
    injectionSelector:
      'L:meta.page.status-book entity.name.tag.yaml, L:meta.page.status-book string.unquoted.plain.out',
    patterns: [
      {
        match: `\\G${anyOf(fieldNames())}(?=[ \\t]*:(?:\\s|$))`,
        name: scoped('meta.object-literal.key'),
      },
      {
        match: `\\G(?<=^type:[ \\t]{1,8})${types}(?=[ \\t]*(?:#|$))`,
        name: scoped('entity.name.type.page'),
      },
    ],
  };
}

/** The names of all fields, inner ones too, longer ones first. */
function fieldNames(): string[] {
  const names = new Set(['type']);
  const collect = (spec: FieldSpec): void => {
    names.add(spec.name);
    for (const inner of innerFields(spec.value)) collect(inner);
  };
  for (const { id } of pageTypes) for (const spec of fieldsOf(id).values()) collect(spec);
  return [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

function innerFields(kind: ValueKind): readonly FieldSpec[] {
  if (kind.kind === 'object') return kind.fields;
  return kind.kind === 'list' ? innerFields(kind.of) : [];
}

/** The grammars that colour status books, from the tables of activities and page types. */
export const grammars: readonly Grammar[] = [
  timeEntries(),
  tasks(),
  wikiLinks(),
  pageFrontMatter(),
  pageFields(),
];

/** The contents of the grammars’ files, by path from the repository’s root. */
export function grammarFiles(): Record<string, string> {
  return Object.fromEntries(
    grammars.map(({ file, ...grammar }) => [
      `syntaxes/${file}.tmLanguage.json`,
      `${JSON.stringify(grammar, null, 2)}\n`,
    ]),
  );
}

/** The manifest’s `contributes.grammars`. */
export function grammarContributions(): object[] {
  return grammars.map(({ file, scopeName }) => ({
    scopeName,
    path: `./syntaxes/${file}.tmLanguage.json`,
    injectTo: ['text.html.markdown'],
  }));
}
