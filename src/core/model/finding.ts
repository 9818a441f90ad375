import type { Text } from './message';
import type { Range } from './text';

/** From worst to mildest. */
export const severityNames = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severityNames)[number];
export type SeverityOrOff = Severity | 'off';

export function isSeverityOrOff(text: string): text is SeverityOrOff {
  return text === 'off' || (severityNames as readonly string[]).includes(text);
}

export interface RelatedPlace {
  readonly path: string;
  readonly range: Range;
  readonly message: Text;
}

/** Something that a rule found. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The page, from the book's root. */
  readonly path: string;
  readonly range: Range;
  /** What is wrong, by how much, and what to do. */
  readonly message: Text;
  readonly related?: readonly RelatedPlace[];
  /** What the rule's quick fixes need to know: plain data of the rule's own. */
  readonly data?: FindingData;
}

export type FindingData = Readonly<Record<string, string | number | boolean | undefined>>;
