import * as vscode from 'vscode';
import type { Text } from '../../core/model/message';
import { inDetail, inMessage } from './plainText';

export type MessageKind = 'information' | 'warning' | 'error';

export interface ModalQuestion {
  readonly message: Text;
  /** May have several lines. */
  readonly detail: Text;
}

/** Shows a notification; settled with the button that was pressed, undefined where it was closed without one. */
export async function notify<Button extends Text>(
  kind: MessageKind,
  text: Text,
  ...buttons: readonly Button[]
): Promise<Button | undefined> {
  const items = buttons.map((button) => ({ title: inMessage(button), button }));
  const { window } = vscode;
  const shown = inMessage(text);
  if (kind === 'information') return (await window.showInformationMessage(shown, ...items))?.button;
  if (kind === 'warning') return (await window.showWarningMessage(shown, ...items))?.button;
  return (await window.showErrorMessage(shown, ...items))?.button;
}

/**
 * Asks in a dialog that has to be answered.
 *
 * @param close the button that stands for closing the dialog; VS Code adds Cancel where there is none
 * @returns undefined where the user gives up
 */
export async function askModal<Button extends Text>(
  kind: Exclude<MessageKind, 'error'>,
  { message, detail }: ModalQuestion,
  buttons: readonly Button[],
  close?: Button,
): Promise<Button | undefined> {
  const options = { modal: true, detail: inDetail(detail) };
  const items = buttons.map((button) => ({
    title: inMessage(button),
    button,
    isCloseAffordance: button === close,
  }));
  const show = kind === 'warning' ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  return (await show(inMessage(message), options, ...items))?.button;
}
