import * as vscode from 'vscode';
import {
  doAgain,
  type FollowedMove,
  followingNotes,
  followMove,
  moveQuestion,
  takeBack,
} from '../../core/language/rename/movedFiles';
import type { PlannedRename } from '../../core/language/rename/plannedRename';
import { either, plural, t } from '../../core/model/message';
import { enumeration } from '../../core/model/texts';
import type { Settings } from '../settings';
import { inBackground, reported } from '../ui/background';
import { log } from '../ui/log';
import { askModal, notify } from '../ui/messages';
import type { BookFiles } from './bookFiles';
import type { BookSession } from './bookSession';
import { Notes } from './notes';
import { PageEdits, type PageToEdit } from './pageEdits';
import { isBelow, isMarkdownPath, uriKey } from './paths';

type Renames = readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[];

/** VS Code may show a preview of an edit before it is made. */
const expectationMilliseconds = 120_000;

export interface FollowRenamesContext {
  readonly session: BookSession;
  readonly settings: Settings;
  readonly files: BookFiles;
  /** Settled when the books have been read. */
  readonly ready: Promise<void>;
  /** Takes over what was typed so far. */
  readonly flush: () => Promise<void>;
}

const update = t`Update`;
const alwaysUpdate = t`Always Update`;
const neverUpdate = t`Never Update`;
const notNow = t`Not Now`;
const answers = [update, alwaysUpdate, neverUpdate, notNow] as const;

/**
 * Makes references follow files and folders that are renamed or moved in the Explorer, after asking. VS Code waits with
 * the files meanwhile, so that the references are looked up and changed while all is still in its old place; it would
 * ask a question of its own were the edit handed to it, and leave every changed page open and unsaved.
 *
 * A renaming by `PageRename` brings its references along: it is told of before, and left alone. VS Code does not
 * announce what it undoes and does again: then references follow unasked, but only where they had followed.
 */
export class FollowRenames implements vscode.Disposable {
  /** What VS Code has announced; true once it is done. */
  private readonly announced = new Map<string, { isDone: boolean }>();
  private readonly followed = new Map<string, FollowedMove>();
  private expected: string | undefined;
  private expectation: ReturnType<typeof setTimeout> | undefined;
  private readonly edits: PageEdits;
  private readonly notes: Notes;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly context: FollowRenamesContext) {
    this.edits = new PageEdits(context.files);
    this.notes = new Notes(context.session, this.edits);
    this.subscriptions = [
      vscode.workspace.onWillRenameFiles((event) => {
        event.waitUntil(reported(() => this.willRename(event.files)));
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => inBackground(reported(() => this.didRename(files)))),
    ];
  }

  /** Tells that a file will be renamed together with its references; forgotten if it is not, or another one is to be. */
  expect(oldUri: vscode.Uri, newUri: vscode.Uri): void {
    clearTimeout(this.expectation);
    this.expected = nameOf([{ oldUri, newUri }]);
    this.expectation = setTimeout(() => {
      this.expected = undefined;
    }, expectationMilliseconds);
  }

  dispose(): void {
    clearTimeout(this.expectation);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async willRename(files: Renames): Promise<void> {
    const name = nameOf(files);
    const state = { isDone: false };
    this.announced.set(name, state);
    if (this.expected === name) {
      this.expected = undefined;
      return;
    }
    await this.context.ready;
    const mode = this.context.settings.updateReferencesOnMove;
    if (mode === 'never') return;
    const move = this.look(files);
    if (move.moved.size === 0) return;
    if (move.pages.length === 0 || mode === 'always' || (await this.isWanted(move))) {
      const notes = await this.notes.toFollow(followingNotes(move, this.context.session.books()));
      if (move.pages.length + notes.length > 0) {
        const all = { ...move, notes };
        this.followed.set(name, all);
        // VS Code waits for a minute at most.
        await this.update(all, files, () => state.isDone);
      }
    }
    this.tellOfLost(move);
  }

  private async didRename(files: Renames): Promise<void> {
    const name = nameOf(files);
    const state = this.announced.get(name);
    this.announced.delete(name);
    if (state) state.isDone = true;
    else {
      const again = this.followed.get(name);
      const back = this.followed.get(nameOf(files.map(reversed)));
      const move = again ? doAgain(again) : back && takeBack(back);
      if (move) await this.update(move, files, () => true);
    }
  }

  /** What has to follow; to be called while the index knows the files under their old names. */
  private look(files: Renames): FollowedMove {
    const { session, flush } = this.context;
    inBackground(flush());
    const moved = new Map<string, string>();
    const moves = new Map(files.map(({ oldUri, newUri }) => [uriKey(oldUri), uriKey(newUri)]));
    for (const { oldUri, newUri } of files) {
      const [from, to] = [uriKey(oldUri), uriKey(newUri)];
      for (const key of session.keys()) {
        const newKey = to + key.slice(from.length);
        if (isBelow(key, from) && isMarkdownPath(newKey)) moved.set(key, newKey);
      }
    }
    return followMove(session.books(), moved, !isDoneByMarkdown(), moves);
  }

  private async isWanted(move: FollowedMove): Promise<boolean> {
    const question = moveQuestion(move, this.context.session.books());
    const answer = await askModal('information', question, answers, notNow);
    if (answer === alwaysUpdate) await this.context.settings.setUpdateReferencesOnMove('always');
    if (answer === neverUpdate) await this.context.settings.setUpdateReferencesOnMove('never');
    return answer === update || answer === alwaysUpdate;
  }

  private async update(move: FollowedMove, files: Renames, isDone: () => boolean): Promise<void> {
    const wasDone = isDone();
    const edit = new vscode.WorkspaceEdit();
    const { pages, notes, relinking } = move;
    const toEdit = (paths: readonly string[], editsOf: PlannedRename['editsOf']): PageToEdit[] =>
      paths.flatMap((path) => {
        const uri = placeOf(path, files, wasDone) ?? this.context.session.uriOfKey(path);
        return uri ? [{ uri, editsOf: (text) => editsOf(path, text) }] : [];
      });
    const failed = await this.edits.addTo(edit, [
      ...toEdit(pages, (path, text) => relinking.editsOf(path, text)),
      ...toEdit(notes, (path, text) => relinking.noteEditsOf(path, text)),
    ]);
    if (edit.size > 0) await this.edits.applyAndSave(edit);
    if (failed.length === 0) return;
    for (const uri of failed) log.warn(`References were not updated in ${uri.toString(true)}`);
    const names = failed.slice(0, 3).map((uri) => vscode.workspace.asRelativePath(uri));
    const more =
      failed.length > names.length ? [t`${plural(failed.length - names.length, 'other page')}`] : [];
    inBackground(
      notify('warning', t`References could not be updated safely in ${enumeration([...names, ...more])}.`),
    );
  }

  private tellOfLost({ lost }: FollowedMove): void {
    for (const { id, newId, references } of lost) {
      const kept = t`${plural(references, 'reference')} still ${either(references === 1, 'names', 'name')} “${id}”`;
      inBackground(
        notify(
          'warning',
          t`${kept}: “${newId}” cannot be its new id, since another page has it or no link could name it.`,
        ),
      );
    }
  }
}

/** Where a file is that a move takes along, before or after it. */
function placeOf(path: string, files: Renames, isDone: boolean): vscode.Uri | undefined {
  const rename = files.find(({ oldUri }) => isBelow(path, uriKey(oldUri)));
  if (!rename) return undefined;
  const uri = isDone ? rename.newUri : rename.oldUri;
  return uri.with({ path: uri.path + path.slice(uriKey(rename.oldUri).length) });
}

/** True where VS Code's own Markdown support updates links when files move; two would spoil each other's work. */
function isDoneByMarkdown(): boolean {
  const mode = vscode.workspace.getConfiguration('markdown').get<unknown>('updateLinksOnFileMove.enabled');
  return mode === 'always' || mode === 'prompt';
}

function nameOf(files: Renames): string {
  return files.map(({ oldUri, newUri }) => `${uriKey(oldUri)}\n${uriKey(newUri)}`).join('\n\n');
}

function reversed({ oldUri, newUri }: Renames[number]): Renames[number] {
  return { oldUri: newUri, newUri: oldUri };
}
