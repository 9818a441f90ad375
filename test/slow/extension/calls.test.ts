import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { assert } from 'chai';
import ts from 'typescript';

const root = join(__dirname, '../../..');
const room = 'src/extension/ui/';

/** Parts of VS Code that show a text, with the places of the texts among their arguments. */
const creators: Readonly<Record<string, readonly number[]>> = {
  TreeItem: [0],
  Diagnostic: [1],
  DiagnosticRelatedInformation: [1],
  CodeAction: [0],
  SymbolInformation: [0, 2],
  DocumentDropEdit: [1],
  DocumentPasteEdit: [1],
};

/** What may show a text, and is called by the room alone. */
const ofRoom =
  /^(?:show(?:Information|Warning|Error)Message|show(?:InputBox|QuickPick|WorkspaceFolderPick|OpenDialog|SaveDialog)|create(?:InputBox|QuickPick|StatusBarItem|OutputChannel|Terminal)|withProgress|withScmProgress|setStatusBarMessage|MarkdownString)$/;

/** What a text is set to that VS Code shows. */
const shownProperties = new Set([
  'title',
  'text',
  'tooltip',
  'description',
  'message',
  'label',
  'detail',
  'prompt',
  'placeholder',
  'placeHolder',
  'name',
]);

/** Functions that make a text fit for what shows it. */
const making = /^(?:in[A-Z]\w*|markdownOfLines|toMarkdown|tooltipOf|shownProblem)$/;

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram({
  rootNames: readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => join(root, 'src', file))
    .filter((file) => /src\/(?:extension|node)\/.*\.ts$/.test(file.replaceAll('\\', '/'))),
  options: { ...options, types: ['node', 'vscode'] },
});
const checker = program.getTypeChecker();
const sources = program.getSourceFiles().filter(({ fileName }) => /^src\/(?!core)/.test(pathOf(fileName)));

function pathOf(fileName: string): string {
  return relative(root, fileName).replaceAll('\\', '/');
}

function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  return `${pathOf(source.fileName)}:${line + 1} ${node.getText().slice(0, 80)}`;
}

function each(source: ts.Node, look: (node: ts.Node) => void): void {
  const visit = (node: ts.Node): void => {
    look(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** The name of what is called or made where that is `vscode.…`. */
function vscodeName(expression: ts.Expression): string | undefined {
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  const from = expression.getText();
  return from.startsWith('vscode.') || from.startsWith('window.') ? expression.name.text : undefined;
}

/** True for a text of ours, and for one that a function of the room has made. */
function isFit(text: ts.Expression | undefined): boolean {
  if (!text || ts.isStringLiteralLike(text)) return true;
  if (ts.isIdentifier(text)) return text.text === 'undefined' || text.text === 'shown';
  if (ts.isParenthesizedExpression(text)) return isFit(text.expression);
  if (ts.isConditionalExpression(text)) return isFit(text.whenTrue) && isFit(text.whenFalse);
  if (ts.isTemplateExpression(text)) {
    return text.templateSpans.every(({ expression, literal }, index) => {
      const before = index === 0 ? text.head.text : text.templateSpans[index - 1]?.literal.text;
      const isIcon = before?.endsWith('$(') && literal.text.startsWith(')');
      return isIcon || isFit(expression);
    });
  }
  return ts.isCallExpression(text) && making.test(text.expression.getText());
}

/** Type of what can be waited for. */
function isPromise(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some(isPromise);
  return type.getProperty('then') !== undefined;
}

function returnsPromise(type: ts.Type): boolean {
  return type.getCallSignatures().some((signature) => isPromise(signature.getReturnType()));
}

/** True for what has somebody for its failure. */
function isCaught(expression: ts.Expression): boolean {
  // What is kept is waited for by somebody else.
  if (ts.isBinaryExpression(expression)) return true;
  if (!ts.isCallExpression(expression)) return false;
  const { expression: called, arguments: given } = expression;
  if (!ts.isPropertyAccessExpression(called)) return false;
  return called.name.text === 'catch' || (called.name.text === 'then' && given.length > 1);
}

/** Statements with a promise that nobody waits for, and functions that return one to a caller who does not look at it. */
function floatingIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  each(source, (node) => {
    if (ts.isExpressionStatement(node) || ts.isVoidExpression(node)) {
      const { expression } = node;
      if (ts.isAwaitExpression(expression) || ts.isVoidExpression(expression) || isCaught(expression)) return;
      if (isPromise(checker.getTypeAtLocation(expression))) found.push(placeOf(node));
    }
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
      const wanted = checker.getContextualType(node)?.getCallSignatures() ?? [];
      const ignored =
        wanted.length > 0 &&
        wanted.every((signature) => {
          const { flags } = signature.getReturnType();
          return (flags & (ts.TypeFlags.Void | ts.TypeFlags.Any)) !== 0;
        });
      if (ignored && returnsPromise(checker.getTypeAtLocation(node))) found.push(placeOf(node));
    }
  });
  return found;
}

describe('The calls of the extension', () => {
  it('are looked at', () => {
    assert.isAbove(sources.length, 70);
  });

  it('that show a text are made in one room', () => {
    const outside: string[] = [];
    for (const source of sources) {
      if (pathOf(source.fileName).startsWith(room)) continue;
      each(source, (node) => {
        if (ts.isPropertyAccessExpression(node) && ofRoom.test(node.name.text)) {
          if (vscodeName(node) && !ts.isQualifiedName(node.parent)) outside.push(placeOf(node));
        }
      });
    }
    assert.deepEqual(outside, []);
  });

  it('show literals, and what a function for the medium has made of other texts', () => {
    const unfit: string[] = [];
    const look = (text: ts.Expression | undefined): void => {
      if (text && !isFit(text)) unfit.push(placeOf(text));
    };
    for (const source of sources) {
      const isRoom = pathOf(source.fileName).startsWith(room);
      each(source, (node) => {
        if (ts.isNewExpression(node)) {
          const places = creators[vscodeName(node.expression) ?? ''] ?? [];
          for (const place of places) look(node.arguments?.[place]);
        }
        if (
          ts.isBinaryExpression(node) &&
          node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
          ts.isPropertyAccessExpression(node.left) &&
          shownProperties.has(node.left.name.text) &&
          isOfVscode(node.left.expression)
        ) {
          look(node.right);
        }
        if (isRoom && ts.isCallExpression(node) && showsText(node.expression)) {
          for (const argument of node.arguments) {
            if (isText(argument)) look(argument);
            if (ts.isObjectLiteralExpression(argument)) lookInto(argument);
          }
        }
      });
    }
    function lookInto(object: ts.ObjectLiteralExpression): void {
      each(object, (node) => {
        if (ts.isPropertyAssignment(node) && shownProperties.has(node.name.getText())) look(node.initializer);
        if (ts.isShorthandPropertyAssignment(node) && shownProperties.has(node.name.text)) {
          unfit.push(placeOf(node));
        }
      });
    }
    assert.deepEqual(unfit, []);
  });

  it('have somebody for every promise that fails', () => {
    assert.deepEqual(sources.flatMap(floatingIn), []);
  });
});

/** An item of the status bar has an id there. */
function showsText(called: ts.Expression): boolean {
  const name = vscodeName(called) ?? '';
  return ofRoom.test(name) && name !== 'createStatusBarItem';
}

/** True for an object whose type is of VS Code, such as a row or an item of the status bar. */
function isOfVscode(expression: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(expression);
  const declarations = [type.symbol, type.aliasSymbol].flatMap((symbol) => symbol?.declarations ?? []);
  return declarations.some((declaration) => /[\\/]vscode[\\/]/.test(declaration.getSourceFile().fileName));
}

function isText(argument: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(argument);
  return (type.flags & ts.TypeFlags.StringLike) !== 0;
}

/** A source of its own, looked at as those of the extension are. */
function floatingOf(text: string): number {
  const name = join(root, 'src/extension/example.ts');
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (file, ...rest) =>
    file === name
      ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
      : getSourceFile(file, ...rest);
  host.fileExists = (file) => file === name || fileExists(file);
  const example = ts.createProgram([name], { ...options, types: [] }, host, program);
  const typed = example.getTypeChecker();
  const source = example.getSourceFile(name) as ts.SourceFile;
  let found = 0;
  each(source, (node) => {
    if (!ts.isExpressionStatement(node) && !ts.isVoidExpression(node)) return;
    if (ts.isVoidExpression(node.expression) || isCaught(node.expression)) return;
    if (!ts.isAwaitExpression(node.expression) && isPromise(typed.getTypeAtLocation(node.expression)))
      found++;
  });
  return found;
}

describe('A promise that nobody waits for', () => {
  const declared = 'declare function later(): Promise<number>;\n';

  it('is found, with and without void', () => {
    assert.equal(floatingOf(`${declared}later();\nvoid later();\n`), 2);
  });

  it('is none where it is awaited or has somebody for its failure', () => {
    assert.equal(floatingOf(`${declared}later().then(undefined, () => 0);\nlater().catch(() => 0);\n`), 0);
  });
});

/** Texts that are made of a value which may be absent: it would be read as “undefined”, perhaps in a page. */
function absentTextsIn(source: ts.Node, types: ts.TypeChecker): ts.Node[] {
  const found: ts.Node[] = [];
  const mayBeAbsent = (node: ts.Expression): boolean => {
    const type = types.getTypeAtLocation(node);
    return (type.isUnion() ? type.types : [type]).some(
      ({ flags }) => (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void)) !== 0,
    );
  };
  const isText = (node: ts.Expression): boolean =>
    (types.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0;
  each(source, (node) => {
    const parts = ts.isTemplateExpression(node)
      ? node.templateSpans.map(({ expression }) => expression)
      : ts.isCallExpression(node) && node.expression.getText() === 'String'
        ? node.arguments
        : ts.isBinaryExpression(node) &&
            node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
            (isText(node.left) || isText(node.right))
          ? [node.left, node.right]
          : [];
    found.push(...parts.filter(mayBeAbsent));
  });
  return found;
}

describe('A text', () => {
  it('is made of no value that may be absent, wherever texts are written into pages or shown', () => {
    const concerned = program
      .getSourceFiles()
      .filter(({ fileName }) => /^src\/(?:core\/(?!parse\/)|extension\/)/.test(pathOf(fileName)));
    assert.isAtLeast(concerned.length, 300);
    assert.deepEqual(
      concerned.flatMap((source) => absentTextsIn(source, checker).map(placeOf)),
      [],
    );
  });
});
