import ts from 'typescript';

/** A place in a source where the id of a page type stands. */
export interface TypeLiteral {
  readonly id: string;
  readonly line: number;
  /** What the text is the value of: a property, a variable, a parameter’s function, the other side of a comparison. */
  readonly slot: string;
}

/**
 * Texts that are ids of page types, and objects and types whose keys are: two of them or more, and at least half of all.
 */
export function typeLiteralsIn(fileName: string, source: string, ids: ReadonlySet<string>): TypeLiteral[] {
  const found: TypeLiteral[] = [];
  const kind = fileName.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, kind);
  const add = (node: ts.Node, id: string, slot: string): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    found.push({ id, line, slot });
  };
  const visit = (node: ts.Node): void => {
    // The names of properties that a type picks.
    if (ts.isTypeReferenceNode(node) || ts.isIndexedAccessTypeNode(node)) return;
    if (ts.isStringLiteralLike(node) && ids.has(node.text)) add(node, node.text, slotOf(node));
    if (ts.isObjectLiteralExpression(node)) {
      const keys = node.properties.flatMap((property) =>
        ts.isPropertyAssignment(property) || ts.isMethodDeclaration(property)
          ? [nameText(property.name)]
          : [],
      );
      const named = keys.filter((key) => ids.has(key));
      if (named.length >= 2 && named.length * 2 >= keys.length)
        for (const id of named) add(node, id, `keys of ${slotOf(node)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What the value of an expression goes into, by name. */
function slotOf(node: ts.Node): string {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.name === node ? 'a key' : nameText(parent.name);
  if (ts.isBinaryExpression(parent) && isComparison(parent.operatorToken.kind))
    return lastName(parent.left === node ? parent.right : parent.left);
  if (ts.isCaseClause(parent)) return caseSlot(parent);
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent))
    return parent.expression === node ? slotOf(parent) : lastName(parent.expression);
  if (
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isTypeAliasDeclaration(parent)
  )
    return nameText(parent.name);
  if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) return 'a result';
  if (ts.isBlock(parent) || ts.isSourceFile(parent)) return '';
  return slotOf(parent);
}

/** `case kind` for `switch (kind)`; a switch over kinds of something else is told by its name. */
function caseSlot(clause: ts.CaseClause): string {
  const name = lastName(clause.parent.parent.expression);
  return /type/i.test(name) ? 'case' : name;
}

function isComparison(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
  );
}

function lastName(node: ts.Node): string {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isCallExpression(node) || ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node))
    return lastName(node.expression);
  return ts.isElementAccessExpression(node) ? lastName(node.argumentExpression) : '';
}

function nameText(name: ts.Node): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : '';
}
