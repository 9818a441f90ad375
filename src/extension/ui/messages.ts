import * as vscode from 'vscode';
import { inDetail, inMessage } from './plainText';

export type MessageKind = 'information' | 'warning' | 'error';

export interface ModalQuestion {
  readonly message: string;
  /** May have several lines. */
  readonly detail: string;
}

/** Shows a notification; settled with the button that was pressed, undefined where it was closed without one. */
export async function notify<Button extends string>(
  kind: MessageKind,
  text: string,
  ...buttons: readonly Button[]
): Promise<Button | undefined> {
  const { window } = vscode;
  const shown = inMessage(text);
  if (kind === 'information') return window.showInformationMessage(shown, ...buttons);
  if (kind === 'warning') return window.showWarningMessage(shown, ...buttons);
  return window.showErrorMessage(shown, ...buttons);
}

/**
 * Asks in a dialog that has to be answered.
 *
 * @param close the button that stands for closing the dialog; VS Code adds Cancel where there is none
 * @returns undefined where the user gives up
 */
export async function askModal<Button extends string>(
  kind: Exclude<MessageKind, 'error'>,
  { message, detail }: ModalQuestion,
  buttons: readonly Button[],
  close?: Button,
): Promise<Button | undefined> {
  const options = { modal: true, detail: inDetail(detail) };
  const items = buttons.map((title) => ({ title, isCloseAffordance: title === close }));
  const show = kind === 'warning' ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  return (await show(inMessage(message), options, ...items))?.title;
}
