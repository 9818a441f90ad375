import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { dashboardLabels } from '../../../src/core/report/dashboard/labels';
import { english } from '../support/english';

const folder = join(__dirname, '../../../src/webview');

/** Attributes and properties whose value people read or hear. */
const readProperties = new Set(['title', 'label', 'aria-label', 'lead', 'text', 'placeholder', 'alt']);

/** The texts with letters that stand in a file where people would read them, in whatever language the rest is. */
function ownTexts(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const add = (text: string): void => {
    if (/\p{L}/u.test(text)) found.push(`${name}: ${text.trim()}`);
  };
  const visit = (node: ts.Node, isRead: boolean): void => {
    if (ts.isJsxText(node) || (isRead && isLiteral(node))) add(node.text);
    if (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) {
      const name = node.name.getText().replace(/['"]/g, '');
      if (node.initializer) visit(node.initializer, readProperties.has(name));
      return;
    }
    const inside = (isRead || isChild(node)) && !isOperation(node);
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(file, false);
  return found;
}

function isLiteral(node: ts.Node): node is ts.LiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

/** True for `{…}` among the children of an element. */
function isChild(node: ts.Node): boolean {
  return ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent));
}

/** True for what takes texts as ids and keys, and compares them. */
function isOperation(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node)) return /^[=!]==$/.test(node.operatorToken.getText());
  return ts.isCallExpression(node);
}

describe('The words of the dashboard’s page', () => {
  it('are found where they stand in its own code', () => {
    const source = [
      '<p title={"Open " + path} class="muted big" aria-label="Chart">Customers</p>;',
      "<p>{kind === 'sheet' && (isOpen ? `Less` : text)}</p>;",
      "chart({ type: 'bar', label: 'Backlog' });",
      "chart({ text: (value) => value + ' percent' });",
    ].join('\n');
    assert.deepEqual(
      ownTexts('a.tsx', source).map((text) => text.slice(7)),
      ['Open', 'Chart', 'Customers', 'Less', 'Backlog', 'percent'],
    );
  });

  it('all come from the host', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    assert.ok(files.length > 15);
    assert.deepEqual(
      files.flatMap((name) => ownTexts(name, readFileSync(join(folder, name), 'utf8'))),
      [],
    );
  });

  it('leave places for the page to fill', () => {
    const { open, predictions, budgets } = english.spoken(dashboardLabels);
    assert.equal(open, 'Open {0}');
    assert.equal(predictions.point, 'Said {0}, happened {1} of {2}');
    assert.equal(budgets.sold, 'Sold: {0} {1}');
  });
});
