import { budgetActualsStale, budgetOffPace, budgetOverspent, salesBehind } from './daily/budget';
import { commitmentOverdue } from './daily/commitmentOverdue';
import { departmentSilent, partnerSilent, salesSilent } from './daily/contact';
import { competitorStale, statusStale } from './daily/freshness';
import { competitorUnreviewedSignal, marketQuiet } from './daily/market';
import { incentiveIncomplete, partnerNoOrder } from './daily/partners';
import { trustLow } from './daily/trust';
import { explorationQuiet, opportunityStuck, proposalWithoutVoice } from './longTerm/exploration';
import { strategyOutdated, strategyStale, threatWithoutStrategy } from './longTerm/strategy';
import { trendStale, trendUnanswered, voiceUnanswered, voiceWithoutQuote } from './principles/customers';
import { decisionOverdue, decisionWithoutLongTermValue } from './principles/decisions';
import { globalCoreMissing, regionSalesOnly } from './principles/regions';
import {
  bundleBelowCost,
  bundleNoSaving,
  bundleRetiredProduct,
  segmentWithoutManager,
} from './principles/segments';
import type { Rule } from './rule';
import { gateMustMeet, gateOverdue } from './shortTerm/gates';
import {
  marketingPlanLate,
  marketingPlanSum,
  promotionUnapproved,
  promotionWithoutResult,
  tradeShowLeadsOpen,
} from './shortTerm/marketing';
import { planOverdue, planShortSighted, planWithoutStrategy } from './shortTerm/plans';
import { predictionDue, predictionUnanswered } from './shortTerm/predictions';
import {
  improvementPayback,
  improvementRemovesBasic,
  lineChangeCannibal,
  lineChangeUndecided,
} from './shortTerm/productLine';
import { amountAmbiguous } from './structure/amounts';
import { commitmentInvalid } from './structure/commitments';
import { conflictedCopy } from './structure/conflictedCopy';
import { fieldInvalid, fieldMissing, fieldMisspelled } from './structure/fields';
import { frontMatterSyntax, typeUnknown } from './structure/frontMatter';
import { mergeConflict } from './structure/mergeConflict';
import { idDuplicate, referenceBroken } from './structure/references';
import { sectionMissing } from './structure/sections';
import { suppressionUnknown } from './structure/suppressions';
import {
  activityUnknown,
  logDateMismatch,
  timeEntryInvalid,
  timeFuture,
  timeOver24h,
  timeOverlap,
  timerLeftRunning,
} from './structure/timeEntries';
import { timeDrifting, timeUnbalanced } from './time/balance';
import { logMissing } from './time/logMissing';

/** Every rule, in the order of the documentation; the editor and the command line use this one list. */
export const allRules: readonly Rule[] = [
  frontMatterSyntax,
  typeUnknown,
  fieldMissing,
  fieldInvalid,
  fieldMisspelled(() => ruleIds),
  amountAmbiguous,
  idDuplicate,
  referenceBroken,
  sectionMissing,
  timeEntryInvalid,
  activityUnknown,
  timeOverlap,
  timeOver24h,
  timeFuture,
  timerLeftRunning,
  logDateMismatch,
  commitmentInvalid,
  mergeConflict,
  conflictedCopy,
  suppressionUnknown(() => ruleIds),
  timeUnbalanced,
  timeDrifting,
  logMissing,
  statusStale,
  salesSilent,
  partnerSilent,
  partnerNoOrder,
  incentiveIncomplete,
  marketQuiet,
  competitorStale,
  competitorUnreviewedSignal,
  departmentSilent,
  commitmentOverdue,
  trustLow,
  budgetOverspent,
  budgetOffPace,
  budgetActualsStale,
  salesBehind,
  planOverdue,
  planWithoutStrategy,
  planShortSighted,
  marketingPlanLate,
  marketingPlanSum,
  promotionUnapproved,
  promotionWithoutResult,
  tradeShowLeadsOpen,
  gateOverdue,
  gateMustMeet,
  predictionDue,
  predictionUnanswered,
  improvementPayback,
  improvementRemovesBasic,
  lineChangeUndecided,
  lineChangeCannibal,
  strategyStale,
  strategyOutdated,
  threatWithoutStrategy,
  opportunityStuck,
  explorationQuiet,
  proposalWithoutVoice,
  voiceUnanswered,
  voiceWithoutQuote,
  trendStale,
  trendUnanswered,
  segmentWithoutManager,
  bundleRetiredProduct,
  bundleNoSaving,
  bundleBelowCost,
  globalCoreMissing,
  regionSalesOnly,
  decisionOverdue,
  decisionWithoutLongTermValue,
];

const ruleIds: readonly string[] = allRules.map(({ id }) => id);

const byId = new Map(allRules.map((rule) => [rule.id, rule]));

export function ruleWithId(id: string): Rule | undefined {
  return byId.get(id);
}
