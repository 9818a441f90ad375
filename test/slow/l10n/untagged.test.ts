import assert from 'node:assert/strict';
import { join } from 'node:path';
import ts from 'typescript';
import { type TypedSources, typedSources } from '../../../src/tools/messages';

const root = join(__dirname, '../../..');

describe('A text that is data', function () {
  this.timeout(120_000);
  let checker: ts.TypeChecker;
  let sources: TypedSources['sources'] = new Map();

  before(() => {
    ({ checker, sources } = typedSources(root));
  });

  /** True for an object of the kinds of `Text`; a string among them is the user’s own. */
  function isText(type: ts.Type): boolean {
    if (type.isUnion()) return type.types.some(isText);
    if (!(type.flags & ts.TypeFlags.Object)) return false;
    const has = (...names: string[]): boolean => names.every((name) => type.getProperty(name) !== undefined);
    return (
      has('pattern', 'args') ||
      has('pattern', 'inline') ||
      has('list', 'as') ||
      has('parts', 'between') ||
      has('day', 'as') ||
      has('text', 'alter')
    );
  }

  const holdsText = (node: ts.Node): boolean => isText(checker.getTypeAtLocation(node));

  function listsTexts(node: ts.Node): boolean {
    const item = checker.getIndexTypeOfType(checker.getTypeAtLocation(node), ts.IndexKind.Number);
    return item !== undefined && isText(item);
  }

  function misuse(node: ts.Node): boolean {
    if (ts.isTemplateExpression(node) && !ts.isTaggedTemplateExpression(node.parent)) {
      return node.templateSpans.some(({ expression }) => holdsText(expression));
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      return holdsText(node.left) || holdsText(node.right);
    }
    if (!ts.isCallExpression(node)) return false;
    const { expression } = node;
    const [first] = node.arguments;
    if (expression.getText() === 'String') return first !== undefined && holdsText(first);
    if (!ts.isPropertyAccessExpression(expression)) return false;
    const { name, expression: holder } = expression;
    if (['join', 'includes', 'indexOf'].includes(name.text)) return listsTexts(holder);
    return ['add', 'has', 'get', 'set'].includes(name.text) && first !== undefined && holdsText(first);
  }

  it('is put into no string by hand, where it would read “[object Object]”', () => {
    assert.ok(sources.size > 300);
    const places: string[] = [];
    const look = (node: ts.Node, path: string): void => {
      if (misuse(node)) places.push(`${path}: ${node.getText().replace(/\s+/g, ' ').slice(0, 80)}`);
      ts.forEachChild(node, (child) => look(child, path));
    };
    for (const [path, source] of sources) look(source, path);
    assert.deepEqual(places, []);
  });
});
