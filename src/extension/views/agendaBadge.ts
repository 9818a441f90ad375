import type * as vscode from 'vscode';
import { agendaOf } from '../../core/analysis/agenda';
import { plural, t } from '../../core/model/message';
import type { TreeNode } from '../../core/report/trees/treeNode';
import type { BookSession } from '../books/bookSession';
import type { Clock } from '../clock';
import { inBackground } from '../ui/background';
import { inTooltip } from '../ui/plainText';

/** The badge also counts while no view is seen; it may lag behind typing. */
const badgePause = 1000;

/** Counts what is overdue or due today on the icon of the activity bar. */
export class AgendaBadge implements vscode.Disposable {
  private readonly subscriptions: readonly vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly view: vscode.TreeView<TreeNode>,
    private readonly session: BookSession,
    clock: Clock,
    ready: Promise<void>,
  ) {
    this.subscriptions = [session.onDidChange(() => this.plan()), clock.onDidChangeDay(() => this.plan())];
    inBackground(ready.then(() => this.plan()));
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private plan(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), badgePause);
  }

  private show(): void {
    const { today } = this.session;
    const dates = this.session.books().flatMap(({ index }) => agendaOf(index, today).map(({ date }) => date));
    const overdue = dates.filter((date) => date < today).length;
    const dueToday = dates.filter((date) => date === today).length;
    const tooltip = inTooltip(t`${plural(overdue, 'item')} overdue, ${dueToday} due today`);
    this.view.badge = overdue + dueToday === 0 ? undefined : { value: overdue + dueToday, tooltip };
  }
}
