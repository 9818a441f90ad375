import * as vscode from 'vscode';
import type { Text } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import { inLog } from './plainText';

/** What went on, for whoever looks for a fault: the output channel of the extension. */
export class Log implements vscode.Disposable {
  private channel: vscode.LogOutputChannel | undefined;

  debug(text: Text): void {
    this.open().debug(inLog(text));
  }

  warn(text: Text): void {
    this.open().warn(inLog(text));
  }

  error(error: unknown): void {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const calls = stack.split('\n').filter((line) => /^\s+at /.test(line));
    this.open().error([inLog(error instanceof Refusal ? error.text : String(error)), ...calls].join('\n'));
  }

  show(): void {
    this.open().show(true);
  }

  dispose(): void {
    this.channel?.dispose();
    this.channel = undefined;
  }

  private open(): vscode.LogOutputChannel {
    this.channel ??= vscode.window.createOutputChannel('Status Book', { log: true });
    return this.channel;
  }
}

/** The one log of the extension. */
export const log = new Log();
