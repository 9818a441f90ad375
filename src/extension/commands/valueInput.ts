import { pageFact } from '../../core/analysis/pageFact';
import type { BookIndex } from '../../core/index/bookIndex';
import type { CalendarDate } from '../../core/model/calendarDate';
import type { FieldText, Question } from '../../core/model/fix';
import { type Text, t } from '../../core/model/message';
import type { EnumKind, ReferenceKind } from '../../core/schema/kinds';
import { targetTypes } from '../../core/schema/schema';
import { askText, pickOne, pickOrType, pickSeveral, type Row } from '../ui/questions';
import { answerProblem, splitList } from './valueText';

/** Stands for a value that is none of those that are offered. */
const other = Symbol('other');

/** The values of an enumeration with what they mean. */
export function rowsOfEnum({ values }: EnumKind): Row<string>[] {
  return values.map(({ value, description }) => ({ label: value, description, value }));
}

/** Asks for values as the kinds of the schema table want them. */
export class ValueInput {
  constructor(
    private readonly title: Text,
    private readonly book: BookIndex,
    private readonly today: CalendarDate,
  ) {}

  /** Several answers for a list; undefined where the user gives up. */
  async ask(question: Question): Promise<FieldText | undefined> {
    const { value, choices, prompt } = question;
    const kind = value.kind === 'list' ? value.of : value;
    if (choices && choices.length > 0) return this.choose(question, choices);
    if (kind.kind === 'enum') return this.pick(rowsOfEnum(kind), prompt);
    if (kind.kind === 'boolean')
      return this.pick(
        ['true', 'false'].map((id) => ({ label: id, value: id })),
        prompt,
      );
    if (kind.kind === 'reference') {
      const pages = this.pages(kind);
      if (pages.length > 0 && value.kind !== 'list') return this.pick(pages, prompt);
      if (pages.length > 0) {
        const placeHolder = t`${prompt} Tick one or more, then press Enter.`;
        return pickSeveral(pages, { title: this.title, placeHolder, matchAll: true });
      }
    }
    return this.typeText(question);
  }

  private async choose(
    question: Question,
    choices: NonNullable<Question['choices']>,
  ): Promise<FieldText | undefined> {
    const { otherChoice, prompt } = question;
    if (otherChoice === undefined) return this.pick(choices, prompt);
    const last: Row<typeof other> = { icon: 'edit', label: otherChoice, value: other };
    const picked = await pickOrType<string | typeof other>(choices, last, {
      title: this.title,
      placeHolder: prompt,
      matchAll: true,
      isAnswer: (text) => this.problem(question, text) === undefined,
    });
    return picked === other ? this.typeText(question) : picked;
  }

  private pages(kind: ReferenceKind): Row<string>[] {
    const types = targetTypes(kind);
    const pages = types === 'any' ? this.book.pages() : types.flatMap((type) => this.book.pagesOfType(type));
    return pages.map((page) => ({
      label: page.title,
      description: page.id,
      detail: pageFact(page, this.today, this.book.settings),
      value: page.id,
    }));
  }

  private pick<T>(rows: readonly Row<T>[], prompt: Text): Promise<T | undefined> {
    return pickOne(rows, { title: this.title, placeHolder: prompt, matchAll: true });
  }

  private async typeText(question: Question): Promise<FieldText | undefined> {
    const { prompt, value, choices, suggestion } = question;
    const isList = value.kind === 'list';
    // Where days are offered, none of them is taken for the one that is typed.
    const isOpen = value.kind === 'date' && choices === undefined;
    const text = await askText({
      title: this.title,
      prompt: isList ? t`${prompt} Separate several by commas.` : prompt,
      placeHolder: value.kind === 'date' ? t`A day such as ${this.today}` : undefined,
      value: suggestion ?? (isOpen ? this.today : undefined),
      problem: (answer) => this.problem(question, answer),
    });
    if (text === undefined) return undefined;
    return isList ? splitList(text) : text.trim();
  }

  private problem(question: Question, answer: string): Text | undefined {
    return answerProblem(question, answer, this.today, this.book.settings.locale);
  }
}
