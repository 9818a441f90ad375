import type * as vscode from 'vscode';
import type { BookFiles } from '../books/bookFiles';
import type { BookSession } from '../books/bookSession';
import type { FollowRenames } from '../books/followRenames';
import type { UndoneRenames } from '../books/undoneRenames';
import type { Clock } from '../clock';
import type { RuleDocumentation } from '../ruleDocumentation';
import type { OpenPages } from './openPage';

/** What the features of the editor need. */
export interface LanguageContext {
  readonly session: BookSession;
  /** Settled when the books have been read: whoever asks before waits for it. */
  readonly ready: Promise<void>;
  readonly pages: OpenPages;
  readonly files: BookFiles;
  readonly renames: FollowRenames;
  readonly undone: UndoneRenames;
  readonly clock: Clock;
  readonly documentation: RuleDocumentation;
}

/** The Markdown documents of every file system, and those that have no file yet. */
export const markdownDocuments: vscode.DocumentSelector = { language: 'markdown' };
