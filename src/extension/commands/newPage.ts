import type * as vscode from 'vscode';
import { titleFromId } from '../../core/edit/applyPlan';
import { newPageQuestion } from '../../core/edit/newPageQuestions';
import { pageSkeleton } from '../../core/edit/skeleton';
import { skeletonFields } from '../../core/edit/skeletonFields';
import { type Draft, type DraftOptions, draftPage } from '../../core/edit/templates';
import { isoWeekOf } from '../../core/model/calendarDate';
import { ours, type Text, t } from '../../core/model/message';
import { idFromTitle, pageIdProblem } from '../../core/model/pageId';
import { Refusal } from '../../core/model/refusal';
import { newTitle } from '../../core/model/texts';
import type { PageTypeSpec } from '../../core/schema/pageType';
import { isDaily, newPageTypes, pageType } from '../../core/schema/schema';
import type { BookSession, OpenBook } from '../books/bookSession';
import type { PageEditor } from '../pageEditor';
import { askText, pickOne } from '../ui/questions';
import type { BookChoice } from './bookChoice';
import type { DailyLog } from './dailyLog';
import { tellOfTemplate } from './templateNote';
import { ValueInput } from './valueInput';

/** A page that is wanted under an id; of a type to be chosen where none is said. */
export interface MissingPage {
  readonly id: string;
  readonly type?: string;
  /** From the book's root; absent for the type's folder. */
  readonly path?: string;
}

interface Wanted {
  readonly id: string;
  readonly title: string;
  readonly path?: string;
}

/** Creates pages from the book’s templates or their skeletons, asking for what only the user can know. */
export class NewPage {
  constructor(
    private readonly session: BookSession,
    private readonly choice: BookChoice,
    private readonly editor: PageEditor,
    private readonly log: DailyLog,
  ) {}

  /** @param typeId the page type, for key bindings; asked for where it is absent */
  async run(typeId?: unknown): Promise<void> {
    const book = await this.choice.choose();
    if (!book) return;
    const type = typeof typeId === 'string' ? pageType(typeId) : await pickType(t`New page: of which type?`);
    if (type && isDaily(type.id)) return this.log.open(book);
    const wanted = type && (await this.askTitle(type, book));
    if (type && wanted) await this.create(type, wanted, book, 1);
  }

  /** Creates the page that a reference names; the user says of which type it is, where that is open. */
  async createMissing(from: vscode.Uri, { id, type: typeId, path }: MissingPage): Promise<void> {
    const problem = pageIdProblem(id);
    if (problem !== undefined)
      throw new Refusal(t`The page “${id}” cannot be created. ${problem} Correct the reference first.`);
    const book = this.session.bookOf(from);
    const type = book && (pageType(typeId) ?? (await pickType(t`New page “${id}”: of which type?`)));
    if (!book || !type) return;
    await this.create(type, { id, title: titleFromId(id), ...(path === undefined ? {} : { path }) }, book, 0);
  }

  private async askTitle(type: PageTypeSpec, book: OpenBook): Promise<Wanted | undefined> {
    const total = 1 + this.draft(type, { id: 'new' }, book).missing.length;
    const suggestion = type.record?.every === 'week' ? isoWeekOf(this.session.today) : undefined;
    const title = await askText({
      title: stepTitle(type, 1, total),
      prompt: t`The page’s title; its file name follows from it.`,
      placeHolder: type.titleHint === undefined ? undefined : ours(type.titleHint),
      value: suggestion,
      problem: (input) => titleProblem(input, type, book),
    });
    return title === undefined ? undefined : { id: idFor(title, type), title: title.trim() };
  }

  /** @param asked how many questions the user has answered before those for the fields */
  private async create(
    type: PageTypeSpec,
    { id, title, path }: Wanted,
    book: OpenBook,
    asked: number,
  ): Promise<void> {
    const { today } = this.session;
    const { missing } = this.draft(type, { id, title }, book);
    const specs = new Map(skeletonFields(type.id).map((field) => [field.path, field.spec]));
    const values: Record<string, string | readonly string[]> = {};
    for (const [index, name] of missing.entries()) {
      const spec = specs.get(name);
      if (!spec) continue;
      const step = stepTitle(type, asked + 1 + index, asked + missing.length, name);
      const input = new ValueInput(step, book.index, today);
      const value = await input.ask(newPageQuestion(name, spec, today, values));
      if (value === undefined) return;
      values[name] = value;
    }
    const page = this.draft(type, { id, title, values }, book);
    tellOfTemplate(page, type.id, book, this.session);
    await this.editor.show(await this.editor.create(book, { path: path ?? page.path, text: page.text }));
  }

  private draft(type: PageTypeSpec, options: Omit<DraftOptions, 'today'>, { index }: OpenBook): Draft {
    const { today } = this.session;
    return draftPage(type.id, { today, template: index.template(type.id), ...options });
  }
}

async function pickType(title: Text): Promise<PageTypeSpec | undefined> {
  const rows = newPageTypes.map((type) => ({
    icon: type.icon,
    label: ours(type.title),
    description: ours(type.description),
    value: type,
  }));
  return pickOne(rows, { title, matchAll: true });
}

function stepTitle(type: PageTypeSpec, step: number, total: number, field?: string): Text {
  const what =
    field === undefined ? newTitle(type.title) : t`${ours(type.title)}: ${field.replaceAll('.', ' › ')}`;
  return total > 1 ? t`${what} (${step}/${total})` : what;
}

function idFor(title: string, type: PageTypeSpec): string {
  const id = idFromTitle(title);
  return type.record?.every === 'week' && /^\d{4}-w\d{2}$/.test(id) ? id.toUpperCase() : id;
}

function titleProblem(title: string, type: PageTypeSpec, book: OpenBook): Text | undefined {
  const id = idFor(title, type);
  if (id === '') return t`A title with letters or digits is needed.`;
  const existing = book.index.pageWithId(id);
  if (existing)
    return t`There is a page with the id “${id}” already: ${existing.path}. Choose another title.`;
  const { path } = pageSkeleton(type.id, { id, today: '2000-01-01' });
  return book.index.hasFile(path) ? t`There is a file ${path} already. Choose another title.` : undefined;
}
