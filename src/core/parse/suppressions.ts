import type { BodyScan, Comment } from '../model/bodyScan';
import type { Suppression } from '../model/page';

const suppressionMark = 'status-book-ignore';

/** The comments of a page that ask for rules to be quiet. */
export function suppressionsOf(body: BodyScan): Suppression[] {
  return body.comments.flatMap((comment: Comment) => {
    const [mark, ...rules] = comment.text.trim().split(/[\s,]+/);
    if (mark !== suppressionMark) return [];
    return [{ rules, line: comment.range.end.line, firstLine: comment.range.start.line }];
  });
}
