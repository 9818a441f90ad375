import fs, { type FileHandle } from 'node:fs/promises';
import { mock } from 'node:test';

const calls = ['open', 'link', 'rename', 'rm', 'mkdir', 'lstat'] as const;
const handleCalls = ['writeFile', 'readFile', 'chmod', 'sync', 'stat', 'close'] as const;

type Call = (...args: unknown[]) => Promise<unknown>;

/**
 * Lets the file system stop at one of the steps that change something or look at it.
 *
 * @param step the first step that does not happen, from 0
 * @param kind `dies`: nothing happens from then on, as when the program is killed there; `fails`: only that step is
 *   refused, as when the disk is full or failing
 * @param part a step that writes gets halfway before it stops
 * @returns tells how many steps were tried
 */
export function stopAt(step: number, kind: 'dies' | 'fails', part = false): () => number {
  let tried = 0;
  const guarded = (name: string, original: Call): Call =>
    async function (this: unknown, ...args: unknown[]) {
      const at = tried++;
      if (kind === 'dies' ? at < step : at !== step) return handled(await original.apply(this, args));
      // What is open does not stay open.
      if (name === 'close') await original.apply(this, args);
      if (at === step && part && name === 'writeFile') {
        const [content] = args as [string | Uint8Array];
        await original.call(this, content.slice(0, content.length / 2));
      }
      throw Object.assign(new Error('stopped'), { code: kind === 'dies' ? 'EDEAD' : 'ENOSPC' });
    };
  const handled = (result: unknown): unknown => {
    if (isHandle(result)) {
      for (const name of handleCalls) {
        const original = result[name].bind(result) as Call;
        mock.method(result, name, guarded(name, original));
      }
    }
    return result;
  };
  for (const name of calls) mock.method(fs, name, guarded(name, fs[name].bind(fs) as Call));
  return () => tried;
}

function isHandle(value: unknown): value is FileHandle {
  return typeof value === 'object' && value !== null && 'fd' in value;
}
