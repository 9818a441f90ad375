import * as vscode from 'vscode';
import type { Text } from '../../core/model/message';
import { inBackground } from './background';
import { inProgress } from './plainText';

/** Milliseconds without an answer after which a person wants to know what is going on, */
const unexplained = 500;
/** and after which somebody who did not ask for it may want to have none of it. */
const unasked = 3000;

/** Work that may be told to stop; it does so when it has a chance to look. */
export type Stoppable<T> = (isStopped: () => boolean) => Promise<T>;

/** Shows what takes longer than half a second, with a button that stops it. */
export function withProgress<T>(title: Text, work: Stoppable<T>): Promise<T> {
  return shown(title, work, unexplained);
}

/** The same for what nobody asked for: in the status bar first, and only after some seconds with a button. */
export function withQuietProgress<T>(title: Text, work: Stoppable<T>): Promise<T> {
  const running = shown(title, work, unasked);
  const options = { location: vscode.ProgressLocation.Window, title: inProgress(title) };
  inBackground(ifLonger(running, unexplained, () => vscode.window.withProgress(options, () => running)));
  return running;
}

function shown<T>(title: Text, work: Stoppable<T>, patience: number): Promise<T> {
  let isStopped = false;
  const running = work(() => isStopped);
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: inProgress(title),
    cancellable: true,
  };
  inBackground(
    ifLonger(running, patience, () =>
      vscode.window.withProgress(options, (_progress, token) => {
        token.onCancellationRequested(() => {
          isStopped = true;
        });
        return running;
      }),
    ),
  );
  return running;
}

/** Does something should other work take longer than so many milliseconds. */
async function ifLonger(
  work: Promise<unknown>,
  milliseconds: number,
  action: () => Thenable<unknown>,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), milliseconds);
  });
  const ended = work.then(
    () => false,
    () => false,
  );
  const isLate = await Promise.race([ended, late]);
  clearTimeout(timer);
  // Whoever waits for the work hears of its failure; the progress has nothing to add.
  if (isLate) await action().then(undefined, () => undefined);
}
