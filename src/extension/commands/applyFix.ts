import * as vscode from 'vscode';
import { editsFor, pagesChangedBy } from '../../core/edit/applyPlan';
import type { Answers, FieldText, FixPlan, Question } from '../../core/model/fix';
import { type Text, t } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import type { BookSession, OpenBook } from '../books/bookSession';
import { toTextEdits } from '../convert';
import type { PageEditor } from '../pageEditor';
import type { NewPage } from './newPage';
import { ValueInput } from './valueInput';

/** Carries out quick fixes that have questions first, or that change other pages than the one they are offered on. */
export class ApplyFix {
  constructor(
    private readonly session: BookSession,
    private readonly editor: PageEditor,
    private readonly newPage: NewPage,
  ) {}

  async run(uri: vscode.Uri, plan: FixPlan): Promise<void> {
    const before = await this.editor.current(uri);
    const answers = before && (await this.ask(plan, before.book));
    // The page may have changed while the user answered.
    const current = answers && (await this.editor.current(uri));
    if (!current) return;
    const { document, page, book } = current;
    const pages = pagesChangedBy(plan, page, book.index, answers);
    if (pages.length !== 1 || pages[0] !== page.path) return this.changePages(pages, plan, answers, book);
    const { today } = this.session;
    const result = editsFor(plan, page, document.getText(), book.index, today, answers);
    if (result.newPage) await this.newPage.createMissing(uri, result.newPage);
    if (result.edits) await this.editor.apply(document, result.edits);
    if (result.create) {
      const backlink = { document, edits: result.create.backlink };
      await this.editor.show(await this.editor.create(book, result.create, backlink));
    }
  }

  /** Asks what the plan wants to know; undefined where the user gives up. */
  private async ask({ ask = [], title }: FixPlan, book: OpenBook): Promise<Answers | undefined> {
    const answers: Record<string, FieldText> = {};
    for (const [index, question] of ask.entries()) {
      const step = ask.length > 1 ? t`${title} (${index + 1}/${ask.length})` : title;
      const answer = await this.answerTo(question, step, book);
      if (answer === undefined) return undefined;
      answers[question.name] = answer;
    }
    return answers;
  }

  private answerTo(question: Question, title: Text, { index }: OpenBook): Promise<FieldText | undefined> {
    return new ValueInput(title, index, this.session.today).ask(question);
  }

  /** Changes several pages as one edit that can be undone. */
  private async changePages(
    paths: readonly string[],
    plan: FixPlan,
    answers: Answers,
    book: OpenBook,
  ): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    for (const path of paths) {
      const current = await this.editor.current(this.session.uriOf(book, path));
      if (!current) continue;
      const text = current.document.getText();
      const { edits = [] } = editsFor(plan, current.page, text, book.index, this.session.today, answers);
      edit.set(current.document.uri, toTextEdits(edits));
    }
    if (!(await vscode.workspace.applyEdit(edit))) throw new Refusal(t`The pages could not be changed.`);
  }
}
