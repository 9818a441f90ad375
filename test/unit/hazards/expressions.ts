import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import ts from 'typescript';

const load = createRequire(__filename);

/** A regular expression of the sources. */
export interface Expression {
  /** `core/parse/tasks.ts:8`. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

interface Report {
  readonly type: string;
  readonly exponential: boolean;
}
type Analyse = (
  literal: { source: string; flags: string },
  options: object,
) => { reports: readonly Report[] };

export const sourceFolder = join(__dirname, '../../../src');

/** Every literal and every `RegExp(…)` of the sources below a folder. */
export function expressionsIn(folder: string): Expression[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => expressionsOf(name, readFileSync(join(folder, name), 'utf8')));
}

/** The expression as it is written. */
export function written({ source, flags }: Expression): string {
  return `/${source}/${flags}`;
}

export function expressionsOf(name: string, text: string): Expression[] {
  const file = parsed(name, text);
  const found: Expression[] = [];
  const add = (node: ts.Node, source: string, flags: string): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    found.push({ place: `${name}:${line}`, source, flags });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    } else if (isConstruction(node)) {
      const [source, flags] = (node.arguments ?? []).map((argument) => constantText(argument, file));
      add(node, source ?? '', flags ?? '');
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isConstruction(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'RegExp'
  );
}

/** The text of an expression made of literals and of constants of the same file. */
function constantText(node: ts.Expression, file: ts.SourceFile): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map(
      ({ expression, literal }) => constantText(expression, file) + literal.text,
    );
    return node.head.text + spans.join('');
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return constantText(node.left, file) + constantText(node.right, file);
  }
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'source') {
    return constantText(node.expression, file);
  }
  if (ts.isRegularExpressionLiteral(node)) return node.text.slice(1, node.text.lastIndexOf('/'));
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression: list, name } = node.expression;
    const [separator] = node.arguments;
    const [items, place] = constantOf(list, file);
    if (name.text === 'join' && separator && ts.isArrayLiteralExpression(items)) {
      return items.elements.map((item) => constantText(item, place)).join(constantText(separator, file));
    }
  }
  const [constant, place] = constantOf(node, file);
  if (constant !== node) return constantText(constant, place);
  throw new Error(
    `${file.fileName}: “${node.getText(file)}” is no constant; what becomes a regular expression must be known.`,
  );
}

/** What a name stands for, and the file that says so; anything else stands for itself. */
function constantOf(node: ts.Expression, file: ts.SourceFile): [ts.Expression, ts.SourceFile] {
  if (ts.isAsExpression(node)) return constantOf(node.expression, file);
  if (!ts.isIdentifier(node)) return [node, file];
  const place = importedFrom(node.text, file) ?? file;
  const initial = initialOf(node.text, place);
  return initial ? constantOf(initial, place) : [node, file];
}

/** The file of the sources that a name is imported from. */
function importedFrom(name: string, file: ts.SourceFile): ts.SourceFile | undefined {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const { text: specifier } = statement.moduleSpecifier;
    const names = statement.importClause?.namedBindings;
    if (!specifier.startsWith('.') || !names || !ts.isNamedImports(names)) continue;
    if (!names.elements.some((element) => element.name.text === name)) continue;
    const path = `${posix.join(posix.dirname(file.fileName), specifier)}.ts`;
    return parsed(path, readFileSync(join(sourceFolder, path), 'utf8'));
  }
  return undefined;
}

function parsed(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
}

function initialOf(name: string, file: ts.SourceFile): ts.Expression | undefined {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name: declared, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(declared) && declared.text === name) return initializer;
    }
  }
  return undefined;
}

/** Why an expression may take more than linear time; undefined where scslre knows no reason. */
export function slowness({ source, flags }: Expression): string | undefined {
  const { analyse } = load('scslre') as { analyse: Analyse };
  const [report] = analyse({ source, flags }, {}).reports;
  return report && `${report.exponential ? 'exponential' : 'quadratic'} (${report.type})`;
}
