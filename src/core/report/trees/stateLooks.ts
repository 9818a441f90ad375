/** How what a row stands for is doing; `closed` is what is done with, or has no clock. */
export type RowState = 'good' | 'attention' | 'alarm' | 'closed';

const byGravity: readonly (RowState | undefined)[] = ['alarm', 'attention', 'good', 'closed'];

/** Of what a row tells, the worst: its icon must not calm where its words alarm. */
export function worstOf(...states: readonly (RowState | undefined)[]): RowState | undefined {
  return byGravity.find((state) => state !== undefined && states.includes(state));
}

export interface StateLook {
  /** Codicon: each state has a shape of its own, so that none is told by colour alone. */
  readonly icon: string;
  /** A colour that the extension contributes: those of themes vanish in some of them. */
  readonly color: string;
}

export const stateLooks: Readonly<Record<RowState, StateLook>> = {
  good: { icon: 'pass', color: 'statusBook.good' },
  attention: { icon: 'warning', color: 'statusBook.attention' },
  alarm: { icon: 'error', color: 'statusBook.alarm' },
  closed: { icon: 'circle-slash', color: 'statusBook.closed' },
};
