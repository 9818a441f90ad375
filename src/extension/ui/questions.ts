import * as vscode from 'vscode';
import { type Text, t } from '../../core/model/message';
import { inQuickInput } from './plainText';
import { say } from './words';

/** A row of a pick. */
export interface Row<T> {
  /** Name of a codicon before the label. */
  readonly icon?: string;
  readonly label: Text;
  readonly description?: Text | undefined;
  readonly detail?: Text | undefined;
  readonly value: T;
}

export interface PickOptions {
  readonly title: Text;
  readonly placeHolder?: Text;
  /** What is typed is looked for in descriptions and details, too. */
  readonly matchAll?: boolean;
}

export interface TextQuestion {
  readonly title: Text;
  readonly prompt: Text;
  readonly placeHolder?: Text | undefined;
  /** What stands there to begin with. */
  readonly value?: string | undefined;
  /** What is wrong with an answer, in a sentence; undefined where it is right. */
  readonly problem?: ((answer: string) => Text | undefined) | undefined;
}

export interface LiveText extends Omit<TextQuestion, 'problem'> {
  /** Told of every change. */
  onChange(text: string): void;
}

type Item<T> = vscode.QuickPickItem & { readonly value: T };

/** Lets the user pick a row; undefined where the user gives up. */
export async function pickOne<T>(rows: readonly Row<T>[], options: PickOptions): Promise<T | undefined> {
  const { title, placeHolder, matchAll = false } = options;
  const picked = await vscode.window.showQuickPick(rows.map(itemOf), {
    title: inQuickInput(title),
    ...(placeHolder === undefined ? {} : { placeHolder: inQuickInput(placeHolder) }),
    matchOnDescription: matchAll,
    matchOnDetail: matchAll,
  });
  return picked?.value;
}

/**
 * Lets the user pick a row, or type another answer, which is offered as a row of its own once it is one. Undefined where
 * the user gives up.
 *
 * @param last the row that stays whatever is typed
 */
export function pickOrType<T>(
  rows: readonly Row<T>[],
  last: Row<T>,
  options: PickOptions & { isAnswer(text: string): boolean },
): Promise<T | string | undefined> {
  const pick = quickPick<T | string>(options);
  const items = [...rows.map(itemOf), { ...itemOf(last), alwaysShow: true }];
  pick.items = items;
  const typed = (): string | undefined => {
    const text = pick.value.trim();
    const isNew = text !== '' && options.isAnswer(text) && !rows.some(({ label }) => say(label) === text);
    return isNew ? text : undefined;
  };
  pick.onDidChangeValue(() => {
    const value = typed();
    if (value === undefined) pick.items = items;
    else {
      const row = itemOf({ label: value, description: t`as typed`, value });
      pick.items = [{ ...row, alwaysShow: true }, ...items];
    }
  });
  return answerTo(pick, () => {
    const picked = pick.selectedItems[0]?.value;
    // Enter may come before the row of what is typed.
    return { answer: picked === last.value ? (typed() ?? picked) : picked };
  });
}

/**
 * Lets the user tick rows, one at least: Enter without a tick takes the row that has the focus, and stays where none has
 * it. Undefined where the user gives up.
 */
export function pickSeveral<T>(
  rows: readonly Row<T>[],
  options: PickOptions,
): Promise<readonly T[] | undefined> {
  const pick = quickPick<T>(options);
  pick.canSelectMany = true;
  pick.items = rows.map(itemOf);
  const [first] = pick.items;
  if (first) pick.activeItems = [first];
  return answerTo(pick, () => {
    const taken = pick.selectedItems.length > 0 ? pick.selectedItems : pick.activeItems;
    if (taken.length > 0) return { answer: taken.map(({ value }) => value) };
    pick.placeholder = inQuickInput(t`Tick one at least, or press Escape to give up.`);
    return undefined;
  });
}

/** Asks for a text; undefined where the user gives up. */
export async function askText({
  title,
  prompt,
  placeHolder,
  value,
  problem,
}: TextQuestion): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: inQuickInput(title),
    prompt: inQuickInput(prompt),
    ...(placeHolder === undefined ? {} : { placeHolder: inQuickInput(placeHolder) }),
    ...(value === undefined ? {} : { value }),
    ...(problem === undefined ? {} : { validateInput: (answer) => shownProblem(problem(answer)) }),
    ignoreFocusOut: true,
  });
}

/** Asks for a text that is followed while it is typed; undefined where the user gives up. */
export function askLiveText({
  title,
  prompt,
  placeHolder = '',
  value = '',
  onChange,
}: LiveText): Promise<string | undefined> {
  const box = vscode.window.createInputBox();
  box.title = inQuickInput(title);
  box.prompt = inQuickInput(prompt);
  box.placeholder = inQuickInput(placeHolder);
  box.value = value;
  box.onDidChangeValue(onChange);
  return answerTo(box, () => ({ answer: box.value }));
}

function quickPick<T>({ title, placeHolder = '', matchAll = false }: PickOptions): vscode.QuickPick<Item<T>> {
  const pick = vscode.window.createQuickPick<Item<T>>();
  pick.title = inQuickInput(title);
  pick.placeholder = inQuickInput(placeHolder);
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = matchAll;
  pick.matchOnDetail = matchAll;
  return pick;
}

/**
 * Shows an input until it is answered, or the user gives up.
 *
 * @param accept what Enter answers; undefined where it answers nothing yet
 */
function answerTo<T>(
  input: vscode.QuickInput & { readonly onDidAccept: vscode.Event<void> },
  accept: () => { readonly answer: T } | undefined,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    let accepted: { readonly answer: T } | undefined;
    input.onDidAccept(() => {
      accepted = accept();
      if (accepted) input.hide();
    });
    input.onDidHide(() => {
      input.dispose();
      resolve(accepted?.answer);
    });
    input.show();
  });
}

function shownProblem(problem: Text | undefined): string | undefined {
  return problem === undefined ? undefined : inQuickInput(problem);
}

function itemOf<T>({ icon, label, description, detail, value }: Row<T>): Item<T> {
  return {
    label: icon === undefined ? inQuickInput(label) : `$(${icon}) ${inQuickInput(label)}`,
    ...(description === undefined ? {} : { description: inQuickInput(description) }),
    ...(detail === undefined ? {} : { detail: inQuickInput(detail) }),
    value,
  };
}
