import { statSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../../core/index/contentHash';
import type { CalendarDate } from '../../core/model/calendarDate';
import type { SeverityOrOff } from '../../core/model/finding';
import { buildId } from './buildId';
import { type CachedResult, cachedResultFrom } from './cachedResult';
import type { CacheFolder } from './cacheFolder';
import { cacheText, linesOfCache } from './cacheText';

const kind = `status-book result ${buildId}`;

/** Milliseconds within which two writings may leave the same time: of usual file systems, and of those with coarse clocks. */
const fineTick = 100;
const coarseTick = 2000;

/** What a check depends on beside the files. */
export interface CheckConditions {
  readonly today: CalendarDate;
  readonly severities?: ReadonlyMap<string, SeverityOrOff>;
}

/** What the last check of a folder found; it holds for as long as no file was written, came or went. */
export class ResultCache {
  constructor(private readonly folder: CacheFolder) {}

  /** @param key as `resultKey` gives it */
  find(key: string): CachedResult | undefined {
    const [known, result] = linesOfCache(kind, this.folder.read() ?? '') ?? [];
    return known === key && result !== undefined ? cachedResultFrom(result) : undefined;
  }

  keep(key: string, result: CachedResult): void {
    this.folder.write(cacheText(kind, [key, JSON.stringify(result)]));
  }
}

/**
 * Another key for every other state of the files, as far as their sizes and times tell, and for other conditions.
 * Undefined where that cannot be told: a file cannot be looked at, or was written a moment ago.
 */
export function resultKey(
  folder: string,
  paths: readonly string[],
  { today, severities }: CheckConditions,
): string | undefined {
  const stamps: unknown[] = [];
  for (const path of paths) {
    const stamp = stampOf(join(folder, path));
    if (!stamp) return undefined;
    stamps.push([path, ...stamp]);
  }
  return contentHash(JSON.stringify([today, [...(severities ?? [])].sort(), stamps]));
}

function stampOf(file: string): readonly number[] | undefined {
  try {
    const seen = Date.now();
    const { size, mtimeMs, ctimeMs } = statSync(file);
    const modified = Math.max(mtimeMs, ctimeMs);
    const tick = modified % 10 === 0 ? coarseTick : fineTick;
    return modified <= seen - tick ? [size, mtimeMs, ctimeMs] : undefined;
  } catch {
    return undefined;
  }
}
