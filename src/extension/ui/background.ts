import { type Text, t } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import { log } from './log';
import { notify } from './messages';
import { say } from './words';

const showLog = t`Show Log`;
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
  const key = say(text);
  if (shown.has(key)) return;
  shown.add(key);
  try {
    if ((await notify('error', text, showLog)) === showLog) log.show();
  } finally {
    shown.delete(key);
  }
}

/** Our own errors say what is wrong and what to do; others would only puzzle. */
function messageOf(error: unknown): Text {
  if (error instanceof Refusal) return error.text;
  const isOwn =
    error instanceof Error &&
    (error.constructor === Error || error.name.endsWith('Refused')) &&
    !('code' in error);
  return isOwn
    ? error.message
    : t`Status Book could not do this. Try again; if it fails again, its log says what went wrong.`;
}
