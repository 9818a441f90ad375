import type { BookIndex } from '../../index/bookIndex';
import { textOf } from '../../model/fields';
import { type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { Refusal } from '../../model/refusal';
import { applyEdits, LineMap, lineEndingNear, type TextEdit } from '../../model/text';
import { parsePage } from '../../parse/parsePage';
import { weeklyType } from '../../schema/schema';
import { markdownOf, type Say } from '../document';
import type { ReviewPeriod } from '../reviewPeriod';
import { findBlock, markedBlock } from './marks';
import type { Review } from './review';
import { placeForSection } from './reviewPlace';
import type { ReviewSection } from './reviewSection';

export interface ReviewPage {
  /** From the book’s root. */
  readonly path: string;
  /** The page that is there already. */
  readonly existing?: Page;
}

/** What updating a review’s page does. */
export interface ReviewUpdate {
  readonly text: string;
  /** One edit at most; none where all is as it was. */
  readonly edits: readonly TextEdit[];
  /** Titles of sections whose marks are damaged: they are left as they are. */
  readonly damaged: readonly Text[];
  /** Titles of sections that somebody has changed between their marks. */
  readonly changed: readonly Text[];
}

const hint = t`What stands between marks is written anew each time. Your own words go above or below them.`;

/** The page of a period’s review: for a week the one with that `week`, else the one with the period’s id, else a new one. */
export function reviewPageOf(book: BookIndex, period: ReviewPeriod): ReviewPage {
  const reviews = book.pagesOfType(weeklyType.id);
  const ofWeek = period.kind === 'week' ? reviews.filter((page) => textOf(page, 'week') === period.id) : [];
  const existing =
    ofWeek.find(({ id }) => id === period.id) ?? ofWeek[0] ?? reviews.find(({ id }) => id === period.id);
  if (existing) return { path: existing.path, existing };
  for (let number = 0; ; number++) {
    const id = [period.id, `review-${period.id}`][number] ?? `review-${period.id}-${number}`;
    const path = `${weeklyType.folder}/${id}.md`;
    if (!book.pageWithId(id) && !book.hasFile(path)) return { path };
  }
}

/** A new page with all sections of a review. */
export function newReviewText({ period, sections }: Review, say: Say): string {
  const lines = ['---', 'type: review', ...(period.kind === 'week' ? [`week: ${period.id}`] : []), '---', ''];
  lines.push(`# ${say(period.title)}`, '', `<!-- ${say(hint)} -->`, '');
  for (const section of sections) lines.push(...headingLines(section), blockOf(section, '\n', say), '');
  return lines.join('\n');
}

/**
 * Writes a review into its page: what stands between the marks is replaced, everything else stays as it is, byte for
 * byte. A section without marks gets them under its heading; a heading that is missing is added in its place.
 *
 * @param keepChanged leaves sections alone that somebody has changed between their marks
 * @throws Refusal where the marks would not read back, behind a code fence or comment that is never closed
 */
export function updateReview(
  path: string,
  text: string,
  review: Review,
  keepChanged: boolean,
  say: Say,
): ReviewUpdate {
  const damaged: Text[] = [];
  const changed: Text[] = [];
  const title = ({ heading }: ReviewSection): Text => heading ?? t`Summary`;
  let updated = text;
  let page = readable(path, updated);
  const write = (edit: TextEdit): void => {
    updated = applyEdits(updated, [edit]);
    page = readable(path, updated);
  };
  for (const [index, section] of review.sections.entries()) {
    const block = findBlock(page, updated, section.name);
    if (block === 'damaged') damaged.push(title(section));
    else if (block === 'missing') {
      write(insertion(page, updated, review.sections, index, say));
      if (typeof findBlock(page, updated, section.name) === 'string') throw unreadable(path);
    } else {
      const whole = blockOf(section, lineEndingNear(new LineMap(updated), block.start.line), say);
      const newText = whole.slice(whole.indexOf('-->') + 3);
      if (newText === block.text) continue;
      if (block.isChanged) changed.push(title(section));
      if (block.isChanged && keepChanged) continue;
      write({ range: { start: block.start, end: block.end }, newText });
    }
  }
  return { text: updated, edits: editBetween(text, updated), damaged, changed };
}

function readable(path: string, text: string): Page {
  const page = parsePage(path, text);
  if (!page) throw unreadable(path);
  return page;
}

function unreadable(path: string): Refusal {
  return new Refusal(
    t`The review cannot be written into ${path}: a code block, a comment or the front matter in it is never closed. Close it and try again.`,
  );
}

function insertion(
  page: Page,
  text: string,
  sections: readonly ReviewSection[],
  index: number,
  say: Say,
): TextEdit {
  const section = sections[index] as ReviewSection;
  const map = new LineMap(text);
  const { line, needsHeading } = placeForSection(page, text, sections, index);
  const ending = lineEndingNear(map, line < 0 ? page.bodyLine - 1 : line);
  const block = [...(needsHeading ? headingLines(section) : []), blockOf(section, ending, say)].join(ending);
  if (line < 0) return insertAtStart(page, map, text, block, ending);
  const end = { line, character: map.lineText(line).length };
  const isFollowed = line + 1 < map.lineCount && map.lineText(line + 1).trim() !== '';
  const newText = `${ending}${ending}${block}${isFollowed ? ending : ''}`;
  const isLast = line + 1 >= map.lineCount;
  return { range: { start: end, end }, newText: isLast ? `${newText}${ending}` : newText };
}

function insertAtStart(page: Page, map: LineMap, text: string, block: string, ending: string): TextEdit {
  const line = page.bodyLine;
  const at =
    line < map.lineCount
      ? { line, character: 0 }
      : { line: map.lineCount - 1, character: map.lineText(map.lineCount - 1).length };
  const lead = line < map.lineCount || /[\r\n]$/.test(text) ? '' : ending;
  return { range: { start: at, end: at }, newText: `${lead}${ending}${block}${ending}${ending}` };
}

function headingLines({ heading }: ReviewSection): string[] {
  return heading === undefined ? [] : [`## ${heading}`, ''];
}

function blockOf({ name, blocks }: ReviewSection, ending: string, say: Say): string {
  return markedBlock(name, markdownOf(blocks, say), ending);
}

/** The one edit that turns a text into another, whole lines that are the same left out. */
function editBetween(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const from = lines(before);
  const to = lines(after);
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  const shorter = Math.min(from.length, to.length) - head;
  while (tail < shorter && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  const start = from.slice(0, head).join('').length;
  const end = before.length - from.slice(from.length - tail).join('').length;
  const newText = to.slice(head, to.length - tail).join('');
  return [{ range: new LineMap(before).rangeOf(start, end), newText }];
}

/** The lines of a text with their endings. */
function lines(text: string): string[] {
  return text.match(/[^\r\n]+(?:\r\n?|\n)?|\r\n?|\n/g) ?? [];
}
