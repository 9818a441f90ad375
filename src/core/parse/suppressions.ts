import type { BodyScan, Comment } from '../model/bodyScan';
import type { Suppression } from '../model/page';

const suppressionPattern = /^\s*status-book-ignore\s+([\s\S]*?)\s*$/;

/** The comments of a page that ask for rules to be quiet. */
export function suppressionsOf(body: BodyScan): Suppression[] {
  return body.comments.flatMap((comment: Comment) => {
    const match = suppressionPattern.exec(comment.text);
    if (!match) return [];
    const rules = (match[1] as string).split(/[\s,]+/).filter((rule) => rule !== '');
    return [{ rules, line: comment.range.end.line, firstLine: comment.range.start.line }];
  });
}
