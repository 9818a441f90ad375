import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askChild } from './children';
import type { IndexMemory } from './indexMemory';
import { type BookOnDisk, checkArguments, hasCache } from './wholeProcess';

export interface Memory extends IndexMemory {
  /** Bytes of the process of `check` at their most: without a cache, and with a full one where there is any. Of large books left out. */
  readonly check?: number;
  readonly warmCheck?: number;
}

/** @param temporary a folder for what is written meanwhile */
export function measureMemory({ folder, size }: BookOnDisk, temporary: string): Memory {
  const index = askChild<IndexMemory>(
    'indexMemory.ts',
    [folder],
    ['--expose-gc', '--max-old-space-size=8192'],
  );
  if (size > 10_000) return index;
  const check = peakOf(checkArguments(folder), temporary);
  if (!hasCache()) return { ...index, check };
  const cache = join(temporary, 'memory-cache');
  mkdirSync(cache, { recursive: true });
  try {
    peakOf(checkArguments(folder, cache), temporary);
    return { ...index, check, warmCheck: peakOf(checkArguments(folder, cache), temporary) };
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

/** Bytes in memory of a process at their most, as the system counts them. */
function peakOf(args: readonly string[], temporary: string): number {
  const probe = join(temporary, 'peak.cjs');
  const result = join(temporary, 'peak');
  writeFileSync(
    probe,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(result)}, String(process.resourceUsage().maxRSS)));`,
  );
  rmSync(result, { force: true });
  spawnSync(process.execPath, ['--require', probe, ...args], { stdio: 'ignore' });
  return Number(readFileSync(result, 'utf8')) * 1024;
}
