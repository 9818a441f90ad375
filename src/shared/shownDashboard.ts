import type { Spoken } from '../core/model/message';
import type { dashboardLabels } from '../core/report/dashboard/labels';
import type * as core from '../core/report/dashboard/model';

/** The dashboard in the words of a language, as its page shows it. */

export type { PagePlace, State } from '../core/report/dashboard/model';

export type Action = Spoken<core.Action>;
export type ActivityBar = Spoken<core.ActivityBar>;
export type BalanceSection = Spoken<core.BalanceSection>;
export type BudgetCard = Spoken<core.BudgetCard>;
export type BudgetSection = Spoken<core.BudgetSection>;
export type Cell = Spoken<core.Cell>;
export type Column = Spoken<core.Column>;
export type CompetitorSection = Spoken<core.CompetitorSection>;
export type CompetitorTile = Spoken<core.CompetitorTile>;
export type CoverageItem = Spoken<core.CoverageItem>;
export type CoverageSection = Spoken<core.CoverageSection>;
export type CustomerSection = Spoken<core.CustomerSection>;
export type DateGroup = Spoken<core.DateGroup>;
export type DateItem = Spoken<core.DateItem>;
export type DateSection = Spoken<core.DateSection>;
export type DepartmentTrust = Spoken<core.DepartmentTrust>;
export type Empty = Spoken<core.Empty>;
export type Headline = Spoken<core.Headline>;
export type HorizonCourse = Spoken<core.HorizonCourse>;
export type Matrix = Spoken<core.Matrix>;
export type MatrixCell = Spoken<core.MatrixCell>;
export type PredictionSection = Spoken<core.PredictionSection>;
export type Promises = Spoken<core.Promises>;
export type Spending = Spoken<core.Spending>;
export type Table = Spoken<core.Table>;
export type TimeSection = Spoken<core.TimeSection>;
export type TrustSection = Spoken<core.TrustSection>;
export type DashboardModel = Spoken<core.DashboardModel>;
export type DashboardLabels = Spoken<typeof dashboardLabels>;
