import type { BalanceState } from '../../analysis/balance';
import type { CoverageKind } from '../../analysis/coverage';
import type { CalendarDate } from '../../model/calendarDate';
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
  readonly text: string;
  readonly action?: Action;
}

/** A command that fills the gap. */
export interface Action {
  readonly title: string;
  readonly command: 'statusBook.newPage' | 'statusBook.logTime';
  /** The page type of a new page. */
  readonly type?: string;
}

export interface Cell {
  readonly text: string;
  readonly place?: PagePlace;
  readonly state?: State;
}

export interface Column {
  readonly title: string;
  readonly numeric?: true;
}

/** The data of a chart. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One question of the product manager, answered. */
export interface Headline {
  readonly id: 'balance' | 'competitors' | 'waiting' | 'sales';
  readonly question: string;
  readonly answer: string;
  readonly detail: string;
  readonly state: State;
  readonly place?: PagePlace;
  /** Who or what is meant by “and 3 more”, at most 50. */
  readonly rest?: readonly Cell[];
}

export interface HorizonCourse {
  readonly id: HorizonId;
  readonly title: string;
  /** Of the window, 0 to 1; null where nothing is logged. */
  readonly share: number | null;
  readonly shareText: string;
  /** Inclusive, in percent. */
  readonly band: readonly [lower: number, upper: number];
  readonly bandText: string;
  readonly balance: BalanceState;
  readonly stateText: string;
  readonly state: State;
  /** The share of each week, 0 to 1; null for a week with too little time. */
  readonly weeks: readonly (number | null)[];
  readonly trendText: string;
  /** What brings it back to its band; empty where it is inside. */
  readonly advice: string;
  /** The chart in one sentence. */
  readonly summary: string;
  readonly place?: PagePlace;
}

export interface BalanceSection {
  readonly empty?: Empty;
  readonly window: string;
  /** Why the balance is not judged yet; empty where it is. */
  readonly missing: string;
  readonly horizons: readonly HorizonCourse[];
  /** `W47`, oldest first. */
  readonly weeks: readonly { readonly label: string; readonly place?: PagePlace }[];
  /** Highest share that a chart has to hold, 0 to 1. */
  readonly highest: number;
  readonly table: Table;
}

export interface ActivityBar {
  readonly id: string;
  readonly title: string;
  readonly horizon: HorizonId;
  readonly horizonTitle: string;
  readonly minutes: number;
  readonly text: string;
  /** Of the longest bar, 0 to 1. */
  readonly length: number;
  readonly place?: PagePlace;
}

export interface TimeSection {
  readonly empty?: Empty;
  readonly summary: string;
  /** Most time first. */
  readonly bars: readonly ActivityBar[];
  readonly table: Table;
}

export interface CompetitorTile {
  readonly title: string;
  readonly threat: string;
  /** Age over cadence; 1 is due, above it late. */
  readonly used: number;
  readonly text: string;
  readonly state: State;
  readonly stateText: string;
  readonly place: PagePlace;
}

export interface CompetitorSection {
  readonly empty?: Empty;
  readonly summary: string;
  /** The latest first. */
  readonly tiles: readonly CompetitorTile[];
  /** Competitors beyond those shown; empty for none. */
  readonly more: string;
  readonly table: Table;
}

/** Money that is spent, beside what should be by now. */
export interface Spending {
  /** Of the whole budget; above 1 where more is spent. */
  readonly spent: number;
  readonly planned: number | null;
  readonly text: string;
  readonly state: State;
  readonly stateText: string;
}

export interface BudgetCard {
  readonly title: string;
  readonly place: PagePlace;
  readonly state: State;
  readonly stateText: string;
  /** `Jan`, with the year where it changes. */
  readonly months: readonly string[];
  readonly planned: readonly (number | null)[];
  readonly actual: readonly (number | null)[];
  readonly forecast: readonly (number | null)[];
  readonly salesText: string;
  /** The chart in one sentence. */
  readonly summary: string;
  readonly spending?: Spending;
  readonly currency: string;
  readonly table: Table;
}

export interface BudgetSection {
  readonly empty?: Empty;
  /** Running budgets first, the one furthest behind on top. */
  readonly budgets: readonly BudgetCard[];
  /** Budgets beyond those shown. */
  readonly more: string;
  readonly table: Table;
}

/** One direction of promises between a department and the product manager. */
export interface Promises {
  readonly kept: number;
  readonly all: number;
  /** 0 to 1; null below five. */
  readonly reliability: number | null;
  readonly text: string;
  readonly state: State;
  readonly place?: PagePlace;
}

export interface DepartmentTrust {
  readonly department: string;
  readonly toMe?: Promises;
  readonly fromMe?: Promises;
}

export interface TrustSection {
  readonly empty?: Empty;
  readonly summary: string;
  readonly departments: readonly DepartmentTrust[];
  readonly table: Table;
}

export interface CustomerSection {
  readonly empty?: Empty;
  readonly months: readonly string[];
  /** Points at the end of each month. */
  readonly backlog: readonly number[];
  /** Mean, -2 to 2; null without a voice. */
  readonly sentiment: readonly (number | null)[];
  readonly backlogPlaces: readonly (PagePlace | null)[];
  readonly sentimentPlaces: readonly (PagePlace | null)[];
  readonly backlogText: string;
  readonly backlogSummary: string;
  readonly sentimentSummary: string;
  /** Open voices, heaviest first. */
  readonly open: readonly Cell[];
  readonly table: Table;
}

export interface PredictionSection {
  readonly empty?: Empty;
  readonly brier: number | null;
  readonly text: string;
  readonly summary: string;
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
  readonly title: string;
  /** The page that is there; absent where it is missing. */
  readonly page?: string;
  readonly place?: PagePlace;
}

export interface MatrixCell {
  readonly label: string;
  readonly state: State;
  readonly items: readonly CoverageItem[];
}

export interface Matrix {
  readonly title: string;
  readonly columns: readonly Cell[];
  readonly rows: readonly {
    readonly product: Cell;
    /** Null where the product is not offered. */
    readonly cells: readonly (MatrixCell | null)[];
  }[];
  readonly summary: string;
  readonly more: string;
}

export interface CoverageSection {
  readonly empty?: Empty;
  /** What the marks of a cell stand for, in their order. */
  readonly kinds: readonly { readonly kind: CoverageKind; readonly title: string }[];
  readonly matrices: readonly Matrix[];
}

export interface DateItem {
  readonly date: CalendarDate;
  readonly day: string;
  readonly text: string;
  readonly kind: string;
  readonly place: PagePlace;
}

export interface DateGroup {
  readonly title: string;
  readonly state: State;
  readonly items: readonly DateItem[];
  /** Those beyond the ones shown, in words, and themselves; empty for none. */
  readonly more: string;
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
