import type { CalendarDate } from '../../core/model/calendarDate';
import { type Finding, severityNames } from '../../core/model/finding';
import { isTextData } from '../../core/model/message';
import { findingIdentity } from '../baseline/findingIdentity';
import { checkoutPaths } from '../checkoutPaths';
import type { CheckResult } from '../formats/checkResult';
import { LinesOfFiles } from '../linesOfFiles';

/** What a check found, as it is kept. */
export interface CachedResult {
  /** The roots of the books. */
  readonly books: readonly string[];
  readonly pages: number;
  readonly findings: readonly Finding[];
  /** The titles of the fixes of each finding; absent where no format asked for them. */
  readonly titles?: readonly (readonly string[])[];
}

/** What a result is made of again, beside what was kept of it. */
export interface ResultContext {
  readonly folder: string;
  readonly today: CalendarDate;
  /** The text of a file by its path from the folder. */
  readonly textOf: (path: string) => string | undefined;
  /** The root of the checkout that a build server works in. */
  readonly checkout?: string | undefined;
}

/**
 * @param books the roots of the books
 * @param keepsTitles true where titles of fixes are known, since they were printed
 */
export function keptOf(
  { pages, findings, fixesOf }: CheckResult,
  books: readonly string[],
  keepsTitles: boolean,
): CachedResult {
  return {
    books,
    pages,
    findings,
    ...(keepsTitles ? { titles: findings.map(fixesOf) } : {}),
  };
}

/** What was kept, read again; undefined for any text that `keptOf` cannot have made. */
export function cachedResultFrom(text: string): CachedResult | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isKeptResult(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The result as it was when it was kept. */
export function resultOf(
  { books, pages, findings, titles }: CachedResult,
  { folder, today, textOf, checkout }: ResultContext,
): CheckResult {
  const lines = new LinesOfFiles(textOf);
  const titlesOf = new Map(titles?.map((some, at) => [findings[at], some]));
  return {
    today,
    books: books.length,
    pages,
    findings,
    fixesOf: (finding) => titlesOf.get(finding) ?? [],
    identityOf: (finding) =>
      findingIdentity(finding, finding.path, bookFileOf(finding.path, books), lines.lineOf(finding)),
    checkoutPath: checkoutPaths(folder, checkout),
  };
}

/** The `book.md` of the innermost book around a path. */
function bookFileOf(path: string, books: readonly string[]): string {
  const around = books.filter((root) => root === '' || path.startsWith(`${root}/`));
  const innermost = around.sort((a, b) => b.length - a.length)[0] ?? '';
  return innermost === '' ? 'book.md' : `${innermost}/book.md`;
}

function isKeptResult(value: unknown): value is CachedResult {
  return (
    isObject(value) &&
    isTexts(value.books) &&
    isCount(value.pages) &&
    isListOf(value.findings, isFinding) &&
    (value.titles === undefined || isListOf(value.titles, isTexts))
  );
}

function isFinding(value: unknown): boolean {
  return (
    isObject(value) &&
    [value.rule, value.path].every(isText) &&
    isTextData(value.message) &&
    severityNames.some((name) => name === value.severity) &&
    isRange(value.range) &&
    (value.related === undefined || isListOf(value.related, isRelatedPlace)) &&
    (value.data === undefined || isObject(value.data))
  );
}

function isRelatedPlace(value: unknown): boolean {
  return isObject(value) && isText(value.path) && isTextData(value.message) && isRange(value.range);
}

function isRange(value: unknown): boolean {
  return isObject(value) && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): boolean {
  return isObject(value) && isCount(value.line) && isCount(value.character);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isTexts(value: unknown): boolean {
  return isListOf(value, isText);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
