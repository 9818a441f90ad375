import assert from 'node:assert/strict';
import { lensKinds } from '../../../src/core/language/codeLens/codeLens';
import { codeLensesOf } from '../../../src/core/language/codeLens/codeLenses';
import { dashboardOf } from '../../../src/core/report/dashboard';
import { activitiesTree } from '../../../src/core/report/trees/activitiesTree';
import { agendaTree } from '../../../src/core/report/trees/agendaTree';
import { commitmentsTree } from '../../../src/core/report/trees/commitmentsTree';
import { marketTree } from '../../../src/core/report/trees/marketTree';
import { productsTree } from '../../../src/core/report/trees/productsTree';
import type { TreeNode } from '../../../src/core/report/trees/treeNode';
import { Words } from '../../../src/core/words/words';
import { pseudo } from '../../../src/tools/pseudo';
import { sampleFiles } from '../report/support';
import { today } from '../support/books';
import { shownBook } from '../views/support';

const elsewhere = new Words('en', pseudo);
const files = sampleFiles();
const book = shownBook(files);

/** The words of the book and of its files: they are its writer’s, in whatever language. */
const written = new Set(wordsIn(Object.entries(files).flat().join('\n')));

function wordsIn(text: string): string[] {
  return (text.match(/[A-Za-z]{3,}/g) ?? []).map((word) => word.toLowerCase());
}

/** Texts in which a word stands that is neither in brackets nor the writer’s. */
function untranslated(data: unknown): string[] {
  return textsIn(elsewhere.spoken(data)).filter((text) => {
    let rest = text;
    for (let before = ''; before !== rest; ) {
      before = rest;
      rest = rest.replace(/\[[^[\]]*\]/g, ' ');
    }
    return wordsIn(rest).some((word) => !written.has(word));
  });
}

function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).flatMap(textsIn);
}

function everyRow(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...everyRow(node.children)]);
}

describe('In a language that nobody speaks, nothing stands in English', () => {
  it('of findings and the titles and questions of their fixes', () => {
    const findings = book.checker.findings();
    assert.ok(findings.length > 50);
    assert.deepEqual(
      untranslated(findings.map(({ message, related }) => [message, related?.map((one) => one.message)])),
      [],
    );
  });

  it('of lenses', () => {
    const lenses = book.index
      .pages()
      .flatMap((page) => codeLensesOf({ page, book: book.index, today }, new Set(lensKinds)));
    assert.deepEqual(untranslated(lenses.map(({ text }) => [text().title, text().tooltip])), []);
  });

  for (const tree of [activitiesTree, agendaTree, commitmentsTree, marketTree, productsTree]) {
    it(`of the rows of ${tree.name}`, () => {
      const rows = everyRow(tree([book], today));
      assert.ok(rows.length > 5);
      assert.deepEqual(
        untranslated(rows.map(({ label, description, tooltip }) => [label, description, tooltip])),
        [],
      );
    });
  }

  it('of the dashboard', () => {
    // Names, places and states of the model are for its page, and read by nobody.
    const hidden = new Set(['id', 'state', 'kind', 'path', 'command', 'type', 'balance', 'horizon', 'date']);
    const shown = JSON.parse(
      JSON.stringify(dashboardOf(book.index, today), (name, value) => (hidden.has(name) ? undefined : value)),
    );
    assert.deepEqual(untranslated(shown), []);
  });
});
