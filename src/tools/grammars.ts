import { activities } from '../core/schema/activities';
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
const captures = (...names: readonly (string | undefined)[]): Captures =>
  Object.fromEntries(
    names.flatMap((name, index) => (name === undefined ? [] : [[index + 1, { name: scoped(name) }]])),
  );

const colon = '[:：]';
const dash = '\\s*[-–]\\s*';
const behindTime = '(?=[\\s:：]|$)';
/** A duration, whole: of `1h 75m` no `1h` is read. */
const duration = `[-−+]?(?>\\d{1,5}h(?:\\s?[0-5]?\\dm${behindTime}|(?!\\s?\\d{1,2}m${behindTime}))|\\d{1,6}m|\\d{1,5}\\.\\d{1,4}h)${behindTime}`;
const noonMark = (letter: string): string => `\\s?(?i:${letter}\\.?m\\.?)(?![\\p{L}\\d])`;
const noNoonMark = `(?!${noonMark('[ap]')})`;
/** `9:00`, `9:00am`, `2:00 p.m.` */
const timeOfDay = anyOf([
  `(?:[01]?\\d|2[0-3])${colon}[0-5]\\d${noNoonMark}`,
  `(?:0?\\d|1[0-2])${colon}[0-5]\\d${noonMark('a')}`,
  `(?:0?[1-9]|1\\d|2[0-3])${colon}[0-5]\\d${noonMark('p')}`,
]);
/** The first two groups serve `backwards` alone. */
const timeRange = `(?!${backwards()})(<?${timeOfDay})\\s*([-–])\\s*(?:((?:${timeOfDay}|24${colon}00${noNoonMark})(?!>))|(${timeOfDay})(>)|(\\?+))${behindTime}`;

/** A range that ends before it starts, as far as 24-hour clocks tell. */
function backwards(): string {
  const hours = Array.from({ length: 24 }, (_, hour) => (hour < 10 ? `0?${hour}` : String(hour)));
  const later = hours
    .slice(1)
    .map((hour, before) => `${hour}${colon}\\d\\d${dash}${anyOf(hours.slice(0, before + 1))}${colon}\\d\\d`);
  const tens = [1, 2, 3, 4, 5].map((ten) => `${ten}\\d${dash}0?\\1${colon}[0-${ten - 1}]\\d`);
  const ones = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((one) => `${one}${dash}0?\\1${colon}\\2[0-${one - 1}]`);
  const sameHour = `0?(1\\d|2[0-3]|\\d)${colon}(?:${tens.join('|')}|([0-5])${anyOf(ones)})`;
  return `${anyOf([...later, sameHour])}(?![\\d>])${noNoonMark}`;
}

const listMarker = '(?:[-*+]|\\d{1,9}[.)])[ \\t]{1,4}';
const day =
  '\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d))';
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

/** A name in any capitals, its words parted by blanks, hyphens or underscores. */
function spelled(name: string): string {
  const words = name.split(/[\s_-]+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return words.join('[\\s_-]+');
}

function timeEntries(): Grammar {
  const known = new Set(activities.flatMap(({ id, title }) => [spelled(id), spelled(title.toLowerCase())]));
  const activity = `((?i:${anyOf([...known])})|[^\\s:：]+)(?=\\s*(?:${colon}|$))`;
  return {
    file: 'time-entries',
    scopeName: 'markdown.status-book.time-entries',
    // Nested items are notes on their entry; quoted ones are the words of another.
    injectionSelector: `L:text.html.markdown markup.list meta.paragraph -(markup.list markup.list) -markup.quote -meta.time-entry ${notText}`,
    patterns: [
      {
        begin: `\\G(?<=^ {0,3}${listMarker})(?:${timeRange}|(${duration}))\\s*${colon}?\\s*${activity}`,
        end: '$',
        name: scoped('meta.time-entry'),
        beginCaptures: captures(
          undefined,
          undefined,
          'constant.numeric.time.start',
          'keyword.operator.range',
          'constant.numeric.time.end',
          'constant.numeric.time.end',
          'keyword.operator.next-day',
          'keyword.other.running',
          'constant.numeric.duration',
          // No theme colours it: the extension does, by its horizon.
          'meta.activity',
        ),
        patterns: [
          { match: `\\G\\s*(${colon})`, captures: captures('punctuation.separator.summary') },
          mention,
          ...paragraph,
        ],
      },
    ],
  };
}

function tasks(): Grammar {
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
    patterns: [task('commitment', '\\s+@', [head, mention]), task('task', '\\s+\\S', [])],
  };
}

/** The keys of promises, or of tasks; injected into them, they are seen in emphasis and brackets, too. */
function keys(kind: string, names: readonly string[], fields: readonly string[], signs: string): Grammar {
  const notInWord = "(?<![\\p{L}\\p{M}\\p{N}])(?<![\\p{L}\\p{M}\\p{N}][-_'’])";
  const lastOfWord = '(?![._/:+–—-]*[\\p{L}\\p{M}\\p{N}])';
  const name = captures('variable.language.promise', 'punctuation.separator.date', 'constant.numeric.date');
  const period = captures(
    'variable.language.promise',
    'punctuation.separator.date',
    'constant.numeric.period',
  );
  const count = '(?:\\d{1,3}[ \\t]{1,3})?(?:day|week|month|quarter|year)s?';
  const moreWords = '[ \\t]{0,3}(?!(?:due|made|done|was|every)[ \\t]{0,3}:)[\\p{L}\\p{N}]';
  const rules: readonly (GrammarRule & { readonly match: string })[] = [
    { match: `${notInWord}(${names.join('|')})(:)(${day})${lastOfWord}`, captures: name },
    { match: `${notInWord}(every)(:)([1-9]\\d{0,2}[dwmqy])${lastOfWord}`, captures: period },
    {
      match: `(?<=[\\[(])[ \\t]{0,3}((?i:${fields.join('|')}))[ \\t]{0,3}(::)[ \\t]{0,3}(${day})(?=[ \\t]{0,3}[\\])])`,
      captures: name,
    },
    {
      match: `(?<=[\\[(])[ \\t]{0,3}((?i:repeat))[ \\t]{0,3}(::)[ \\t]{0,3}((?i:every[ \\t]{1,3}${count}))(?=[ \\t]{0,3}[\\])])`,
      captures: period,
    },
    {
      match: `(${signs})\\x{FE0F}?[ \\t]{0,3}(${day})(?![\\p{L}\\p{N}])`,
      captures: captures('variable.language.promise', 'constant.numeric.date'),
    },
    {
      match: `(🔁)\\x{FE0F}?[ \\t]{0,3}(?i:every)[ \\t]{1,3}((?i:${count}))(?![\\p{L}\\p{M}\\p{N}])(?!${moreWords})`,
      captures: captures('variable.language.promise', 'constant.numeric.period'),
    },
  ];
  return {
    file: `${kind}-keys`,
    scopeName: `markdown.status-book.${kind}-keys`,
    injectionSelector: `L:meta.${kind}.status-book ${notText}`,
    patterns: [
      // Web addresses hold none.
      { match: '(?i:https?://|www\\.)[^\\s<>]+' },
      // A key in brackets is no reference to a link.
      { match: `\\[(?=${anyOf(rules.map(({ match }) => match))})(?![^\\[\\]]*\\]\\()` },
      ...rules,
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
  keys(
    'commitment',
    ['due', 'made', 'done', 'was'],
    ['due', 'made', 'created', 'done', 'completion', 'was'],
    '📅|📆|🗓|✅|➕',
  ),
  keys('task', ['due', 'done'], ['due', 'done', 'completion'], '📅|📆|🗓|✅'),
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
