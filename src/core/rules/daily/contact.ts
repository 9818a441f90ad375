import {
  departmentContacts,
  mentionedIn,
  partnerCadence,
  partnerContact,
  partnerOf,
  salesContact,
  salesDepartment,
  salesTeam,
  salesTeams,
} from '../../analysis/contact';
import { firstLogDate } from '../../analysis/logs';
import { type CalendarDate, daysBetween } from '../../model/calendarDate';
import type { Finding } from '../../model/finding';
import { askField, type FixPlan, setField } from '../../model/fix';
import { plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { pastDate } from '../../schema/kinds';
import { createTodaysLog } from '../commonFixes';
import { type BookRule, bookPlace, type RuleContext } from '../rule';

const clockStart = `Without any contact on record, the clock starts at the book’s first log page; without log pages nothing is reported.`;

export const salesSilent: BookRule = {
  id: 'sales-silent',
  family: 'daily',
  severity: 'warning',
  scope: 'book',
  reads: ['partner', 'log', 'book'],
  parts: ['names', 'fields', 'links', 'mentions'],
  needsToday: true,
  summary: 'There has been no contact with sales for too long.',
  explanation: `Sales is where the product line lives or dies, so contact is due every 14 days (\`cadence.sales\`). It counts from the latest log page that mentions @sales, or the latest contact with a sales team: its \`lastContact\`, or a log page that links to it. ${clockStart}`,
  remedy: 'Talk to sales, and log it with @sales or a link to the team’s page.',
  warmMemo: mentionedIn,
  check({ book, settings, today }, report) {
    const first = firstLogDate(book, today);
    if (first === undefined) return;
    const last = salesContact(book, today);
    const silent = daysBetween(last ?? first, today);
    if (silent <= settings.cadence.sales) return;
    const team = salesTeams(book)[0];
    const place = team ? { path: team.path, range: team.typeRange } : bookPlace(book);
    if (!place) return;
    report({ ...place, message: silentMessage('sales', silent, settings.cadence.sales, last) });
  },
  fixes: contactFixes,
};

export const partnerSilent: BookRule = {
  id: 'partner-silent',
  family: 'daily',
  severity: 'warning',
  scope: 'book',
  reads: ['partner', 'log', 'book'],
  parts: ['names', 'fields', 'links'],
  needsToday: true,
  summary: 'There has been no contact with a dealer, distributor or agency for too long.',
  explanation: `Contact is due every 30, 60 or 90 days for tier A, B or C (\`cadence.partner\`), B where no tier is given. It counts from the later of \`lastContact\` and the latest log page that links to the partner. ${clockStart} Sales teams have a rule of their own.`,
  remedy: 'Call or visit, and log it with a link to the partner’s page.',
  warmMemo: partnerOf,
  check({ book, settings, today }, report) {
    const first = firstLogDate(book, today);
    if (first === undefined) return;
    for (const page of book.pagesOfType('partner')) {
      const { kind, tier } = partnerOf(page);
      const cadence = partnerCadence(page, settings);
      if (kind === undefined || kind === salesTeam || cadence === undefined) continue;
      const last = partnerContact(page, book, today);
      const silent = daysBetween(last ?? first, today);
      if (silent <= cadence) continue;
      const who = t`this tier ${tier} ${kind}`;
      report({ path: page.path, range: page.typeRange, message: silentMessage(who, silent, cadence, last) });
    }
  },
  fixes: contactFixes,
};

export const departmentSilent: BookRule = {
  id: 'department-silent',
  family: 'daily',
  severity: 'information',
  scope: 'book',
  reads: ['log', 'book'],
  parts: ['names', 'fields', 'mentions'],
  needsToday: true,
  summary: 'No log page has mentioned a department for too long.',
  explanation: `The product manager is the bridge between departments; each is to be in the log every 30 days (\`cadence.department\`), mentioned as @name. ${clockStart} Sales has a rule of its own.`,
  remedy: 'Meet the department, and mention it in the day’s log.',
  warmMemo: mentionedIn,
  check({ book, settings, today }, report) {
    const first = firstLogDate(book, today);
    const place = bookPlace(book);
    if (first === undefined || !place) return;
    const cadence = settings.cadence.department;
    const departments = settings.departments.filter((department) => department !== salesDepartment);
    const contacts = departmentContacts(departments, book, today);
    for (const department of departments) {
      const last = contacts.get(department);
      const silent = daysBetween(last ?? first, today);
      if (silent > cadence)
        report({
          ...place,
          message: silentMessage(`@${department}`, silent, cadence, last),
          data: { department },
        });
    }
  },
  fixes: (_finding, _page, context) => createTodaysLog(context),
};

function contactFixes(_finding: Finding, page: Page, context: RuleContext): FixPlan[] {
  const { today } = context;
  if (page.type !== 'partner') return createTodaysLog(context);
  return [
    setField(t`There was contact today`, 'lastContact', today),
    askField(
      t`There was contact on another day…`,
      'lastContact',
      t`On which day was the last contact?`,
      pastDate,
      {
        suggestion: today,
      },
    ),
    ...createTodaysLog(context),
  ];
}

function silentMessage(who: Text, days: number, cadence: number, last: CalendarDate | undefined): Text {
  const since =
    last === undefined
      ? t`No contact with ${who} is on record since the first log page, ${plural(days, 'day')} ago`
      : t`The last contact with ${who} was ${plural(days, 'day')} ago (${last})`;
  return t`${since}; it is due every ${plural(cadence, 'day')}. Get in touch and log it.`;
}
