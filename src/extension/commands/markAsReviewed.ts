import * as vscode from 'vscode';
import { setFieldsEdits } from '../../core/edit/setFields';
import { isReviewable, reviewField } from '../../core/model/lifecycle';
import { t } from '../../core/model/message';
import type { BookSession } from '../books/bookSession';
import type { PageEditor } from '../pageEditor';
import { inBackground } from '../ui/background';
import { notify } from '../ui/messages';
import { flash } from '../ui/statusItem';

/** Sets the day of a page's last review to today: `updated` of a product, `reviewed` of all others. */
export class MarkAsReviewed {
  constructor(
    private readonly session: BookSession,
    private readonly editor: PageEditor,
  ) {}

  /** @param uri the page; the active one where it is absent */
  async run(uri: vscode.Uri | undefined): Promise<void> {
    const target = uri ?? vscode.window.activeTextEditor?.document.uri;
    const current = target && (await this.editor.current(target));
    if (!current || !isReviewable(current.page)) {
      inBackground(notify('information', t`Open the page that you have reviewed, then run this again.`));
      return;
    }
    const { today } = this.session;
    await this.editor.edit(
      async () => (await this.editor.current(target)) ?? current,
      ({ page, document }) => setFieldsEdits(page, document.getText(), [], { [reviewField(page)]: today }),
    );
    flash(t`${current.page.id} is marked as reviewed today.`);
  }
}
