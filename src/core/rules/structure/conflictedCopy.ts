import { t } from '../../model/message';
import type { BookRule } from '../rule';

export const conflictedCopy: BookRule = {
  id: 'conflicted-copy',
  family: 'structure',
  severity: 'warning',
  scope: 'book',
  reads: [],
  parts: ['names', 'fields'],
  needsToday: false,
  readsOtherFiles: true,
  summary: 'A page is the conflicted copy of another one.',
  explanation:
    'Where a page is changed on two machines at once, programs such as Dropbox, OneDrive, Nextcloud or Syncthing keep the other version beside it: “x (Ines’s conflicted copy 2026-11-20).md”, “x-DESKTOP-1A2B.md”, “x.sync-conflict-20261120-101010-ABC.md”. Such a file counts as a copy where the original is there. Nothing else is reported of it, and nothing in it counts, so that no hour and no promise is counted twice.',
  remedy: 'Compare the copy with its original, take over what is missing there, and delete the copy.',
  check({ book }, report) {
    for (const { path, typeRange } of book.conflictedCopies()) {
      const original = book.originalOf(path);
      if (original === undefined) continue;
      report({
        path,
        range: typeRange,
        message: t`This is a copy of ${original} that a synchronising program left; nothing in it counts. Compare the two, then delete this one.`,
      });
    }
  },
};
