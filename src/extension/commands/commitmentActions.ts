import type * as vscode from 'vscode';
import { editsFor } from '../../core/edit/applyPlan';
import {
  closeCommitmentEdits,
  commitmentWithKey,
  reopenCommitmentEdits,
} from '../../core/edit/commitmentEdits';
import type { CalendarDate } from '../../core/model/calendarDate';
import { commitmentKeys } from '../../core/model/commitment';
import { dropCommitment, redateCommitment } from '../../core/model/commitmentPlans';
import type { Answers, FieldText, ReplacePlan } from '../../core/model/fix';
import { t } from '../../core/model/message';
import type { Commitment, Page } from '../../core/model/page';
import { Refusal } from '../../core/model/refusal';
import { applyEdits, compareRanges, type TextEdit } from '../../core/model/text';
import { parsePage } from '../../core/parse/parsePage';
import type { TreeNode } from '../../core/report/trees/treeNode';
import type { BookSession, PlacedPage } from '../books/bookSession';
import type { PageEditor } from '../pageEditor';
import { uriOfNode } from '../views/bookTree';
import { ValueInput } from './valueInput';

interface Current extends PlacedPage {
  readonly document: vscode.TextDocument;
  readonly commitment: Commitment;
}

/** The key by which a commitment goes once it is ticked: its next one, written above it, takes its key over. */
function keyAfter(
  page: Page,
  text: string,
  edits: readonly TextEdit[],
  commitment: Commitment,
): string | undefined {
  const after = parsePage(page.path, applyEdits(text, edits));
  if (!after) return undefined;
  const added = after.commitments.length - page.commitments.length;
  const index = page.commitments.findIndex(({ range }) => compareRanges(range, commitment.range) === 0);
  return commitmentKeys(after)[index + added];
}

/** Closes, re-dates and drops commitments from their rows, as edits of their pages that can be undone. */
export class CommitmentActions {
  /** Those that were ticked in this session: they stay in sight, so that a slip can be taken back. */
  private readonly ticked = new Set<string>();
  /** The edit that is being made. */
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly session: BookSession,
    private readonly editor: PageEditor,
  ) {}

  readonly isTicked = (root: string, { path }: Page, key: string): boolean =>
    this.ticked.has([root, path, key].join('\n'));

  /**
   * Closes a commitment as kept today, or opens it again.
   *
   * @param wanted the other of both where it is left out
   */
  check(node: TreeNode | undefined, wanted?: boolean): Promise<void> {
    return this.inTurn(() => this.tick(node, wanted));
  }

  private async tick(node: TreeNode | undefined, wanted: boolean | undefined): Promise<void> {
    if (node?.commitment === undefined) return;
    const nameOf = (key: string | undefined): string => [node.root, node.path, key].join('\n');
    await this.editor.edit(
      () => this.current(node),
      ({ page, document, commitment }) => {
        const text = document.getText();
        const checked = wanted ?? !commitment.done;
        const edits = checked
          ? closeCommitmentEdits(page, text, commitment, this.session.today)
          : reopenCommitmentEdits(page, text, commitment);
        // Told before the page changes, so that the row stays in sight.
        if (checked) this.ticked.add(nameOf(keyAfter(page, text, edits, commitment) ?? node.commitment));
        else this.ticked.delete(nameOf(node.commitment));
        return edits;
      },
    );
  }

  /** Asks for a new day; the first promised one is kept. */
  redate(node: TreeNode | undefined): Promise<void> {
    return this.carryOut(node, redateCommitment);
  }

  drop(node: TreeNode | undefined): Promise<void> {
    return this.carryOut(node, dropCommitment);
  }

  private async carryOut(
    node: TreeNode | undefined,
    planFor: (commitment: Commitment, today: CalendarDate) => ReplacePlan,
  ): Promise<void> {
    if (node?.commitment === undefined) return;
    const { today } = this.session;
    const before = await this.current(node);
    const answers = await this.ask(planFor(before.commitment, today), before);
    if (!answers) return;
    // The page may have changed while the user answered.
    await this.inTurn(() =>
      this.editor.edit(
        () => this.current(node),
        ({ page, document, book, commitment }) => {
          const plan = planFor(commitment, today);
          return editsFor(plan, page, document.getText(), book.index, today, answers).edits ?? [];
        },
      ),
    );
  }

  /** A page counts as changed by the user until the edit before is saved: one after the other. */
  private inTurn(run: () => Promise<void>): Promise<void> {
    const turn = this.last.then(run);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async ask({ ask = [], title }: ReplacePlan, { book }: PlacedPage): Promise<Answers | undefined> {
    const answers: Record<string, FieldText> = {};
    for (const question of ask) {
      const answer = await new ValueInput(title, book.index, this.session.today).ask(question);
      if (answer === undefined) return undefined;
      answers[question.name] = answer;
    }
    return answers;
  }

  private async current(node: TreeNode): Promise<Current> {
    const uri = uriOfNode(this.session, node);
    const placed = uri && (await this.editor.current(uri));
    const commitment =
      placed && node.commitment !== undefined ? commitmentWithKey(placed.page, node.commitment) : undefined;
    if (!placed || !commitment) {
      throw new Refusal(t`This commitment is no longer there; the view will show what is.`);
    }
    return { ...placed, commitment };
  }
}
