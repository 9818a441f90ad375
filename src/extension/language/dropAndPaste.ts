import * as vscode from 'vscode';
import { type PageLink, pageLinkAt, pagePaths } from '../../core/language/typing/pageLink';
import { inLabel } from '../ui/plainText';
import { type LanguageContext, markdownDocuments } from './languageContext';
import type { OpenPage } from './openPage';

const uriList = 'text/uri-list';
const textPlain = 'text/plain';

const linkKind = vscode.DocumentDropOrPasteEditKind.Empty.append('statusBook', 'link');

/** Makes links of pages that are dropped from the Explorer or pasted, as files or as paths. */
export class PageDropAndPaste implements vscode.DocumentDropEditProvider, vscode.DocumentPasteEditProvider {
  constructor(private readonly context: LanguageContext) {}

  static register(context: LanguageContext): vscode.Disposable {
    const provider = new PageDropAndPaste(context);
    const { languages } = vscode;
    return vscode.Disposable.from(
      languages.registerDocumentDropEditProvider(markdownDocuments, provider, {
        dropMimeTypes: [uriList],
        providedDropEditKinds: [linkKind],
      }),
      languages.registerDocumentPasteEditProvider(markdownDocuments, provider, {
        pasteMimeTypes: [uriList, textPlain],
        providedPasteEditKinds: [linkKind],
      }),
    );
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    dataTransfer: vscode.DataTransfer,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    await this.context.ready;
    const uris = urisIn(await transferText(dataTransfer, uriList));
    const link = await this.linkTo(uris, document, position);
    return link && new vscode.DocumentDropEdit(link.text, inLabel(link.title), linkKind);
  }

  /** Files are pasted as links; a path that is text stays text unless the user picks the link. */
  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    [range]: readonly vscode.Range[],
    dataTransfer: vscode.DataTransfer,
  ): Promise<vscode.DocumentPasteEdit[] | undefined> {
    if (!range) return undefined;
    await this.context.ready;
    const uris = urisIn(await transferText(dataTransfer, uriList));
    const ofFiles = await this.linkTo(uris, document, range.start);
    if (ofFiles) return [new vscode.DocumentPasteEdit(ofFiles.text, inLabel(ofFiles.title), linkKind)];
    const paths = pagePaths(await transferText(dataTransfer, textPlain));
    const ofPaths = await this.linkTo(this.pagesNamed(paths, document), document, range.start);
    if (!ofPaths) return undefined;
    const edit = new vscode.DocumentPasteEdit(ofPaths.text, inLabel(ofPaths.title), linkKind);
    edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [edit];
  }

  private async linkTo(
    uris: readonly vscode.Uri[],
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<PageLink | undefined> {
    const open = uris.length > 0 ? await this.context.pages.at(document) : undefined;
    if (!open?.page) return undefined;
    const { page, text, book } = open;
    const targets = uris.map((uri) => this.pageOfBook(uri, open));
    const pages = targets.filter((target) => target !== undefined);
    if (pages.length < targets.length) return undefined;
    return pageLinkAt(page, text, position, pages, book.index);
  }

  private pageOfBook(uri: vscode.Uri, { book }: OpenPage) {
    const placed = this.context.session.pageAt(uri);
    return placed?.book.root === book.root ? placed.page : undefined;
  }

  /** The files that paths name: from the book, the workspace folder or the document's folder, or whole paths. */
  private pagesNamed(paths: readonly string[], document: vscode.TextDocument): vscode.Uri[] {
    if (paths.length === 0) return [];
    const { session, pages } = this.context;
    const book = pages.asTyped(document)?.book;
    const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
    const bases = [book?.folder, folder, vscode.Uri.joinPath(document.uri, '..')];
    const found = paths.map((path) => {
      const whole = /^[a-z][\w+.-]+:\/\//i.test(path)
        ? vscode.Uri.parse(path)
        : document.uri.with({ path: path.startsWith('/') ? path : `/${path}` });
      const below = bases.flatMap((base) => (base ? [vscode.Uri.joinPath(base, path)] : []));
      return [whole, ...below].find((uri) => session.pageAt(uri) !== undefined);
    });
    const known = found.filter((uri) => uri !== undefined);
    return known.length === paths.length ? known : [];
  }
}

async function transferText(dataTransfer: vscode.DataTransfer, mimeType: string): Promise<string> {
  return (await dataTransfer.get(mimeType)?.asString()) ?? '';
}

/** The URIs of a list as RFC 2483 has it. */
function urisIn(list: string): vscode.Uri[] {
  return list
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => vscode.Uri.parse(line));
}
