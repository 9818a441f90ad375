import type { Finding } from '../model/finding';
import { t } from '../model/message';
import type { Page } from '../model/page';
import type { RuleDescription } from './rule';

/** What is reported when a rule fails. It is no rule of its own: nothing in a book turns it off. */
export const internalError: RuleDescription = {
  id: 'internal-error',
  family: 'structure',
  severity: 'information',
  summary: 'A rule failed on this page.',
  explanation:
    'One of the rules of Status Book failed while it looked at this page, or while it worked out what can be done about a finding. That is a fault of Status Book, not of the page. All other rules and pages are checked as usual; only what this rule would say of this page is missing. It cannot be turned off.',
  remedy:
    'Report it with the message and, if you may share it, the page. The log of the command or of the editor (Output, Status Book) has more.',
};

/** Stands on the `type` line of the page that the rule looked at; for a rule over the whole book, of `book.md`. */
export function internalErrorFinding(rule: string, page: Page, reason: string): Finding {
  return {
    rule: internalError.id,
    severity: internalError.severity,
    path: page.path,
    range: page.typeLine,
    message: t`Internal error in the rule “${rule}” on page ${page.path}: ${reason}. All else is checked as usual; please report it.`,
    data: { field: rule },
  };
}
