import { commitmentOverdue } from './daily/commitmentOverdue';
import { competitorStale, statusStale } from './daily/freshness';
import type { Rule } from './rule';
import { commitmentInvalid } from './structure/commitments';
import { fieldInvalid, fieldMissing, fieldMisspelled } from './structure/fields';
import { frontMatterSyntax, typeUnknown } from './structure/frontMatter';
import { idDuplicate, referenceBroken } from './structure/references';
import { sectionMissing } from './structure/sections';
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
  fieldMisspelled,
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
  timeUnbalanced,
  timeDrifting,
  logMissing,
  statusStale,
  competitorStale,
  commitmentOverdue,
];

const byId = new Map(allRules.map((rule) => [rule.id, rule]));

export function ruleWithId(id: string): Rule | undefined {
  return byId.get(id);
}
