import * as vscode from 'vscode';
import {
  type AttachmentLink,
  attachmentLinks,
  documentLinks,
} from '../../core/language/navigation/documentLinks';
import { type Text, t } from '../../core/model/message';
import type { OpenBook } from '../books/bookSession';
import { toRange } from '../convert';
import { inLinkTooltip } from '../ui/plainText';
import type { LanguageContext } from './languageContext';

/** Makes the names of pages in fields and wiki links clickable, and those of other files that are there. */
export class PageLinks implements vscode.DocumentLinkProvider {
  constructor(private readonly context: LanguageContext) {}

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    await this.context.ready;
    const open = await this.context.pages.at(document);
    if (!open?.page) return [];
    const { book, path: own, page } = open;
    const toPages = documentLinks(page, book.index).map(({ range, path, heading, tooltip }) => {
      const uri = path === own ? document.uri : this.context.session.uriOf(book, path);
      const target = heading ? uri.with({ fragment: `L${heading.start.line + 1}` }) : uri;
      return linkTo(target, range, tooltip);
    });
    const toFiles: vscode.DocumentLink[] = [];
    for (const link of attachmentLinks(page, book.index)) {
      const target = await this.fileOf(link, book);
      if (target)
        toFiles.push(
          linkTo(target, link.range, t`Open “${target.path.slice(target.path.lastIndexOf('/') + 1)}”`),
        );
    }
    return [...toPages, ...toFiles];
  }

  /** By path, else by its name where only one file has it. */
  private async fileOf({ paths, name }: AttachmentLink, book: OpenBook): Promise<vscode.Uri | undefined> {
    const { files, session } = this.context;
    for (const path of paths) {
      const uri = session.uriOf(book, path);
      if (await files.exists(uri)) return uri;
    }
    if (name === undefined) return undefined;
    const [found, ...others] = await files.find(session.uriOf(book, ''), name);
    return others.length === 0 ? found : undefined;
  }
}

function linkTo(target: vscode.Uri, range: AttachmentLink['range'], tooltip: Text): vscode.DocumentLink {
  const link = new vscode.DocumentLink(toRange(range), target);
  link.tooltip = inLinkTooltip(tooltip);
  return link;
}
