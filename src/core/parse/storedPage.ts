import type { Page } from '../model/page';
import { type PageContent, packPage, unpackPage } from './packedPage';

/** The same page under another path. */
export function pageAt(page: Page, path: string): Page {
  return page instanceof StoredPage ? page.at(path) : { ...page, path };
}

/** What is kept of a page, and goes from one thread to another; `packed` as `packPage` has it. */
export type PackedPage = Pick<StoredPage, 'id' | 'title' | 'type' | 'packed'>;

/** What pages under several paths say, packed and, for a while, unpacked. */
class Content {
  held: PageContent | undefined;
  private remembered: WeakRef<PageContent> | undefined;

  constructor(
    readonly packed: string,
    private readonly type: string,
  ) {}

  read(): PageContent {
    const known = this.held ?? this.remembered?.deref();
    if (known) return known;
    const content = this.unpack();
    this.remembered = new WeakRef(content);
    return content;
  }

  hold(): void {
    this.held ??= this.remembered?.deref() ?? this.unpack();
  }

  remember(): void {
    if (this.held) this.remembered = new WeakRef(this.held);
    this.held = undefined;
  }

  forget(): void {
    this.held = undefined;
    this.remembered = undefined;
  }

  private unpack(): PageContent {
    return unpackPage(this.packed, this.type);
  }
}

/**
 * A page of which only the names and the packed content are kept. What it says is unpacked when it is asked for and
 * forgotten again when memory is needed, so that ten thousand pages take less room than their files.
 */
export class StoredPage implements Page {
  private constructor(
    readonly path: string,
    readonly id: string,
    readonly title: string,
    readonly type: string,
    private readonly content: Content,
  ) {}

  /** Holds what the page says until `remember` or `forget`. */
  static of(page: Page): StoredPage {
    if (page instanceof StoredPage) return page;
    // Parts of a text keep the whole of it in memory: these are copies.
    const [id, title, type] = JSON.parse(JSON.stringify([page.id, page.title, page.type]));
    const content = new Content(packPage(page), type);
    content.held = page;
    return new StoredPage(page.path, id, title, type, content);
  }

  /** A page as it was kept or sent. */
  static unpacked(path: string, { id, title, type, packed }: PackedPage): StoredPage {
    return new StoredPage(path, id, title, type, new Content(packed, type));
  }

  /** As `packPage` has it. */
  get packed(): string {
    return this.content.packed;
  }

  /** The same page under another path. */
  at(path: string): StoredPage {
    return path === this.path ? this : new StoredPage(path, this.id, this.title, this.type, this.content);
  }

  /** Unpacks what the page says, and keeps it until `remember` or `forget`. */
  hold(): void {
    this.content.hold();
  }

  /** Keeps what was unpacked for as long as there is memory for it. */
  remember(): void {
    this.content.remember();
  }

  /**
   * Lets go of what was unpacked. Where one page after the other is looked at, remembering them is costly: what is
   * remembered stays until the end of the work and outlives many collections of garbage.
   */
  forget(): void {
    this.content.forget();
  }

  get idRange(): Page['idRange'] {
    return this.content.read().idRange;
  }

  get typeRange(): Page['typeRange'] {
    return this.content.read().typeRange;
  }

  get typeLine(): Page['typeLine'] {
    return this.content.read().typeLine;
  }

  get fields(): Page['fields'] {
    return this.content.read().fields;
  }

  get isReadable(): boolean {
    return this.content.read().isReadable;
  }

  get syntaxFaults(): Page['syntaxFaults'] {
    return this.content.read().syntaxFaults;
  }

  get bodyLine(): number {
    return this.content.read().bodyLine;
  }

  get body(): Page['body'] {
    return this.content.read().body;
  }

  get entries(): Page['entries'] {
    return this.content.read().entries;
  }

  get invalidEntries(): Page['invalidEntries'] {
    return this.content.read().invalidEntries;
  }

  get tasks(): Page['tasks'] {
    return this.content.read().tasks;
  }

  get commitments(): Page['commitments'] {
    return this.content.read().commitments;
  }

  get suppressions(): Page['suppressions'] {
    return this.content.read().suppressions;
  }
}
