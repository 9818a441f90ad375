import * as vscode from 'vscode';
import { PageLenses } from './codeLens';
import { PageCompletion } from './completion';
import { PageDropAndPaste } from './dropAndPaste';
import { PageHover } from './hover';
import type { LanguageContext } from './languageContext';
import { registerNavigation } from './navigation';
import { OfferWhileTyping } from './offerWhileTyping';
import { EntryTyping } from './onEnter';
import { TickWhileTyping } from './tickWhileTyping';

/** Registers everything that makes typing in a page feel native. */
export function registerLanguageFeatures(context: LanguageContext): vscode.Disposable {
  return vscode.Disposable.from(
    PageCompletion.register(context),
    PageHover.register(context),
    new OfferWhileTyping(context),
    new TickWhileTyping(context),
    registerNavigation(context),
    PageLenses.register(context),
    EntryTyping.register(context),
    PageDropAndPaste.register(context),
  );
}
