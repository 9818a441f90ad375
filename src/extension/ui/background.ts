import { log } from './log';
import { notify } from './messages';

const showLog = 'Show Log';
/** Those that are on the screen: what fails again and again is said once. */
const shown = new Set<string>();

/** Runs what may fail, and tells the user where it did. Never rejects. */
export async function reported(run: () => PromiseLike<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.error(error);
    inBackground(tellOf(error));
  }
}

/** Lets something go on that nobody waits for; where it fails, the log says so. */
export function inBackground(work: PromiseLike<unknown> | undefined): void {
  work?.then(undefined, (error: unknown) => log.error(error));
}

async function tellOf(error: unknown): Promise<void> {
  const text = messageOf(error);
  if (shown.has(text)) return;
  shown.add(text);
  try {
    if ((await notify('error', text, showLog)) === showLog) log.show();
  } finally {
    shown.delete(text);
  }
}

/** Our own errors say what is wrong and what to do; others would only puzzle. */
function messageOf(error: unknown): string {
  const isOwn =
    error instanceof Error &&
    (error.constructor === Error || error instanceof RangeError || error.name.endsWith('Refused')) &&
    !('code' in error);
  return isOwn
    ? error.message
    : 'Status Book could not do this. Try again; if it fails again, its log says what went wrong.';
}
