import type { PlainValue } from '../frontMatterValues';

export interface ListedPage {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  /** From the folder that was asked for. */
  readonly path: string;
  /** The front matter as written, without `id`, `type` and `title`. */
  readonly fields: Readonly<Record<string, PlainValue>>;
}

/** What `list` has to say, in whatever format. */
export interface ListResult {
  /** By path. */
  readonly pages: readonly ListedPage[];
}
