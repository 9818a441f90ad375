import * as vscode from 'vscode';
import { pageFact } from '../../core/analysis/pageFact';
import type { BookIndex } from '../../core/index/bookIndex';
import type { CalendarDate } from '../../core/model/calendarDate';
import type { Question } from '../../core/model/fix';
import type { ReferenceKind } from '../../core/schema/kinds';
import { splitList, valueProblem } from './valueText';

/** Asks for values as the kinds of the schema table want them. */
export class ValueInput {
  constructor(
    private readonly title: string,
    private readonly book: BookIndex,
    private readonly today: CalendarDate,
  ) {}

  /** Several answers for a list; undefined where the user gives up. */
  async ask(question: Question): Promise<string | readonly string[] | undefined> {
    const { value, choices } = question;
    const kind = value.kind === 'list' ? value.of : value;
    if (choices && choices.length > 0) {
      const items = choices.map(({ value: id, label, description = '' }) => ({ id, label, description }));
      return this.pickOne(items, question);
    }
    if (kind.kind === 'enum') {
      const items = kind.values.map(({ value: id, description }) => ({ id, label: id, description }));
      return this.pickOne(items, question);
    }
    if (kind.kind === 'boolean') {
      return this.pickOne(
        ['true', 'false'].map((id) => ({ id, label: id })),
        question,
      );
    }
    if (kind.kind === 'reference') {
      const pages = this.pages(kind);
      if (pages.length > 0) {
        return value.kind === 'list' ? this.pickMany(pages, question) : this.pickOne(pages, question);
      }
    }
    return this.typeText(question);
  }

  private pages({ to }: ReferenceKind): Item[] {
    const pages = to === 'any' ? this.book.pages() : to.flatMap((type) => this.book.pagesOfType(type));
    return pages.map((page) => ({
      id: page.id,
      label: page.title,
      description: page.id,
      detail: pageFact(page, this.today),
    }));
  }

  private async pickOne(items: readonly Item[], { prompt }: Question): Promise<string | undefined> {
    const options = { title: this.title, placeHolder: prompt, matchOnDescription: true };
    return (await vscode.window.showQuickPick(items, options))?.id;
  }

  private async pickMany(items: readonly Item[], { prompt }: Question): Promise<string[] | undefined> {
    const options = { title: this.title, placeHolder: prompt, matchOnDescription: true };
    const picked = await vscode.window.showQuickPick(items, { ...options, canPickMany: true });
    return picked?.map(({ id }) => id);
  }

  private async typeText({
    prompt,
    value,
    suggestion,
    earliest,
  }: Question): Promise<string | string[] | undefined> {
    const isList = value.kind === 'list';
    const suggested = suggestion ?? (value.kind === 'date' ? this.today : undefined);
    const text = await vscode.window.showInputBox({
      title: this.title,
      prompt: isList ? `${prompt} Separate several by commas.` : prompt,
      ...(suggested === undefined ? {} : { value: suggested }),
      ignoreFocusOut: true,
      validateInput: (input) => {
        const problem = valueProblem(value, input, this.today);
        if (problem !== undefined || earliest === undefined || input.trim() >= earliest) return problem;
        return `This is to be ${earliest} or later.`;
      },
    });
    if (text === undefined) return undefined;
    return isList ? splitList(text) : text.trim();
  }
}

interface Item extends vscode.QuickPickItem {
  readonly id: string;
}
