/** Calls a task after some milliseconds; returns what takes that back. */
export type Later = (task: () => void, pause: number) => () => void;

export function afterPause(task: () => void, pause: number): () => void {
  const timer = setTimeout(task, pause);
  return () => clearTimeout(timer);
}
