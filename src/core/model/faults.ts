import { type Text, t } from './message';
/** A part of the program that failed while all else went on. */
export interface Fault {
  /** Which part, in words that go on after “in”: `the rule “x” on page y.md`. */
  readonly part: string;
  readonly error: unknown;
}

type Listener = (fault: Fault) => void;

const listeners = new Set<Listener>();

/** Hears of every fault from now on, to write it into a log; returns what ends that. */
export function onFault(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function reportFault(part: string, error: unknown): void {
  for (const listener of listeners) listener({ part, error });
}

/** What a part gives; where it fails, the fault is reported and something else takes its place. */
export function attempt<T>(part: string | (() => string), run: () => T, instead: (reason: string) => T): T {
  try {
    return run();
  } catch (error) {
    reportFault(typeof part === 'string' ? part : part(), error);
    return instead(reasonOf(error));
  }
}

/** What people read in the place of a part that failed. */
export function notComputed(part: Text): Text {
  return t`${part} could not be computed. Please report this.`;
}

/** The line of a log, without the trace. */
export function faultLine({ part, error }: Fault): string {
  return `Internal error in ${part}: ${reasonOf(error)}. Please report it.`;
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/(?<![.!])[.!]+$/, '') || 'no reason given'
  );
}
