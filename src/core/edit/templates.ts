import { templatePath } from '../index/templates';
import { scanBody } from '../markdown';
import { type CalendarDate, isCalendarDate } from '../model/calendarDate';
import { oneLine } from '../model/escapedText';
import type { FieldPath, FieldText } from '../model/fix';
import { fieldNamed, isEmptyValue } from '../model/frontMatter';
import { type Text, t } from '../model/message';
import type { Page } from '../model/page';
import { Refusal } from '../model/refusal';
import { applyEdits, lineEndingOf, type TextEdit } from '../model/text';
import { withoutStop } from '../model/texts';
import { parsePage } from '../parse/parsePage';
import { splitFrontMatter } from '../parse/splitFrontMatter';
import { fieldsOf, pageType, typeName } from '../schema/schema';
import { addFieldEdits } from './addField';
import { nameAt, nodeAt } from './fieldPaths';
import { filledPlaceholders } from './placeholders';
import { setFieldsEdits } from './setFields';
import { type NewPage, pageSkeleton, type SkeletonOptions } from './skeleton';
import { type SkeletonField, skeletonFields } from './skeletonFields';

export interface DraftOptions extends SkeletonOptions {
  /** The text of the book’s own template for the type, where it has one. */
  readonly template?: string | undefined;
}

export interface Draft extends NewPage {
  /** Why the book’s own template was not used. */
  readonly note?: Text;
}

/** A new page: from the book’s own template where there is one that can be used, else from the built-in skeleton. */
export function draftPage(typeId: string, options: DraftOptions): Draft {
  const { template, ...skeletonOptions } = options;
  const skeleton = pageSkeleton(typeId, skeletonOptions);
  if (template === undefined) return skeleton;
  try {
    return fillTemplate(typeId, template, skeleton, skeletonOptions);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const note = t`The template ${templatePath(typeId)} was not used: ${error.text} The page is the built-in one.`;
    return { ...skeleton, note };
  }
}

/** @throws Refusal where the template cannot become a page of the type; the message says why */
function fillTemplate(
  typeId: string,
  template: string,
  skeleton: NewPage,
  options: SkeletonOptions,
): NewPage {
  const values: Record<string, FieldText> = { ...options.values };
  const { record } = pageType(typeId) ?? {};
  if (record?.every === 'day' && isCalendarDate(options.id)) values[record.field] ??= options.id;
  const source = template.replace(/^\ufeff/, '');
  const text = filledPlaceholders(source, options);
  const draft = new TemplateDraft(
    skeleton.path,
    typeId,
    options.today,
    withFrontMatter(text, typeId, skeleton.text),
  );
  draft.refuseMoreThan(filledPlaceholders(source, { ...options, title: 'Title' }));
  for (const [path, value] of Object.entries(values)) draft.set(path, value, values);
  draft.addRequired();
  const title = options.title && oneLine(options.title);
  if (title && !draft.page.title.includes(title)) {
    draft.set('title', title, values);
  }
  return { path: skeleton.path, text: draft.text, missing: draft.missing() };
}

/** A template on its way to a page; each step changes as few characters as it can. */
class TemplateDraft {
  page: Page;

  constructor(
    private readonly path: string,
    private readonly typeId: string,
    private readonly today: CalendarDate,
    public text: string,
  ) {
    this.page = this.parsed();
  }

  /** Sets a field; `others` are the values of an object’s other fields, where it is not there yet. */
  set(dotted: string, value: FieldText, others: Readonly<Record<string, FieldText>>): void {
    const path = this.pathOf(dotted);
    const object = path.slice(0, -1);
    const name = nameAt(path);
    if (object.length === 0 || nodeAt(this.page.fields, object)?.kind === 'map') {
      this.apply(setFieldsEdits(this.page, this.text, object, { [name]: value }));
    } else {
      this.apply(addFieldEdits(this.page, this.text, path.slice(0, 1), this.today, others));
    }
  }

  /** @throws Refusal where the title made more of the template than a harmless one does */
  refuseMoreThan(harmless: string): void {
    const bodyOf = (text: string): string => text.slice(splitFrontMatter(text)?.bodyStart ?? 0);
    const kinds = (text: string): string =>
      JSON.stringify(Object.values(scanBody(bodyOf(text))).map(({ length }) => length));
    if (kinds(this.text) !== kinds(harmless)) throw new Refusal(t`the title does not fit where it puts it.`);
  }

  /** Adds the required fields that the template leaves out, with what a new page starts with. */
  addRequired(): void {
    for (const { path: dotted } of this.required()) {
      const path = this.pathOf(dotted);
      if (nodeAt(this.page.fields, path) === undefined) {
        this.apply(addFieldEdits(this.page, this.text, path, this.today));
      }
    }
  }

  /** The required fields that are empty, dotted. */
  missing(): string[] {
    return this.required()
      .filter(({ holdsValue }) => holdsValue)
      .filter(({ path }) => {
        const node = nodeAt(this.page.fields, this.pathOf(path));
        return node === undefined || isEmptyValue(node);
      })
      .map(({ path }) => path);
  }

  /** Required fields, and those of objects that are required or that the template has. */
  private required(): SkeletonField[] {
    return skeletonFields(this.typeId).filter(({ path, spec }) => {
      const top = path.split('.')[0] as string;
      const isWanted = fieldsOf(this.typeId).get(top)?.required || fieldNamed(this.page.fields, top);
      return spec.required && isWanted;
    });
  }

  /** `lines.item` as a path to the first item’s field. */
  private pathOf(dotted: string): FieldPath {
    const path: (string | number)[] = [];
    let fields = [...fieldsOf(this.typeId).values()];
    const names = dotted.split('.');
    for (const [index, name] of names.entries()) {
      path.push(name);
      const value = fields.find((field) => field.name === name)?.value;
      const inner = value?.kind === 'list' ? value.of : value;
      fields = inner?.kind === 'object' ? [...inner.fields] : [];
      if (value?.kind === 'list' && index < names.length - 1) path.push(0);
    }
    return path;
  }

  private apply(edits: readonly TextEdit[]): void {
    this.text = applyEdits(this.text, edits);
    this.page = this.parsed();
  }

  private parsed(): Page {
    const page = parsePage(this.path, this.text);
    const fault = page?.syntaxFaults[0];
    if (fault) {
      const line = fault.range.start.line + 1;
      throw new Refusal(t`its front matter cannot be read (line ${line}: ${withoutStop(fault.message)}).`);
    }
    if (page?.type === this.typeId) return page;
    const wanted = typeName(this.typeId);
    if (!page?.type) throw new Refusal(t`its type is missing, not ${wanted}.`);
    throw new Refusal(t`its type is ${typeName(page.type)}, not ${wanted}.`);
  }
}

/** A template may leave front matter out, or its type. */
function withFrontMatter(text: string, typeId: string, skeleton: string): string {
  const ending = lineEndingOf(text);
  const split = splitFrontMatter(text);
  if (!split) {
    const front = skeleton.slice(0, splitFrontMatter(skeleton)?.bodyStart).replaceAll('\n', ending);
    return `${front}${ending}${text.replace(/^\s*\n/, '')}`;
  }
  const hasType = /(?<![^\r\n])["']?type["']?[ \t]*:/.test(split.yaml);
  return hasType ? text : `${text.slice(0, split.start)}type: ${typeId}${ending}${text.slice(split.start)}`;
}
