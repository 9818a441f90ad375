import type * as vscode from 'vscode';
import { editsFor } from '../../core/edit/applyPlan';
import type { FixPlan } from '../../core/model/fix';
import type { BookSession } from '../books/bookSession';
import type { PageEditor } from '../pageEditor';
import type { NewPage } from './newPage';
import { ValueInput } from './valueInput';

/** Carries out quick fixes that have a question first. */
export class ApplyFix {
  constructor(
    private readonly session: BookSession,
    private readonly editor: PageEditor,
    private readonly newPage: NewPage,
  ) {}

  async run(uri: vscode.Uri, plan: FixPlan): Promise<void> {
    const { today } = this.session;
    const before = await this.editor.current(uri);
    if (!before) return;
    let answer: string | undefined;
    if (plan.ask) {
      const given = await new ValueInput(plan.title, before.book.index, today).ask(plan.ask);
      if (given === undefined) return;
      answer = typeof given === 'string' ? given : given.join(', ');
    }
    // The page may have changed while the user answered.
    const current = await this.editor.current(uri);
    if (!current) return;
    const { document, page, book } = current;
    const result = editsFor(plan, page, document.getText(), book.index, today, answer);
    if (result.newPage) await this.newPage.createMissing(uri, result.newPage);
    if (result.edits) await this.editor.apply(document, result.edits);
    if (result.create) {
      const created = await this.editor.create(book, result.create);
      await this.editor.apply(document, result.create.backlink);
      await this.editor.show(created);
    }
  }
}
