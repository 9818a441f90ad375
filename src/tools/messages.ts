import { relative } from 'node:path';
import ts from 'typescript';
import { escaped, placedAt, t } from '../core/model/message';
import { allRules } from '../core/rules/allRules';
import { activities, horizons } from '../core/schema/activities';
import type { FieldSpec, ValueKind } from '../core/schema/kinds';
import { pageTypes } from '../core/schema/schema';

/** A message of the catalogue as the tools of the ecosystem have it: `@vscode/l10n-dev`. */
export interface CatalogueMessage {
  readonly message: string;
  readonly comment: readonly string[];
}

/**
 * Every message by its pattern: those of the sources, with what stands in for their numbers as a comment, and the texts
 * of the tables.
 *
 * @param root of the project
 */
export function catalogue(root: string): Record<string, string | CatalogueMessage> {
  const found = new Map<string, readonly string[]>();
  for (const [pattern, values] of messagesInSources(root))
    if (!found.has(pattern)) found.set(pattern, values);
  for (const text of textsOfTables()) {
    const pattern = escaped(text);
    if (!found.has(pattern)) found.set(pattern, []);
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([pattern, values]) => [
      pattern,
      values.length === 0
        ? pattern
        : { message: pattern, comment: values.map((value, at) => `{${at}}: ${value}`) },
    ]),
  );
}

/** As `l10n/` holds it; a translation stands beside it, as `bundle.l10n.de.json`, with texts by these patterns. */
export const cataloguePath = 'l10n/bundle.l10n.json';

export function catalogueText(root: string): string {
  return `${JSON.stringify(catalogue(root), null, 2)}\n`;
}

/** The texts of the tables that people read by `ours`, as they stand there. */
function* textsOfTables(): Generator<string> {
  for (const { title, description } of [...horizons, ...activities]) yield* [title, description];
  for (const { summary, explanation, remedy } of allRules) yield* [summary, explanation, remedy];
  for (const type of pageTypes) {
    yield* [type.title, type.plural, type.description];
    if (type.titleHint !== undefined) yield type.titleHint;
    const { clock } = type;
    if (clock) {
      yield* [clock.verb, clock.verb.toLowerCase()];
      for (const text of [clock.due, clock.heading]) if (text !== undefined) yield text;
    }
    for (const { hint } of type.sections) if (hint !== '') yield hint;
    for (const field of type.fields) yield* textsOfField(field);
  }
}

function* textsOfField({ name, description, value }: FieldSpec): Generator<string> {
  yield* [name, description];
  yield* textsOfKind(value);
}

function* textsOfKind(kind: ValueKind): Generator<string> {
  switch (kind.kind) {
    case 'enum':
      for (const { value, description } of kind.values) yield* [value.replaceAll('-', ' '), description];
      break;
    case 'text':
      if (kind.expects !== undefined) yield kind.expects;
      break;
    case 'number':
      if (kind.unit !== undefined) yield kind.unit;
      break;
    case 'object':
      for (const field of kind.fields) yield* textsOfField(field);
      break;
    case 'list':
    case 'map':
      yield* textsOfKind(kind.of);
  }
}

/** The patterns that t`…` makes in the sources, each with the expressions that are put in. */
function* messagesInSources(root: string): Generator<readonly [pattern: string, values: readonly string[]]> {
  const { checker, sources } = typedSources(root);
  for (const [path, source] of sources) {
    if (path !== 'src/core/model/message.ts') yield* messagesIn(source, checker);
  }
}

export interface TypedSources {
  readonly checker: ts.TypeChecker;
  /** By their paths from the project’s root. */
  readonly sources: ReadonlyMap<string, ts.SourceFile>;
}

/** The sources of a project with their types. */
export function typedSources(root: string): TypedSources {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const config = ts.getParsedCommandLineOfConfigFile(`${root}/tsconfig.json`, {}, host);
  const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
  const sources = program
    .getSourceFiles()
    .map((source) => [relative(root, source.fileName).replaceAll('\\', '/'), source] as const)
    .filter(([path, { isDeclarationFile }]) => path.startsWith('src/') && !isDeclarationFile);
  return { checker: program.getTypeChecker(), sources: new Map(sources) };
}

function* messagesIn(
  node: ts.Node,
  checker: ts.TypeChecker,
): Generator<readonly [string, readonly string[]]> {
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === t.name)
    yield* patternsOf(node.template, checker);
  const below: ts.Node[] = [];
  ts.forEachChild(node, (child) => void below.push(child));
  for (const child of below) yield* messagesIn(child, checker);
}

/** Several where a part of the sentence is one of several. */
function* patternsOf(
  template: ts.TemplateLiteral,
  checker: ts.TypeChecker,
): Generator<readonly [string, readonly string[]]> {
  if (ts.isNoSubstitutionTemplateLiteral(template)) {
    yield [escaped(template.text), []];
    return;
  }
  const values = template.templateSpans.map(({ expression }) => shown(expression));
  let patterns = [escaped(template.head.text)];
  for (const [at, { expression, literal }] of template.templateSpans.entries()) {
    const places = inlinePatterns(expression, checker).map((pattern) => placedAt(at, pattern ?? '{0}'));
    patterns = patterns.flatMap((start) => places.map((place) => start + place + escaped(literal.text)));
  }
  for (const pattern of patterns) yield [pattern, values];
}

/** What a value puts into the pattern of its sentence; undefined for one that stands in for a number. */
function inlinePatterns(expression: ts.Expression, checker: ts.TypeChecker): (string | undefined)[] {
  const type = checker.getTypeAtLocation(expression);
  const parts = type.isUnion() ? type.types : [type];
  return [...new Set(parts.map((part) => inlinePattern(part, expression)))];
}

/** The pattern of an `Inline`, which its type tells. */
function inlinePattern(type: ts.Type, expression: ts.Expression): string | undefined {
  if (type.getSymbol()?.name !== 'Inline') return undefined;
  const [literal] = (type as ts.TypeReference).typeArguments ?? [];
  if (literal?.isStringLiteral()) return literal.value;
  const place = `${expression.getSourceFile().fileName}: ${shown(expression)}`;
  throw new Error(`${place} is made of texts that are not known before the program runs`);
}

/** An expression as a translator may read it. */
function shown(expression: ts.Expression): string {
  return expression.getText().replace(/\s+/g, ' ').slice(0, 60);
}
