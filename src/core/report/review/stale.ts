import { contactsOf, salesDepartment } from '../../analysis/contact';
import { type Freshness, freshnessOf } from '../../analysis/freshness';
import { daysBetween } from '../../model/calendarDate';
import { ours, plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { clockedTypes } from '../../schema/schema';
import { type Block, bullets, type Inline, paragraph, strong } from '../document';
import type { ReviewInput } from './reviewSection';

/** Names on one line. */
const most = 8;

/** What has not been looked at for too long, and who has not been talked to; one line for each kind. */
export function staleBlocks(input: ReviewInput): Block[] {
  const lines = clockedTypes.flatMap(({ id, plural: title, clock }) => {
    const names = stalePages(input)
      .filter(({ page }) => page.type === id)
      .map(({ page, age, cadence }): Inline[] => [
        input.link(page),
        ' ',
        t`${plural(age, 'day')} (of ${cadence})`,
      ]);
    return line(ours(clock.heading ?? title), names);
  });
  lines.push(...line(t`Departments`, silentDepartments(input)));
  if (lines.length === 0) return [paragraph(t`Nothing: all has been looked at in time.`)];
  return [bullets(lines)];
}

/** The summary’s line on what is stale. */
export function staleLine(input: ReviewInput): Text {
  const pages = stalePages(input).length;
  return pages === 0 ? t`nothing.` : t`${plural(pages, 'page')} not looked at in time.`;
}

interface StalePage extends Freshness {
  readonly page: Page;
}

/** The oldest by their own cadence first. */
function stalePages({ book, today }: ReviewInput): StalePage[] {
  return freshnessOf(book, today)
    .filter(({ state }) => state !== 'fresh')
    .flatMap((freshness) => {
      const page = book.page(freshness.path);
      return page ? [{ ...freshness, page }] : [];
    })
    .sort((a, b) => b.age * a.cadence - a.age * b.cadence);
}

function silentDepartments({ book, today }: ReviewInput): Inline[][] {
  const { cadence } = book.settings;
  return contactsOf(book, today).flatMap((contact) => {
    if (!('department' in contact) || contact.last === null) return [];
    const { department, last } = contact;
    const limit = department === salesDepartment ? cadence.sales : cadence.department;
    const days = daysBetween(last, today);
    return days > limit ? [[t`@${department} ${plural(days, 'day')} (of ${limit})`]] : [];
  });
}

function line(title: Text, names: readonly (readonly Inline[])[]): Inline[][] {
  if (names.length === 0) return [];
  const shown = names.slice(0, most).flatMap((name, index) => (index === 0 ? name : [', ', ...name]));
  const rest = names.length > most ? [' ', t`and ${names.length - most} more`] : [];
  return [[strong(title), ': ', ...shown, ...rest]];
}
