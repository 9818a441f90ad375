import { type Text, t } from '../model/message';
import { percent, trimmed } from '../model/texts';
import { behindBelow } from './pace';
import { reliableFrom } from './trust';

/**
 * Figures of the analyses as they are read, for all that shows them: what has a bound is told with as few digits as show
 * on which side of it the figure lies.
 */

/** `84 %`: sales over what was planned by now; `89.7 %` where it is just behind. */
export function paceText(pace: number): Text {
  return percent(pace, { goals: [behindBelow, 1] });
}

/** `67 %`: promises kept over all; `79.6 %` where that is just too few. */
export function reliabilityText(reliability: number): Text {
  return percent(reliability, { goals: [reliableFrom / 100, 1] });
}

/** `0.18`: 0 is perfect, 0.25 what always saying 50 % would have scored. */
export function brierText(brier: number): Text {
  return t`${trimmed(brier, 2)}`;
}
