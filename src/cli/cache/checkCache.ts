import { buildId } from '../../core/index/buildId';
import { cacheText, linesOfCache } from '../../core/index/cacheText';
import { contentHash } from '../../core/index/contentHash';
import { cacheParts, PageCache } from '../../core/index/pageCache';
import type { CalendarDate } from '../../core/model/calendarDate';
import type { Finding, SeverityOrOff } from '../../core/model/finding';
import type { CacheFolder } from './cacheFolder';

const resultPart = 'result.txt';
const resultKind = `status-book result ${buildId}`;

/** A finding as it is kept, with the titles of its fixes. */
export interface KeptFinding extends Finding {
  readonly titles: readonly string[];
}

/** What a check found, as it is kept. */
export interface KeptResult {
  /** The roots of the books. */
  readonly books: readonly string[];
  readonly pages: number;
  readonly findings: readonly KeptFinding[];
}

/** What a check depends on beside the files. */
export interface CheckConditions {
  readonly today: CalendarDate;
  readonly severities?: ReadonlyMap<string, SeverityOrOff>;
}

/** What `check` keeps from one run to the next: the pages of the files, and what it found last. */
export class CheckCache {
  readonly pages: PageCache;

  constructor(private readonly folder: CacheFolder) {
    this.pages = new PageCache(folder.read(cacheParts.files));
  }

  /** Makes the pages of the last run known. */
  loadPages(): void {
    for (const part of cacheParts.pages) this.pages.addPages(this.folder.read(part) ?? '');
  }

  /**
   * What was found in files of the same contents under the same conditions.
   *
   * @param contents of every file, by path
   */
  result(contents: ReadonlyMap<string, string>, conditions: CheckConditions): KeptResult | undefined {
    const [key, ...lines] = linesOfCache(resultKind, this.folder.read(resultPart) ?? '') ?? [];
    if (key !== keyOf(contents, conditions)) return undefined;
    const [head, ...findings] = lines.map((line) => JSON.parse(line));
    return { ...head, findings };
  }

  keep(contents: ReadonlyMap<string, string>, conditions: CheckConditions, result: KeptResult): void {
    const { findings, ...head } = result;
    const lines = [head, ...findings].map((line) => JSON.stringify(line));
    this.folder.write(resultPart, cacheText(resultKind, [keyOf(contents, conditions), ...lines]));
  }

  /** Writes what is new of files and pages. */
  save(): void {
    for (const [name, text] of this.pages.changedParts()) this.folder.write(name, text);
  }
}

function keyOf(contents: ReadonlyMap<string, string>, { today, severities }: CheckConditions): string {
  const files = [...contents].map(([path, content]) => `${content} ${path}`).sort();
  return contentHash(JSON.stringify([today, [...(severities ?? [])].sort(), files]));
}
