import type { BookIndex } from '../index/bookIndex';
import type { BookSettings } from '../model/bookSettings';
import type { CalendarDate } from '../model/calendarDate';
import type { Finding } from '../model/finding';
import { getOrMake } from '../model/maps';
import type { Page } from '../model/page';
import { bookRules, pageRulesFor, prepareFor, runPageRule, type Severities, severityOf } from './pageRun';
import type { PageRule, RuleContext, Suspicion } from './rule';

/** What is known of a page before its book is whole. */
export interface LookedAhead {
  readonly page: Page;
  readonly settings: BookSettings;
  /** Of the rules that found something. */
  readonly found: ReadonlyMap<PageRule, readonly Finding[]>;
  readonly suspicions: ReadonlyMap<PageRule, Suspicion>;
  /** The rules that need nothing but their page, and yet asked the book. */
  readonly undone: ReadonlySet<PageRule>;
}

export interface CheckAheadOptions {
  readonly today: CalendarDate;
  readonly severities?: Severities | undefined;
  /** Called with each finding while its page is at hand. A context whose book was asked tells nothing yet. */
  readonly whileAtHand?: (finding: Finding, page: Page, context: PageContext) => void;
}

/** What a rule may look at before the book is whole; tells whether the book was asked all the same. */
export class PageContext implements RuleContext {
  askedBook = false;

  constructor(
    private readonly index: BookIndex,
    readonly today: CalendarDate,
  ) {}

  get settings(): BookSettings {
    return this.index.settings;
  }

  get book(): BookIndex {
    this.askedBook = true;
    return this.index;
  }
}

const nothing: ReadonlyMap<PageRule, readonly Finding[]> = new Map();
const none: ReadonlySet<PageRule> = new Set();

/**
 * Looks at the pages of a book while they are read, one after the other: most rules need nothing but a page, and what it
 * says is at hand then. In a large book nobody could keep all of it until the last page is read.
 */
export class CheckAhead {
  private readonly byBook = new Map<BookIndex, Map<string, LookedAhead>>();

  constructor(private readonly options: CheckAheadOptions) {}

  /** Looks at a page that has just come into its book. */
  look(page: Page, book: BookIndex): void {
    const { today, severities, whileAtHand } = this.options;
    const whole: RuleContext = { book, settings: book.settings, today };
    const context = new PageContext(book, today);
    let found: Map<PageRule, readonly Finding[]> | undefined;
    let undone: Set<PageRule> | undefined;
    const suspicions = new Map<PageRule, Suspicion>();
    for (const rule of pageRulesFor(page.type)) {
      const severity = severityOf(rule, whole, severities);
      if (severity === 'off') continue;
      if (!needsOnlyPage(rule)) {
        if (rule.suspicion) suspicions.set(rule, rule.suspicion(page, whole));
        continue;
      }
      context.askedBook = false;
      const findings = runPageRule(rule, page, context, severity);
      if (context.askedBook) {
        undone ??= new Set();
        undone.add(rule);
      } else if (findings.length > 0) {
        found ??= new Map();
        found.set(rule, findings);
      }
    }
    prepareFor(bookRules, page);
    getOrMake(this.byBook, book, () => new Map<string, LookedAhead>()).set(page.path, {
      page,
      settings: book.settings,
      found: found ?? nothing,
      suspicions,
      undone: undone ?? none,
    });
    if (!whileAtHand || !found) return;
    for (const findings of found.values()) {
      for (const finding of findings) whileAtHand(finding, page, new PageContext(book, today));
    }
  }

  /** What is known of a page; undefined where it or the book's settings are others than then. Given once. */
  take(page: Page, book: BookIndex): LookedAhead | undefined {
    const known = this.byBook.get(book);
    const ahead = known?.get(page.path);
    known?.delete(page.path);
    return ahead?.page === page && ahead.settings === book.settings ? ahead : undefined;
  }
}

/** The rules of a page that are still to be run once the book is whole. */
export function rulesLeft({ page, suspicions, undone }: LookedAhead, context: RuleContext): PageRule[] {
  return pageRulesFor(page.type).filter((rule) => {
    if (needsOnlyPage(rule)) return undone.has(rule);
    return suspicions.get(rule)?.(context) ?? true;
  });
}

function needsOnlyPage({ needs }: PageRule): boolean {
  return needs.every((need) => need === 'today');
}
