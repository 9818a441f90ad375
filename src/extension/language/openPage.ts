import type * as vscode from 'vscode';
import type { Page } from '../../core/model/page';
import { parsePage } from '../../core/parse/parsePage';
import type { BookSession, OpenBook } from '../books/bookSession';
import { uriKey } from '../books/paths';
import { inBackground } from '../ui/background';

/** A document as the language features see it. */
export interface OpenPage {
  readonly book: OpenBook;
  /** From the book's root; of an untitled document its name. */
  readonly path: string;
  readonly text: string;
  /** Absent while the text is no page. */
  readonly page?: Page;
}

/** Finds what the features of the editor work on, as it reads at this moment. */
export class OpenPages {
  /** @param flush takes over what was typed so far, so that places are those of the document */
  constructor(
    private readonly session: BookSession,
    private readonly flush: () => Promise<void>,
  ) {}

  /** The page of a document; undefined for one that belongs to no book. */
  async at(document: vscode.TextDocument): Promise<OpenPage | undefined> {
    await this.flush();
    return this.asTaken(document);
  }

  /** The same at once; of a long document perhaps the page that it was a moment ago. */
  atOnce(document: vscode.TextDocument): OpenPage | undefined {
    inBackground(this.flush());
    return this.asTaken(document);
  }

  private asTaken(document: vscode.TextDocument): OpenPage | undefined {
    const typed = this.asTyped(document);
    if (!typed) return undefined;
    const { path, text } = typed;
    const page =
      this.session.pageAt(document.uri)?.page ?? (document.isUntitled ? parsePage(path, text) : undefined);
    return page ? { ...typed, page } : typed;
  }

  /** The same without its page: the book need not know what was typed last. */
  asTyped(document: vscode.TextDocument): Omit<OpenPage, 'page'> | undefined {
    const book = this.session.bookOf(document.uri) ?? this.bookForUntitled(document);
    if (!book) return undefined;
    const path = document.isUntitled
      ? `${document.uri.path}.md`
      : uriKey(document.uri).slice(book.root.length + 1);
    return { book, path, text: document.getText() };
  }

  /** A document that has no file yet will most likely become a page of the only book. */
  private bookForUntitled(document: vscode.TextDocument): OpenBook | undefined {
    const books = this.session.books();
    return document.isUntitled && books.length === 1 ? books[0] : undefined;
  }
}
