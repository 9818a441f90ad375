import { pageFacts } from '../../analysis/pageFact';
import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import { textOf } from '../../model/fields';
import type { Finding } from '../../model/finding';
import { isSameText, joined, ours, plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { enumeration } from '../../model/texts';
import { pageType } from '../../schema/schema';
import { paceLenses } from '../codeLens/paceLens';
import { reviewFact, reviewLenses } from '../codeLens/reviewLens';
import { excerptOf } from './excerpt';
import { bold, link, paragraphs, plain, strong } from './hoverText';

export interface PageCardContext {
  readonly book: BookIndex;
  readonly today: CalendarDate;
  /** The text of the page, for its excerpt. */
  readonly text?: string | undefined;
  /** Of the page. */
  readonly findings?: readonly Finding[];
  /** Where the page is opened. */
  readonly address?: string | undefined;
  /** The heading that is meant. */
  readonly heading?: string | undefined;
}

/** A page in brief: what it is called, what sort of page it is, how it stands, how it begins. Markdown. */
export function hoverCard(page: Page, context: PageCardContext): Text {
  const { text, findings = [], address, heading } = context;
  const type = pageType(page.type);
  const names = [
    type ? ours(type.title) : page.type,
    ...(page.id === (type?.title ?? page.type) ? [] : [page.id]),
  ];
  const state = [...standing(page, context), ...problems(findings)];
  const excerpt = text === undefined ? undefined : excerptOf(page, text, heading);
  return paragraphs([
    joined([strong(link(page.title, address)), ...names.filter((name) => name !== '').map(plain)], ' · '),
    state.length === 0 ? undefined : joined(state.map(plain), '  \n'),
    excerpt && joined(['> ', ...(heading === undefined ? [] : [bold(heading), ': ']), plain(excerpt)], ''),
  ]);
}

/** How the page stands: the fields that its type asks for, its age against its cadence, its pace. */
function standing(page: Page, { book, today }: PageCardContext): Text[] {
  const context = { page, book, today };
  const told = [...reviewLenses(context), ...paceLenses(context)]
    .map((lens) => lens.text())
    .filter(({ action }) => action === undefined)
    .map(({ title }) => title);
  const fields = keyFields(page);
  const age = reviewFact(page, context);
  const known = [...fields.map(({ value }) => value), ...(age === undefined ? [] : [age])];
  const others = pageFacts(page, today, book.settings).filter(
    (fact) => !known.some((one) => isSameText(one, fact)),
  );
  const facts = [...fields.map(({ name, value }) => joined([name, value], ' ')), ...others];
  return [...(facts.length === 0 ? [] : [joined(facts, ' · ')]), ...told];
}

/** The choices and scales that a page of this type must tell: threat, health, impact. */
function keyFields(page: Page): { readonly name: string; readonly value: Text }[] {
  return (pageType(page.type)?.fields ?? []).flatMap(({ name, value, required }) => {
    const isKey =
      required && (value.kind === 'enum' || (value.kind === 'number' && value.maximum !== undefined));
    const text = isKey ? textOf(page, name) : undefined;
    if (text === undefined) return [];
    return [{ name, value: value.kind === 'enum' ? ours(text.replaceAll('-', ' ')) : text }];
  });
}

/** Hints are left to the page itself. */
function problems(findings: readonly Finding[]): Text[] {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const errors = count('error');
  const warnings = count('warning');
  const notes = count('information');
  const counts = [
    ...(errors > 0 ? [t`${plural(errors, 'error')}`] : []),
    ...(warnings > 0 ? [t`${plural(warnings, 'warning')}`] : []),
    ...(notes > 0 ? [t`${plural(notes, 'note')}`] : []),
  ];
  return counts.length === 0 ? [] : [t`Found here: ${enumeration(counts)}`];
}
