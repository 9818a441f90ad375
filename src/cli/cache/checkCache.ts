import { buildId } from '../../core/index/buildId';
import { cacheText, linesOfCache } from '../../core/index/cacheText';
import { contentHash } from '../../core/index/contentHash';
import { PageCache } from '../../core/index/pageCache';
import type { CalendarDate } from '../../core/model/calendarDate';
import type { Finding, SeverityOrOff } from '../../core/model/finding';
import type { CacheFolder } from './cacheFolder';

const names = { files: 'files.txt', pages: 'pages.txt', result: 'result.txt' };
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
    this.pages = new PageCache(folder.read(names.files));
  }

  /** Makes the pages of the last run known. */
  loadPages(): void {
    const text = this.folder.read(names.pages);
    if (text !== undefined) this.pages.addPages(text);
  }

  /**
   * What was found in files of the same contents under the same conditions.
   *
   * @param contents of every file, by path
   */
  result(contents: ReadonlyMap<string, string>, conditions: CheckConditions): KeptResult | undefined {
    const [key, ...lines] = linesOfCache(resultKind, this.folder.read(names.result) ?? '') ?? [];
    if (key !== keyOf(contents, conditions)) return undefined;
    const [head, ...findings] = lines.map((line) => JSON.parse(line));
    return { ...head, findings };
  }

  keep(contents: ReadonlyMap<string, string>, conditions: CheckConditions, result: KeptResult): void {
    const { findings, ...head } = result;
    const lines = [head, ...findings].map((line) => JSON.stringify(line));
    this.folder.write(names.result, cacheText(resultKind, [keyOf(contents, conditions), ...lines]));
  }

  /** Writes what is new of files and pages. */
  save(): void {
    const { files, pages } = this.pages.texts();
    // First the pages: of what a file holds there is always a page then.
    if (pages !== undefined) this.folder.write(names.pages, pages);
    if (files !== undefined) this.folder.write(names.files, files);
  }
}

function keyOf(contents: ReadonlyMap<string, string>, { today, severities }: CheckConditions): string {
  const files = [...contents].map(([path, content]) => `${content} ${path}`).sort();
  return contentHash(JSON.stringify([today, [...(severities ?? [])].sort(), files]));
}
