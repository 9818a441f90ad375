import { pageFact } from '../../analysis/pageFact';
import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import { textOf } from '../../model/fields';
import type { Finding } from '../../model/finding';
import type { Page } from '../../model/page';
import { enumeration, plural } from '../../model/words';
import { pageType } from '../../schema/schema';
import { paceLenses } from '../codeLens/paceLens';
import { reviewLenses } from '../codeLens/reviewLens';
import { excerptOf } from './excerpt';
import { bold, link, paragraphs, plain } from './hoverText';

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
export function hoverCard(page: Page, context: PageCardContext): string {
  const { text, findings = [], address, heading } = context;
  const type = pageType(page.type)?.title ?? page.type;
  const names = [...new Set([type, page.id])].filter((name) => name !== '').map(plain);
  const excerpt = text === undefined ? undefined : excerptOf(page, text, heading);
  return paragraphs([
    `${address === undefined ? bold(page.title) : `**${link(page.title, address)}**`} · ${names.join(' · ')}`,
    [...standing(page, context), ...problems(findings)].map(plain).join('  \n'),
    excerpt && `> ${heading === undefined ? '' : `${bold(heading)}: `}${plain(excerpt)}`,
  ]);
}

/** How the page stands: the fields that its type asks for, its age against its cadence, its pace. */
function standing(page: Page, { book, today }: PageCardContext): string[] {
  const context = { page, book, today };
  const told = [...reviewLenses(context), ...paceLenses(context)]
    .map((lens) => lens.text())
    .filter(({ action }) => action === undefined)
    .map(({ title }) => title);
  const fields = keyFields(page);
  const known = [...fields.map(({ value }) => value), ...told].map((text) => text.toLowerCase());
  const others = pageFact(page, today, book.settings)
    .split(' · ')
    .filter((fact) => !known.some((text) => text.startsWith(fact.toLowerCase())));
  const facts = [...fields.map(({ name, value }) => `${name} ${value}`), ...others];
  return [facts.filter((fact) => fact !== '').join(' · '), ...told].filter((line) => line !== '');
}

/** The choices and scales that a page of this type must tell: threat, health, impact. */
function keyFields(page: Page): { readonly name: string; readonly value: string }[] {
  return (pageType(page.type)?.fields ?? []).flatMap(({ name, value, required }) => {
    const isKey =
      required && (value.kind === 'enum' || (value.kind === 'number' && value.maximum !== undefined));
    const text = isKey ? textOf(page, name) : undefined;
    return text === undefined
      ? []
      : [{ name, value: text.replaceAll('-', value.kind === 'enum' ? ' ' : '-') }];
  });
}

/** Hints are left to the page itself. */
const severityWords = { error: 'error', warning: 'warning', information: 'note' } as const;

function problems(findings: readonly Finding[]): string[] {
  const counts = (['error', 'warning', 'information'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [plural(count, severityWords[severity])];
  });
  return counts.length === 0 ? [] : [`Found here: ${enumeration(counts)}`];
}
