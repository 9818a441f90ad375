import type { ExtensionContext } from 'vscode';
import { activateWith, type StatusBookApi } from '../extension/extension';
import { localFiles } from './localFiles';

/** The extension in the Node host. */
export function activate(context: ExtensionContext): StatusBookApi {
  return activateWith(context, localFiles);
}
