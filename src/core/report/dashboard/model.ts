import type { BalanceState } from '../../analysis/balance';
import type { CoverageKind } from '../../analysis/coverage';
import type { CalendarDate } from '../../model/calendarDate';
import type { Text } from '../../model/message';
import type { HorizonId } from '../../schema/activities';

/** How something stands: `attention` is behind or late, `alarm` badly so, `unknown` without enough data. */
export type State = 'good' | 'attention' | 'alarm' | 'unknown';

/** A page of the book, and where on it. */
export interface PagePlace {
  /** From the book’s root. */
  readonly path: string;
  /** From 0. */
  readonly line?: number;
}

/** What there is to do where there is nothing to show. */
export interface Empty {
  readonly text: Text;
  readonly action?: Action;
}

/** A command that fills the gap. */
export interface Action {
  readonly title: Text;
  readonly command: 'statusBook.newPage' | 'statusBook.logTime';
  /** The page type of a new page. */
  readonly type?: string;
}

export interface Cell {
  readonly text: Text;
  readonly place?: PagePlace;
  readonly state?: State;
}

export interface Column {
  readonly title: Text;
  readonly numeric?: true;
}

/** The data of a chart. */
export interface Table {
  readonly caption: Text;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One question of the product manager, answered. */
export interface Headline {
  readonly id: 'balance' | 'competitors' | 'waiting' | 'sales';
  readonly question: Text;
  readonly answer: Text;
  readonly detail: Text;
  readonly state: State;
  readonly place?: PagePlace;
  /** Who or what is meant by “and 3 more”, at most 50, and what shows them. */
  readonly rest?: readonly Cell[];
  readonly more?: Text;
}

export interface HorizonCourse {
  readonly id: HorizonId;
  readonly title: Text;
  /** Of the window, 0 to 1; null where nothing is logged. */
  readonly share: number | null;
  readonly shareText: Text;
  /** Inclusive, in percent. */
  readonly band: readonly [lower: number, upper: number];
  readonly bandText: Text;
  readonly balance: BalanceState;
  readonly stateText: Text;
  readonly state: State;
  /** The share of each week, 0 to 1; null for a week with too little time. */
  readonly weeks: readonly (number | null)[];
  readonly trendText: Text;
  /** What brings it back to its band; empty where it is inside. */
  readonly advice: Text;
  /** The chart in one sentence. */
  readonly summary: Text;
  readonly place?: PagePlace;
}

export interface BalanceSection {
  readonly empty?: Empty;
  readonly window: Text;
  /** Why the balance is not judged yet; empty where it is. */
  readonly missing: Text;
  readonly horizons: readonly HorizonCourse[];
  /** `W47`, oldest first. */
  readonly weeks: readonly { readonly label: Text; readonly place?: PagePlace }[];
  /** Highest share that a chart has to hold, 0 to 1. */
  readonly highest: number;
  readonly table: Table;
}

export interface ActivityBar {
  readonly id: string;
  readonly title: Text;
  readonly horizon: HorizonId;
  readonly horizonTitle: Text;
  readonly minutes: number;
  readonly text: Text;
  /** Of the longest bar, 0 to 1. */
  readonly length: number;
  readonly place?: PagePlace;
}

export interface TimeSection {
  readonly empty?: Empty;
  readonly summary: Text;
  /** Most time first. */
  readonly bars: readonly ActivityBar[];
  readonly table: Table;
}

export interface CompetitorTile {
  readonly title: Text;
  readonly threat: Text;
  /** Age over cadence; 1 is due, above it late. */
  readonly used: number;
  readonly text: Text;
  readonly state: State;
  readonly stateText: Text;
  readonly place: PagePlace;
}

export interface CompetitorSection {
  readonly empty?: Empty;
  readonly summary: Text;
  /** The latest first. */
  readonly tiles: readonly CompetitorTile[];
  /** Competitors beyond those shown; empty for none. */
  readonly more: Text;
  readonly table: Table;
}

/** Money that is spent, beside what should be by now. */
export interface Spending {
  /** Of the whole budget; above 1 where more is spent. */
  readonly spent: number;
  readonly planned: number | null;
  readonly text: Text;
  readonly state: State;
  readonly stateText: Text;
}

export interface BudgetCard {
  readonly title: Text;
  readonly place: PagePlace;
  readonly state: State;
  readonly stateText: Text;
  /** `Jan`, with the year where it changes. */
  readonly months: readonly Text[];
  readonly planned: readonly (number | null)[];
  readonly actual: readonly (number | null)[];
  readonly forecast: readonly (number | null)[];
  readonly salesText: Text;
  /** The chart in one sentence. */
  readonly summary: Text;
  readonly spending?: Spending;
  readonly currency: string;
  readonly table: Table;
}

export interface BudgetSection {
  readonly empty?: Empty;
  /** Running budgets first, the one furthest behind on top. */
  readonly budgets: readonly BudgetCard[];
  /** Budgets beyond those shown. */
  readonly more: Text;
  readonly table: Table;
}

/** One direction of promises between a department and the product manager. */
export interface Promises {
  readonly kept: number;
  readonly all: number;
  /** 0 to 1; null below five. */
  readonly reliability: number | null;
  readonly text: Text;
  readonly state: State;
  readonly place?: PagePlace;
}

export interface DepartmentTrust {
  readonly department: Text;
  readonly toMe?: Promises;
  readonly fromMe?: Promises;
}

export interface TrustSection {
  readonly empty?: Empty;
  readonly summary: Text;
  readonly departments: readonly DepartmentTrust[];
  readonly table: Table;
}

export interface CustomerSection {
  readonly empty?: Empty;
  readonly months: readonly Text[];
  /** Points at the end of each month. */
  readonly backlog: readonly number[];
  /** Mean, -2 to 2; null without a voice. */
  readonly sentiment: readonly (number | null)[];
  readonly backlogPlaces: readonly (PagePlace | null)[];
  readonly sentimentPlaces: readonly (PagePlace | null)[];
  readonly backlogText: Text;
  readonly backlogSummary: Text;
  readonly sentimentSummary: Text;
  /** Open voices, heaviest first. */
  readonly open: readonly Cell[];
  readonly table: Table;
}

export interface PredictionSection {
  readonly empty?: Empty;
  readonly brier: number | null;
  readonly text: Text;
  readonly summary: Text;
  readonly points: readonly {
    /** How likely we said, 0 to 1. */
    readonly probability: number;
    /** How often it happened, 0 to 1. */
    readonly happened: number;
    readonly count: number;
    readonly place: PagePlace;
  }[];
  readonly table: Table;
}

export interface CoverageItem {
  readonly kind: CoverageKind;
  readonly title: Text;
  /** The page that is there, or that it is missing. */
  readonly text: Text;
  /** Absent where it is missing. */
  readonly place?: PagePlace;
  /** Makes the page that is missing, where a command does. */
  readonly action?: Action;
}

export interface MatrixCell {
  readonly label: Text;
  readonly state: State;
  readonly items: readonly CoverageItem[];
}

export interface Matrix {
  readonly title: Text;
  readonly columns: readonly Cell[];
  readonly rows: readonly {
    readonly product: Cell;
    /** Null where the product is not offered. */
    readonly cells: readonly (MatrixCell | null)[];
  }[];
  readonly summary: Text;
  readonly more: Text;
  /** What to do where the columns are wider than the screen. */
  readonly sideways: Text;
}

export interface CoverageSection {
  readonly empty?: Empty;
  /** What the marks of a cell stand for, in their order. */
  readonly kinds: readonly { readonly kind: CoverageKind; readonly title: Text }[];
  readonly matrices: readonly Matrix[];
}

export interface DateItem {
  readonly date: CalendarDate;
  readonly day: Text;
  readonly text: Text;
  readonly kind: Text;
  readonly place: PagePlace;
}

export interface DateGroup {
  readonly id: 'overdue' | 'today' | 'week' | 'later';
  readonly title: Text;
  readonly state: State;
  readonly items: readonly DateItem[];
  /** What shows those beyond the first, and themselves; empty for none. */
  readonly more: Text;
  readonly rest: readonly DateItem[];
}

export interface DateSection {
  readonly empty?: Empty;
  readonly groups: readonly DateGroup[];
  readonly table: Table;
}

/** Everything that the dashboard shows of a book, in words and numbers. */
export interface DashboardModel {
  readonly headlines: readonly Headline[];
  readonly balance: BalanceSection;
  readonly time: TimeSection;
  readonly competitors: CompetitorSection;
  readonly budgets: BudgetSection;
  readonly trust: TrustSection;
  readonly customers: CustomerSection;
  readonly predictions: PredictionSection;
  readonly coverage: CoverageSection;
  readonly dates: DateSection;
}
