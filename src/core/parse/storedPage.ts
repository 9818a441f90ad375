import type { Page } from '../model/page';
import { type PageContent, packPage, unpackPage } from './packedPage';

/** The same page under another path. */
export function pageAt(page: Page, path: string): Page {
  return page instanceof StoredPage ? page.at(path) : { ...page, path };
}

/**
 * A page of which only the names and the packed content are kept. What it says is unpacked when it is asked for and
 * forgotten again when memory is needed, so that ten thousand pages take less room than their files.
 */
export class StoredPage implements Page {
  private content: WeakRef<PageContent> | undefined;

  constructor(
    readonly path: string,
    readonly id: string,
    readonly title: string,
    readonly type: string,
    /** As `packPage` has it. */
    readonly packed: string,
    content?: PageContent,
  ) {
    if (content) this.content = new WeakRef(content);
  }

  static of(page: Page): StoredPage {
    if (page instanceof StoredPage) return page;
    // Parts of a text keep the whole of it in memory: these are copies.
    const [id, title, type] = JSON.parse(JSON.stringify([page.id, page.title, page.type]));
    return new StoredPage(page.path, id, title, type, packPage(page), page);
  }

  /** The same page under another path. */
  at(path: string): StoredPage {
    if (path === this.path) return this;
    return new StoredPage(path, this.id, this.title, this.type, this.packed, this.content?.deref());
  }

  get idRange(): Page['idRange'] {
    return this.read().idRange;
  }

  get typeRange(): Page['typeRange'] {
    return this.read().typeRange;
  }

  get typeLine(): Page['typeLine'] {
    return this.read().typeLine;
  }

  get fields(): Page['fields'] {
    return this.read().fields;
  }

  get isReadable(): boolean {
    return this.read().isReadable;
  }

  get syntaxFaults(): Page['syntaxFaults'] {
    return this.read().syntaxFaults;
  }

  get bodyLine(): number {
    return this.read().bodyLine;
  }

  get body(): Page['body'] {
    return this.read().body;
  }

  get entries(): Page['entries'] {
    return this.read().entries;
  }

  get invalidEntries(): Page['invalidEntries'] {
    return this.read().invalidEntries;
  }

  get tasks(): Page['tasks'] {
    return this.read().tasks;
  }

  get commitments(): Page['commitments'] {
    return this.read().commitments;
  }

  get suppressions(): Page['suppressions'] {
    return this.read().suppressions;
  }

  private read(): PageContent {
    let content = this.content?.deref();
    if (!content) {
      content = unpackPage(this.packed, this.type);
      this.content = new WeakRef(content);
    }
    return content;
  }
}
