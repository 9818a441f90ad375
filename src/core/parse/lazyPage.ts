import type { Page } from '../model/page';
import { fileId, isFolderFile } from '../model/pageId';
import { runAll, type SlicedWork } from '../model/slices';
import { parsePage, parsePageInSlices } from './parsePage';

/** The same page under another path; its file name stays, the name of its folder may not. */
export function pageAt(page: Page, path: string): Page {
  return page instanceof LazyPage ? page.at(path) : { ...page, path, ...namesAt(page, path) };
}

/** The text of a page where it is known, without byte-order mark. */
export function textOfPage(page: Page): string | undefined {
  return page instanceof LazyPage ? page.text.replace(/^\ufeff/, '') : undefined;
}

/** Characters; what is done with a longer page may take longer than nobody notices, and is done in slices. */
const maxShortText = 50_000;

export function isLongText(text: string): boolean {
  return text.length > maxShortText;
}

export function isLong(page: Page): boolean {
  return page instanceof LazyPage && isLongText(page.text);
}

/** Id and title of a page under another path. */
function namesAt(page: Page, path: string): Pick<Page, 'id' | 'title'> {
  const { id, title } = page;
  if (!isFolderFile(page.path) || page.idRange) return { id, title };
  const newId = fileId(path);
  return { id: newId, title: title === id ? newId : title };
}

/** The text of one page and, for as long as there is memory for it, what the parser makes of it. */
class PageText {
  private parsed: WeakRef<Page>;

  constructor(
    readonly text: string,
    page: Page,
  ) {
    this.parsed = new WeakRef(page);
  }

  parse(path: string): Page {
    const known = this.parsed.deref();
    if (known) return known;
    const page = parsePage(path, this.text) as Page;
    this.parsed = new WeakRef(page);
    return page;
  }
}

/** One page after the other is asked many things: the last one answers at once. */
let last: { readonly source: PageText; readonly page: Page } | undefined;

/**
 * A page that keeps its text and what an index of pages needs. All else is parsed when it is asked for, since the parsed
 * parts of ten thousand pages take five times the room of their texts.
 */
export class LazyPage implements Page {
  private constructor(
    readonly path: string,
    readonly id: string,
    readonly title: string,
    readonly type: string,
    private readonly source: PageText,
  ) {}

  /** Undefined for a text that makes no page, as for `parsePage`. */
  static of(path: string, text: string): LazyPage | undefined {
    return runAll(LazyPage.inSlices(path, text));
  }

  /** The same in slices. */
  static *inSlices(path: string, text: string): SlicedWork<LazyPage | undefined> {
    const page = yield* parsePageInSlices(path, text);
    if (!page) return undefined;
    const source = new PageText(text, page);
    last = { source, page };
    return new LazyPage(path, page.id, page.title, page.type, source);
  }

  /** As it was given to the parser. */
  get text(): string {
    return this.source.text;
  }

  /** The same page under another path; its file name stays, the name of its folder may not. */
  at(path: string): LazyPage {
    if (path === this.path) return this;
    const { id, title } = namesAt(this, path);
    return new LazyPage(path, id, title, this.type, this.source);
  }

  private get parsed(): Page {
    if (last?.source === this.source) return last.page;
    const page = this.source.parse(this.path);
    last = { source: this.source, page };
    return page;
  }

  get idRange(): Page['idRange'] {
    return this.parsed.idRange;
  }

  get typeRange(): Page['typeRange'] {
    return this.parsed.typeRange;
  }

  get typeLine(): Page['typeLine'] {
    return this.parsed.typeLine;
  }

  get fields(): Page['fields'] {
    return this.parsed.fields;
  }

  get isReadable(): boolean {
    return this.parsed.isReadable;
  }

  get syntaxFaults(): Page['syntaxFaults'] {
    return this.parsed.syntaxFaults;
  }

  get bodyLine(): number {
    return this.parsed.bodyLine;
  }

  get body(): Page['body'] {
    return this.parsed.body;
  }

  get entries(): Page['entries'] {
    return this.parsed.entries;
  }

  get invalidEntries(): Page['invalidEntries'] {
    return this.parsed.invalidEntries;
  }

  get tasks(): Page['tasks'] {
    return this.parsed.tasks;
  }

  get commitments(): Page['commitments'] {
    return this.parsed.commitments;
  }

  get suppressions(): Page['suppressions'] {
    return this.parsed.suppressions;
  }

  get conflicts(): Page['conflicts'] {
    return this.parsed.conflicts;
  }
}
